"""The one style sheet of the application, written from the table of roles."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import SIZES
from mhdesk.gui.look.roles import Colours, Role

_FIELDS = Template("""
QLineEdit, QPlainTextEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $third;
}
QLineEdit, QComboBox { min-height: ${field}px; max-height: ${field}px; }
QLineEdit { padding: 0 11px; }
QComboBox { padding: 0 ${arrow}px 0 13px; }
QPlainTextEdit { padding: 4px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $late; }
QLineEdit:focus, QLineEdit[wrong="true"], QComboBox:focus, QComboBox:on, QComboBox[wrong="true"] {
  min-height: ${field_in}px; max-height: ${field_in}px;
}
QLineEdit:focus, QLineEdit[wrong="true"] { padding: 0 10px; }
QComboBox:focus, QComboBox:on, QComboBox[wrong="true"] { padding: 0 ${arrow}px 0 12px; }
QPlainTextEdit:focus, QPlainTextEdit[wrong="true"] { padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only, QPlainTextEdit:read-only {
  background: transparent; color: $third; border-color: $hairline;
}
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus { border-color: $accent; }
QComboBox { combobox-popup: 0; }
QComboBox[empty="true"] { color: $third; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $border; padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 9px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected {
  background: $chosen; color: $text; border-left: 3px solid $accent; padding-left: 6px;
}
""")

_VIEWS = Template("""
QListView, QTableView {
  background: transparent; border: none; outline: none; gridline-color: transparent;
  selection-background-color: transparent; selection-color: $text;
}
QTableCornerButton::section { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget#content { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border: 3px solid $paper; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:disabled { background: transparent; border-color: transparent; }
QScrollBar::handle:hover { background: $second; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
""")

_OTHERS = Template("""
QDialog#decision { background: $surface; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 8px; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { min-height: ${item}px; padding: 0 24px 0 12px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $third; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QProgressBar {
  background: $hairline; color: transparent; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def _labels(colours: Colours, px: Callable[[int], int]) -> str:
    kinds = (
        f'QLabel[kind="{kind}"] {{ font-size: {px(size)}px; font-weight: {weight}; }}'
        for kind, (size, weight) in SIZES.items()
    )
    inks = (f'QLabel[ink="{role}"] {{ color: {colour}; }}' for role, colour in colours.items())
    return "\n".join((*kinds, *inks))


def style_sheet(colours: Colours, px: Callable[[int], int]) -> str:
    """Return the sheet for one table of colours; ``px`` turns a size at text scale 1 into today's size."""
    field = px(sizes.FIELD_HEIGHT) - 2
    values: dict[str, str | int] = {role.value: colours[role] for role in Role}
    values |= {"field": field, "field_in": field - 2, "arrow": px(36), "item": px(32)}
    return "".join(part.substitute(values) for part in (_FIELDS, _VIEWS, _OTHERS)) + _labels(colours, px)
