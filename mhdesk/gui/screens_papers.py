"""The pictures of what goes on paper: letter, crisis card, story of the decisions; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.views import InvolvementView
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.card_dialog import CrisisCardDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.signal_page import SignalPage

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio


def _opened(studio: Studio, *states: str) -> tuple[MainWindow, SignalPage, Loaded, InvolvementView]:
    number, one = studio.someone(*states)
    return *studio.at_signal(number), one


def _letter(studio: Studio) -> QWidget:
    window, page, loaded, one = _opened(studio, "to_inform", "informed")
    page.acts.papers.letter(loaded, one.id)
    return window


def _card(studio: Studio) -> QWidget:
    window, page, loaded, _ = _opened(studio, "undecided", "not_yet")
    page.acts.papers.card(loaded)
    dialog = page.acts.dialog()
    if isinstance(dialog, CrisisCardDialog):
        dialog.fill_in("Hij staat voor de deur en zij durft niet naar buiten.", "Thuis, op de eerste etage.")
    return window


def _story(studio: Studio) -> QWidget:
    window, page, loaded, one = _opened(studio, "not_yet")
    page.acts.papers.story(loaded, one.id)
    return window


def _crisis_at_signal(studio: Studio) -> QWidget:
    window, *_ = _opened(studio, "not_yet")
    window.show_crisis()
    return window


PAPER_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "informatiebrief": _letter,
    "crisiskaart": _card,
    "besluiten-verhaal": _story,
    "direct-gevaar-signaal": _crisis_at_signal,
}
