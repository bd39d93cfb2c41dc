"""Distances and sizes in logical pixels at a text scale of 1.

Distances between things stay as they are when the text grows; sizes that hold text go through
`theme.Look.px`.
"""

from __future__ import annotations

S4, S8, S12, S16, S24, S32, S48, S64 = 4, 8, 12, 16, 24, 32, 48, 64
"""The only steps of white space; between label and field it is 2."""

RADIUS = 6
RADIUS_DIALOG = 10
RADIUS_FOCUS = 9
FOCUS_LINE = 2
FOCUS_AIR = 2

FIELD_HEIGHT = 36
FIELD_WIDTH = 300
FIELD_PADDING = 13
BUTTON_HEIGHT = 38
BUTTON_QUIET_HEIGHT = 36
BAR_HEIGHT = 40
ROW_HEIGHT = 54
GROUP_HEIGHT = 44
GROUP_FIRST_HEIGHT = 27
TABLE_ROW_HEIGHT = 36
ACTION_BAR_HEIGHT = 64
KEY_STRIP_HEIGHT = 40
TOP_BAR_HEIGHT = 60
NAVIGATION_WIDTH = 208
NAVIGATION_NARROW_WIDTH = 56
DIALOG_WIDTH = 406
FORM_DIALOG_WIDTH = 672
SCROLL_BAR = 12
"""Room that is kept beside what scrolls, so that nothing shifts when a bar appears."""
MARK = 18
ICON = 20

PAGE_LEFT = 40
PAGE_RIGHT = 32
BLEED_LEFT = 16
BLEED_RIGHT = 8
"""How far the tint of a chosen row reaches outside the text column."""
MAIN_WIDTH_MAX = 960
PARAGRAPH_WIDTH_MAX = 600
"""About 75 characters of 15 px text."""
