"""Who can help? What is looked for, in one row of fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.network import parse_age
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.fields import Check, Choice, Field, TextEditor

_LEAST = 300
_AGE_WIDTH = 64


class Finder(QWidget):
    """The fields of the finder. ``changed`` follows every choice and every key typed as an age.

    Nothing is looked for until somebody says what for: then `wanted` is None.
    """

    changed = QtSignal()

    def __init__(self, municipalities: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        everything = self.tr("Not known")
        self.purpose = self._choice(
            options.options("referral_purposes", without=(UNKNOWN,)), self.tr("Choose"), 150
        )
        self.sex = self._choice(options.options("sexes", without=(UNKNOWN,)), everything, 150)
        self.age = TextEditor(width=_AGE_WIDTH)
        self.age.edited.connect(self.changed)
        self.children_along = self._choice(options.options("children_wanted"), everything, 164)
        places = [pair for pair in options.municipalities(municipalities) if pair[0] != UNKNOWN]
        self.municipality = self._choice(places, everything, 150)
        self.language = self._choice(options.options("languages"), everything, 150)
        self.tonight = Check(self.tr("Tonight"))
        self.tonight.edited.connect(self.changed)
        self._night = QWidget()
        night = QVBoxLayout(self._night)
        night.setContentsMargins(0, 0, 0, sizes.S8)
        night.addWidget(self.tonight)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._fields = (
            Field(self.tr("Who can give"), self.purpose),
            Field(self.tr("To whom"), self.sex),
            Field(self.tr("Age"), self.age),
            Field(self.tr("Children"), self.children_along),
            Field(self.tr("From"), self.municipality),
            Field(self.tr("Speaks"), self.language),
        )
        self._lay_out()

    def _choice(self, pairs: options.Options, everything: str, width: int) -> Choice:
        choice = Choice(width=width)
        choice.set_options(pairs, blank=everything)
        choice.setCurrentIndex(0)
        choice.edited.connect(self.changed)
        return choice

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(sizes.S8)
        for row in (self._first, self._second):
            row.setSpacing(sizes.S12)
            rows.addLayout(row)
        for field in self._fields[:4]:
            self._first.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange()

    def _arrange(self) -> None:
        """Put the last fields behind the first, or under them where there is no room."""
        widgets = (*self._fields, self._night)
        wanted = sum(one.sizeHint().width() + sizes.S12 for one in widgets)
        row = self._first if self.width() >= wanted else self._second
        for moved in (*self._fields[4:], self._night):
            side = Qt.AlignmentFlag.AlignBottom if moved is self._night else Qt.AlignmentFlag.AlignTop
            row.addWidget(moved, 0, side)
        for each in (self._first, self._second):
            for place in reversed(range(each.count())):
                item = each.itemAt(place)
                if item is not None and item.spacerItem() is not None:
                    each.takeAt(place)
            each.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return what two fields need: the row of now must not keep the page from shrinking."""
        return QSize(look().px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wanted(self) -> Wanted | None:
        """Return what is looked for, None while nobody said what for."""
        if not self.purpose.code():
            return None
        language = self.language.code()
        return Wanted(
            purpose=self.purpose.code(),
            sex=self.sex.code(),
            age=parse_age(self.age.text()),
            children=self.children_along.code(),
            languages=(language,) if language else (),
            municipality=self.municipality.code(),
            tonight=self.tonight.isChecked(),
        )

    def show_wanted(self, wanted: Wanted | None) -> None:
        """Fill the fields in, without a word of it to anybody; None empties them."""
        one = wanted or Wanted(purpose="")
        for choice, code in (
            (self.purpose, one.purpose),
            (self.sex, one.sex),
            (self.children_along, one.children),
            (self.municipality, one.municipality),
            (self.language, one.languages[0] if one.languages else ""),
        ):
            choice.setCurrentIndex(max(0, choice.findData(code)))
        self.age.setText("" if one.age is None else str(one.age))
        self.tonight.setChecked(one.tonight)

    @Slot()
    def wipe(self) -> None:
        """Look for nothing any more."""
        self.show_wanted(None)
        self.changed.emit()
