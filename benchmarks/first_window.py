"""Start mhdesk where a keyring remembers the registry, tell when what happened, and end. Argument: a registry."""

from __future__ import annotations

import json
import sys
import time
from functools import partial

import keyring
from PySide6.QtCore import QEvent, QObject, QTimer

from mhdesk.cli.main import main
from mhdesk.gui import app
from mhdesk.gui.entry.unlock_page import UnlockPage
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.today.page import TodayPage
from tests.keyrings import SECRET_SERVICE, named

seen: dict[str, float] = {}
ask = UnlockPage.try_keyring


def asked(page: UnlockPage) -> None:
    """Note when the keyring is asked."""
    seen["asked"] = time.monotonic()
    ask(page)


class WatchedWindow(app.AppWindow):
    """The window itself, with somebody who looks at it."""

    def _on_entry_opened(self, opened: object) -> None:
        seen["opened"] = time.monotonic()
        super()._on_entry_opened(opened)
        if isinstance(self.main, MainWindow) and isinstance(self.main.pages.page, TodayPage):
            self._page = self.main.pages.page
            self._page.list.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._page.model.rowCount() and "today" not in seen:
            seen["today"] = 0.0
            QTimer.singleShot(0, partial(self._end))
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        seen["today"] = time.monotonic()
        print(json.dumps(seen))
        self.close()


if __name__ == "__main__":
    stand_in = named(SECRET_SERVICE)
    for service, user, secret in json.load(sys.stdin):
        stand_in.kept[service, user] = secret
    keyring.set_keyring(stand_in)
    UnlockPage.try_keyring = asked  # type: ignore[assignment, method-assign]  # looking on from outside
    app.AppWindow = WatchedWindow  # type: ignore[misc]  # as above
    sys.exit(main([sys.argv[1]]))
