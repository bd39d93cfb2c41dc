"""A registry opens with Debian's age and an independent reader of SQLCipher, as the page in docs/ says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.vault import RecoveryKey, layout, parse_recovery
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, ReadyRegistry, StoppedClock
from tests.vault.registries import ROOT

PAGE = ROOT / "docs" / "open-without-mhdesk.md"
STEPS = re.findall(r"^```(sh|python)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
# Runs a command with a terminal of its own: age takes a passphrase from nowhere else.
WITH_A_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


def at_a_terminal(command: list[str], typed: str, environment: dict[str, str]) -> str:
    """Run ``command``, type ``typed`` when it asks for a passphrase, and return what the terminal showed."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_A_TERMINAL, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    shown = b""
    while part := _read(ours):
        shown += part
        if b"passphrase" in part:
            os.write(ours, typed.encode() + b"\n")
    os.close(ours)
    assert process.wait() == 0, shown.decode()
    return shown.decode()


def _read(terminal: int) -> bytes:
    """Return what comes next; nothing once the other side is closed, which Linux reports as an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def follow_the_page(registry: Path, key: str, passphrase: str, work: Path) -> str:
    """Run every command of the page in its order, and return what they showed."""
    environment = os.environ | {"REGISTRY": str(registry), "KEY": key, "WORK": str(work)}
    shown = ""
    for language, source in STEPS:
        command = ["sh", "-ec", source] if language == "sh" else [sys.executable, "-c", source]
        shown += at_a_terminal(command, passphrase, environment)
    return shown


@pytest.fixture
def worked_in(registry: ReadyRegistry, clock: StoppedClock) -> ReadyRegistry:
    """Return a registry with one signal, closed."""
    desk: Desk = registry.open(clock)
    signals.register(desk, a_notification(narrative="Verzonnen: łaźnia aan de kade."))
    desk.close()
    quicken(registry.unlocked)
    return registry


def test_the_programs_of_the_page_are_there() -> None:
    assert shutil.which("age"), (
        "Install the package age: apt-get install age. `make test` does, where it may."
    )


def test_the_page_opens_a_registry_by_passphrase(worked_in: ReadyRegistry, tmp_path: Path) -> None:
    key = layout.user_key(worked_in.folder, worked_in.unlocked.key_id).name
    shown = follow_the_page(worked_in.folder, key, PASSPHRASE, tmp_path / "work")
    assert "audit_event" in shown
    assert "2026-11-2" in shown
    assert "Verzonnen: łaźnia aan de kade." in shown
    assert not (tmp_path / "work").exists()


def test_the_page_opens_a_registry_by_its_recovery_page(worked_in: ReadyRegistry, tmp_path: Path) -> None:
    key: RecoveryKey = parse_recovery(" ".join(worked_in.recovery_groups))
    shown = follow_the_page(worked_in.folder, "recovery.age", key.passphrase(), tmp_path / "work")
    assert "Verzonnen: łaźnia aan de kade." in shown


def test_another_passphrase_opens_nothing(worked_in: ReadyRegistry, tmp_path: Path) -> None:
    key = layout.user_key(worked_in.folder, worked_in.unlocked.key_id).name
    with pytest.raises(AssertionError, match="incorrect passphrase"):
        follow_the_page(worked_in.folder, key, "een andere wachtzin", tmp_path / "work")
