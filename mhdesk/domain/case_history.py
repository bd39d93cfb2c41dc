"""What a goal or a trajectory of a case said before it was changed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from mhdesk.domain.dates import display_day
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import say

STATES_OF_A_GOAL: Final = "goal_states"
STATES_OF_A_TRAJECTORY: Final = "trajectory_states"
# In the order in which it is told.
_FIELDS: Final = (
    "kind",
    "text",
    "state",
    "organisation",
    "started_on",
    "until_on",
    "ended_on",
    "result",
    "note",
)


def before(history: Iterable[RevisionView], states: str) -> Iterator[str]:
    """Yield a sentence for each change, in the order of ``history``: who made it, when, and what was said until then.

    ``states`` names the vocabulary of its states. A change that replaced nothing but a state says nothing of its own.
    """
    for one in history:
        told = {name: text for name in _FIELDS if (text := _value(name, one.earlier.get(name), states))}
        if told.keys() - {"state"}:
            said = "; ".join(f"{say(f'case.before_{name}')}: {text}" for name, text in told.items())
            moment = one.changed_at.astimezone()
            day, time = display_day(moment.date()), f"{moment:%H:%M}"
            yield say("case.before", name=one.changed_by, day=day, time=time, said=said)


def _value(name: str, value: Any, states: str) -> str:  # noqa: ANN401 - any column
    if not value:
        return ""
    if name == "kind":
        return vocabulary("trajectory_kinds").label(value)
    if name == "state":
        return vocabulary(states).label(value)
    return display_day(date.fromisoformat(value)) if name.endswith("_on") else str(value)
