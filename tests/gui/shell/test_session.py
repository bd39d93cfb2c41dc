"""Sleep, a locked screen and a change of user are heard on a real D-Bus of the test's own."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from mhdesk.gui.shell.session import (
    LOGIN,
    LOGIN_PATH,
    PROPERTIES,
    SCREEN_SAVERS,
    SESSION,
    SessionWatch,
    session_path,
)

NUMBERS = count()
OWN = f"{LOGIN_PATH}/session/_37"
OTHERS = f"{LOGIN_PATH}/session/_38"


class Login(QDBusVirtualObject):
    """What logind answers about the session of whoever asks: it has the number 7; and who asks it to wait."""

    asked = 0

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[int] = []
        """For each wish to wait the end of a pipe of which the other end was given away."""
        self.wishes: list[list[object]] = []

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() == "Inhibit":
            return self._promise_to_wait(message, connection)
        if (message.member(), message.arguments()) != ("Get", [SESSION, "Id"]):
            return False
        self.asked += 1
        reply = message.createReply()
        reply.setArguments([QDBusVariant("7")])
        return connection.send(reply)

    def _promise_to_wait(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        ours, theirs = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self.waits.append(ours)
        self.wishes.append(message.arguments())
        reply = message.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(theirs)])
        os.close(theirs)  # what is sent is a copy
        sent = connection.send(reply)
        del reply
        gc.collect()
        return sent

    def forget(self) -> None:
        """Close what is left of the pipes."""
        for end in self.waits:
            os.close(end)

    def waits_for_somebody(self) -> bool:
        """Say whether the last one who asked to wait still holds what it was given: else the pipe has an end."""
        try:
            return os.read(self.waits[-1], 1) != b""
        except BlockingIOError:
            return True


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Return where a bus listens that only these tests use."""
    daemon = shutil.which("dbus-daemon")
    assert daemon, "these tests need dbus-daemon: scripts/system_libraries.sh installs it"
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.kill()


def connected(address: str) -> Iterator[QDBusConnection]:
    name = f"test {next(NUMBERS)}"  # Qt gives the old connection to whoever asks by its name
    yield QDBusConnection.connectToBus(address, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def ours(address: str, qtbot: QtBot) -> Iterator[QDBusConnection]:
    del qtbot  # asked for the application
    yield from connected(address)


@pytest.fixture
def theirs(address: str, qtbot: QtBot) -> Iterator[QDBusConnection]:
    del qtbot  # asked for the application
    yield from connected(address)


@pytest.fixture
def login(theirs: QDBusConnection) -> Iterator[Login]:
    """Let logind be there."""
    made = Login()
    whole = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert theirs.registerVirtualObject(LOGIN_PATH, made, whole)
    assert theirs.registerService(LOGIN)
    yield made
    made.forget()


@pytest.fixture
def watch(ours: QDBusConnection, login: Login, qtbot: QtBot) -> SessionWatch:
    made = SessionWatch(ours, ours)
    qtbot.waitUntil(lambda: login.asked == 1 and len(login.waits) == 1)
    qtbot.wait(50)  # the answer arrives, and the bus learns what is listened to
    return made


def told(path: str, interface: str, name: str, *arguments: object) -> QDBusMessage:
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(list(arguments))
    return signal


def properties(path: str, **changed: bool) -> QDBusMessage:
    return told(path, PROPERTIES, "PropertiesChanged", SESSION, changed, [""])


LEAVING = {
    "sleep": told(LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True),
    "lock": told(OWN, SESSION, "Lock"),
    "locked hint": properties(OWN, LockedHint=True),
    "another user": properties(OWN, Active=False),
    **{name: told("/org/any/ScreenSaver", name, "ActiveChanged", True) for name in SCREEN_SAVERS},
}
STAYING = {
    "awake again": told(LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", False),
    "lock of another session": told(OTHERS, SESSION, "Lock"),
    "user change in another session": properties(OTHERS, Active=False),
    "back again": properties(OWN, Active=True, LockedHint=False),
    "screen saver off": told("/ScreenSaver", SCREEN_SAVERS[0], "ActiveChanged", False),
}


@pytest.mark.parametrize("what", LEAVING)
def test_leaving_the_computer_is_heard(
    what: str, watch: SessionWatch, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.left, timeout=2000):
        assert theirs.send(LEAVING[what])


@pytest.mark.parametrize("what", STAYING)
def test_coming_back_and_what_others_do_is_no_leaving(
    what: str, watch: SessionWatch, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(watch.left, wait=100):
        assert theirs.send(STAYING[what])


def test_sleep_waits_until_the_registry_is_locked(
    watch: SessionWatch, login: Login, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    assert login.wishes == [["sleep", "mhdesk", "Locking the registry", "delay"]]
    with qtbot.waitSignal(watch.left, timeout=2000):
        assert theirs.send(LEAVING["sleep"])
    assert login.waits_for_somebody()
    watch.let_sleep()
    qtbot.waitUntil(lambda: not login.waits_for_somebody())


def test_the_next_sleep_waits_too(
    watch: SessionWatch, login: Login, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    watch.let_sleep()
    assert theirs.send(STAYING["awake again"])
    qtbot.waitUntil(lambda: len(login.waits) == 2)
    qtbot.wait(50)
    assert login.waits_for_somebody()


def test_waking_up_asks_no_second_time_while_sleep_still_waits(
    watch: SessionWatch, login: Login, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(watch.left, wait=100):
        assert theirs.send(STAYING["awake again"])
    assert len(login.waits) == 1


def test_a_bus_without_logind_still_tells_of_the_screen(
    ours: QDBusConnection, theirs: QDBusConnection, qtbot: QtBot
) -> None:
    watch = SessionWatch(ours, ours)
    qtbot.wait(50)
    with qtbot.waitSignal(watch.left, timeout=2000):
        theirs.send(LEAVING[SCREEN_SAVERS[0]])


def test_a_computer_without_a_bus_is_silent(qtbot: QtBot) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/bus", "nowhere")
    watch = SessionWatch(nowhere, nowhere)
    with qtbot.assertNotEmitted(watch.left, wait=50):
        pass


@pytest.mark.parametrize(
    ("session", "written"), [("7", "_37"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")]
)
def test_a_session_is_found_under_the_path_that_logind_gives_it(session: str, written: str) -> None:
    assert session_path(session) == f"{LOGIN_PATH}/session/{written}"
