"""A moment at the window in a process of its own: unlock, type, record, search, open, copy, and lock when told to.

Words and passphrase come by standard input, so that they stand in no file and no argument. ``typed`` is
said when everything was done; a line makes it lock, and become another process.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mhdesk.gui import app
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.editors import LongTextEditor, TextEditor

STEP = 50
PATIENCE = 90
Wait = Callable[[], object]
Words = dict[str, str]


def window() -> app.AppWindow:
    """Return the window of mhdesk."""
    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, app.AppWindow))


def main_window() -> MainWindow:
    main = window().main
    assert isinstance(main, MainWindow)
    return main


def page() -> object:
    return main_window().pages.page


def steps(words: Words) -> Iterator[Wait]:
    """Do everything; each step waits until what it yields says yes."""
    yield window().entry.unlock.isVisible
    unlock = window().entry.unlock
    for field, typed in ((unlock.name, words["user"]), (unlock.passphrase, words["passphrase"])):
        assert isinstance(field.editor, TextEditor)
        field.editor.clear()
        QTest.keyClicks(field.editor, typed)
    unlock.unlock.click()
    yield lambda: window().main is not None
    main_window().new_signal()
    yield lambda: isinstance(page(), SignalFormPage)
    yield from record(words)
    yield from search(words)
    heard = threading.Thread(target=sys.stdin.readline, daemon=True)
    heard.start()
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    yield lambda: not heard.is_alive()
    main_window().lock()


def record(words: Words) -> Iterator[Wait]:
    """Type a signal with a person, record it, and copy a part of what was typed."""
    form = page()
    assert isinstance(form, SignalFormPage)
    story = form.content.fields["narrative"].editor
    assert isinstance(story, LongTextEditor)
    QTest.keyClicks(story, words["narrative"])
    story.selectAll()
    story.copy()
    name = form.persons.blocks[0].fields["last_name"].editor
    assert isinstance(name, TextEditor)
    QTest.keyClicks(name, words["last_name"])
    QTest.keyClick(name, Qt.Key.Key_Tab)
    form.submit.click()
    yield lambda: isinstance(page(), SignalPage)


def search(words: Words) -> Iterator[Wait]:
    """Search the name everywhere, open whom is found, then list the signals with that name."""
    field = main_window().top.search
    field.setFocus()
    QTest.keyClicks(field, words["last_name"])
    QTest.keyClick(field, Qt.Key.Key_Return)
    yield lambda: isinstance(page(), PersonPage)
    field.setFocus()
    QTest.keyClicks(field, words["last_name"])
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield lambda: isinstance(page(), SignalsPage)


def go_on(walk: Iterator[Wait], wanted: Wait = lambda: True) -> None:
    """Take the next step once what is waited for is there."""
    if wanted():
        following = next(walk, None)
        if following is None:
            return
        wanted = following
    QTimer.singleShot(STEP, QApplication.instance(), lambda: go_on(walk, wanted))


def run(words: Words) -> int:
    """Show the window of mhdesk and do all of it once it was painted."""

    class Driven(app.AppWindow):
        def show(self) -> None:
            self.first_painted.connect(partial(go_on, steps(words)))
            super().show()

    faulthandler.dump_traceback_later(
        PATIENCE, exit=True
    )  # rather than wait for ever for a step that never comes
    app.AppWindow = Driven  # type: ignore[misc]  # the product has no switch for it
    return app.main(words["registry"])
