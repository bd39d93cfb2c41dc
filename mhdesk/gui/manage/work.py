"""What the sections ask the worker: who has a key, and everything that changes keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from mhdesk.domain.cases import TakenOver
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import Colleague, ColleagueDraft
from mhdesk.domain.people import Permission, User
from mhdesk.errors import InputError, KnownError
from mhdesk.gui.entry.opening import this_computer
from mhdesk.gui.progress import Progress

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Team:
    """Who has a key, or had one; ``key_change_due``: somebody's key is gone, the registry's own is still the old.

    ``cases`` says of how many cases each is coordinator or has agreements that wait, ``coordinators`` who can take
    them over: both are told only to whoever may do that.
    """

    colleagues: tuple[Colleague, ...]
    today: date
    key_change_due: bool
    cases: dict[int, int] = field(default_factory=dict)
    coordinators: tuple[User, ...] = ()


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who was invited, and the words that must be handed over; they are kept nowhere."""

    name: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Whether this computer remembers the registry; ``refusal`` is why it cannot."""

    remembered: bool
    refusal: KnownError | None = None


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """What is known of the recovery page."""

    proven_on: date | None
    written: bool
    due: bool
    today: date


def team(desk: Desk) -> Team:
    """Return who has a key."""
    from mhdesk.desk import cases, people

    listed, due = people.colleagues(desk), people.key_change_is_due(desk)
    if not desk.user.may(Permission.WRITE):
        return Team(listed, desk.today(), due)
    left = {one.id: cases.left_by(desk, one.id) for one in listed}
    return Team(listed, desk.today(), due, left, cases.coordinators(desk))


def take_over(from_user_id: int, to_user_id: int, taken: list[TakenOver], desk: Desk) -> Change:
    """Hand over every case and open agreement; ``taken`` gets what takes it back."""
    from mhdesk.desk import cases

    taken.append(cases.take_over(desk, from_user_id, to_user_id))
    return taken[-1].change


def hand_back(taken: TakenOver, desk: Desk) -> Change:
    """Take a handing over back."""
    from mhdesk.desk import cases

    return cases.hand_back(desk, taken)


def add(draft: ColleagueDraft, passphrase: str, desk: Desk) -> Change:
    """Add a colleague who typed a passphrase here; takes two seconds."""
    from mhdesk.desk import people

    return people.add(desk, draft, passphrase)


def invite(draft: ColleagueDraft, desk: Desk) -> Invited:
    """Add a colleague who is elsewhere; takes two seconds."""
    from mhdesk.desk import people

    return Invited(draft.name, people.invite(desk, draft))


def change_role(user_id: int, role: str, desk: Desk) -> Change:
    """Give a colleague another role."""
    from mhdesk.desk import people

    return people.change_role(desk, user_id, role)


def suspend(user_id: int, desk: Desk) -> Change:
    """Let a colleague wait outside."""
    from mhdesk.desk import people

    return people.suspend(desk, user_id)


def reactivate(user_id: int, desk: Desk) -> Change:
    """Let a colleague in again."""
    from mhdesk.desk import people

    return people.reactivate(desk, user_id)


def rename(user_id: int, name: str, passphrase: str, desk: Desk) -> Change:
    """Give somebody another name, with their passphrase; takes three seconds."""
    from mhdesk.desk import people

    return people.rename(desk, user_id, name, passphrase)


def rename_myself(name: str, passphrase: str, desk: Desk) -> Change:
    """Give the person at the desk another name; takes three seconds."""
    return rename(desk.user.id, name, passphrase, desk)


def own_name(desk: Desk) -> str:
    """Return the name of the person at the desk, as it is by now."""
    return desk.user.name


def change_passphrase(old: str, new: str, desk: Desk) -> Change:
    """Change the passphrase of the person at the desk; takes three seconds."""
    from mhdesk.desk import people

    return people.change_passphrase(desk, old, new)


def take_key(user_id: int, desk: Desk) -> Change:
    """Take a colleague's key away: the first half of revoking."""
    from mhdesk.desk import people

    return people.take_key(desk, user_id)


def change_key(progress: Progress, desk: Desk) -> None:
    """Give the registry a new key: the second half; ``progress`` can stop it."""
    from mhdesk.desk import people

    people.change_key(desk, progress)


def forget_elsewhere(computer_id: str, desk: Desk) -> Change:
    """Let a computer that is not here open the registry no longer."""
    from mhdesk.desk import opening

    return opening.forget_elsewhere(desk, computer_id)


def remembering(desk: Desk) -> Remembering:
    """Return whether this computer remembers the registry, or could; the keyring is asked for the second."""
    from mhdesk.desk import opening

    computer = this_computer(after_lock=False)
    if opening.is_remembered(desk.folder, computer):
        return Remembering(remembered=True)
    try:
        opening.require_keyring(computer)
    except InputError as error:
        return Remembering(remembered=False, refusal=error)
    return Remembering(remembered=False)


def remember(passphrase: str, desk: Desk) -> Change:
    """Let this computer's keyring open the registry; takes two seconds."""
    from mhdesk.desk import opening

    return opening.remember(desk, this_computer(after_lock=False), passphrase)


def forget(desk: Desk) -> Change:
    """Let this computer's keyring open the registry no longer."""
    from mhdesk.desk import opening

    return opening.forget(desk, this_computer(after_lock=False))


def recovery_state(desk: Desk) -> RecoveryState:
    """Return what is known of the recovery page."""
    from mhdesk.desk import registries

    return RecoveryState(
        registries.recovery_proven_on(desk),
        registries.recovery_page_was_written(desk),
        registries.recovery_test_is_due(desk),
        desk.today(),
    )


def new_recovery_groups(_desk: Desk) -> tuple[str, ...]:
    """Return the groups of a new recovery key."""
    from mhdesk.desk import registries

    return registries.new_recovery_groups()


def renew_recovery(groups: tuple[str, ...], typed: str, desk: Desk) -> Change:
    """Let the new recovery page open the registry instead of the old one; takes two seconds."""
    from mhdesk.desk import registries

    return registries.renew_recovery(desk, groups, typed)


def versions() -> dict[str, str]:
    """Return which mhdesk this is, and what it is built on."""
    from PySide6.QtCore import qVersion

    import mhdesk
    from mhdesk import vault

    found = {"mhdesk": mhdesk.__version__, **vault.versions(), "Qt": qVersion()}
    return {name: number.removeprefix(f"{name} ") for name, number in found.items()}
