"""Pictures and PDFs are read in a process of their own, which writes nothing and is believed in nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from mhdesk.domain.viewing import Trouble
from mhdesk.exchange.shown import look_at
from mhdesk.gui.viewer.protocol import Incoming, packed
from mhdesk.gui.viewer.reading import Reading
from tests.gui.viewer import made

PATIENCE = 30_000


class Told:
    """What a reading told, in order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.pages: list[tuple[int, int]] = []
        self.images: list[tuple[QImage, str]] = []
        self.troubles: list[object] = []
        reading.opened.connect(lambda pages, shown: self.pages.append((pages, shown)))
        reading.page_arrived.connect(lambda image, text: self.images.append((image, text)))
        reading.troubled.connect(self.troubles.append)

    def anything(self) -> bool:
        return bool(self.pages or self.troubles)


@pytest.fixture
def told(qapp: object) -> Iterator[Told]:
    del qapp
    reading = Reading()
    yield Told(reading)
    reading.close()
    assert not reading.is_running()


def opened(told: Told, qtbot: QtBot, content: bytes) -> Told:
    told.reading.begin(look_at(content, "bestand"))
    qtbot.waitUntil(told.anything, timeout=PATIENCE)
    return told


def test_a_pdf_is_drawn_page_by_page_with_its_text(told: Told, qtbot: QtBot) -> None:
    opened(told, qtbot, made.pdf(pages=2))
    assert told.pages == [(2, 2)]
    told.reading.ask(1, 800)
    qtbot.waitUntil(lambda: bool(told.images), timeout=PATIENCE)
    image, text = told.images[0]
    assert image.width() == 800
    assert text.strip() == f"{made.MARKER} 2"


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "webp", "bmp"])
def test_a_picture_keeps_its_colours(told: Told, qtbot: QtBot, kind: str) -> None:
    if kind == "gif":  # Qt reads it and writes none
        pixels = b"\x02\x16\x8c-\x99\x87*\x1c\xdc3\xa0\x02u\xec\x95\xfa\xa8\xde`\x8c\x04\x91L\x01\x00;"
        content = b"GIF89a\n\x00\n\x00\x91\x00\x00\xff\xff\xff\xff\x00\x00\x00\x00\xff\x00\x00\x00!\xf9\x04\x00\x00\x00"
        content += b"\x00\x00,\x00\x00\x00\x00\n\x00\n\x00\x00" + pixels
        opened(told, qtbot, content)
        assert told.pages == [(1, 1)]
        return
    opened(told, qtbot, made.picture(kind=kind))
    told.reading.ask(0, 10)
    qtbot.waitUntil(lambda: bool(told.images), timeout=PATIENCE)
    image, _ = told.images[0]
    assert (image.width(), image.height()) == (60, 40)
    assert _near(image.pixelColor(5, 20), "red")
    assert _near(image.pixelColor(55, 20), "blue")


def _near(colour: QColor, name: str) -> bool:
    wanted = QColor(name)
    return all(
        abs(a - b) < 40
        for a, b in zip(
            (colour.red(), colour.green(), colour.blue()),
            (wanted.red(), wanted.green(), wanted.blue()),
            strict=True,
        )
    )


def test_a_picture_stands_as_it_was_taken(told: Told, qtbot: QtBot) -> None:
    opened(told, qtbot, made.turned_jpeg(60, 40))
    told.reading.ask(0, 10)
    qtbot.waitUntil(lambda: bool(told.images), timeout=PATIENCE)
    image, _ = told.images[0]
    assert (image.width(), image.height()) == (40, 60)
    assert _near(image.pixelColor(20, 5), "red")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (made.pdf()[:300], Trouble.DAMAGED),
        (b"%PDF-1.7 and nothing else", Trouble.DAMAGED),
        (made.locked_pdf(), Trouble.PROTECTED),
        (made.huge_png(), Trouble.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n and nothing else", Trouble.DAMAGED),
        (b"\xff\xd8\xff" + bytes(100), Trouble.DAMAGED),
    ],
    ids=["cut off", "head only", "locked", "enormous", "no picture", "no jpeg"],
)
def test_what_cannot_be_shown_gives_a_reason(told: Told, qtbot: QtBot, content: bytes, why: Trouble) -> None:
    assert opened(told, qtbot, content).troubles == [why]


