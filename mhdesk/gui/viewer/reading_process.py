"""The process that reads pictures and PDFs: a file from anybody must not be able to bring down, or read, the registry.

Run as ``python -m mhdesk.gui.viewer.reading_process``. It gets one file by standard input and gives pixels back; it
holds no key, may write no file, and ends with its input. See docs/decisions/0019.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from mhdesk import files
from mhdesk.domain.viewing import MOST_PAGES, MOST_PIXELS, Trouble
from mhdesk.gui.viewer import protocol
from mhdesk.gui.viewer.protocol import Head, packed

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument
    from PySide6.QtGui import QImage

LARGEST_FILE: Final = 60_000_000
LONGEST_SIDE: Final = 4_096
"""Pixels of what is given back: larger than any screen on which it is looked at."""
LONGEST_SPOKEN: Final = 5_000
"""Characters of the text of a page, for a screen reader."""
_MEMORY: Final = 2_000_000_000
_SECONDS: Final = 60
_POINTS: Final = 14_400
"""The side of the largest page that there is by the format (200 inches)."""
_LEAST_WIDTH: Final = 16
_NO_PASSWORD: Final = 4
"""FPDF_ERR_PASSWORD."""


class TroubleError(Exception):
    """The file is not shown, for a reason that can be said."""

    def __init__(self, why: Trouble) -> None:
        super().__init__(why)
        self.why = why


class _File(Protocol):
    pages: int

    def page(self, number: int, width: int) -> tuple[Head, bytes]:
        """Return one page as pixels (32 bits each, blue first), ``width`` wide where that can be chosen."""
        ...


class _Picture:
    pages = 1

    def __init__(self, content: bytes, kind: str) -> None:
        self._image = _decoded(content, kind)

    def page(self, number: int, width: int) -> tuple[Head, bytes]:
        del number, width  # there is one, and the window draws it at any size
        image = self._image
        head = {"width": image.width(), "height": image.height(), "stride": image.bytesPerLine()}
        return head, bytes(image.constBits())


def _decoded(content: bytes, kind: str) -> QImage:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
    from PySide6.QtGui import QImage, QImageReader

    QImageReader.setAllocationLimit(4 * MOST_PIXELS // (1 << 20) + 1)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise TroubleError(Trouble.TOO_LARGE)
    most = QSize(LONGEST_SIDE, LONGEST_SIDE)
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise TroubleError(Trouble.DAMAGED)
    if max(image.width(), image.height()) > LONGEST_SIDE:  # one that does not tell its size beforehand
        image = image.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    return image.convertToFormat(QImage.Format.Format_ARGB32)


class _Pdf:
    def __init__(self, content: bytes) -> None:
        self._document = _opened(content)
        self.pages = len(self._document)
        if not self.pages:
            raise TroubleError(Trouble.DAMAGED)

    def page(self, number: int, width: int) -> tuple[Head, bytes]:
        from pypdfium2 import PdfiumError

        try:
            page = self._document[number]
            wide, high = (min(max(side, 1.0), _POINTS) for side in page.get_size())
            scale = min(max(width, _LEAST_WIDTH) / wide, LONGEST_SIDE / wide, LONGEST_SIDE / high)
            if page.get_width() * scale > LONGEST_SIDE + 1 or page.get_height() * scale > LONGEST_SIDE + 1:
                raise TroubleError(Trouble.TOO_LARGE)
            # No forms are set up, so that nothing in them runs; PDFium is built without JavaScript besides.
            bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=True, prefer_bgrx=True)
            text = page.get_textpage().get_text_bounded()[:LONGEST_SPOKEN]
            head = {"width": bitmap.width, "height": bitmap.height, "stride": bitmap.stride, "text": text}
            return head, bytes(bitmap.buffer)
        except PdfiumError:
            raise TroubleError(Trouble.DAMAGED) from None


def _opened(content: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        wants_password = getattr(error, "err_code", None) == _NO_PASSWORD
        raise TroubleError(Trouble.PROTECTED if wants_password else Trouble.DAMAGED) from None


def shut_in() -> None:
    """Give up what is not needed for reading one file: other memory, files, a picture of this process on the disk."""
    files.private_process()
    with suppress(ImportError):  # Windows has no such bounds
        import resource

        bounds = (
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_AS, _MEMORY),
            (resource.RLIMIT_CPU, _SECONDS),
        )
        for what, most in bounds:
            with suppress(ValueError, OSError):  # less than that is allowed already
                resource.setrlimit(what, (most, most))


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer until the input ends: first the file, then its pages one by one."""
    file: _File | None = None
    while (told := protocol.read(source, LARGEST_FILE)) is not None:
        head, body = told
        try:
            if file is None:
                file = _Picture(body, head["format"]) if head["format"] else _Pdf(body)
                answer = packed({"pages": file.pages, "shown": min(file.pages, MOST_PAGES)})
            else:
                answer = packed(*file.page(int(head["page"]), int(head["width"])))
        except TroubleError as error:
            answer = packed({"trouble": error.why})
        except MemoryError:
            answer = packed({"trouble": Trouble.TOO_LARGE})
        target.write(answer)
        target.flush()


if __name__ == "__main__":
    # Both are loaded first: what follows may open no more memory than a file needs.
    import pypdfium2  # noqa: F401 - see above
    from PySide6.QtGui import QImageReader

    QImageReader.supportedImageFormats()
    shut_in()
    serve(sys.stdin.buffer, sys.stdout.buffer)
