"""Ask for the reasons of a publication before it leaves."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.figures import Unit
from mhdesk.domain.periods import Period
from mhdesk.gui.figures.formats import FormatChecks
from mhdesk.gui.figures.work import Order
from mhdesk.gui.look import sizes
from mhdesk.gui.widgets.buttons import bind_keys
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.messages import Kind


class PublishFiguresDialog(Decision):
    """As which files, what for and to whom, the last two optional; then the folder. ``decided`` carries the `Order`.

    A period that is ``empty`` can be published too, but nobody does that without reading so.
    """

    decided = QtSignal(object)

    def __init__(
        self, period: Period, parent: QWidget, *, unit: Unit = Unit.SIGNALS, empty: bool = False
    ) -> None:
        question = QCoreApplication.translate("PublishFiguresDialog", "Publish the figures of {period}?")
        if empty and unit is not Unit.SIGNALS:
            question = QCoreApplication.translate(
                "PublishFiguresDialog", "Publish that there was nobody to count over {period}?"
            )
        elif empty:
            question = QCoreApplication.translate(
                "PublishFiguresDialog", "Publish that there was not one signal over {period}?"
            )
        more = QCoreApplication.translate(
            "PublishFiguresDialog",
            "What goes out cannot be taken back. Every later publication is checked together with this one.",
        )
        verb = QCoreApplication.translate("PublishFiguresDialog", "Choose a folder…")
        super().__init__(question.format(period=period.title()), more, verb, parent)
        self._period = period
        self._unit = unit
        width = sizes.DIALOG_WIDTH - 2 * sizes.S24
        self.purpose = TextEditor(width=width)
        self.receiver = TextEditor(width=width)
        self.formats = FormatChecks()
        self.body.addWidget(Field(self.tr("What for"), self.purpose, optional=True))
        self.body.addWidget(Field(self.tr("To whom"), self.receiver, optional=True))
        self.body.addWidget(self.formats)
        QWidget.setTabOrder(self.receiver, self.formats.first)
        QWidget.setTabOrder(self.formats.last, self.primary)
        for before, after in ((self.purpose, self.receiver), (self.primary, self.cancel)):
            QWidget.setTabOrder(before, after)
        bind_keys(self.primary, "Ctrl+Return")
        self.purpose.setFocus()

    def decide(self) -> bool:
        """Hand over the order; the folder is asked next. Without a kind of file nothing can leave."""
        formats = self.formats.codes()
        if not formats:
            self.messages.show_message(Kind.ERROR, self.tr("Choose at least one kind of file."))
            self.formats.setFocus()
            return False
        said = self.purpose.text().strip(), self.receiver.text().strip()
        self.decided.emit(Order(self._period, *said, unit=self._unit, formats=formats))
        return True