@pytest.mark.parametrize("size", [(1e9, 1e9), (0.001, 1e6), (-5, -5), (1e6, 0.5)])
def test_no_size_of_a_page_takes_all_memory(told: Told, qtbot: QtBot, size: tuple[float, float]) -> None:
    opened(told, qtbot, made.pdf_of_size(*size))
    told.reading.ask(0, 2_000)
    qtbot.waitUntil(lambda: bool(told.images or told.troubles), timeout=PATIENCE)
    assert all(max(image.width(), image.height()) <= 4_097 for image, _ in told.images)


def test_a_script_in_a_pdf_does_not_run(told: Told, qtbot: QtBot) -> None:
    opened(told, qtbot, made.pdf_that_acts())
    told.reading.ask(0, 400)
    qtbot.waitUntil(lambda: bool(told.images), timeout=PATIENCE)


def test_a_process_that_breaks_off_is_told_once(told: Told, qtbot: QtBot) -> None:
    opened(told, qtbot, made.pdf())
    told.reading._process.kill()
    qtbot.waitUntil(lambda: bool(told.troubles), timeout=PATIENCE)
    assert told.troubles == [Trouble.BROKE_OFF]


def test_a_reading_that_takes_too_long_is_ended(told: Told, qtbot: QtBot) -> None:
    told.reading.PATIENCE_MS = 1  # as if the file were a maze
    told.reading.begin(look_at(made.pdf(), "bestand"))
    qtbot.waitUntil(lambda: bool(told.troubles), timeout=PATIENCE)
    assert told.troubles == [Trouble.TOO_SLOW]
    assert not told.reading.is_running()


HOSTILE = """
import struct, sys
def send(head, body=b""):
    sys.stdout.buffer.write(struct.pack(">I", len(head)) + head + body)
HOSTILE_ANSWER
sys.stdout.flush()
sys.stdin.buffer.read()
"""
ONE = 'send(b\'{"pages": 1, "shown": 1, "bytes": 0}\')'
PAGE = 'send(b\'{"width": 1, "height": 1, "stride": 4, "bytes": 4}\', b"0000")'


@pytest.mark.parametrize(
    "answer",
    [
        'send(b\'{"pages": 1e400, "shown": 1, "bytes": 0}\')',
        'send(b\'{"pages": 99999999999999999999, "shown": 1, "bytes": 0}\')',
        'send(b\'{"pages": 5, "shown": 100000, "bytes": 0}\')',
        'send(b\'{"pages": 0, "shown": 0, "bytes": 0}\')',
        'send(b\'{"pages": 1, "shown": 1, "bytes": 1e400}\')',
        'send(b"[" * 900000)',
        'send(b\'{"trouble": "anders", "bytes": 0}\')',
        f"{ONE}; {ONE}",
        f"{PAGE}",
        f"{ONE}; {PAGE}",
    ],
)
def test_what_nobody_asked_for_or_no_file_has_ends_the_reading(told: Told, qtbot: QtBot, answer: str) -> None:
    told.reading._process.setArguments(["-c", HOSTILE.replace("HOSTILE_ANSWER", answer)])
    opened(told, qtbot, made.pdf())
    qtbot.waitUntil(lambda: bool(told.troubles), timeout=PATIENCE)
    assert told.troubles == [Trouble.BROKE_OFF]
    assert told.images == []
    assert not told.reading.is_running()


SHUT_IN = """
import sys
from mhdesk.gui.viewer.reading_process import shut_in
shut_in()
try:
    with open(sys.argv[1], "wb") as out:
        out.write(b"x")
        out.flush()
except OSError as error:
    sys.exit(7)
"""


def test_the_process_can_write_no_file(tmp_path: object) -> None:
    command = [sys.executable, "-c", SHUT_IN, f"{tmp_path}/out"]
    ended = subprocess.run(command, check=False, capture_output=True).returncode
    assert ended in {7, -25}  # told, or ended for it (SIGXFSZ)


def test_the_process_ends_with_its_input() -> None:
    command = [sys.executable, "-m", "mhdesk.gui.viewer.reading_process"]
    ended = subprocess.run(command, check=False, input=b"", capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


@given(st.binary(max_size=60))
def test_nonsense_from_the_process_is_refused_or_waits(content: bytes) -> None:
    try:
        Incoming(1_000).feed(content)
    except ValueError:
        return


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=40)), max_size=4), st.integers(1, 7))
def test_messages_come_over_whole_in_pieces_of_any_size(sent: list[tuple[int, bytes]], size: int) -> None:
    stream = b"".join(packed({"page": number}, body) for number, body in sent)
    incoming, found = Incoming(1_000), []
    for start in range(0, len(stream), size):
        found += incoming.feed(stream[start : start + size])
    assert [(head["page"], body) for head, body in found] == sent
