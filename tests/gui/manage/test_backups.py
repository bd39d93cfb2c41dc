"""Backups in the window: how they stand, making one, the second place, trying one and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mhdesk.desk import backups, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.backups import PlaceKind
from mhdesk.domain.people import Role, User
from mhdesk.domain.views import SignalFilter
from mhdesk.gui.manage.backups_section import BackupsSection
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.restoring.page import RestorePage
from mhdesk.gui.widgets.editors import PassphraseEditor
from tests.desk.drafts import a_notification
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import click, press, type_in
from tests.registry_fixtures import PASSPHRASE, ReadyRegistry, StoppedClock

Shown = Callable[..., ManagePage]


@pytest.fixture
def section(manage: Shown, team: Desk) -> BackupsSection:
    """Return the section over a registry with one signal and no backup yet."""
    signals.register(team, a_notification())
    return section_of(manage("backups"))


def section_of(page: ManagePage) -> BackupsSection:
    found = page.section
    assert isinstance(found, BackupsSection)
    return found


def lying(desk: Desk, kind: PlaceKind = PlaceKind.OWN) -> int:
    return sum(len(place.backups) for place in backups.places(desk) if place.kind is kind)


def test_before_the_first_it_says_that_there_is_none(section: BackupsSection) -> None:
    assert "nog geen reservekopie" in section.state.sentence()
    assert section.chosen() is None
    assert section.list.isHidden()


def test_one_is_made_checked_and_listed(section: BackupsSection, team: Desk) -> None:
    click(section.make)
    assert lying(team) == 1
    assert section.messages.sentence().startswith("Gemaakt en gecontroleerd, met 1 signaal erin.")
    chosen = section.chosen()
    assert chosen is not None
    assert chosen[1].readable
    tester = QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    click(section.make)
    assert tester.model() is section.model
    assert lying(team) >= 1


def test_a_second_place_gets_a_copy_too(section: BackupsSection, team: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    section.choose_place(stick)
    click(section.make)
    assert (lying(team), lying(team, PlaceKind.SECOND)) == (1, 1)
    click(section.drop)
    assert backups.second_place(team) is None


def test_who_does_not_administer_is_not_offered_another_place(manage: Shown, team: Desk) -> None:
    team.user = User(2, "Bram Verzonnen", Role.VT_WORKER)
    section = section_of(manage("backups"))
    assert section.choose.isHidden()
    assert section.drop.isHidden()


def test_a_place_inside_the_registry_is_refused_in_words(section: BackupsSection, team: Desk) -> None:
    section.choose_place(team.folder / "backups")
    assert "map van een register" in section.messages.sentence()
    assert backups.second_place(team) is None


def test_a_missing_stick_is_said_and_the_own_place_still_gets_one(
    section: BackupsSection, team: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    section.choose_place(stick)
    stick.rmdir()
    click(section.make)
    assert lying(team) == 1
    assert "is er niet" in section.messages.sentence()


def test_trying_one_changes_nothing_and_is_remembered(section: BackupsSection, team: Desk) -> None:
    click(section.make)
    click(section.part.try_it)
    assert section.messages.sentence().startswith("Hij is terug te zetten")
    assert backups.restore_tested_on(team) == team.today()


def test_a_damaged_one_is_named_and_cannot_be_put_back(section: BackupsSection) -> None:
    click(section.make)
    chosen = section.chosen()
    assert chosen is not None
    (chosen[1].folder / "registry.db").write_bytes(b"x" * 4096)
    section.entered()
    assert not section.part.restore.isVisible()
    assert not section.part.try_it.isVisible()


def restoring(section: BackupsSection) -> RestorePage:
    click(section.part.restore)
    page = section.window().findChild(RestorePage)
    assert isinstance(page, RestorePage)
    return page


def test_putting_one_back_shows_first_what_would_be_lost(section: BackupsSection, team: Desk) -> None:
    click(section.make)
    signals.register(team, a_notification())
    page = restoring(section)
    editor = page.form.fields["passphrase"].editor
    assert isinstance(editor, PassphraseEditor)
    type_in(editor, "een andere wachtzin dan toen")
    press(editor, Qt.Key.Key_Return)
    assert page.form.fields["passphrase"].error()
    editor.setText("")
    type_in(editor, PASSPHRASE)
    press(editor, Qt.Key.Key_Return)
    assert page.form.state.sentence().startswith("Deze reservekopie is heel: 1 signaal en 2 personen, van ")
    assert "1 signaal, en" in page.form.told.plain()
    assert len(signals.ids(team, SignalFilter())) == 2


def test_after_putting_one_back_the_registry_is_opened_anew(
    section: BackupsSection, team: Desk, trail: Trail, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    click(section.make)
    signals.register(team, a_notification())
    page = restoring(section)
    editor = page.form.fields["passphrase"].editor
    assert isinstance(editor, PassphraseEditor)
    type_in(editor, PASSPHRASE)
    press(editor, Qt.Key.Key_Return)
    click(page.form.put_back)
    assert editor.text() == ""
    assert "teruggezet" in page.done.plain()
    click(page.open)
    assert trail.steps == [("lock",)]
    again = registry.open(clock)
    assert len(signals.ids(again, SignalFilter())) == 1
    again.close()


def test_every_control_has_a_name(section: BackupsSection) -> None:
    click(section.make)
    assert nameless(section) == []
    assert nameless(restoring(section)) == []
