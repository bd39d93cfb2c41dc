"""The safety net itself: each of these lets something go wrong and expects a failed test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QUIET = ["-q", "-rA", "--tb=no", "-p", "no:cacheprovider", "-p", "no:randomly"]

GOES_WRONG = {
    "a warning": "import warnings; warnings.warn('old')",
    "a log record": "import logging; logging.getLogger('x').warning('odd')",
    "an announced log record that never comes": "expected_logs('never')",
    "a message of Qt": "from PySide6.QtCore import qWarning; qWarning('odd')",
    "an exception in a slot": (
        "from PySide6.QtCore import QTimer; QTimer.singleShot(0, lambda: 1 / 0); qtbot.wait(50)"
    ),
    "a thread left running": (
        "import threading, time; threading.Thread(target=time.sleep, args=(2,)).start()"
    ),
}
IS_FINE = {
    "nothing": "pass",
    "an announced log record": (
        "import logging; expected_logs('x: odd'); logging.getLogger('x').error('odd')"
    ),
}
NAMES = [*GOES_WRONG, *IS_FINE]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Run one test a body under the project's own settings; return the lines of pytest's summary."""
    folder = tmp_path_factory.mktemp("strict")
    bodies = enumerate((GOES_WRONG | IS_FINE).values())
    tests = [f"def test_{number}(qtbot, expected_logs):\n    {body}\n" for number, body in bodies]
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    (folder / "test_bodies.py").write_text("\n".join(tests), encoding="utf-8")
    settings = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), str(folder)]
    command = [sys.executable, "-m", "pytest", *QUIET, *settings]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=folder
    ).stdout.splitlines()


def _outcomes(what: str, report: list[str]) -> set[str]:
    test = f"test_bodies.py::test_{NAMES.index(what)}"
    return {line.split()[0] for line in report if test in line.split()}


@pytest.mark.parametrize("what", GOES_WRONG)
def test_what_goes_wrong_unseen_fails_the_test(what: str, report: list[str]) -> None:
    assert _outcomes(what, report) & {"FAILED", "ERROR"}, report


@pytest.mark.parametrize("what", IS_FINE)
def test_what_was_announced_does_not(what: str, report: list[str]) -> None:
    assert _outcomes(what, report) == {"PASSED"}, report
