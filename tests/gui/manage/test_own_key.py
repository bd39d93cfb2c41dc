"""One's own passphrase and name, changed in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from mhdesk.desk import opening
from mhdesk.desk.desk import Desk
from mhdesk.errors import UnlockError
from mhdesk.gui.manage.dialogs import OwnNameDialog
from mhdesk.gui.manage.own_key_section import OwnKeySection
from mhdesk.gui.widgets.messages import Kind
from tests.gui.manage.conftest import COLLEAGUE, OTHER_WORDS, Shown
from tests.gui.reach import nameless
from tests.gui.widgets.screen import press, type_in
from tests.registry_fixtures import PASSPHRASE, USER


@pytest.fixture
def section(manage: Shown) -> OwnKeySection:
    shown = manage("key").section
    assert isinstance(shown, OwnKeySection)
    return shown


def editor(section: OwnKeySection, name: str) -> QLineEdit:
    found = section.fields[name].editor
    assert isinstance(found, QLineEdit)
    return found


def typed(widget: QWidget) -> list[str]:
    return [field.text() for field in widget.findChildren(QLineEdit)]


def fill(section: OwnKeySection, old: str, new: str, again: str) -> None:
    for name, words in (("old", old), ("passphrase", new), ("again", again)):
        editor(section, name).setText(words)


def test_another_passphrase_by_keyboard_alone(section: OwnKeySection, team: Desk) -> None:
    assert section.old.hasFocus()
    type_in(section.old, PASSPHRASE)
    press(section.old, Qt.Key.Key_Return)
    for name in ("passphrase", "again"):
        assert editor(section, name).hasFocus()
        type_in(editor(section, name), OTHER_WORDS)
        press(editor(section, name), Qt.Key.Key_Return)
    assert section.messages.kind is Kind.DONE
    assert typed(section) == ["", "", ""]
    team.close()
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opening.by_passphrase(team.folder, USER, PASSPHRASE, clock=team.now)
    opening.by_passphrase(team.folder, USER, OTHER_WORDS, clock=team.now).close()


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("", OTHER_WORDS, OTHER_WORDS, "old"),
        ("niet de goede", OTHER_WORDS, OTHER_WORDS, "old"),
        (PASSPHRASE, "", "", "passphrase"),
        (PASSPHRASE, "welkom", "welkom", "passphrase"),
        (PASSPHRASE, PASSPHRASE, PASSPHRASE, "passphrase"),
        (PASSPHRASE, OTHER_WORDS, "iets anders", "again"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    section: OwnKeySection, old: str, new: str, again: str, field: str
) -> None:
    fill(section, old, new, again)
    section.change.click()
    assert [name for name, one in section.fields.items() if one.error()] == [field]


def test_a_mistake_is_no_longer_said_once_it_is_mended(section: OwnKeySection) -> None:
    section.change.click()
    assert section.fields["old"].error()
    type_in(section.old, "a")
    assert not section.fields["old"].error()


def test_what_was_typed_is_gone_when_another_section_is_shown(manage: Shown) -> None:
    page = manage("key")
    section = page.section
    assert isinstance(section, OwnKeySection)
    fill(section, PASSPHRASE, OTHER_WORDS, OTHER_WORDS)
    page.open_section("computer")
    assert typed(section) == ["", "", ""]
    section.old.undo()
    assert section.old.text() == ""


def dialog(section: OwnKeySection) -> OwnNameDialog:
    section.rename.click()
    (found,) = section.findChildren(OwnNameDialog)
    return found


def test_another_name_is_the_one_to_unlock_by(section: OwnKeySection, team: Desk) -> None:
    ask = dialog(section)
    assert nameless(ask) == []
    ask.name.setText(" Noor Anders ")
    ask.passphrase.setText(PASSPHRASE)
    ask.primary.click()
    assert section.messages.sentence() == "Vanaf nu ontgrendel je als Noor Anders."
    assert "Noor Anders" in section.named.plain()
    assert typed(ask) == ["", ""]
    team.close()
    opening.by_passphrase(team.folder, "Noor Anders", PASSPHRASE, clock=team.now).close()


@pytest.mark.parametrize(
    ("name", "passphrase", "field"),
    [
        ("", PASSPHRASE, "name"),
        (COLLEAGUE, PASSPHRASE, "name"),
        ("Noor Anders", "", "old"),
        ("Noor Anders", "niet de goede", "old"),
    ],
)
def test_a_name_that_cannot_be_had_says_so_at_its_field(
    section: OwnKeySection, name: str, passphrase: str, field: str
) -> None:
    ask = dialog(section)
    ask.name.setText(name)
    ask.passphrase.setText(passphrase)
    ask.primary.click()
    assert [key for key, one in ask.fields.items() if one.error()] == [field]
    assert ask.isVisible()
