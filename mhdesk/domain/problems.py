"""What is wrong with a draft, told at its field."""

from __future__ import annotations

import dataclasses

from mhdesk.domain.text import clean
from mhdesk.errors import InputError, Param
from mhdesk.wording import say


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Name one field, what is wrong with it and what to do.

    ``field`` is the attribute of the draft, for a person ``persons.<index>.<attribute>``.
    ``code`` is a wording code; ``params`` may repeat what was typed, since a problem is only
    ever shown beside the field that it was typed into and is never logged.
    """

    field: str
    code: str
    params: dict[str, Param] = dataclasses.field(default_factory=dict)

    def sentence(self) -> str:
        """Return the problem in words, in the language in use."""
        return say(self.code, **self.params)


class ProblemsError(InputError):
    """Refuse a draft: nothing was written, and each problem names its field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("draft.problems", count=len(problems))
        self.problems = problems


def refuse_if(problems: list[Problem]) -> None:
    """Raise ProblemsError when there is at least one problem."""
    if problems:
        raise ProblemsError(problems)


def length_problems(name: str, text: str, most: int) -> list[Problem]:
    """Return a problem when ``text`` is longer than ``most`` characters."""
    return [Problem(name, "draft.too_long", {"most": most})] if len(clean(text)) > most else []
