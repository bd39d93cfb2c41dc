"""Paper: pages of A4 that fill from top to bottom with text, lines and fills, in the style of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape

from mhdesk.reports import inter
from mhdesk.reports.tagged import About, Scope, TaggedCanvas

# The light palette of the window (mhdesk/gui/look/roles.py); paper is white.
TEXT: Final = "#24211E"
SECOND: Final = "#59534B"
ACCENT: Final = "#6A3C80"
HAIRLINE: Final = "#E3DFD8"
BORDER: Final = "#8C867D"
WITHHELD: Final = "#EFECE6"

MARGIN: Final = 56.0
_TOP: Final = 52.0
_FOOT: Final = 64.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: font, size and line height in points, colour."""

    font: str
    size: float
    leading: float
    colour: str = TEXT


TITLE: Final = Style(inter.SEMIBOLD, 20, 26)
PART: Final = Style(inter.SEMIBOLD, 16, 22)
SECTION: Final = Style(inter.SEMIBOLD, 13, 18)
BODY: Final = Style(inter.REGULAR, 10, 15)
STRONG: Final = Style(inter.SEMIBOLD, 10, 15)
MEDIUM: Final = Style(inter.MEDIUM, 10, 15)
QUIET: Final = Style(inter.REGULAR, 10, 15, SECOND)
CAPTION: Final = Style(inter.REGULAR, 8.5, 12, SECOND)
CAPTION_STRONG: Final = Style(inter.MEDIUM, 8.5, 12, SECOND)
SMALL: Final = Style(inter.REGULAR, 7, 10, SECOND)


def width(text: str, style: Style) -> float:
    """Return how wide a text is in a style."""
    return inter.width(text, style.font, style.size)


def wrap(text: str, style: Style, room: float) -> list[str]:
    """Return the lines into which a text falls; a word that is wider than the room is cut."""
    lines: list[str] = []
    for word in (part for whole in text.split() for part in _fitting(whole, style, room)):
        if lines and width(f"{lines[-1]} {word}", style) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _fitting(word: str, style: Style, room: float) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character, style) > room:
            parts.append("")
        parts[-1] += character
    return parts


