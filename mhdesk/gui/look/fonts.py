"""The one family of type: Inter, four sizes and three weights, with figures that line up."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from mhdesk import resources

FAMILY = "Inter"
FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
FEATURES = ("tnum", "cv05")
"""Tabular figures; an l with a tail, so that it is not read as I or 1."""


class Type(StrEnum):
    """The kinds of text; there are no others."""

    TITLE = "title"
    SECTION = "section"
    URGENT = "urgent"
    STRONG = "strong"
    TEXT = "text"
    CAPTION_STRONG = "caption-strong"
    CAPTION = "caption"


SIZES: dict[Type, tuple[int, int]] = {
    Type.TITLE: (24, 600),
    Type.SECTION: (18, 600),
    Type.URGENT: (15, 600),
    Type.STRONG: (15, 500),
    Type.TEXT: (15, 400),
    Type.CAPTION_STRONG: (13, 500),
    Type.CAPTION: (13, 400),
}
"""Pixels at text scale 1, and weight."""


def load() -> None:
    """Make Inter known to Qt; needs a QGuiApplication.

    Raises FileNotFoundError when a file is missing and RuntimeError when Qt cannot read it: both are
    broken builds.
    """
    if FAMILY in QFontDatabase.families():
        return
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", name))) < 0:
            raise RuntimeError(f"unreadable font {name}")


@cache
def font(kind: Type, scale: float = 1.0) -> QFont:
    """Return the font of one kind of text at a text scale; treat it as read-only, it is shared."""
    size, weight = SIZES[kind]
    made = QFont(FAMILY)
    made.setPixelSize(round(size * scale))
    made.setWeight(QFont.Weight(weight))
    for feature in FEATURES:
        made.setFeature(QFont.Tag(feature), 1)
    return made
