"""Let data for CoMensha leave as a file: what for, with the name or not, and where to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.comensha import CONSENTS, DOSSIERS, PURPOSES, Outgoing, Standing
from mhdesk.domain.dates import Birth, display_birth
from mhdesk.domain.problems import Problem
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.exchange import htcds
from mhdesk.exchange.htcds import Victim
from mhdesk.gui import file_dialogs
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Check, Choice
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import announce

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

Write = Callable[[Outgoing, Path], Callable[["Desk"], Change]]
_WIDTH: Final = 452


def _coded(person_id: int, wanted: Outgoing, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.save_coded(desk, person_id, wanted, out)


def _year(year: int, wanted: Outgoing, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.save_year(desk, year, wanted, out)


class OutDialog(FormDialog):
    """Ask what a file is for before it leaves; ``kinds`` is what the file dialog shows, ``file_name`` names nobody."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(self, context: PageContext, file_name: str, kinds: str, parent: QWidget) -> None:
        super().__init__(context, "", "", "", parent)
        self.primary.setText(self.tr("Save as a file…"))
        self._file_name, self._kinds = file_name, kinds
        self._out = Path()
        self.place: QFileDialog | None = None
        self._purpose = Choice(width=_WIDTH)
        self._purpose.set_options(options.options(PURPOSES))
        self.named = Check(self.tr("With the names of those who agreed"))
        self.tell(
            self.tr(
                "The file is not encrypted. Send it only by a safe way, and remove it when it is there."
                " The log notes that it left and what for."
            )
        )

    def tell(self, rule: str) -> None:
        """Say under the question what to keep in mind."""
        self._explanation.set_plain(rule)
        self._explanation.show()

    def ask_purpose(self) -> None:
        """Ask what the file is for, and whether names go along."""
        asked = self.part.ask("purpose", self.tr("What the file is for"), self._purpose)
        self.part.column.addWidget(asked)
        self.part.column.addWidget(self.named)

    def outgoing(self) -> Outgoing:
        """Return what was chosen."""
        return Outgoing(self._purpose.code(), self.named.isChecked())

    def problems(self) -> list[Problem]:
        """Return what is missing."""
        return self.outgoing().problems()

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return what the desk is asked to write to ``out``."""
        raise NotImplementedError

    def work(self) -> Callable[[Desk], Change]:
        """Return the file at the place that was chosen as work for the desk."""
        return self.write(self._out)

    def act(self) -> None:
        """Ask where the file goes; it is written once that is known."""
        if self.place is None:
            proposal, title = Path.home() / self._file_name, self.tr("Where should the file go?")
            self.place = file_dialogs.save_file(self, title, self._kinds, proposal, self._on_place_chosen)
            self.place.finished.connect(self._on_place_finished)

    def _on_place_chosen(self, out: Path) -> None:
        self._out = out
        super().act()

    @Slot()
    def _on_place_finished(self) -> None:
        self.place = None


class YearOutDialog(OutDialog):
    """Save the list of a year as CSV."""

    def __init__(self, context: PageContext, year: int, parent: QWidget) -> None:
        super().__init__(context, f"comensha-{year}.csv", "CSV (*.csv)", parent)
        self._year = year
        self.question.set_plain(self.tr("The list of {year} as a file").format(year=year))
        self.ask_purpose()

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the list as work for the desk."""
        return partial(_year, self._year, self.outgoing(), out)


class CodedDialog(OutDialog):
    """Show what is known of a victim in the order in which it is registered, each with a button that copies it."""

    def __init__(self, context: PageContext, victim: Victim, standing: Standing, parent: QWidget) -> None:
        super().__init__(context, "comensha.json", "JSON (*.json)", parent)
        self._person_id = standing.person_id
        self.question.set_plain(self.tr("For the registration with CoMensha"))
        self.copies: dict[str, QuietButton] = {}
        self.part.column.addLayout(self._rows(victim, standing))
        self.part.column.addSpacing(sizes.S8)
        self.ask_purpose()
        self.named.setText(self.tr("With the name"))
        self.named.setVisible(bool(victim.first_names or victim.last_name))

    def _told(self, victim: Victim, standing: Standing) -> list[tuple[str, str, str, str]]:
        """Return key, label, value and code of what is known, in the order of the registration."""
        now = standing.now()
        birth = display_birth(Birth(victim.birth, victim.birth_estimated)) if victim.birth else ""
        forms = [form for form in victim.forms if form != UNKNOWN]
        form_words = ", ".join(options.label("exploitation_forms", form) for form in forms)
        form_codes = ", ".join(filter(None, map(htcds.exploitation_code, forms)))
        sex = options.label("sexes", victim.sex) if victim.sex != UNKNOWN else ""
        country = htcds.citizenship_code(victim.nationality)
        nationality = options.label("nationalities", victim.nationality) if country else ""
        dossier = vocabulary(DOSSIERS).label(now.dossier_type) if now and now.dossier_type else ""
        consent = vocabulary(CONSENTS).label(now.consent) if now and now.consent else ""
        name = " ".join(filter(None, (victim.first_names, victim.last_name)))
        told = [
            ("reference", self.tr("Our reference"), victim.reference, ""),
            ("dossier", self.tr("Type of dossier"), dossier, ""),
            ("form", self.tr("Form of exploitation"), form_words, form_codes),
            ("sex", self.tr("Sex"), sex, htcds.gender_code(victim.sex) if sex else ""),
            ("birth", self.tr("Born"), birth, ""),
            ("nationality", self.tr("Nationality"), nationality, country),
            ("consent", self.tr("Consent"), consent, ""),
            ("name", self.tr("Name"), name, ""),
        ]
        return [row for row in told if row[2]]

    def _rows(self, victim: Victim, standing: Standing) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S16)
        grid.setVerticalSpacing(sizes.S8)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, (key, label, value, code) in enumerate(self._told(victim, standing)):
            grid.addWidget(Paragraph(label, Type.TEXT, Role.SECOND), row, 0, top)
            shown = Paragraph(f"{value}\n{code}" if code else value)
            grid.addWidget(shown, row, 1, top)
            grid.addWidget(self._copy_button(key, label, value), row, 2, top)
        return grid

    def _copy_button(self, key: str, label: str, value: str) -> QuietButton:
        button = QuietButton(self.tr("Copy"), small=True)
        button.setAccessibleName(self.tr("Copy: {label}").format(label=label))
        button.clicked.connect(partial(self._copy, label, value))
        self.copies[key] = button
        return button

    def _copy(self, label: str, value: str) -> None:
        """Put a value on the clipboard; the guard of the window takes it off again."""
        QGuiApplication.clipboard().setText(value)
        announce(self, self.tr("Copied: {label}").format(label=label))

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the file as work for the desk."""
        return partial(_coded, self._person_id, self.outgoing(), out)
