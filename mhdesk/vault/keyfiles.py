"""The kinds of key files: what stands in them, and how each is sealed.

================= ================================== =======================================================
file              opens with                         JSON inside
================= ================================== =======================================================
user-<id>.age     the user's passphrase              format, registry, user, identity, signing_key, invited
computer-<id>.age that computer's own identity       as user-<id>.age
recovery.age      the printed recovery key           format, registry, identity
registry.age      identities of users, recovery      format, registry, database_key, openers, next_key
                  and computers
================= ================================== =======================================================

``registry`` is 32 hex digits, the keys 64; ``identity`` is an age identity. ``invited`` is "yes" until the
passphrase that came with an invitation is replaced. ``openers`` lists to whom the file is sealed
(:mod:`mhdesk.vault.openers`). ``next_key`` is there only while the key of the database changes: the file
``registry.db`` then opens with the one or with the other. All three are left out when there is nothing to say:
the first registries had none of them, and readers pass over members that they do not know.

Parsing never lets an exception carry the text that it failed on: that text is a secret.
"""

from __future__ import annotations

import contextlib
import errno
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Final, TypeVar

from mhdesk import files
from mhdesk.errors import DamageError, KnownError, UnlockError
from mhdesk.vault import age, names, openers
from mhdesk.vault.age import Reason, SealedError
from mhdesk.vault.openers import Opener

_MOST_BYTES: Final = 4 * age.MOST_CONTENT
"""A key file has some hundreds of bytes; ten thousand recipients would still fit in this."""
_REGISTRY: Final = re.compile(r"[0-9a-f]{32}")
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_YES: Final = re.compile("yes")


def _text(fits: Callable[[str], object]) -> Callable[[object], str | None]:
    """Return the reader of a member that must be there."""
    return lambda found: found if isinstance(found, str) and fits(found) else None


def _text_or_nothing(fits: Callable[[str], object]) -> Callable[[object], str | None]:
    """Return the reader of a member that may be left out."""
    return lambda found: "" if found is None else _text(fits)(found)


_READ: Final[dict[str, Callable[[object], object]]] = {
    "registry": _text(_REGISTRY.fullmatch),
    "user": _text(names.is_name),
    "identity": _text(age.is_identity),
    "signing_key": _text(_KEY.fullmatch),
    "invited": _text_or_nothing(_YES.fullmatch),
    "database_key": _text(_KEY.fullmatch),
    "next_key": _text_or_nothing(_KEY.fullmatch),
    "openers": openers.read,
}
"""How each member is read; None means that it is not in the right shape."""


@dataclass(frozen=True, slots=True)
class UserKeys:
    """Hold what one user's key file holds; what a computer keeps for its user is the same."""

    FORMAT: ClassVar[str] = "mhdesk-user-1"
    registry: str
    user: str = field(repr=False)
    identity: str = field(repr=False)
    signing_key: str = field(repr=False)
    invited: str = ""


@dataclass(frozen=True, slots=True)
class RecoveryKeys:
    """Hold what ``recovery.age`` holds."""

    FORMAT: ClassVar[str] = "mhdesk-recovery-1"
    registry: str
    identity: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RegistryKeys:
    """Hold what ``registry.age`` holds."""

    FORMAT: ClassVar[str] = "mhdesk-registry-1"
    registry: str
    database_key: str = field(repr=False)
    next_key: str = field(default="", repr=False)
    openers: tuple[Opener, ...] = field(default=(), repr=False)


Keys = TypeVar("Keys", UserKeys, RecoveryKeys, RegistryKeys)


def encode(keys: UserKeys | RecoveryKeys | RegistryKeys) -> bytes:
    """Return the JSON that is sealed; members with nothing to say are left out."""
    members = {part.name: getattr(keys, part.name) for part in fields(keys)}
    said = {name: found for name, found in members.items() if found}
    return json.dumps(
        {"format": keys.FORMAT, **said}, ensure_ascii=False, indent=1, default=Opener.plain
    ).encode()


def open_user(path: Path, passphrase: str) -> UserKeys:
    """Open a user's key file; UnlockError for a wrong passphrase, DamageError for a damaged file."""
    sealed = read(path)
    try:
        content = age.open_with_passphrase(sealed, passphrase)
    except SealedError as error:
        raise _known(error, path, "vault.wrong_passphrase") from None
    return _decode(UserKeys, content, path)


def open_computer(path: Path, identity: str) -> UserKeys:
    """Open what a computer keeps for its user; UnlockError when it was not sealed to this identity."""
    sealed = read(path)
    try:
        content = age.open_with_identity(sealed, identity)
    except SealedError as error:
        raise _known(error, path, "vault.keyring_forgotten") from None
    return _decode(UserKeys, content, path)


def open_recovery(path: Path, passphrase: str) -> RecoveryKeys:
    """Open ``recovery.age``; UnlockError when the recovery key is not its own."""
    sealed = read(path)
    try:
        content = age.open_with_passphrase(sealed, passphrase)
    except SealedError as error:
        raise _known(error, path, "vault.recovery_wrong") from None
    return _decode(RecoveryKeys, content, path)


def open_registry(path: Path, identity: str, *, misfit: str = "vault.key_does_not_fit") -> RegistryKeys:
    """Open ``registry.age``; UnlockError(``misfit``) when it was not sealed to this identity."""
    sealed = read(path)
    try:
        content = age.open_with_identity(sealed, identity)
    except SealedError as error:
        raise _known(error, path, misfit) from None
    return _decode(RegistryKeys, content, path)


def spend_the_same(paths: list[Path], passphrase: str) -> None:
    """Do the work of opening one of ``paths``: an unknown name costs what a wrong passphrase costs."""
    for path in paths:
        try:
            sealed = read(path)
            age.require_passphrase_file(sealed)
        except (SealedError, DamageError):
            continue
        with contextlib.suppress(SealedError):
            age.open_with_passphrase(sealed, passphrase)
        return


def read(path: Path) -> bytes:
    """Return the bytes of a key file; DamageError for a link, a pipe, and what is far too long for one."""
    try:
        return files.read_bounded(path, _MOST_BYTES)
    except OSError as error:
        if error.errno in {errno.EINVAL, errno.EFBIG, errno.ELOOP, errno.ENXIO}:
            raise DamageError("vault.key_damaged", file=path.name) from None
        raise


def _known(error: SealedError, path: Path, wrong_key: str) -> KnownError:
    """Return the error with its own sentence for why a key file did not open."""
    if error.reason is Reason.WRONG_KEY:
        return UnlockError(wrong_key)
    if error.reason is Reason.BUSY:
        return UnlockError("vault.machine_busy")
    code = "vault.key_too_much_work" if error.reason is Reason.TOO_MUCH_WORK else "vault.key_damaged"
    return DamageError(code, file=path.name)


def _decode(kind: type[Keys], content: bytes, path: Path) -> Keys:
    """Return the keys in ``content``; DamageError when they are not there in the right shape."""
    found = _members(content)
    form = str(found.get("format", ""))
    family = kind.FORMAT.rstrip("0123456789")
    if form != kind.FORMAT and re.fullmatch(rf"{family}[0-9]+", form):
        raise UnlockError("vault.key_newer", file=path.name)
    wanted: dict[str, Any] = {part.name: _READ[part.name](found.get(part.name)) for part in fields(kind)}
    if form != kind.FORMAT or None in wanted.values():
        raise DamageError("vault.key_damaged", file=path.name)
    return kind(**wanted)


def _members(content: bytes) -> dict[str, object]:
    """Return the members of a JSON object; nothing when it is no JSON object."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
