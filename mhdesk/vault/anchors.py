"""What this computer saw of a log last: how long it was, and its head.

The log is chained, but whoever puts an older database back, or cuts the end off, leaves a chain that fits. So each
computer remembers ``(seq, head)`` outside the registry, in two places: a small file in its own folder, and the
system's keyring where there is one that can be trusted. Neither is needed for anything, and nothing waits long for
them: a keyring that does not answer in half a second is not asked again that day (it may have put a question on the
screen). The places are told by the registry's id and its folder: a copy in another folder has a history of its own.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from mhdesk import files
from mhdesk.vault import computer_keyring, state
from mhdesk.vault.computer_keyring import KeyringRefusedError

T = TypeVar("T")

WAIT_SECONDS: Final = 0.5
_FORMAT: Final = "mhdesk-anchor-1"
_MOST_BYTES: Final = 4096
_MOST_SEQ: Final = 2**62
_HEAD: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One moment of a log: the number of its last event, that event's hash, and when this was noted (UTC)."""

    seq: int
    head: str
    at: str


@dataclass(frozen=True, slots=True)
class _Note:
    """What the file says besides: which keyring was used, and on which day it did not answer."""

    anchor: Anchor | None = None
    backend: str = ""
    silent_on: str = ""


class Anchors:
    """The two places of one registry on this computer. Nothing here raises: what cannot be read is not there."""

    def __init__(self, registry_id: str, folder: Path, state_dir: Path) -> None:
        self._account = f"anchor-{registry_id[:16]}-{state.digest(folder)}"
        self._path = state_dir / f"{self._account}.json"
        self._silent = False

    def seen(self, day: str) -> tuple[Anchor, ...]:
        """Return what was kept, each once; ``day`` is today as ISO text."""
        note = self._note()
        found = (note.anchor, self._in_keyring(note, day))
        return tuple(dict.fromkeys(anchor for anchor in found if anchor))

    def keep(self, anchor: Anchor, *, in_keyring: bool = True) -> None:
        """Keep ``anchor`` instead; the keyring may be left out where nobody should wait for it."""
        before = self._note()
        note = replace(before, anchor=anchor)
        if in_keyring:
            note = self._keep_in_keyring(note, anchor)
        with contextlib.suppress(OSError):
            files.make_folder(self._path.parent)
            files.write_text(self._path, _written(note))

    def _keep_in_keyring(self, note: _Note, anchor: Anchor) -> _Note:
        day = anchor.at[:10]
        if self._silent or note.silent_on == day:
            return replace(note, silent_on=day)

        def write() -> str:
            backend = computer_keyring.trusted()
            computer_keyring.write(backend, self._account, json.dumps({"format": _FORMAT, **asdict(anchor)}))
            return backend

        backend = _soon(write)
        return replace(note, silent_on=day) if backend is None else replace(note, backend=backend)

    def _in_keyring(self, note: _Note, day: str) -> Anchor | None:
        if not note.backend and note.anchor:  # the file was written without a keyring
            return None
        if note.silent_on == day:
            return None

        def read() -> str:
            backend = note.backend or computer_keyring.trusted()
            return computer_keyring.read(backend, self._account) or ""

        found = _soon(read)
        self._silent = found is None
        return _anchor(_members(found or ""))

    def _note(self) -> _Note:
        try:
            if not self._path.is_file():
                return _Note()
            with self._path.open("rb") as handle:
                found = _members(handle.read(_MOST_BYTES))
        except OSError:
            return _Note()
        backend, silent_on = found.get("backend"), found.get("silent_on")
        return _Note(
            _anchor(found),
            backend if isinstance(backend, str) else "",
            silent_on if isinstance(silent_on, str) else "",
        )


def _written(note: _Note) -> str:
    anchor = asdict(note.anchor) if note.anchor else {}
    beside = {"backend": note.backend, "silent_on": note.silent_on}
    return json.dumps({"format": _FORMAT, **anchor, **beside})


def _anchor(found: dict[str, object]) -> Anchor | None:
    """Return an anchor in the right shape; whatever else is there is none."""
    seq, head, at = found.get("seq"), found.get("head"), found.get("at")
    if found.get("format") != _FORMAT or type(seq) is not int or not 0 < seq < _MOST_SEQ:
        return None
    if not (isinstance(head, str) and _HEAD.fullmatch(head) and isinstance(at, str) and state.is_moment(at)):
        return None
    return Anchor(seq, head, at)


def _members(text: str | bytes) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _soon(work: Callable[[], T]) -> T | None:
    """Return what ``work`` returns, None when the keyring refuses or does not answer in time.

    In a thread of its own, which dies with the process: a system that shows a question waits for its answer.
    """
    answers: list[T] = []

    def ask() -> None:
        with contextlib.suppress(KeyringRefusedError):
            answers.append(work())

    thread = threading.Thread(target=ask, name="mhdesk keyring", daemon=True)
    thread.start()
    thread.join(WAIT_SECONDS)
    return answers[0] if answers else None
