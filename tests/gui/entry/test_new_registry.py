"""From nothing to a registry whose recovery page was typed back; wrong answers stand at their field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import backups, registries
from mhdesk.domain.change import Change
from mhdesk.domain.people import PERMISSIONS, Permission, Role
from mhdesk.domain.problems import Problem, ProblemsError
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import InputError, KnownError
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.new_registry import NewRegistry
from mhdesk.gui.entry.opening import Made, Opened
from mhdesk.gui.entry.person_step import founder_roles
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Label
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press, type_in
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

LONG = 60_000


@pytest.fixture
def wizard(screen: Screen, runner: InlineRunner) -> NewRegistry:
    return shown(NewRegistry(runner), screen)


def shown(wizard: NewRegistry, screen: Screen) -> NewRegistry:
    wizard.resize(1366, 768)
    screen.open(wizard)
    wizard.entered()
    return wizard


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())


def fill(field: Field, text: str) -> None:
    assert isinstance(field.editor, TextEditor)
    field.editor.setText("")
    type_in(field.editor, text)


def fill_registry(wizard: NewRegistry, name: str = "Voorbeeldregio", folder: Path | None = None) -> None:
    fill(wizard.registry.fields["name"], name)
    if folder is not None:
        fill(wizard.registry.fields["folder"], str(folder))
    click(button(wizard.registry, "Verder"))


def fill_person(wizard: NewRegistry, passphrase: str = PASSPHRASE, again: str | None = None) -> None:
    fill(wizard.person.fields["user_name"], USER)
    fill(wizard.person.fields["passphrase"], passphrase)
    fill(wizard.person.fields["again"], passphrase if again is None else again)
    click(button(wizard.person, "Register maken"))


def groups_of(wizard: NewRegistry) -> list[TextEditor]:
    return wizard.prove.groups.findChildren(TextEditor)


def at_the_sheet(wizard: NewRegistry, opened: Opened, groups: tuple[str, ...]) -> None:
    """Bring the wizard to where the registry has just been made."""
    wizard._on_runner_made(Made(opened, groups))


def test_the_whole_walk_ends_with_an_open_registry_and_a_proven_page(
    thread_runner: ThreadRunner, screen: Screen, tmp_path: Path, qtbot: QtBot, clock: StoppedClock
) -> None:
    wizard = shown(NewRegistry(thread_runner), screen)
    folder, page = tmp_path / "nieuw", tmp_path / "herstelblad.pdf"
    fill_registry(wizard, folder=folder)
    fill_person(wizard)
    qtbot.waitUntil(wizard.sheet.isVisible, timeout=LONG)

    click(button(wizard.sheet, "Blad bewaren als PDF…"))
    (dialog,) = wizard.sheet.findChildren(QFileDialog)
    dialog.selectFile(str(page))
    dialog.accept()
    qtbot.waitUntil(wizard.sheet.messages.isVisible, timeout=LONG)
    assert page.read_bytes().startswith(b"%PDF")
    assert str(page) in wizard.sheet.messages.sentence()

    groups = wizard.sheet._groups
    click(button(wizard.sheet, "Het is geprint: overtypen"))
    wrong = "00000" if groups[2] != "00000" else "11111"
    for place, group in enumerate((*groups[:2], wrong)):
        type_in(groups_of(wizard)[place], group.lower())
    assert "Groep 3" in wizard.prove.groups.error()
    fill_group(groups_of(wizard)[2], groups[2])
    for place in range(3, 8):
        type_in(groups_of(wizard)[place], groups[place])
    with qtbot.waitSignal(wizard.finished, timeout=LONG) as told:
        press(groups_of(wizard)[7], Qt.Key.Key_Return)
    assert told.args is not None
    opened = told.args[0]
    assert isinstance(opened, Opened)
    assert (opened.folder, opened.info.name, opened.user.name) == (folder, "Voorbeeldregio", USER)
    assert opened.recovery_proven
    assert opened.page == page
    assert not opened.made_up

    answers: list[bool] = []
    thread_runner.ask(registries.recovery_is_proven, answers.append)
    qtbot.waitUntil(lambda: answers == [True])
    thread_runner.close()
    registries.open_registry(folder, USER, PASSPHRASE, clock=clock).close()


def fill_group(editor: TextEditor, group: str) -> None:
    editor.setText("")
    type_in(editor, group)


def test_a_registry_without_a_name_or_a_municipality_is_not_begun(wizard: NewRegistry) -> None:
    fill_registry(wizard, name=" ")
    assert wizard.registry.isVisible()
    assert wizard.registry.fields["name"].error()
    assert wizard.registry.fields["name"].editor.hasFocus()


def test_enter_in_a_field_of_the_first_step_goes_on(wizard: NewRegistry) -> None:
    fill(wizard.registry.fields["name"], "Voorbeeldregio")
    press(wizard.registry.fields["name"].editor, Qt.Key.Key_Return)
    assert wizard.person.isVisible()


def test_a_mistake_goes_while_it_is_mended(wizard: NewRegistry) -> None:
    fill_registry(wizard, name=" ")
    type_in(wizard.registry.fields["name"].editor, "V")
    assert wizard.registry.fields["name"].error() == ""
    fill_registry(wizard)
    fill_person(wizard, again="iets anders")
    type_in(wizard.person.fields["again"].editor, "x")
    assert wizard.person.fields["again"].error() == ""


def test_a_folder_that_cannot_be_is_refused_on_the_first_step(wizard: NewRegistry, tmp_path: Path) -> None:
    (tmp_path / "iets").touch()
    for folder, words in ((tmp_path, "niet leeg"), (tmp_path / "OneDrive" / "x", "clouddienst")):
        fill_registry(wizard, folder=folder)
        assert wizard.registry.isVisible()
        assert words in wizard.registry.fields["folder"].error()


def test_the_folder_follows_the_name_until_another_is_chosen(wizard: NewRegistry) -> None:
    fill(wizard.registry.fields["name"], "Gooi: en/Vecht*")
    assert wizard.registry.folder() == Path.home() / "mhdesk" / "Gooi en Vecht"
    fill(wizard.registry.fields["folder"], "/elders/register")
    fill(wizard.registry.fields["name"], "Anders")
    assert wizard.registry.folder() == Path("/elders/register")


def test_the_kind_of_organisation_says_how_long_signals_are_kept(wizard: NewRegistry) -> None:
    consequence = wizard.registry._consequence
    assert "15 jaar" in consequence.plain()
    wizard.registry._type.set_code("veilig_thuis")
    wizard.registry._type.edited.emit()
    assert "20 jaar" in consequence.plain()
    assert "Wmo 2015 art. 5.3.4" in consequence.plain()


def test_who_begins_a_registry_may_administer_it_and_work_in_it() -> None:
    assert Role.CARE_COORDINATOR in founder_roles()
    assert Role.PRIVACY_OFFICER not in founder_roles()
    assert all({Permission.ADMINISTER, Permission.WRITE} <= PERMISSIONS[role] for role in founder_roles())


def test_two_passphrases_that_differ_stop_the_second_step(wizard: NewRegistry) -> None:
    fill_registry(wizard)
    fill_person(wizard, again="iets anders")
    assert wizard.person.fields["again"].error() == "De twee zijn niet gelijk. Typ de wachtzin opnieuw."


def test_the_strength_of_the_passphrase_is_told_while_typing(wizard: NewRegistry) -> None:
    fill_registry(wizard)
    fill(wizard.person.fields["passphrase"], "voorbeeldregio")
    assert wizard.person.new.strength.advice().startswith(("Heel zwak", "Zwak"))
    fill(wizard.person.fields["passphrase"], PASSPHRASE)
    assert not wizard.person.new.strength.advice().startswith(("Heel zwak", "Zwak"))


@pytest.mark.parametrize(
    ("error", "step", "field"),
    [
        (InputError("vault.folder_not_empty", folder="/x"), "registry", "folder"),
        (InputError("vault.passphrase_weak"), "person", "passphrase"),
        (InputError("vault.name_refused", longest=100), "person", "user_name"),
        (ProblemsError([Problem("role", "registry.role_unknown")]), "person", "role"),
    ],
)
def test_what_the_vault_refuses_stands_at_its_field(
    error: KnownError, step: str, field: str, wizard: NewRegistry
) -> None:
    fill_registry(wizard)
    wizard._on_runner_failed(error)
    page = wizard.registry if step == "registry" else wizard.person
    assert page.isVisible()
    assert page.fields[field].error()


def test_what_belongs_to_no_field_stands_above_the_step(wizard: NewRegistry) -> None:
    fill_registry(wizard)
    wizard._on_runner_failed(InputError("common.disk_full"))
    assert wizard.person.messages.isVisible()


def test_a_weak_passphrase_makes_nothing(wizard: NewRegistry, tmp_path: Path) -> None:
    fill_registry(wizard, folder=tmp_path / "nieuw")
    fill_person(wizard, passphrase="welkom")
    assert wizard.person.fields["passphrase"].error()
    assert not (tmp_path / "nieuw").exists()


def test_a_scanned_page_pasted_into_the_first_group_fills_them_all(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry
) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    click(button(wizard.sheet, "Het is geprint: overtypen"))
    QApplication.clipboard().setText("-".join(registry.recovery_groups))
    groups_of(wizard)[0].paste()
    assert [editor.text() for editor in groups_of(wizard)] == list(registry.recovery_groups)
    assert wizard.prove.groups.error() == ""
    QApplication.clipboard().clear()


def test_backspace_in_an_empty_group_goes_back(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry
) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    wizard._on_sheet_finished()
    first, second = groups_of(wizard)[:2]
    type_in(first, registry.recovery_groups[0])
    assert second.hasFocus()
    press(second, Qt.Key.Key_Backspace)
    assert first.hasFocus()


def test_too_few_groups_are_told(wizard: NewRegistry, opened: Opened, registry: ReadyRegistry) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    wizard._on_sheet_finished()
    type_in(groups_of(wizard)[0], registry.recovery_groups[0])
    click(button(wizard.prove, "Sleutel controleren"))
    assert "8 groepen" in wizard.prove.groups.error()


def test_later_is_possible_and_the_page_stays_unproven(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry, qtbot: QtBot
) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    wizard._on_sheet_finished()
    with qtbot.waitSignal(wizard.finished) as told:
        click(button(wizard.prove, "Later"))
    assert told.args is not None
    assert not told.args[0].recovery_proven


def test_who_went_on_too_early_goes_back_to_the_key_and_saves_it(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry, tmp_path: Path
) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    click(button(wizard.sheet, "Het is geprint: overtypen"))
    assert wizard.prove._unsaved.isVisible()
    assert wizard.prove._unsaved.plain() == "Nog niet opgeslagen? Ga terug."
    click(button(wizard.prove, "Terug naar het herstelblad"))
    assert wizard.sheet.isVisible()
    assert [label.text() for label in wizard.sheet.findChildren(Label) if len(label.text()) == 5] == list(
        registry.recovery_groups
    )
    wizard.sheet._on_page_written(tmp_path / "blad.pdf", Change("registry.recovery_written"))
    click(button(wizard.sheet, "Het is geprint: overtypen"))
    assert not wizard.prove._unsaved.isVisible()


def test_the_key_leaves_the_screen_with_its_step(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry
) -> None:
    at_the_sheet(wizard, opened, registry.recovery_groups)
    wizard._on_sheet_finished()
    click(button(wizard.prove, "Later"))
    assert wizard.sheet._groups == ()
    assert wizard.sheet._key.count() == 0


def test_both_passphrases_are_emptied_when_the_registry_is_made(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry
) -> None:
    fill_registry(wizard)
    fill(wizard.person.fields["passphrase"], PASSPHRASE)
    fill(wizard.person.fields["again"], PASSPHRASE)
    at_the_sheet(wizard, opened, registry.recovery_groups)
    assert wizard.person.passphrase() == wizard.person.new._again.text() == ""


def test_everything_that_can_be_reached_has_a_name_on_every_step(
    wizard: NewRegistry, opened: Opened, registry: ReadyRegistry
) -> None:
    assert nameless(wizard) == []
    fill_registry(wizard)
    assert nameless(wizard) == []
    at_the_sheet(wizard, opened, registry.recovery_groups)
    assert nameless(wizard) == []
    wizard._on_sheet_finished()
    assert nameless(wizard) == []


def test_a_second_place_for_backups_is_checked_before_and_chosen_with_the_registry(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert "is er niet" in opening.second_place_problem(stick, tmp_path / "register")
    stick.mkdir()
    assert opening.second_place_problem(stick, tmp_path / "register") == ""
    assert "map van een register" in opening.second_place_problem(stick, tmp_path)
    draft = RegistryDraft(name="Proefregio", user_name="Noor Denkbeeld")
    desk, _ = opening.make_desk(tmp_path / "register", draft, "zeven gouden proefkonijnen fluiten", stick)
    assert backups.second_place(desk) == stick
    desk.close()
