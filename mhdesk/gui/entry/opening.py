"""What the way in asks the worker to do. The desk is loaded here, in that thread, after the first paint."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from mhdesk.errors import InputError, KnownError
from mhdesk.wording import say

if TYPE_CHECKING:  # loading these takes longer than painting the first window
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.opening import ThisComputer
    from mhdesk.domain.change import Change
    from mhdesk.domain.people import User
    from mhdesk.domain.registries import RegistryDraft
    from mhdesk.domain.signals import SignalDraft
    from mhdesk.domain.views import RegistryInfo
    from mhdesk.vault import Pen

_DEMO_SIGNALS: Final = 120
_DEMO_SEED: Final = 2026


@dataclass(frozen=True, slots=True)
class Opened:
    """A registry that has just been opened: what the window needs to know of it.

    ``page_written`` is False when nobody ever saved its recovery page, ``recovery_due`` True when that page should be
    tried again. ``key_change_due``: a colleague's key was taken away, and the registry itself has its old key.
    ``first_today``: on this computer no registry was opened yet today, so that what may wait is told once a day.
    ``made_up`` is the fictitious one; ``page`` is where the recovery page that was just proven still lies as a file.
    """

    folder: Path
    info: RegistryInfo
    user: User
    recovery_proven: bool
    made_up: bool = False
    page: Path | None = None
    page_written: bool = True
    recovery_due: bool = False
    key_change_due: bool = False
    first_today: bool = True


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is known of a registry before it opens: how the made-up one does, and whether a keyring may.

    ``removable``: it stands on a stick or another disk that can be pulled out.
    """

    demo: Demo | None = None
    remembered: bool = False
    removable: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A registry that has just been made and stands open; ``groups`` are its recovery key, shown only now."""

    opened: Opened
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demo:
    """How the fictitious registry opens: it stands in the program for everybody to read."""

    user_name: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody typed who was invited: kept in memory only, until a passphrase of their own opens the registry."""

    folder: Path
    user_name: str = field(repr=False)
    words: str = field(repr=False)


def this_computer(*, after_lock: bool) -> ThisComputer:
    """Return the facts of this start; ``after_lock``: this process replaced one that was locked."""
    from mhdesk.desk.opening import ThisComputer

    return ThisComputer(platformdirs.user_state_path("mhdesk", appauthor=False), after_lock)


def load(folder: Path | None) -> Loaded:
    """Load everything that a desk needs; say what is known of ``folder``, also how the fictitious registry opens.

    Raises InputError when ``folder`` is given and is no registry.
    """
    from mhdesk import vault
    from mhdesk.desk import demo, drafts, opening, places, registries, signals, today

    del drafts, registries, signals, today  # they stay loaded, which is what this is for
    if folder is None:
        return Loaded()
    if not vault.is_registry(folder):
        raise InputError("vault.not_a_registry", folder=str(folder))
    key = folder / "keys" / f"user-{vault.key_id(demo.USER_NAME)}.age"
    how = Demo(demo.USER_NAME, demo.PASSPHRASE) if key.is_file() else None
    remembered = opening.is_remembered(folder, this_computer(after_lock=False))
    return Loaded(how, remembered, places.is_removable(folder))


def folder_problem(folder: Path) -> str:
    """Return why no registry should be made in ``folder``, or nothing."""
    from mhdesk.desk import places

    return next((problem.sentence() for problem in places.doubts(folder)), "")


def make_demo(folder: Path) -> Path:
    """Make the fictitious registry at ``folder`` unless it stands there already; return the folder."""
    from mhdesk import vault
    from mhdesk.desk import demo

    if not vault.is_registry(folder):
        demo.make(folder, _DEMO_SIGNALS, _DEMO_SEED).desk.close()
    return folder


def open_desk(
    folder: Path, user_name: str, passphrase: str, *, after_lock: bool = False, anywhere: bool = False
) -> tuple[Desk, Opened]:
    """Unlock a registry; takes a second or two. Raises KnownError.

    ``anywhere``: also where a cloud service copies it, or on a network drive; somebody read what may happen there.
    """
    from mhdesk.desk import places, registries

    if not anywhere:
        places.require_safe(folder)
    computer = this_computer(after_lock=after_lock)
    desk = registries.open_registry(folder, user_name, passphrase, computer=computer)
    return desk, _opened(desk)


