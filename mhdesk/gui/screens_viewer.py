"""The pictures of files that are looked at inside the app; see `screens`."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from mhdesk import files
from mhdesk.gui.signals.loading import load
from mhdesk.gui.viewer.page import FilePage

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_REPORT: Final = (
    "Verslag nachtdienst, 19 op 20 november",
    "",
    "22.40  Bewoonster gaat naar buiten. Zij zegt dat zij even belt.",
    "22.55  Zij stapt in een grijze auto die bij de hoek staat te wachten.",
    "04.10  Zij komt terug, lopend. Zij is koud en wil niets eten.",
    "04.30  Zij slaapt. Haar telefoon heeft zij niet meer bij zich.",
)


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(2):
        canvas.setFont("Helvetica", 13)
        for number, line in enumerate(_REPORT):
            canvas.drawString(72, 760 - 26 * number, line if page == 0 else "")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _photo() -> bytes:
    """Return a picture of an evening over a heath: nobody is in it."""
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 1200)
    sky.setColorAt(0, QColor("#39415f"))
    sky.setColorAt(0.6, QColor("#c98f7b"))
    painter.fillRect(image.rect(), sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("#f4dfae"))
    painter.drawEllipse(QRectF(1060, 520, 150, 150))
    painter.fillRect(0, 820, 1600, 380, QColor("#4d3a56"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpg")).write(image)
    return bytes(buffer.data().data())


def _page(studio: Studio, name: str, content: bytes) -> QWidget:
    from mhdesk.desk import attachments, signals
    from mhdesk.domain.views import SignalFilter

    number = signals.ids(studio.desk, SignalFilter(kind="notification"))[0]
    with files.temporary_folder() as folder:
        path = Path(folder) / name
        files.write_bytes(path, content)
        added = attachments.add(studio.desk, number, path).created
    loaded = load(number, studio.desk)
    window = studio.main()
    window.pages.open_signal(number)
    file = next(one for one in loaded.details.attachments if one.id == added)
    window.pages.open_file(file, loaded.details.reference)
    page = window.pages.page
    while isinstance(page, FilePage) and page.reading.is_running() and not page.canvas.has_image():
        studio.settle()
    return window


def _pdf_shown(studio: Studio) -> QWidget:
    return _page(studio, "verslag nachtdienst.pdf", _pdf())


def _photo_shown(studio: Studio) -> QWidget:
    return _page(studio, "foto van de heide.jpg", _photo())


def _not_shown(studio: Studio) -> QWidget:
    return _page(studio, "opname van het gesprek.mp3", b"ID3\x04" + bytes(184_000))


VIEWER_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "bestand-bekijken": _pdf_shown,
    "bestand-bekijken-foto": _photo_shown,
    "bestand-niet-te-zien": _not_shown,
}
