"""Read a PDF back with readers that share nothing with the writer: pikepdf for what it says, pdfium for its text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal

import pikepdf
import pypdfium2

ACCENT = (0x6A, 0x3C, 0x80)


def text_of(pdf: bytes) -> str:
    """Return all text in reading order, a line a line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace("\r\n", "\n")


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def drawn(page: pikepdf.Page) -> Iterator[tuple[str, list[pikepdf.Object]]]:
    """Yield the operators of a page with their operands."""
    for step in pikepdf.parse_content_stream(page):
        assert isinstance(step, pikepdf.ContentStreamInstruction)
        yield str(step.operator), list(step.operands)


def filled(pdf: bytes, colour: tuple[int, int, int] = ACCENT) -> list[tuple[float, float, float, float]]:
    """Return every rectangle that is filled in a colour: x, y, width, height."""
    found = []
    with opened(pdf) as document:
        for page in document.pages:
            fill, rectangle = (0, 0, 0), (0.0, 0.0, 0.0, 0.0)
            for operator, operands in drawn(page):
                match operator:
                    case "rg":
                        red, green, blue = (round(Decimal(str(part)) * 255) for part in operands)
                        fill = (red, green, blue)
                    case "re":
                        x, y, wide, high = (float(str(part)) for part in operands)
                        rectangle = (x, y, wide, high)
                    case "f" | "f*" if fill == colour and rectangle[2]:
                        found.append(rectangle)
                        rectangle = (0.0, 0.0, 0.0, 0.0)
    return found


def streams_of(pdf: bytes) -> Iterator[bytes]:
    """Yield every stream of the file, unpacked, and every object as text: all there is to search."""
    with opened(pdf) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes()
            else:
                yield thing.unparse()


def elements_of(pdf: bytes) -> list[tuple[str, int]]:
    """Return the structure elements in order, with their depth."""
    found: list[tuple[str, int]] = []

    def walk(element: pikepdf.Object, depth: int) -> None:
        if "/S" in element:
            found.append((str(element.S), depth))
            for kid in list(element.K):
                if isinstance(kid, pikepdf.Dictionary):
                    walk(kid, depth + 1)

    with opened(pdf) as document:
        for top in list(document.Root.StructTreeRoot.K):
            walk(top, 0)
    return found