def open_by_keyring(folder: Path, *, anywhere: bool = False) -> tuple[Desk, Opened]:
    """Open a registry that this computer remembers. Raises UnlockError with why the passphrase is wanted instead.

    ``anywhere`` as in :func:`open_desk`.
    """
    from mhdesk.desk import opening, places

    if not anywhere:
        places.require_safe(folder)
    desk = opening.by_keyring(folder, this_computer(after_lock=False))
    return desk, _opened(desk)


def recover_desk(folder: Path, typed: str, user_name: str, passphrase: str) -> tuple[Desk, Opened]:
    """Open a registry with its recovery key and a new passphrase; takes about three seconds. Raises KnownError."""
    from mhdesk.desk import opening

    desk = opening.by_recovery(folder, typed, user_name, passphrase)
    return desk, _opened(desk)


def accept_invitation(invitation: Invitation, passphrase: str) -> tuple[Desk, Opened]:
    """Open a registry for the first time, with a passphrase of one's own; takes three seconds. Raises KnownError."""
    from mhdesk.desk import opening

    desk = opening.by_invitation(invitation.folder, invitation.user_name, invitation.words, passphrase)
    return desk, _opened(desk)


def pick_up_pen(folder: Path, user_name: str, passphrase: str) -> Pen:
    """Prove who wants to note something beside a registry; takes a second. Raises KnownError."""
    from mhdesk.desk import opening

    return opening.pick_up_pen(folder, user_name, passphrase, computer=this_computer(after_lock=False))


def seal_note(pen: Pen, uid: str, version: int, draft: SignalDraft | None) -> datetime:
    """Seal a note, or take it back when there is nothing in it; return the moment. Raises KnownError."""
    from mhdesk import vault

    now = datetime.now().astimezone()
    if draft is None:
        vault.take_back(pen, uid)
    else:
        vault.write_note(pen, vault.Note(uid, version, pen.author, now, asdict(draft)))
    return now


def second_place_problem(place: Path, folder: Path) -> str:
    """Return why backups of a registry in ``folder`` should not go to ``place``, or nothing."""
    from mhdesk.desk import backups

    if folder.absolute() in (place.absolute(), *place.absolute().parents):
        return say("backups.place_in_registry", place=str(place))
    try:
        backups.require_second(place)
    except KnownError as error:
        return say(error.code, **error.params)
    return ""


def make_desk(
    folder: Path, draft: RegistryDraft, passphrase: str, second_place: Path | None = None
) -> tuple[Desk, Made]:
    """Make a registry and leave it open; takes some four seconds. Raises KnownError: then nothing is there.

    Backups go to ``second_place``, too.
    """
    from mhdesk.desk import backups, registries

    def furnish(desk: Desk) -> None:
        if second_place:
            backups.choose_place(desk, second_place)

    made = registries.new(folder, draft, passphrase, furnish_with=furnish)
    return made.desk, Made(_opened(made.desk), made.recovery_groups)


def _opened(desk: Desk) -> Opened:
    from mhdesk.desk import demo, people, registries

    info = desk.info()
    made_up = info.organisation == demo.ORGANISATION
    proven = registries.recovery_is_proven(desk)
    return Opened(
        desk.folder,
        info,
        desk.user,
        recovery_proven=proven,
        made_up=made_up,
        page_written=proven or registries.recovery_page_was_written(desk),
        recovery_due=proven and registries.recovery_test_is_due(desk),
        key_change_due=people.key_change_is_due(desk),
    )


def write_page(groups: tuple[str, ...], out: Path, desk: Desk) -> Change:
    """Write the recovery page. Raises KnownError."""
    from mhdesk.desk import registries

    return registries.write_recovery_page(desk, groups, out)


def prove(typed: str, desk: Desk) -> Change:
    """Prove that the recovery key as typed opens this registry; takes a second or two. Raises KnownError."""
    from mhdesk.desk import registries

    return registries.prove_recovery(desk, typed)
