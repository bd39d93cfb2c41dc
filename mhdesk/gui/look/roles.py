"""The colours, by the part that they play, and how well they can be told apart.

Everything that has a colour takes it from this table. The table promises its own contrast: `PROMISES` says
which pairs occur on the screen, and a test computes every one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """The part that a colour plays on the screen."""

    PAPER = "paper"
    NAVIGATION = "navigation"
    SURFACE = "surface"
    TEXT = "text"
    SECOND = "second"
    THIRD = "third"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ACCENT_HOVER = "accent_hover"
    LATE = "late"
    LATE_TINT = "late_tint"
    TODAY = "today"
    TODAY_TINT = "today_tint"
    DONE = "done"
    DONE_TINT = "done_tint"
    BORDER = "border"
    HAIRLINE = "hairline"
    CHOSEN = "chosen"
    HOVER = "hover"
    WITHHELD = "withheld"


_TABLE = (
    # role              light      dark
    (Role.PAPER, "#FAF9F7", "#1C1B1D"),
    (Role.NAVIGATION, "#F1EFEB", "#161517"),
    (Role.SURFACE, "#FFFFFF", "#262427"),
    (Role.TEXT, "#24211E", "#E9E5E1"),
    (Role.SECOND, "#59534B", "#B9B3AF"),
    (Role.THIRD, "#6C655C", "#A09A97"),
    (Role.ACCENT, "#6A3C80", "#CDA9DD"),
    (Role.ON_ACCENT, "#FFFFFF", "#2A1633"),
    (Role.ACCENT_HOVER, "#552D69", "#DDC3E8"),
    (Role.LATE, "#A3301B", "#F3A28F"),
    (Role.LATE_TINT, "#FBEBE6", "#3E2620"),
    (Role.TODAY, "#795100", "#E4C078"),
    (Role.TODAY_TINT, "#F9F0DC", "#362D1B"),
    (Role.DONE, "#376433", "#A0CB97"),
    (Role.DONE_TINT, "#EAF2E6", "#223022"),
    (Role.BORDER, "#8C867D", "#8B8690"),
    (Role.HAIRLINE, "#E3DFD8", "#363338"),
    (Role.CHOSEN, "#F0E8F4", "#3A2E42"),
    (Role.HOVER, "#F3F0EC", "#242226"),
    (Role.WITHHELD, "#EFECE6", "#2B292D"),
)

Colours = Mapping[Role, str]

LIGHT: Colours = MappingProxyType({role: light for role, light, _ in _TABLE})
DARK: Colours = MappingProxyType({role: dark for role, _, dark in _TABLE})

_GROUNDS = (Role.PAPER, Role.NAVIGATION, Role.SURFACE, Role.CHOSEN, Role.HOVER)
_TEXT_RATIO = 4.5
_BORDER_RATIO = 3.0

PROMISES: tuple[tuple[Role, tuple[Role, ...], float], ...] = (
    (Role.TEXT, (*_GROUNDS, Role.LATE_TINT, Role.TODAY_TINT, Role.DONE_TINT, Role.WITHHELD), _TEXT_RATIO),
    (Role.SECOND, (*_GROUNDS, Role.LATE_TINT, Role.TODAY_TINT, Role.DONE_TINT, Role.WITHHELD), _TEXT_RATIO),
    (Role.THIRD, _GROUNDS, _TEXT_RATIO),
    (Role.ACCENT, _GROUNDS, _TEXT_RATIO),
    (Role.ACCENT_HOVER, _GROUNDS, _TEXT_RATIO),
    (Role.ON_ACCENT, (Role.ACCENT, Role.ACCENT_HOVER), _TEXT_RATIO),
    (Role.LATE, (*_GROUNDS, Role.LATE_TINT), _TEXT_RATIO),
    (Role.TODAY, (*_GROUNDS, Role.TODAY_TINT), _TEXT_RATIO),
    (Role.DONE, (*_GROUNDS, Role.DONE_TINT), _TEXT_RATIO),
    (Role.PAPER, (Role.LATE, Role.TODAY, Role.DONE), _TEXT_RATIO),
    (Role.BORDER, (Role.PAPER, Role.NAVIGATION, Role.SURFACE), _BORDER_RATIO),
)
"""Foreground, the grounds it stands on, and the least ratio (WCAG 2.2, 1.4.3 and 1.4.11).

PAPER as a foreground is the sign inside a filled disc.
"""


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1, of ``#RRGGBB`` (WCAG 2.2, definition)."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio, 1 to 21, of two ``#RRGGBB`` colours (WCAG 2.2, definition)."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
