"""The language of the window: mhdesk's own Dutch, Qt's Dutch, and the way dates and numbers are written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from mhdesk import resources, wording

_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}


def speak(app: QApplication, language: str = "nl") -> None:
    """Make the application speak ``language`` ("nl" or "en") from now on; call it before the first widget.

    Raises FileNotFoundError or RuntimeError when a translation is missing or unreadable: a broken build.
    """
    wording.use_language(language)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "nl":
        _load(app, str(resources.path("i18n", "mhdesk_nl.qm")))
        _load(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + "/qtbase_nl.qm")


def _load(app: QApplication, path: str) -> None:
    translator = QTranslator(app)
    if not translator.load(path):
        raise RuntimeError(f"unreadable translation {path}")
    app.installTranslator(translator)
