"""Whether the keyring may open the registry at this start: a rule over plain facts, and how Linux tells them.

Who sits down at an open laptop must not get in with one button. So the keyring opens once after somebody logged in
to the computer, soon after the passphrase was typed last, and never after mhdesk was locked.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

LONGEST: Final = timedelta(hours=12)
"""Since the passphrase was typed last: a working day, not the next one."""

_UNSET: Final = "4294967295"
"""What the kernel says of a process that no login started."""
_PROC: Final = Path("/proc")


@dataclass(frozen=True, slots=True)
class Start:
    """What the caller knows of this start of mhdesk.

    ``now`` carries a time zone. ``login`` is :func:`login_id`. ``after_lock``: mhdesk replaced itself because it was
    locked, by whatever.
    """

    now: datetime
    login: str
    after_lock: bool = False


def refusal(start: Start, *, passphrase_at: datetime, last_login: str) -> str | None:
    """Return the code of why the passphrase must be typed, or None when the keyring may open. Pure.

    ``passphrase_at`` is when it was typed last; ``last_login`` the login in which the registry was last opened, in
    whatever way. A clock that stands before ``passphrase_at`` was set back: then nobody knows how long ago it was.
    """
    if start.after_lock:
        return "vault.keyring_after_lock"
    if not start.login:
        return "vault.keyring_login_unknown"
    if start.login == last_login:
        return "vault.keyring_second_start"
    if not timedelta(0) <= start.now - passphrase_at <= LONGEST:
        return "vault.keyring_long_ago"
    return None


def login_id(proc: Path | None = None) -> str:
    """Return what tells this login to the computer from every other, "" where that is not known.

    On Linux the id of the boot and of the login session, as the kernel tells them: what the environment says whoever
    starts mhdesk chooses. Elsewhere no way was tried yet: then it is "", and the passphrase opens the registry each
    time.
    """
    if sys.platform != "linux":
        return ""
    proc = proc or _PROC
    boot = _read(proc / "sys" / "kernel" / "random" / "boot_id")
    session = _read(proc / "self" / "sessionid")
    return f"{boot}:{session}" if boot and session not in {"", _UNSET} else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
