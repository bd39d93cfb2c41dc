"""Let the keyring of one computer open the registry for one user.

Three things must come together: an entry in the system's keyring (an age identity of the computer, and when the
passphrase was typed last), ``keys/computer-<id>.age`` (the user's keys, sealed to that identity) and the
computer's place in ``registry.age``. Whoever takes the last two away, from any computer, ends it. On the
computer itself a small file without secrets says which entry in which backend is meant.

Whatever is missing, changed or refused: the passphrase opens.
"""

from __future__ import annotations

import contextlib
import json
import re
import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.errors import InputError, UnlockError
from mhdesk.vault import (
    age,
    computer_keyring,
    keyfiles,
    keys,
    layout,
    names,
    openers,
    rekeying,
    restoring,
    sealing,
    state,
)
from mhdesk.vault.computer_keyring import KeyringRefusedError
from mhdesk.vault.faults import explained
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.logins import Start, refusal
from mhdesk.vault.openers import Kind, Opener

_FORMAT: Final = "mhdesk-computer-1"
_COMPUTER: Final = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class _Note:
    """What the computer's own file says; no secret."""

    backend: str
    computer: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the keyring holds."""

    identity: str = field(repr=False)
    passphrase_at: str
    login: str


def is_remembered(folder: Path, state_dir: Path) -> bool:
    """Return whether this computer was told to remember the registry at ``folder``; asks no keyring."""
    return _noted(folder, state_dir) is not None


def remember_on_this_computer(one: Unlocked, state_dir: Path, start: Start, *, label: str = "") -> None:
    """Let this computer's keyring open the registry for this user.

    The twelve hours count from here: :func:`mhdesk.vault.check_passphrase` comes first. ``label`` is what people call
    the computer: it is listed. Raises InputError when the system does not tell logins apart or has no keyring
    that can be trusted: then it is not remembered, nor is it after any other error.
    """
    if not start.login:
        raise InputError("vault.keyring_login_unknown")
    found = computer_keyring.probe()
    if not found.usable:
        raise InputError("vault.keyring_refused", backend=found.backend)
    forget_on_this_computer(one, state_dir)
    note = _Note(found.backend, secrets.token_hex(8))
    entry = _Entry(age.new_identity(), _text(start.now), start.login)
    try:
        _keep(note, entry)
        with explained():
            _make_files(one, state_dir, note, entry.identity, names.clean(label) if label.strip() else "")
    except BaseException as error:
        try:
            forget_computer(one, note.computer)
        finally:
            _forget_here(one.folder, state_dir, note)
        if isinstance(error, KeyringRefusedError):
            raise InputError("vault.keyring_refused", backend=found.backend) from None
        raise


def _make_files(one: Unlocked, state_dir: Path, note: _Note, identity: str, label: str) -> None:
    """Write the three files; the last one makes the computer's key open the registry."""
    opener = Opener(Kind.COMPUTER, age.recipient_of(identity), note.computer, user=one.key_id, label=label)
    found = sealing.current(one)
    sealing.write_computer(one.folder, note.computer, keys.of_user(one), identity)
    files.make_folder(state_dir)
    files.write_text(_path(one.folder, state_dir), json.dumps(asdict(note)))
    sealing.write_openers(one, found, (*found.openers, opener))


def forget_on_this_computer(one: Unlocked, state_dir: Path) -> None:
    """Take back what :func:`remember_on_this_computer` did; harmless when it did nothing."""
    note = _noted(one.folder, state_dir)
    if note:
        forget_computer(one, note.computer)
        _forget_here(one.folder, state_dir, note)


def forget_computer(one: Unlocked, computer: str) -> None:
    """Take a computer's place in the registry away, from wherever: for one that was lost. Twice is harmless."""
    with explained():
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
        left = tuple(old for old in found.openers if (old.kind, old.id) != (Kind.COMPUTER, computer))
        if left != found.openers:
            sealing.write_openers(one, found, left)
        layout.computer_key(one.folder, computer).unlink(missing_ok=True)


