"""What a check found, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mhdesk.errors import Param
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, and what to do. ``params`` are counts, days and file names."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)

    def sentence(self) -> str:
        """Return the finding in words: what was found, what it means, what to do."""
        return say(self.code, **self.params)
