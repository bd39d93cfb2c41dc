"""Lists of two-line rows: a mark, a title and a reason, and the clock in words at the right edge.

One delegate paints all rows; there is no widget a row. A model answers these roles and nothing else:

- `LINE`: a `Line`, a `Group`, or None while the row is still being fetched (a placeholder is painted);
- `ROW_ID`: the int that `ListView.row_opened` gives, None for a group;
- ``Qt.AccessibleTextRole``: `spoken(line)`;
- ``flags``: a group is not enabled and not selectable: `row_flags(line)`.

`LinesModel` is such a model for lists that fit in memory; long lists have their own, with rows fetched when
painted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mhdesk.gui.look.painting import Mark

LINE = int(Qt.ItemDataRole.UserRole)
ROW_ID = LINE + 1
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

_GROUP_FLAGS = Qt.ItemFlag.NoItemFlags
_LINE_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    ``clock`` is the distance in words, ``day`` the date under it, ``share`` (0 to 1) how much of the term is used.
    """

    title: str
    reason: str = ""
    clock: str = ""
    day: str = ""
    mark: Mark = Mark.NONE
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group of rows."""

    title: str
    caption: str = ""


Item = Line | Group


def spoken(item: Item | None) -> str:
    """Return a row as one sentence for a screen reader: clock before reason, as the eye reads it."""
    if item is None:
        return ""
    parts = (
        (item.title, item.caption)
        if isinstance(item, Group)
        else (item.title, item.clock, item.day, item.reason)
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def row_flags(item: Item | None) -> Qt.ItemFlag:
    """Return the flags of a row: a group can be neither chosen nor opened."""
    return _GROUP_FLAGS if isinstance(item, Group) else _LINE_FLAGS


class LinesModel(QAbstractListModel):
    """A list short enough to hold: (id, line) pairs, with groups between them that have no id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[int | None, Item]] = []

    def set_items(self, items: Iterable[tuple[int | None, Item]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def row_of(self, row_id: int) -> int:
        """Return the row that shows an id, -1 when none does."""
        return next((row for row, (held, _) in enumerate(self._items) if held == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == LINE:
            return self._items[index.row()][1]
        if role == ROW_ID:
            return self._items[index.row()][0]
        if role == SPOKEN:
            return spoken(self._items[index.row()][1])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return row_flags(self._items[index.row()][1]) if index.isValid() else Qt.ItemFlag.NoItemFlags
