"""The keyring of this computer, turned on and off in the window, and what runs here."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt

from mhdesk.desk import opening
from mhdesk.desk.desk import Desk
from mhdesk.gui.entry.opening import this_computer
from mhdesk.gui.manage.computer_section import ComputerSection
from mhdesk.gui.widgets.messages import Kind
from tests.gui.manage.conftest import Shown
from tests.gui.widgets.screen import press, type_in
from tests.keyrings import SystemKeyring
from tests.logins import UNNUMBERED, log_in
from tests.registry_fixtures import PASSPHRASE


@pytest.fixture(autouse=True)
def _login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the computer tell this login from others."""
    log_in(tmp_path, monkeypatch, "1")


def shown(manage: Shown) -> ComputerSection:
    section = manage("computer").section
    assert isinstance(section, ComputerSection)
    return section


def remembered(desk: Desk) -> bool:
    return opening.is_remembered(desk.folder, this_computer(after_lock=False))


def test_a_computer_is_made_to_remember_and_to_forget(
    manage: Shown, team: Desk, system_keyring: SystemKeyring
) -> None:
    section = shown(manage)
    assert section.state.sentence() == "Deze computer onthoudt het register niet."
    type_in(section.proof, PASSPHRASE)
    press(section.proof, Qt.Key.Key_Return)
    assert remembered(team)
    assert section.messages.kind is Kind.DONE
    assert section.state.sentence() == "Deze computer onthoudt het register."
    assert section.proof.text() == ""
    assert not section.fields["old"].isVisible()
    section.forget_it.click()
    assert not remembered(team)
    assert not system_keyring.kept
    assert section.fields["old"].isVisible()


@pytest.mark.parametrize(("passphrase", "told"), [("", "Vul de wachtzin in."), ("fout", "Caps Lock")])
def test_without_the_passphrase_nothing_is_remembered(
    manage: Shown, team: Desk, system_keyring: SystemKeyring, passphrase: str, told: str
) -> None:
    section = shown(manage)
    section.proof.setText(passphrase)
    section.remember.click()
    assert told in section.fields["old"].error()
    assert not remembered(team)
    assert not system_keyring.kept


def test_without_a_trusted_keyring_it_is_not_offered(manage: Shown) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]  # keyring leaves it bare
    try:
        section = shown(manage)
    finally:
        keyring.set_keyring(before)
    assert section.state.sentence() == "Deze computer kan het register niet onthouden."
    assert not section.remember.isVisible()
    assert not section.proof.isVisible()


def test_without_logins_that_can_be_told_apart_it_is_not_offered(
    manage: Shown, system_keyring: SystemKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(tmp_path, monkeypatch, UNNUMBERED)
    section = shown(manage)
    assert not section.remember.isVisible()
    assert not system_keyring.kept
    assert "aangemeld" in section.state.accessibleName()


def test_the_versions_that_matter_are_named(manage: Shown) -> None:
    told = shown(manage).versions.plain()
    assert [line.split()[0] for line in told.splitlines()] == [
        "mhdesk",
        "SQLCipher",
        "SQLite",
        "OpenSSL",
        "Qt",
    ]
    assert "OpenSSL OpenSSL" not in told
