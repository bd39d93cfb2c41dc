"""A list of any length: ids only, lines fetched when they are painted."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Slot

from mhdesk.errors import KnownError
from mhdesk.gui.runner import Failed, Runner
from mhdesk.gui.widgets.rows import LINE, ROW_ID, SPOKEN, Index, Line, row_flags, spoken

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

PAGE: Final = 50
MOST_PAGES: Final = 2
KEPT_LINES: Final = 400
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ROLES: Final = (LINE, SPOKEN)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source(Generic[T]):
    """Where lines come from.

    ``fetch`` asks the desk about ids, ``lines`` makes lines of its answer in the window, ``gone`` is the line of an
    id that has none any more.
    """

    fetch: Callable[[Sequence[int], Desk], T]
    lines: Callable[[T], Mapping[int, Line]]
    gone: Callable[[], Line]


class FetchedModel(QAbstractListModel):
    """Hold the ids of a list and the lines that were painted lately; order and filter are the registry's.

    ``data`` answers None for a line that is not here yet and asks for its page: one request at a time,
    for the pages that were painted last, so that a drag through 100,000 lines asks for what is in sight.
    ``failed`` is told the error of such a request.
    """

    def __init__(
        self, source: Source[Any], runner: Runner, failed: Failed, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._runner = runner
        self._failed = failed
        self._ids: Sequence[int] = array("q")
        self._lines: OrderedDict[int, Line] = OrderedDict()
        self._missed: OrderedDict[int, None] = OrderedDict()
        self._asking = False
        # Asking waits for the event loop: an answer may come at once, and then not in the middle of a paint.
        self._post = QTimer(self)
        self._post.setSingleShot(True)
        self._post.timeout.connect(self._on_post_timeout)

    def set_ids(self, ids: Sequence[int]) -> bool:
        """Show other rows; say whether that changed the list. Lines already fetched stay.

        A list that goes on where it ended grows: the cursor and what is in sight stay where they are.
        """
        if ids == self._ids:
            return False
        shown = len(self._ids)
        if shown and len(ids) > shown and ids[:shown] == self._ids:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
            return True
        self.beginResetModel()
        self._ids = ids
        self._missed.clear()
        self.endResetModel()
        return True

    def row_of(self, row_id: int) -> int:
        """Return the row of an id, -1 when it is not in the list."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def forget(self, row_ids: Collection[int] | None = None) -> None:
        """Fetch these lines anew when they are painted again; None for all."""
        for number in list(self._lines) if row_ids is None else row_ids:
            self._lines.pop(number, None)
        if self._ids:
            self._tell_changed(0, len(self._ids) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role == LINE:
            return self._line(index.row())
        if role == ROW_ID:
            return self._ids[index.row()]
        if role == SPOKEN:
            return spoken(self._line(index.row()))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return row_flags(None) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def _line(self, row: int) -> Line | None:
        number = self._ids[row]
        line = self._lines.get(number)
        if line is None:
            self._miss(row // PAGE)
        else:
            self._lines.move_to_end(number)
        return line

    def _miss(self, page: int) -> None:
        self._missed[page] = None
        self._missed.move_to_end(page)
        if not self._asking and not self._post.isActive():
            self._post.start(0)

    @Slot()
    def _on_post_timeout(self) -> None:
        pages = [self._missed.popitem()[0] for _ in range(min(MOST_PAGES, len(self._missed)))]
        self._missed.clear()
        ids = [n for page in sorted(pages) for n in self._ids[page * PAGE : (page + 1) * PAGE]]
        wanted = [number for number in ids if number not in self._lines]
        if not wanted:
            return
        self._asking = True
        then = partial(self._on_rows_arrived, pages, wanted)
        self._runner.ask(partial(self._source.fetch, wanted), then, self._on_runner_failed)

    def _on_rows_arrived(self, pages: list[int], wanted: list[int], answer: object) -> None:
        self._asking = False
        found = self._source.lines(answer)
        for number in wanted:
            self._lines[number] = found.get(number) or self._source.gone()
        while len(self._lines) > KEPT_LINES:
            self._lines.popitem(last=False)
        last = len(self._ids) - 1
        for page in pages:
            if page * PAGE <= last:
                self._tell_changed(page * PAGE, min(last, (page + 1) * PAGE - 1))
        if self._missed:
            self._post.start(0)

    def _on_runner_failed(self, error: KnownError) -> None:
        self._asking = False
        self._failed(error)

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last), list(_ROLES))
