"""From an event of the timeline to where it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mhdesk.domain.timeline import Event, EventKind
from mhdesk.gui.persons.person_parts import Tab

if TYPE_CHECKING:
    from mhdesk.gui.persons.person_page import PersonPage

_HELP: Final = frozenset({EventKind.NEED, EventKind.NEED_MET, EventKind.COMENSHA, EventKind.COMENSHA_DUE})
_PERSON: Final = frozenset(
    {
        EventKind.REQUEST,
        EventKind.REQUEST_DUE,
        EventKind.REQUEST_ANSWERED,
        EventKind.MERGED,
        EventKind.TAKEN_APART,
    }
)


def lead_to(page: PersonPage, event: Event) -> None:
    """Open the signal or the meeting of an event, or else the tab of this page that it stands on."""
    if event.signal_id is not None:
        page.context.navigator.open_signal(event.signal_id)
    elif event.meeting_id is not None:
        page.context.navigator.open_meeting(event.meeting_id)
    else:
        page.show_tab(tab_of(event))


def tab_of(event: Event) -> Tab:
    """Return the tab on which something stands that belongs to no signal and no meeting."""
    if event.kind in _HELP:
        return Tab.HELP
    return Tab.PERSON if event.kind in _PERSON else Tab.CASE
