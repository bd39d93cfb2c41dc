"""Hear from the system that somebody leaves: sleep, a locked screen, another user.

On Linux logind and the screen saver say so on D-Bus; a computer without either bus is silent and the app does
without. logind is asked to wait with sleep until the registry is locked: it gives a file descriptor, and waits for
as long as that stays open, five seconds at most. Windows (WM_WTSSESSION_CHANGE, WM_POWERBROADCAST) and macOS
(NSWorkspace notifications) are not heard yet: there the idle watch alone locks. A source of theirs only has to emit
the same ``left``; it would be untested.
"""

from __future__ import annotations

import logging
import string
import sys
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

_log: Final = logging.getLogger("mhdesk.gui")

LOGIN: Final = "org.freedesktop.login1"
LOGIN_PATH: Final = "/org/freedesktop/login1"
SESSION: Final = f"{LOGIN}.Session"
MANAGER: Final = f"{LOGIN}.Manager"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"
# Every desktop says it in the words of freedesktop.org, but under its own name.
SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_ANSWER_WITHIN_MS: Final = 5000


class SessionWatch(QObject):
    """``left`` follows sleep, a locked screen and a change of user; it may come several times for one leaving.

    ``system`` and ``session`` are D-Bus connections; one that is not connected is left out.
    """

    left = QtSignal()

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._system = system
        self._held: QDBusUnixFileDescriptor | None = None
        self._holding: QDBusPendingCallWatcher | None = None
        if system.isConnected():
            self._hear_login()
            self._hold_sleep()
        if session.isConnected():
            for name in SCREEN_SAVERS:
                self._hear(session, ("", "", name, "ActiveChanged"), "_on_state_changed(bool)")

    def _hear(self, bus: QDBusConnection, of: tuple[str, str, str, str], slot: str) -> None:
        """Connect a signal (service, path, interface, name) to a slot of this watch."""
        if not bus.connect(*of, self, SLOT(slot)):  # type: ignore[call-overload]  # its stub wants bytes, which it refuses
            _log.info("not heard on D-Bus: %s", of[-1])

    def _hear_login(self) -> None:
        sleep = (LOGIN, LOGIN_PATH, MANAGER, "PrepareForSleep")
        self._hear(self._system, sleep, "_on_sleep_prepared(bool)")
        asked = QDBusMessage.createMethodCall(LOGIN, f"{LOGIN_PATH}/session/auto", PROPERTIES, "Get")
        asked.setArguments([SESSION, "Id"])
        asked.setAutoStartService(False)
        self._asked = QDBusPendingCallWatcher(self._system.asyncCall(asked, _ANSWER_WITHIN_MS), self)
        self._asked.finished.connect(self._on_session_asked)

    def _hold_sleep(self) -> None:
        asked = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, "Inhibit")
        asked.setArguments(["sleep", "mhdesk", "Locking the registry", "delay"])
        asked.setAutoStartService(False)
        self._holding = QDBusPendingCallWatcher(self._system.asyncCall(asked, _ANSWER_WITHIN_MS), self)
        self._holding.finished.connect(self._on_holding_asked)

    @Slot()
    def _on_holding_asked(self) -> None:
        if self._holding is None:
            return
        answer = self._holding.reply()
        found = answer.arguments()
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and found:
            self._held = found[0]
        else:
            _log.info("sleep does not wait for the lock: %s", answer.errorName())
        self._holding.deleteLater()  # the answer in it keeps the descriptor open, too
        self._holding = None

    @Slot()
    def let_sleep(self) -> None:
        """Let the computer sleep now: the registry is locked, or covered until somebody comes back."""
        self._held = None

    @Slot(bool)
    def _on_sleep_prepared(self, begins: bool) -> None:
        """Sleep begins; or it is over: then the next one waits again."""
        if begins:
            self.left.emit()
        elif self._held is None:
            self._hold_sleep()

    @Slot()
    def _on_session_asked(self) -> None:
        answer = self._asked.reply()
        found = answer.arguments()
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not found:
            _log.info("no login session is known: %s", answer.errorName())
            return
        own = session_path(_plain(found[0]))
        self._hear(self._system, (LOGIN, own, SESSION, "Lock"), "_on_session_locked()")
        changed = (LOGIN, own, PROPERTIES, "PropertiesChanged")
        self._hear(self._system, changed, "_on_properties_changed(QString,QVariantMap,QStringList)")

    @Slot(bool)
    def _on_state_changed(self, begins: bool) -> None:
        """Leave when a screen saver comes on; its end needs nothing."""
        if begins:
            self.left.emit()

    @Slot()
    def _on_session_locked(self) -> None:
        self.left.emit()

    @Slot("QString", "QVariantMap", "QStringList")
    def _on_properties_changed(self, interface: str, changed: dict[str, Any], _unsaid: list[str]) -> None:
        """Leave when another user's session comes to the front, or this one says that it is locked."""
        if interface != SESSION:
            return
        if changed.get("Active") is False or changed.get("LockedHint") is True:
            self.left.emit()


def watch_session(parent: QObject) -> SessionWatch | None:
    """Return a watch over the session of this process, or None where nobody would tell."""
    if not sys.platform.startswith("linux"):
        return None
    return SessionWatch(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent)


def session_path(session_id: str) -> str:
    """Return the path of a login session as logind writes it: what is no letter or digit as ``_`` and hex.

    A digit in front counts as no letter (systemd, bus_label_escape).
    """
    letters = set(string.ascii_letters)
    plain = letters | set(string.digits)
    written = (
        chr(byte) if chr(byte) in (plain if place else letters) else f"_{byte:02x}"
        for place, byte in enumerate(session_id.encode())
    )
    return f"{LOGIN_PATH}/session/{''.join(written)}"


def _plain(answer: object) -> str:
    """Return the text in an answer: a property comes wrapped."""
    return str(answer.variant() if isinstance(answer, QDBusVariant) else answer)
