"""A passphrase that somebody chooses: rated while it is typed, and typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mhdesk.gui.entry.strength import StrengthMeter
from mhdesk.gui.look import sizes
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.fields import Field


class NewPassphrase(QWidget):
    """Ask for a new passphrase, twice; ``submitted`` follows Enter in the second field.

    ``fields`` are "passphrase" and "again". ``beside`` puts them beside each other, where height is scarce.
    """

    submitted = QtSignal()

    def __init__(self, label: str, parent: QWidget | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._passphrase = PassphraseEditor(width=sizes.FIELD_WIDTH)
        self._again = TextEditor()
        self._again.setEchoMode(QLineEdit.EchoMode.Password)
        self.strength = StrengthMeter()
        self._names: tuple[str, ...] = ()
        self.fields = {
            "passphrase": Field(label, self._passphrase),
            "again": Field(self.tr("The passphrase once more"), self._again),
        }
        self._passphrase.edited.connect(self._on_passphrase_edited)
        self._passphrase.returnPressed.connect(self._again.setFocus)
        self._passphrase.toggle.clicked.connect(self._on_toggle_clicked)
        self._again.edited.connect(self._on_again_edited)
        self._again.returnPressed.connect(self.submitted)
        self._lay_out(beside=beside)
        self._rate()

    def _lay_out(self, *, beside: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        first, again = self.fields["passphrase"], self.fields["again"]
        if beside:
            again.label.setMinimumHeight(
                self._passphrase.toggle.sizeHint().height()
            )  # the fields stay in line
            pair = QHBoxLayout()
            pair.setSpacing(sizes.S16)
            pair.addWidget(first, 1, Qt.AlignmentFlag.AlignTop)
            pair.addWidget(again, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(pair)
            column.addWidget(self.strength)
            return
        for widget in (first, self.strength, again):
            column.addWidget(widget)

    def set_names(self, *names: str) -> None:
        """Say which names belong to the user or the registry, and so are easy to guess."""
        self._names = names
        self._rate()

    def passphrase(self) -> str:
        """Return the passphrase as typed."""
        return self._passphrase.passphrase()

    def problems(self) -> dict[str, str]:
        """Return what is wrong with what is typed, by field; how strong it is, the vault judges."""
        if not self.passphrase():
            return {"passphrase": self.tr("Fill in a passphrase.")}
        if self._again.text() != self.passphrase():
            return {"again": self.tr("The two are not the same. Type the passphrase again.")}
        return {}

    def show_problems(self, sentences: dict[str, str]) -> None:
        """Say what is wrong at the fields; the first of them takes the focus."""
        for name, field in self.fields.items():
            field.set_error(sentences.get(name))
        for field in reversed(self.fields.values()):
            if field.error():
                field.take_focus()

    def forget(self) -> None:
        """Empty both fields without a trace."""
        for field in self.fields.values():
            field.wipe()
        self._again.setEchoMode(self._passphrase.echoMode())
        self._rate()

    def set_read_only(self, resting: bool) -> None:
        """Let nobody type while the keys are made."""
        for editor in (self._passphrase, self._again):
            editor.setReadOnly(resting)

    def _rate(self) -> None:
        self.strength.rate(self.passphrase(), self._names)

    @Slot()
    def _on_passphrase_edited(self) -> None:
        self.fields["passphrase"].set_error(None)
        self._rate()

    @Slot()
    def _on_again_edited(self) -> None:
        self.fields["again"].set_error(None)

    @Slot()
    def _on_toggle_clicked(self) -> None:
        self._again.setEchoMode(self._passphrase.echoMode())
