"""The pictures of the place Management, of the covered window and of its menu; see `screens`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Permission, Role
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import DamageError
from mhdesk.gui.manage.backups_section import BackupsSection
from mhdesk.gui.manage.check_section import CheckSection
from mhdesk.gui.manage.invitation_dialog import InvitationDialog
from mhdesk.gui.manage.log_section import LogSection
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.manage.recovery_section import RecoverySection
from mhdesk.gui.manage.users_section import UsersSection
from mhdesk.gui.manage.work import Invited
from mhdesk.gui.restoring.form import RestoreForm
from mhdesk.gui.restoring.work import found_beside
from mhdesk.gui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_TEAM: Final = (
    ("Samira Verzonnen", Role.VT_WORKER),
    ("Joris Bedacht", Role.CONFIDENTIAL_DOCTOR),
    ("Ineke Fictief", Role.PRIVACY_OFFICER),
)
_WORDS: Final = "wimpel granaat zwaluw kompas schelp greppel"


def _shown(studio: Studio, key: str) -> tuple[MainWindow, ManagePage]:
    if studio.desk.user.may(Permission.ADMINISTER):
        _make_team(studio)
    window = studio.main()
    window.pages.open_manage()
    page = window.pages.page
    if not isinstance(page, ManagePage):
        raise TypeError("the place Management did not open")
    page.open_section(key)
    studio.settle()
    return window, page


def _make_team(studio: Studio) -> None:
    """Let three colleagues have a key, of whom one was invited and one has to wait outside."""
    from mhdesk.desk import people

    if len(people.colleagues(studio.desk)) > 1:
        return
    (first, first_role), (second, second_role), (third, third_role) = _TEAM
    people.add(studio.desk, ColleagueDraft(first, first_role), _WORDS)
    waits = people.add(studio.desk, ColleagueDraft(second, second_role), _WORDS)
    people.invite(studio.desk, ColleagueDraft(third, third_role))
    if waits.created is not None:
        people.suspend(studio.desk, waits.created)


def _users(studio: Studio) -> tuple[MainWindow, UsersSection]:
    window, page = _shown(studio, UsersSection.key)
    section = page.section
    if not isinstance(section, UsersSection):
        raise TypeError("the users did not open")
    section.list.choose_row(1)
    studio.settle()
    return window, section


def _section(key: str, studio: Studio) -> QWidget:
    return _shown(studio, key)[0]


def _list(studio: Studio) -> QWidget:
    return _users(studio)[0]


def _asked(wanted: str, studio: Studio) -> QWidget:
    window, section = _users(studio)
    section.part.wanted.emit(wanted)
    return window


def _adding(studio: Studio) -> QWidget:
    window, section = _users(studio)
    section.add.click()
    return window


def _invited(studio: Studio) -> QWidget:
    window, section = _users(studio)
    InvitationDialog(Invited(_TEAM[2][0], _WORDS), section).open()
    return window


def _unfinished(studio: Studio) -> QWidget:
    from mhdesk.desk import people

    _make_team(studio)
    last = people.colleagues(studio.desk)[-1]
    people.take_key(studio.desk, last.id)
    return _users(studio)[0]


def _changing(studio: Studio) -> QWidget:
    window, section = _users(studio)
    section.line.show_begun()
    section.line.show_progress(38, 100)
    return window


def _new_sheet(studio: Studio) -> QWidget:
    window, page = _shown(studio, RecoverySection.key)
    if isinstance(page.section, RecoverySection):
        page.section.renew()
    return window


def _backups(studio: Studio) -> tuple[MainWindow, BackupsSection]:
    from mhdesk.desk import backups

    backups.make(studio.desk)
    window, page = _shown(studio, BackupsSection.key)
    if not isinstance(page.section, BackupsSection):
        raise TypeError("the backups did not open")
    return window, page.section


def _backed_up(studio: Studio) -> QWidget:
    return _backups(studio)[0]


def _restoring(studio: Studio) -> QWidget:
    from mhdesk.desk import demo

    window, section = _backups(studio)
    if one := section.chosen():
        section.restore(one[1])
    studio.settle()
    for form in window.findChildren(RestoreForm):
        form.fill_in_passphrase(demo.PASSPHRASE)
        form.look.click()
    return window


def _damaged(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(studio.desk.folder)
    window.entry.unlock.tell_refusal(DamageError("vault.database_damaged"))
    return window


def _lost(studio: Studio) -> QWidget:
    from mhdesk.desk import backups, demo

    backups.make(studio.desk)
    window = studio.entry()
    window.begin(None)
    window.entry.welcome.restore.click()
    for form in window.findChildren(RestoreForm):
        form.offer(found_beside(studio.desk.folder))
        form.fill_in(studio.desk.user.name)
        form.fill_in_passphrase(demo.PASSPHRASE)
    return window


def _log(studio: Studio) -> QWidget:
    from mhdesk.desk import signals

    number, _ = studio.someone("not_yet")
    signals.ids(studio.desk, SignalFilter(search="vakantiepark"))
    signals.details(studio.desk, number)
    _make_team(studio)
    with _as_privacy_officer(studio):
        window, page = _shown(studio, LogSection.key)
        if isinstance(page.section, LogSection):
            page.section.list.choose_row(5)
        studio.settle()
    return window


@contextmanager
def _as_privacy_officer(studio: Studio) -> Iterator[None]:
    """Let the one who reads the log sit at the desk."""
    before = studio.desk.user
    studio.desk.user = replace(before, role=Role.PRIVACY_OFFICER)
    try:
        yield
    finally:
        studio.desk.user = before


def _check(studio: Studio) -> QWidget:
    from mhdesk.desk.findings import Finding

    window, page = _shown(studio, CheckSection.key)
    if isinstance(page.section, CheckSection):
        page.section.check.click()
        page.section.show_result(
            [
                Finding("verify.permissions", {"count": 1, "file": "registry.db"}),
                Finding("verify.older_than_computer", {"last": 812, "seen": 846, "day": "19-11-2026"}),
            ]
        )
    return window


def _covered(studio: Studio) -> QWidget:
    window = studio.main()
    window.cover.hide_content()
    return window


def _menu(studio: Studio) -> QWidget:
    window = studio.main()
    window.navigation.more.click()
    return window


MANAGE_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "beheer": _list,
    "beheer-collega": _adding,
    "beheer-uitnodiging": _invited,
    "beheer-rol": partial(_asked, "role"),
    "beheer-naam": partial(_asked, "rename"),
    "beheer-intrekken": partial(_asked, "revoke"),
    "beheer-nieuwe-sleutel": _changing,
    "beheer-afmaken": _unfinished,
    "beheer-mijn-sleutel": partial(_section, "key"),
    "beheer-herstelblad": partial(_section, "recovery"),
    "beheer-nieuw-herstelblad": _new_sheet,
    "beheer-reservekopieen": _backed_up,
    "beheer-terugzetten": _restoring,
    "beschadigd": _damaged,
    "terugzetten-elders": _lost,
    "beheer-organisatie": partial(_section, "contact"),
    "beheer-computer": partial(_section, "computer"),
    "logboek": _log,
    "controle": _check,
    "verborgen": _covered,
    "weergave": _menu,
}
