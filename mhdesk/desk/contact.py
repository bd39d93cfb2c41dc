"""Say how the organisation is reached and whom to call in danger: for letters, cards and the window."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Final

from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.contact import Contact
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.store import settings

_SETTING: Final = "contact_"


@verb("registry.contact_changed", "U", Permission.ADMINISTER)
def change(work: Work, contact: Contact) -> Change:
    """Keep what the team says of itself from now on. Raises ProblemsError."""
    refuse_if(contact.validate())
    told = {f"{_SETTING}{name}": clean(text) for name, text in asdict(contact).items()}
    settings.put(work.connection, told)
    return Change("registry.contact_changed")


def kept(desk: Desk) -> Contact:
    """Return what the team says of itself; blank where nobody filled it in."""
    known = settings.all_of(desk.database.connection)
    return Contact(**{one.name: known.get(f"{_SETTING}{one.name}", "") for one in fields(Contact)})
