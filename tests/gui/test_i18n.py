"""The window speaks Dutch, Qt's own words included, and writes dates and numbers as the Dutch do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QApplication

from mhdesk import wording
from mhdesk.gui import i18n


@pytest.mark.usefixtures("dutch")
def test_the_window_and_qt_itself_speak_dutch() -> None:
    assert QCoreApplication.translate("UnlockPage", "Unlock") == "Ontgrendelen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


@pytest.mark.usefixtures("dutch")
def test_dates_and_numbers_are_written_the_dutch_way() -> None:
    locale = QLocale()
    assert locale.toString(QDate(2026, 3, 31), QLocale.FormatType.ShortFormat) == "31-03-2026"
    assert locale.toString(1234.5, "f", 1) == "1.234,5"


def test_english_takes_the_dutch_away_below_the_window_too(dutch: QApplication) -> None:
    i18n.speak(dutch, "en")
    assert QCoreApplication.translate("UnlockPage", "Unlock") == "Unlock"
    assert wording.language() == "en"
