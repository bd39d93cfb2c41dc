"""Ask in which form the log is to be handed over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.fields import Field, RadioCards

CSV, JSON = "csv", "json"


class ExportLogDialog(Decision):
    """A form, then the folder. ``decided`` carries the form."""

    decided = QtSignal(str)

    def __init__(self, parent: QWidget, *, narrowed: bool) -> None:
        question = (
            QCoreApplication.translate("ExportLogDialog", "Export what was found?")
            if narrowed
            else QCoreApplication.translate("ExportLogDialog", "Export the whole log?")
        )
        more = QCoreApplication.translate(
            "ExportLogDialog",
            "The file is not encrypted. It says who read which signal, so keep it where only you can reach it. Your"
            " signature under it shows later whether the log was changed. The log notes the export.",
        )
        verb = QCoreApplication.translate("ExportLogDialog", "Choose a folder…")
        super().__init__(question, more, verb, parent)
        self.form = RadioCards()
        self.form.set_options(
            [
                (CSV, self.tr("CSV"), self.tr("to read, in a spreadsheet program")),
                (JSON, self.tr("JSON"), self.tr("to check, with another program")),
            ]
        )
        self.form.set_code(CSV)
        self.body.addWidget(Field(self.tr("Form"), self.form))
        self.form.setFocus()

    def decide(self) -> bool:
        """Hand over the form; the folder is asked next."""
        self.decided.emit(self.form.code())
        return True