def note_passphrase(folder: Path, state_dir: Path, start: Start) -> None:
    """Note that the passphrase opened the registry just now; does nothing where it is not remembered.

    When the keyring does not take the note, this computer forgets the registry: an older note must not open it.
    """
    note = _noted(folder, state_dir)
    if note is None:
        return
    try:
        entry = _entry(note)
        _keep(note, replace(entry, passphrase_at=_text(start.now), login=start.login))
    except (KeyringRefusedError, UnlockError):
        _forget_here(folder, state_dir, note)


def unlock_from_keyring(folder: Path, state_dir: Path, start: Start) -> Unlocked:
    """Open the registry at ``folder`` with what the keyring holds; takes some milliseconds.

    Raises UnlockError with the reason whenever the passphrase is wanted instead: not remembered, another backend, the
    entry gone or locked, not the first start after a login, too long ago, after a lock, forgotten from elsewhere.
    Further as :func:`mhdesk.vault.unlock`. The login counts as used from here on, whether it opens or not.
    """
    note = _noted(folder, state_dir)
    if note is None:
        raise UnlockError("vault.keyring_not_remembered")
    try:
        entry = _entry(note)
        if start.login != entry.login:
            _keep(note, replace(entry, login=start.login))
    except KeyringRefusedError:
        raise UnlockError("vault.keyring_silent") from None
    code = refusal(start, passphrase_at=datetime.fromisoformat(entry.passphrase_at), last_login=entry.login)
    if code:
        raise UnlockError(code)
    return _opened(folder, note.computer, entry.identity)


def _opened(folder: Path, computer: str, identity: str) -> Unlocked:
    """Return what the computer's identity opens, if it and its user still have their places."""
    path = layout.computer_key(folder, computer)
    restoring.finish_restore(folder)
    with explained():
        layout.require_registry(folder)
        registry = keyfiles.open_registry(
            layout.registry_key(folder), identity, misfit="vault.keyring_forgotten"
        )
        if not path.is_file():
            raise UnlockError("vault.keyring_forgotten")
        user = keyfiles.open_computer(path, identity)
    if user.registry != registry.registry:
        raise UnlockError("vault.key_of_another_registry")
    one = keys.unlocked(folder, user, registry)
    known = openers.user(registry.openers, one.key_id)
    if not (known and known.active and known.recipient == age.recipient_of(user.identity)):
        raise UnlockError("vault.keyring_forgotten")
    return rekeying.settle(one)


def _entry(note: _Note) -> _Entry:
    """Return the keyring's entry; raises UnlockError when it is gone or is not one of ours."""
    found = _texts(computer_keyring.read(note.backend, note.computer) or "")
    try:
        if found["format"] != _FORMAT or not age.is_identity(found["identity"]):
            raise KeyError
        datetime.fromisoformat(found["passphrase_at"]).astimezone(UTC)
        return _Entry(found["identity"], found["passphrase_at"], found["login"])
    except (KeyError, ValueError, OverflowError):
        raise UnlockError("vault.keyring_entry_gone") from None


def _keep(note: _Note, entry: _Entry) -> None:
    """Write the entry; raises KeyringRefusedError. That the backend keeps what it is given was probed before."""
    computer_keyring.write(note.backend, note.computer, json.dumps({"format": _FORMAT, **asdict(entry)}))


def _forget_here(folder: Path, state_dir: Path, note: _Note) -> None:
    """Remove the computer's file and, where the keyring answers, the entry: without the file nobody asks for it."""
    with explained(), contextlib.suppress(NotADirectoryError):
        _path(folder, state_dir).unlink(missing_ok=True)
    with contextlib.suppress(KeyringRefusedError):
        computer_keyring.delete(note.backend, note.computer)


def _path(folder: Path, state_dir: Path) -> Path:
    """Return the computer's file for the registry at ``folder``, which its name does not tell."""
    return state_dir / f"keyring-{state.digest(folder)}.json"


def _noted(folder: Path, state_dir: Path) -> _Note | None:
    """Return what the computer's file says; None when it is not there or says nothing of use."""
    try:
        text = _path(folder, state_dir).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    found = _texts(text)
    computer = found.get("computer", "")
    return _Note(found.get("backend", ""), computer) if _COMPUTER.fullmatch(computer) else None


def _texts(text: str) -> dict[str, str]:
    """Return the members of a JSON object that are text; nothing when it is no JSON object."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    members = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in members if isinstance(value, str)}


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
