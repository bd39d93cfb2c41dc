"""After the lock nothing of what was typed is in the memory of the process, in a file or on the clipboard.

On X11 where an Xvfb can be had and Qt finds its libraries, otherwise without any display.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import pytest

from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER
from tests.test_nothing_leaks import Place, forms, leaks

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry

WORDS: Final = {"narrative": "qzwvdraadje", "last_name": "Qzwvkrtsma"}
PATIENCE: Final = 120
PART: Final = 1 << 24
LONGEST_WORD: Final = 400
# Said before mhdesk is there: from then on nobody who is not an administrator could open its memory any more.
BEGIN: Final = """
import json, sys
print("begun", flush=True)
words = json.loads(sys.stdin.readline())
from tests import window_day
sys.exit(window_day.run(words))
"""


class Memory:
    """What a process has in memory, from the moment at which this is made until it becomes another program."""

    def __init__(self, process: int) -> None:
        self._map: BinaryIO = Path(f"/proc/{process}/maps").open("rb")  # noqa: SIM115 - closed by close()
        self._content: BinaryIO = Path(f"/proc/{process}/mem").open("rb", buffering=0)  # noqa: SIM115 - as above

    def holds(self, secrets: dict[str, set[bytes]]) -> set[str]:
        """Return the names of the secrets that are in it."""
        self._map.seek(0)
        found: set[str] = set()
        for line in self._map.read().decode().splitlines():
            begin, end, mode = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()  # type: ignore[union-attr]  # so the kernel writes them
            if mode.startswith("rw"):  # the rest is as it is in the files of the programs
                found |= self._search(int(begin, 16), int(end, 16), secrets)
        return found

    def _search(self, begin: int, end: int, secrets: dict[str, set[bytes]]) -> set[str]:
        found: set[str] = set()
        for place in range(begin, end, PART):
            try:
                self._content.seek(place)
                content = self._content.read(min(PART + LONGEST_WORD, end - place))
            except (OSError, ValueError, OverflowError):  # what the kernel keeps there is not memory
                break
            found |= {name for name, written in secrets.items() if any(form in content for form in written)}
        return found

    def close(self) -> None:
        self._map.close()
        self._content.close()


def secrets() -> dict[str, set[bytes]]:
    """Return what must not be found, as Python, Qt and SQLite have text in memory."""
    words = {**WORDS, "passphrase": PASSPHRASE}
    codes = ("utf-8", "utf-16-le", "utf-32-le")
    return {
        name: {form.encode(code) for form in (word, word.lower()) for code in codes}
        for name, word in words.items()
    }


@contextmanager
def a_display(aside: Path) -> Iterator[dict[str, str]]:
    """Give an X server of its own when there is one that Qt can use, else the platform without a display."""
    without = {"QT_QPA_PLATFORM": "offscreen"}
    program = shutil.which("Xvfb")
    if program is None:
        yield without
        return
    hear, speak = os.pipe()
    command = [program, "-displayfd", str(speak), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with (aside / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(command, pass_fds=[speak], stdout=log, stderr=log)
    os.close(speak)
    try:
        with os.fdopen(hear) as told:
            display = {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        yield display if qt_shows_on(display) else without
    finally:
        server.terminate()
        server.wait()


def qt_shows_on(display: dict[str, str]) -> bool:
    program = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return not subprocess.run(
        [sys.executable, "-c", program], env=os.environ | display, check=False, capture_output=True
    ).returncode


def on_the_clipboard(display: dict[str, str]) -> str:
    """Return what another program finds on the clipboard."""
    program = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.clipboard().text())"
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, env=os.environ | display, check=True, capture_output=True, text=True
    ).stdout.strip()


def until_locked(process: subprocess.Popen[str]) -> Memory:
    """Wait until the process has become the one that asks for the passphrase; return its memory."""
    deadline = time.monotonic() + PATIENCE
    arguments = Path(f"/proc/{process.pid}/cmdline")
    while b"--locked-at" not in arguments.read_bytes():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.002)
    return Memory(process.pid)


@pytest.fixture
def place(registry: ReadyRegistry, tmp_path: Path) -> Place:
    """Return a computer of its own with a registry on it."""
    made = Place(tmp_path / "computer", tmp_path / "aside")
    made.environment()
    made.registry.parent.mkdir()
    quicken(registry.at(made.registry).unlocked)
    return made


def test_after_the_lock_nothing_that_was_typed_is_left(place: Place, tmp_path: Path) -> None:
    with a_display(tmp_path) as display:
        said = (place.root / "said" / "window.err").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN],
            env=place.environment() | display,
            cwd=place.root / "work",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
        said.close()
        try:
            look_before_and_after(process, place, display)
        finally:
            process.kill()
            process.communicate()
    written = {name: forms(word) for name, word in {**WORDS, "passphrase": PASSPHRASE}.items()}
    assert leaks(written, place.root) == []


def look_before_and_after(process: subprocess.Popen[str], place: Place, display: dict[str, str]) -> None:
    assert process.stdin
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    memory = Memory(process.pid)
    words = {"registry": str(place.registry), "user": USER, "passphrase": PASSPHRASE, **WORDS}
    process.stdin.write(json.dumps(words) + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "typed\n"
    if display["QT_QPA_PLATFORM"] == "xcb":
        assert on_the_clipboard(display) == WORDS["narrative"]
    assert memory.holds(secrets()) >= {"narrative", "last_name"}  # or the search would find nothing at all
    memory.close()
    process.stdin.write("lock\n")
    process.stdin.flush()
    memory = until_locked(process)
    time.sleep(2)  # the page that asks for the passphrase is there by then
    assert process.poll() is None
    assert memory.holds(secrets()) == set()
    assert memory.holds({"where": {str(place.registry).encode()}}) == {"where"}  # this is that process
    memory.close()
    if display["QT_QPA_PLATFORM"] == "xcb":
        assert on_the_clipboard(display) == ""
