"""Ways in that were refused, counted with their times until somebody may write them into the log.

Without the key there is no log to write to. So a small file remembers how often and when somebody was refused: no
names, nothing that was typed. It lies beside the database; where that folder cannot be written, in this computer's
own folder. The next unlocking takes it into the log and removes it. Whoever has the folder can remove or forge
the file: it tells of a colleague who tries passphrases, not of somebody who knows about it.

The moments are told and nothing is decided by them: no clock that runs ahead or went back keeps anybody out, ends the
count, or shortens the waiting, which the running app counts in seconds (`vault.delay_after`).
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.vault import state

REFUSED: Final = frozenset(
    {
        "vault.wrong_passphrase",
        "vault.recovery_wrong",
        "vault.key_of_another_registry",
        "vault.key_of_another_user",
        "vault.key_does_not_fit",
        "vault.keyring_forgotten",
    }
)
"""The errors that mean: somebody tried a key that does not open, or opens no longer. That the keyring wants the
passphrase today is no such error."""

NAME: Final = "attempts.json"
MOST: Final = 1_000_000
_MOST_BYTES: Final = 4096
_FORMAT: Final = "mhdesk-attempts-1"


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often a way in was refused; ``first`` and ``last`` are moments in UTC.

    ``unreadable``: there was a file that says nothing of use; what it counted is lost.
    """

    count: int
    first: str
    last: str
    unreadable: bool = False

    def details(self) -> str:
        """Return what the log keeps."""
        told = [f"count={self.count}", f"first={self.first}", f"last={self.last}"] if self.count else []
        return ";".join([*told, *(["unreadable"] if self.unreadable else [])])


_UNREADABLE: Final = Attempts(0, "", "", unreadable=True)


def note(folder: Path, state_dir: Path, moment: datetime) -> None:
    """Count one refusal. When neither place can be written it is not counted: nobody is kept out by that."""
    for path in _places(folder, state_dir):
        try:
            files.make_folder(path.parent)
            files.write_text(path, _one_more(_read(path), moment))
        except OSError:
            continue
        return


def read(folder: Path, state_dir: Path) -> Attempts | None:
    """Return what was counted in both places, None when there is nothing. Any content is harmless."""
    found = [one for path in _places(folder, state_dir) for one in [_read(path)] if one]
    if not found:
        return None
    counted = [one for one in found if one.count]
    return Attempts(
        min(sum(one.count for one in counted), MOST),
        min((one.first for one in counted), default=""),
        max((one.last for one in counted), default=""),
        any(one.unreadable for one in found),
    )


def forget(folder: Path, state_dir: Path, taken: Attempts) -> None:
    """Remove what was counted, once the log has it; what was added meanwhile stays for the next time."""
    if read(folder, state_dir) != taken:
        return
    for path in _places(folder, state_dir):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _places(folder: Path, state_dir: Path) -> tuple[Path, Path]:
    return folder / NAME, state_dir / f"attempts-{state.digest(folder)}.json"


def _one_more(before: Attempts | None, moment: datetime) -> str:
    now = state.plausible(moment).isoformat(timespec="seconds")
    earlier = before or Attempts(0, "", "")
    first, last = min(earlier.first or now, now), max(earlier.last, now)  # a clock may have been set back
    more = Attempts(min(earlier.count + 1, MOST), first, last, earlier.unreadable)
    return json.dumps({"format": _FORMAT, **asdict(more)})


def _read(path: Path) -> Attempts | None:
    """Return what one file counts; None when there is none."""
    try:
        if not path.is_file():  # a pipe under this name would keep whoever opens it waiting
            return None
        with path.open("rb") as handle:
            found = json.loads(handle.read(_MOST_BYTES))
    except OSError:
        return None
    except (ValueError, RecursionError):
        return _UNREADABLE
    return _attempts(found) if isinstance(found, dict) else _UNREADABLE


def _attempts(found: dict[str, object]) -> Attempts:
    count, first, last = found.get("count"), found.get("first"), found.get("last")
    if found.get("format") != _FORMAT or type(count) is not int or not 0 < count <= MOST:
        return _UNREADABLE
    if not (state.is_moment(first) and state.is_moment(last)):
        return _UNREADABLE
    begun, ended = _in_utc(first), _in_utc(last)
    return Attempts(count, begun, ended, found.get("unreadable") is True) if begun <= ended else _UNREADABLE


def _in_utc(moment: object) -> str:
    return datetime.fromisoformat(str(moment)).astimezone(UTC).isoformat(timespec="seconds")
