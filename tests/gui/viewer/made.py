"""Files as people send them, and as nobody does."""

from __future__ import annotations

import io
import struct
import zlib

from pikepdf import Dictionary, Encryption, Name, Pdf
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from reportlab.pdfgen.canvas import Canvas

MARKER = "qzwvbijlagedraad"


def pdf(pages: int = 1, text: str = MARKER) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(pages):
        canvas.drawString(100, 700, f"{text} {page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf())) as document:
        document.save(out, encryption=Encryption(user="x", owner="y"))
    return out.getvalue()


def pdf_of_size(width: float, height: float) -> bytes:
    """Return a PDF whose one page says that it is so many points wide and high."""
    out = io.BytesIO()
    with Pdf.new() as document:
        document.add_blank_page(page_size=(100, 100))
        document.pages[0].MediaBox = [0, 0, width, height]
        document.save(out)
    return out.getvalue()


def pdf_that_acts() -> bytes:
    """Return a PDF that would run a script when it is opened."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf())) as document:
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="while (true) { app.alert(1); }")
        document.save(out)
    return out.getvalue()


def picture(width: int = 60, height: int = 40, kind: str = "png") -> bytes:
    """Return a picture that is red at the left and blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    assert writer.write(image)
    return bytes(buffer.data().data())


def huge_png(side: int = 60_000) -> bytes:
    """Return the few bytes of a PNG that says it is enormous."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def turned_jpeg(width: int = 60, height: int = 40) -> bytes:
    """Return a JPEG that a telephone held upright: its pixels lie on their side and its EXIF says so."""
    plain = picture(width, height, "jpg")
    orientation = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0" + b"II*\0" + struct.pack("<IH", 8, 1) + orientation + bytes(4)
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
