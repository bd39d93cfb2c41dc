"""What holds for every test: nothing leaks in from the machine, nothing goes wrong unseen.

Warnings fail (pyproject.toml), so do Qt's own messages and exceptions in slots (pytest-qt), log
records that a test did not announce, and threads that it leaves behind.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["tests.registry_fixtures", "tests.desk.busy"]

CI = bool(os.environ.get("CI"))
HOME = Path(tempfile.mkdtemp(prefix="mhdesk-tests-"))


def _leave_the_machine() -> None:
    """Give the whole run its own home, time zone and looks; imports of the app come after it."""
    places = {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "runtime",
        "XDG_STATE_HOME": "state",
    }
    for name, folder in places.items():
        place = HOME / folder
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(place)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["TZ"] = "Europe/Amsterdam"
    if hasattr(time, "tzset"):
        time.tzset()
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


_leave_the_machine()

# A shared runner may pause a test for seconds: time is measured in benchmarks/, not here.
# Sixty examples of each property: many of them work in a registry of their own, and the suite has a quarter of an hour.
EXAMPLES = 60
hypothesis.settings.register_profile("desk", deadline=None, max_examples=EXAMPLES)
hypothesis.settings.register_profile(
    "ci", deadline=None, max_examples=EXAMPLES, derandomize=True, print_blob=True
)
hypothesis.settings.load_profile("ci" if CI else "desk")


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    shutil.rmtree(HOME, ignore_errors=True)


class ExpectedLogs:
    """The warnings and errors that a test announces: ``expected_logs("no keyring")``."""

    def __init__(self) -> None:
        self._patterns: dict[str, bool] = {}

    def __call__(self, pattern: str) -> None:
        """Allow, and demand, a record whose ``logger: message`` matches the regular expression."""
        self._patterns[pattern] = False

    def knows(self, record: logging.LogRecord) -> bool:
        """Return whether ``record`` was announced, and remember that it came."""
        text = f"{record.name}: {record.getMessage()}"
        found = [pattern for pattern in self._patterns if re.search(pattern, text)]
        self._patterns.update(dict.fromkeys(found, True))
        return bool(found)

    def unseen(self) -> list[str]:
        """Return what was announced and never came."""
        return [pattern for pattern, seen in self._patterns.items() if not seen]


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:  # noqa: ARG001 - there must be an application
    """Return a qtbot with more patience than the usual one."""
    from tests.patient_qt import PatientBot  # Qt only where a test asks for it

    return PatientBot(request)


@pytest.fixture(autouse=True)
def expected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[ExpectedLogs]:
    """Fail the test on every warning or error in a log that it did not announce."""
    expected = ExpectedLogs()
    yield expected
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record for record in records if record.levelno >= logging.WARNING]
    surprises = [f"{record.name}: {record.getMessage()}" for record in loud if not expected.knows(record)]
    assert not surprises, "unexpected log records"
    assert not expected.unseen(), "announced log records that never came"


@pytest.fixture(autouse=True)
def _no_threads_stay_behind() -> Iterator[None]:
    """Fail the test when a thread that it started still runs a second after it.

    Threads that Qt starts show up in Python as dummies without an end: those are left out.
    """
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    left = [thread for thread in left if not isinstance(thread, threading._DummyThread)]
    for thread in left:
        thread.join(timeout=1)
    assert not [thread.name for thread in left if thread.is_alive()], "threads left running"
