"""The recovery page in the window: how it stands, trying it, and a new one in two steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from mhdesk import vault
from mhdesk.desk import registries
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.errors import UnlockError
from mhdesk.gui.manage.new_sheet_page import NewSheetPage
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.manage.recovery_section import RecoverySection
from mhdesk.gui.shell.recovery_page import RecoveryPage
from tests.gui.manage.conftest import Shown
from tests.gui.reach import nameless
from tests.registry_fixtures import ReadyRegistry, StoppedClock


@pytest.fixture
def place(team: Desk, registry: ReadyRegistry) -> Desk:
    """Return the desk of a registry whose recovery key costs no work."""
    vault.renew_recovery(team.unlocked, vault.parse_recovery(" ".join(registry.recovery_groups)))
    return team


def recovery(page: ManagePage) -> RecoverySection:
    assert isinstance(page.section, RecoverySection)
    return page.section


def fill(groups: tuple[str, ...], page: RecoveryPage | NewSheetPage) -> None:
    fields = page.prove.groups if isinstance(page, NewSheetPage) else page.groups
    for editor, group in zip(fields.findChildren(QLineEdit), groups, strict=True):
        editor.setText(group)
    fields.submitted.emit()


def renewing(page: ManagePage) -> NewSheetPage:
    recovery(page).new.click()
    assert isinstance(page.page, NewSheetPage)
    return page.page


def shown_groups(page: NewSheetPage) -> tuple[str, ...]:
    found = [
        label.text()
        for label in page.sheet.findChildren(QLabel)
        if label.accessibleName().startswith("Groep ")
    ]
    return tuple(found)


def test_how_it_stands_is_told_in_words(
    manage: Shown, place: Desk, clock: StoppedClock, registry: ReadyRegistry, tmp_path: Path
) -> None:
    section = recovery(manage("recovery"))
    assert section.state.sentence() == "Het is nooit opgeslagen."
    registries.write_recovery_page(place, registry.recovery_groups, tmp_path / "blad.pdf")
    section.entered()
    assert section.state.sentence() == "Niemand weet of het werkt."
    registries.recovery_proven(place)
    section.entered()
    assert section.state.sentence() == "Het werkt: overgetypt op 23-11-2026."
    clock.go_on(days=366)
    section.entered()
    assert (
        section.state.sentence() == "Het laatst geprobeerd op 23-11-2026. Dat is langer dan een jaar geleden."
    )


def test_trying_it_notes_the_day_and_comes_back(
    manage: Shown, place: Desk, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    page = manage("recovery")
    recovery(page).again.click()
    assert isinstance(page.page, RecoveryPage)
    fill(registry.recovery_groups, page.page)
    assert registries.recovery_proven_on(place) == clock.moment.date()


def test_a_new_page_replaces_the_old_one_once_it_is_typed_back(
    manage: Shown, place: Desk, registry: ReadyRegistry, tmp_path: Path
) -> None:
    page = manage("recovery")
    new = renewing(page)
    groups = shown_groups(new)
    assert len(groups) == 8
    assert groups != registry.recovery_groups
    out = tmp_path / "nieuw blad.pdf"
    new.sheet._on_place_chosen(out)
    assert out.read_bytes().startswith(b"%PDF")
    new.sheet.finished.emit()
    assert nameless(page) == []
    registries.check_recovery(place.folder, " ".join(registry.recovery_groups))
    fill(groups, new)
    assert page.page is recovery(page)
    assert str(out) in recovery(page).messages.sentence()
    assert recovery(page).state.sentence().startswith("Het werkt")
    registries.check_recovery(place.folder, " ".join(groups))
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        registries.check_recovery(place.folder, " ".join(registry.recovery_groups))


def test_what_is_typed_from_another_paper_changes_nothing(
    manage: Shown, place: Desk, registry: ReadyRegistry
) -> None:
    page = manage("recovery")
    new = renewing(page)
    new.sheet.finished.emit()
    fill(registry.recovery_groups, new)
    assert "ander papier" in new.messages.sentence()
    registries.check_recovery(place.folder, " ".join(registry.recovery_groups))


def test_left_halfway_the_old_page_stays_and_the_new_key_is_gone(
    manage: Shown, place: Desk, registry: ReadyRegistry
) -> None:
    page = manage("recovery")
    new = renewing(page)
    new.sheet.finished.emit()
    new.prove.sheet_wanted.emit()
    assert len(shown_groups(new)) == 8
    assert page.step_back()
    registries.check_recovery(place.folder, " ".join(registry.recovery_groups))
    assert page.page is recovery(page)


def test_who_does_not_administer_may_try_it_but_not_replace_it(manage: Shown, place: Desk) -> None:
    place.user = User(1, place.user.name, Role.VT_WORKER)
    page = manage("recovery")
    assert not recovery(page).new.isVisible()
    page.renew_recovery()
    assert page.page is recovery(page)
    recovery(page).again.click()
    assert isinstance(page.page, RecoveryPage)