class Sheet:
    """Pages that fill from top to bottom; ``y`` is how far the current one is filled, in points from below.

    ``foot`` draws the foot of each page when it is full, as an artifact; ``places`` are the pages of the headings, in
    their order; :meth:`finish` returns the document.
    """

    def __init__(self, about: About, foot: Callable[[Sheet], None] = lambda _: None) -> None:
        inter.load()
        self._canvas = TaggedCanvas(about, inter.REGULAR)
        self._foot = foot
        self.places: list[int] = []
        self.page = 1
        self.lying = False
        self._begin()

    @property
    def right(self) -> float:
        """Return where the right margin begins."""
        return paper(lying=self.lying)[0] - MARGIN

    @property
    def room(self) -> float:
        """Return how much of the page is free, in points."""
        return self.y - _FOOT

    def turn(self, *, lying: bool = False) -> None:
        """Close this page and begin the next, upright or lying."""
        self._close()
        self.page += 1
        self.lying = lying
        self._begin()

    def finish(self) -> bytes:
        """Close the last page and return the document."""
        self._close()
        return self._canvas.finish()

    @contextmanager
    def element(self, kind: str, alt: str = "", scope: Scope = "", language: str = "") -> Iterator[None]:
        """Open a structure element that holds what follows.

        ``scope`` is of a head of a row or column, ``language`` of text in another language than the document.
        """
        with self._canvas.element(kind, alt, scope, language):
            yield

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Take what is drawn inside, texts too, as one piece of the open element."""
        with self._canvas.content():
            yield

    def words(self, x: float, y: float, text: str, style: Style, *, to_the_left: bool = False) -> None:
        """Place a line with its baseline at ``y``, from ``x`` on or up to ``x``; inside drawing()."""
        self._canvas.setFillColor(HexColor(style.colour))
        self._canvas.setFont(style.font, style.size)
        place = self._canvas.drawRightString if to_the_left else self._canvas.drawString
        place(x, y, text)

    def paragraph(
        self, text: str, style: Style, kind: str = "P", *, x: float = MARGIN, to: float = 0
    ) -> None:
        """Set a text below what is there, from ``x`` to ``to`` (else the margin); it may turn the page."""
        with self._canvas.element(kind):
            for line in wrap(text, style, (to or self.right) - x):
                if self.room < style.leading:
                    self.turn(lying=self.lying)
                self.y -= style.leading
                with self._canvas.content():
                    self.words(x, self.y + style.leading * 0.28, line, style)

    def heading(self, text: str, style: Style, kind: str) -> None:
        """Set a heading that the bookmarks of the document lead to."""
        key = _key(len(self.places))
        self.places.append(self.page)
        self._canvas.bookmarkHorizontalAbsolute(key, self.y + 8)
        self._canvas.addOutlineEntry(text, key, level=int(kind[1]) - 1)
        self.paragraph(text, style, kind)

    def lead_to(self, place: int, text: str, style: Style, page: str, *, x: float = MARGIN) -> None:
        """Set a line of a table of contents: the title of heading number ``place``, its page, and the way to it."""
        self.y -= style.leading
        y = self.y + style.leading * 0.28
        with self._canvas.element("TOCI"), self._canvas.element("Reference"), self._canvas.element("Link"):
            with self._canvas.content():
                self.words(x, y, wrap(text, style, self.right - x - 40)[0], style)
                self.words(self.right, y, page, style, to_the_left=True)
            self._canvas.link(_key(place), (x, self.y, self.right, self.y + style.leading), text)

    def rule(self, x: float, y: float, to: float, colour: str = HAIRLINE, thickness: float = 0.6) -> None:
        """Draw a level line; decoration."""
        self.stroke(x, y, to, y, colour, thickness)

    def stroke(self, x: float, y: float, to_x: float, to_y: float, colour: str, thickness: float) -> None:
        """Draw a straight line; decoration."""
        with self._canvas.artifact():
            self._canvas.setStrokeColor(HexColor(colour))
            self._canvas.setLineWidth(thickness)
            self._canvas.line(x, y, to_x, to_y)

    def fill(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Fill a rectangle; inside drawing()."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def tint(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Fill a rectangle with soft corners; decoration."""
        with self._canvas.artifact():
            self._canvas.setFillColor(HexColor(colour))
            self._canvas.roundRect(x, y, wide, high, 3, stroke=0, fill=1)

    def aside(self, x: float, y: float, text: str, style: Style, *, to_the_left: bool = False) -> None:
        """Place one line that is no content: the foot of a page, a head that is repeated."""
        with self._canvas.artifact():
            self.words(x, y, text, style, to_the_left=to_the_left)

    def mark(self, x: float, y: float) -> None:
        """Draw the mark of mhdesk, 16 points wide, its lower left corner at x, y; decoration."""
        pdf = self._canvas
        with pdf.artifact():
            pdf.saveState()
            pdf.translate(x, y)
            pdf.setStrokeColor(HexColor(ACCENT))
            pdf.setFillColor(HexColor(ACCENT))
            pdf.setLineWidth(2.1)
            pdf.setLineCap(1)
            pdf.arc(1, -4.4, 15, 9.6, 22, 136)
            pdf.circle(8, 1.8, 2.3, stroke=0, fill=1)
            pdf.restoreState()

    def _begin(self) -> None:
        size = paper(lying=self.lying)
        self._canvas.setPageSize(size)
        self.y = size[1] - _TOP

    def _close(self) -> None:
        self._foot(self)
        self._canvas.turn_page()


def _key(place: int) -> str:
    return f"place{place}"


def paper(*, lying: bool) -> tuple[float, float]:
    """Return width and height of a page of A4 in points."""
    wide, high = landscape(A4) if lying else A4
    return float(wide), float(high)


def column(*, lying: bool) -> float:
    """Return the width between the margins."""
    return paper(lying=lying)[0] - 2 * MARGIN


def page_room(*, lying: bool) -> float:
    """Return the height between head and foot of an empty page."""
    return paper(lying=lying)[1] - _TOP - _FOOT
