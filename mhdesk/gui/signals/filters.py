"""What a list of signals is narrowed down by: words, kind, status, municipality, form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.views import Order, RegistryInfo, SignalFilter
from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice, TextEditor

# Long enough to finish a word: every search leaves a line in the log.
PAUSE_MS: Final = 400
_SEARCH_LEAST: Final = 200
_TO_REVIEW: Final = "to_review"
_TO_TRIAGE: Final = "to_triage"
_EVERYTHING: Final = SignalFilter()


class SearchField(TextEditor):
    """Words to search for; Down and Enter go on to the list, Esc empties."""

    finished = QtSignal()
    emptied = QtSignal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.wipe()
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class SignalFilters(QWidget):
    """The row of filters above the list; `clear` and `order` stand elsewhere on the page.

    ``changed`` follows every choice at once and typing after a pause; ``finished`` follows Down or Enter
    in the search field.
    """

    changed = QtSignal()
    finished = QtSignal()

    def __init__(self, info: RegistryInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(width=264, placeholder=self.tr("Name, number or words"))
        self.search.setAccessibleName(self.tr("Show only signals with this name, number or these words"))
        still = [(_TO_REVIEW, self.tr("Still to look through")), (_TO_TRIAGE, self.tr("Waits for triage"))]
        states = [*options.options("signal_states"), *still]
        places = options.municipalities(info.municipalities)
        forms = options.options("exploitation_forms")
        self.kind = self._choice(options.options("signal_kinds"), self.tr("Every kind"), 128)
        self.status = self._choice(states, self.tr("Every status"), 160)
        self.municipality = self._choice(places, self.tr("Every municipality"), 172)
        self.form = self._choice(forms, self.tr("Every form"), 188)
        self.order = self._choice([], "", 232)
        self.order.set_options(
            [
                (Order.RECEIVED, self.tr("Last received on top")),
                (Order.RECORDED, self.tr("Last recorded on top")),
            ]
        )
        self.clear = QuietButton(self.tr("Clear filters"))
        self._name_choices()
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._connect()
        self._lay_out()
        self.show_filter(_EVERYTHING)

    def _choice(self, pairs: options.Options, everything: str, width: int) -> Choice:
        choice = Choice(width=width)
        choice.set_options(pairs, blank=everything)
        choice.setCurrentIndex(0)
        choice.edited.connect(self._on_choice_edited)
        return choice

    def _name_choices(self) -> None:
        self.kind.setAccessibleName(self.tr("Kind"))
        self.status.setAccessibleName(self.tr("Status"))
        self.municipality.setAccessibleName(self.tr("Municipality"))
        self.form.setAccessibleName(self.tr("Form of exploitation"))
        self.order.setAccessibleName(self.tr("Order"))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_pause_timeout)
        self.search.edited.connect(self._pause.start)
        self.search.finished.connect(self._on_search_finished)
        self.search.emptied.connect(self._on_pause_timeout)
        self.clear.clicked.connect(self._on_clear_clicked)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(sizes.S8)
        for row in (self._first, self._second):
            row.setSpacing(sizes.S12)
            rows.addLayout(row)
        self._first.addWidget(self.search, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put the choices behind the search field, or under it where that would become a slit."""
        choices = (self.kind, self.status, self.municipality, self.form)
        wanted = look().px(_SEARCH_LEAST) + sum(one.sizeHint().width() + sizes.S12 for one in choices)
        row = self._first if self.width() >= wanted else self._second
        for choice in choices:
            row.addWidget(choice, choice.sizeHint().width() if row is self._second else 0)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the search field alone: the row of now must not keep the list from shrinking."""
        return QSize(look().px(_SEARCH_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def chosen(self) -> SignalFilter:
        """Return what stands in the fields."""
        status = self.status.code()
        return SignalFilter(
            kind=self.kind.code(),
            status="" if status in {_TO_REVIEW, _TO_TRIAGE} else status,
            municipality=self.municipality.code(),
            form=self.form.code(),
            search=self.search.text().strip(),
            to_review=status == _TO_REVIEW,
            to_triage=status == _TO_TRIAGE,
            order=Order(self.order.code() or Order.RECEIVED),
        )

    def show_filter(self, wanted: SignalFilter) -> None:
        """Fill the fields in, without a word of it to anybody."""
        self._pause.stop()
        self.search.setText(wanted.search)
        status = _TO_REVIEW if wanted.to_review else _TO_TRIAGE if wanted.to_triage else wanted.status
        codes = ((self.kind, wanted.kind), (self.status, status), (self.form, wanted.form))
        for choice, code in (*codes, (self.municipality, wanted.municipality), (self.order, wanted.order)):
            choice.setCurrentIndex(max(0, choice.findData(code)))
        self._show_clear()

    def is_narrowing(self) -> bool:
        """Say whether the fields leave any signal out."""
        return self.chosen() != SignalFilter(order=self.chosen().order)

    def wipe(self) -> None:
        """Let every signal through, in the order that was chosen."""
        self.show_filter(SignalFilter(order=self.chosen().order))

    def _show_clear(self) -> None:
        self.clear.setVisible(self.is_narrowing())

    @Slot()
    def _on_choice_edited(self) -> None:
        self._on_pause_timeout()

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._pause.stop()
        self._show_clear()
        self.changed.emit()

    @Slot()
    def _on_search_finished(self) -> None:
        if self._pause.isActive():
            self._on_pause_timeout()
        self.finished.emit()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.wipe()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
