"""How the sections name roles, states and days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import dates
from mhdesk.domain.colleagues import Access, Colleague
from mhdesk.domain.people import Role
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.widgets.rows import Group, Item, Line

MARKS: Final = {
    Access.ACTIVE: Mark.DONE,
    Access.INVITED: Mark.WAITING,
    Access.SUSPENDED: Mark.NOT_YET,
    Access.ENDED: Mark.NOT_INFORMED,
}


def roles() -> list[tuple[str, str]]:
    """Return every role with its label."""
    labels = vocabulary("user_roles")
    return [(role, labels.label(role)) for role in Role]


def role(code: str) -> str:
    """Return what a role is called."""
    return vocabulary("user_roles").label(code)


def access(state: Access) -> str:
    """Return whether somebody gets in, in a word or two."""
    return {
        Access.ACTIVE: QCoreApplication.translate("manage", "has access"),
        Access.INVITED: QCoreApplication.translate("manage", "invited"),
        Access.SUSPENDED: QCoreApplication.translate("manage", "suspended"),
        Access.ENDED: QCoreApplication.translate("manage", "key taken away"),
    }[state]


def explained(state: Access) -> str:
    """Return what a state means, in a sentence."""
    return {
        Access.ACTIVE: QCoreApplication.translate("manage", "Opens the registry with the own passphrase."),
        Access.INVITED: QCoreApplication.translate(
            "manage", "Did not open the registry yet. The invitation works once."
        ),
        Access.SUSPENDED: QCoreApplication.translate(
            "manage", "Waits outside. The same passphrase works again as soon as you allow it."
        ),
        Access.ENDED: QCoreApplication.translate(
            "manage", "Has no key any more. The name stays with what was recorded."
        ),
    }[state]


def since(one: Colleague) -> str:
    """Return since when somebody is in the registry."""
    return QCoreApplication.translate("manage", "since {day}").format(day=dates.display_day(one.since))


def named(one: Colleague, own_id: int) -> str:
    """Return somebody's name, and whether that is the person who reads it."""
    if one.id != own_id:
        return one.name
    return QCoreApplication.translate("manage", "{name} (you)").format(name=one.name)


def remembered_by(one: Colleague) -> str:
    """Return how many computers remember the registry for somebody; nothing for none."""
    count = len(one.computers)
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("manage", "1 computer remembers the registry")
    return QCoreApplication.translate("manage", "{count} computers remember the registry").format(count=count)


def line(one: Colleague, own_id: int) -> Line:
    """Return somebody as a row of the list."""
    reason = " · ".join(part for part in (role(one.role), remembered_by(one)) if part)
    return Line(named(one, own_id), reason, access(one.access), since(one), MARKS[one.access])


def rows(colleagues: Iterable[Colleague], own_id: int) -> list[tuple[int | None, Item]]:
    """Return the rows of the list: who gets in or may again, then who has no key any more."""
    everybody = list(colleagues)
    with_key = [one for one in everybody if one.access is not Access.ENDED]
    ended = [one for one in everybody if one.access is Access.ENDED]
    listed: list[tuple[int | None, Item]] = [(one.id, line(one, own_id)) for one in with_key]
    if ended:
        head = Group(QCoreApplication.translate("manage", "No key any more"))
        listed += [(None, head), *((one.id, line(one, own_id)) for one in ended)]
    return listed
