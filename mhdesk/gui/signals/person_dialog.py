"""Say who is concerned in a signal: somebody more, or more of somebody known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import amending, dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.relations import KINDS
from mhdesk.domain.signals import PersonDraft, person_draft_problems
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.amend_dialog import AmendDialog, Compared
from mhdesk.gui.signals.known_part import LINK_KEYS, KnownPart
from mhdesk.gui.signals.matching import COMPARED
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.payloads import AmendPersonDraft
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 218


def _amend_person(signal_id: int, person_id: int, version: int, draft: PersonDraft, desk: Desk) -> Change:
    from mhdesk.desk import amending

    return amending.amend_person(desk, signal_id, person_id, version, draft)


def _compare_person(
    signal_id: int, involvement_id: int, version: int, draft: PersonDraft, desk: Desk
) -> Compared:
    from mhdesk.desk import amending as work
    from mhdesk.desk import signals

    details = signals.details(desk, signal_id)
    one = next(one for one in details.involvements if one.id == involvement_id)
    found = work.person_conflict(desk, signal_id, one.person_id or 0, version, draft)
    return found, amending.person_draft(one)


def _add_person(signal_id: int, draft: PersonDraft, desk: Desk) -> Change:
    from mhdesk.desk import amending

    return amending.add_person(desk, signal_id, draft)


class PersonDialog(AmendDialog):
    """Say who is concerned: somebody new in the signal, or more or something else of somebody known.

    ``one`` is whom it is about; None adds somebody. ``before`` is what was known.
    """

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        one: InvolvementView | None,
        parent: QWidget,
        *,
        draft: AmendPersonDraft | None = None,
    ) -> None:
        question, explanation = self._question(one)
        super().__init__(context, question, explanation, self.tr("Record the person"), parent)
        self._details, self._one = details, one
        self.before = amending.person_draft(one) if one else PersonDraft()
        self.version = draft.version if draft else (one.person_version if one else 0)
        self._role, self._sex, self._nationality = (
            Choice(width=_WIDTH),
            Choice(width=_HALF),
            Choice(width=_HALF),
        )
        words = ("involvement_roles", "sexes", "nationalities")
        for choice, name in zip((self._role, self._sex, self._nationality), words, strict=True):
            choice.set_options(options.options(name))
        self._lines = {name: TextEditor(width=_HALF) for name in ("first_names", "last_name", "phone")}
        self._birth = DateEditor(width=_HALF)
        self._safe = LongTextEditor(width=_WIDTH)
        self._relation, self._related_to = Choice(width=_HALF), Choice(width=_HALF)
        self._relation.set_options(options.options(KINDS), blank=self.tr("none known"))
        self._related_to.set_options(
            (str(other.id), f"{name_words(other)}, {role_words(other)}") for other in details.involvements
        )
        self.known = KnownPart(context.runner, self.draft, self._lines["first_names"], opens=False)
        self._ask()
        self.fill_in(draft.told if draft else self.before)

    def _question(self, one: InvolvementView | None) -> tuple[str, str]:
        if one is None:
            return self.tr("Who is concerned as well?"), ""
        question = self.tr("What is known of {name}?").format(name=name_words(one))
        if not one.other_signals:
            return question, self.tr("What it says now stays readable under Changed.")
        return question, self.tr(
            "This counts in every signal with this person. What it says now stays readable."
        )

    def _ask(self) -> None:
        part, lines = self.part, self._lines
        part.column.addWidget(part.ask("role", self.tr("Role"), self._role))
        part.fields["role"].setVisible(self._one is None)
        first = part.ask("first_names", self.tr("First name"), lines["first_names"], optional=True)
        self._row(first, part.ask("last_name", self.tr("Last name"), lines["last_name"], optional=True))
        birth = part.ask("birth", self.tr("Date of birth"), self._birth)
        self._row(birth, part.ask("phone", self.tr("Phone"), lines["phone"], optional=True))
        sex = part.ask("sex", self.tr("Sex"), self._sex)
        self._row(sex, part.ask("nationality", self.tr("Nationality"), self._nationality))
        safe = part.ask("safe_contact", self.tr("Safe contact"), self._safe, optional=True)
        safe.set_hint(self.tr("when and how to call"))
        part.column.addWidget(safe)
        relation = part.ask("relation", self.tr("Relation"), self._relation, optional=True)
        self._row(relation, part.ask("related_to", self.tr("Of whom"), self._related_to))
        if self._is_new():
            part.column.addWidget(self.known)
            self.known.changed.connect(self._on_known_changed)
            linking = QShortcut(QKeySequence(LINK_KEYS), self)
            linking.activated.connect(self._on_linking_activated)

    def _is_new(self) -> bool:
        """Say whether somebody is added, or told of whom nothing was known: only then may somebody be meant."""
        return self._one is None or self._one.person_id is None

    def _row(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.part.column.addLayout(row)

    def fill_in(self, draft: PersonDraft) -> None:
        self._role.set_code(draft.role)
        self._sex.set_code(draft.sex)
        self._nationality.set_code(draft.nationality)
        for name, editor in self._lines.items():
            editor.setText(getattr(draft, name))
        self._relation.setCurrentIndex(max(0, self._relation.findData(draft.relation)))
        self._related_to.set_code(str(draft.related_to or ""))
        self._birth.setText(draft.birth)
        self._safe.setText(draft.safe_contact)
        if self._is_new():
            self.known.show_person(draft)
        self.adapt()

    def adapt(self) -> None:
        """Show how an age or a year was understood."""
        birth = dates.parse_birth(self._birth.text(), self._details.received_on)
        understood = self.tr("born {birth}").format(birth=dates.display_birth(birth)) if birth else ""
        told = understood if birth and birth.estimated else ""
        self.part.fields["birth"].set_hint(told)
        offered = self._one is None and bool(self._details.involvements)
        self.part.fields["relation"].setVisible(offered)
        self.part.fields["related_to"].setVisible(offered and bool(self._relation.code()))

    def draft(self) -> PersonDraft:
        """Return the person as filled in."""
        return PersonDraft(
            role=self._role.code(),
            sex=self._sex.code(),
            nationality=self._nationality.code(),
            birth=self._birth.text(),
            safe_contact=self._safe.text(),
            person_id=self._one.person_id if self._one and self._one.person_id else self.known.person_id,
            apart_from=[*self.known.apart_from],
            involvement_id=self._one.id if self._one else None,
            relation=self._relation.code(),
            related_to=int(self._related_to.code())
            if self._relation.code() and self._related_to.code()
            else None,
            **{name: editor.text() for name, editor in self._lines.items()},
        )

    def typed(self) -> AmendPersonDraft:
        """Return everything that is kept while somebody types."""
        return AmendPersonDraft(self.version, self._one.id if self._one else 0, self.draft())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the person as filled in."""
        draft = self.draft()
        found = person_draft_problems(draft, self._details.received_on)
        if draft.relation and draft.related_to is None:
            found.append(Problem("related_to", "relation.other_missing"))
        return found

    def work(self) -> Callable[[Desk], Change]:
        """Return the person as work for the desk."""
        if self._one is None or self._one.person_id is None:
            return partial(_add_person, self._details.id, self.draft())
        who = self._one.person_id
        return partial(_amend_person, self._details.id, who, self.version, self.draft())

    @Slot(object)
    def _on_part_edited(self, field: object) -> None:
        super()._on_part_edited(field)
        for name in COMPARED:
            if self._is_new() and field is self.part.fields[name]:
                self.known.home = self.part.fields[name].editor
                self.known.typed()

    @Slot()
    def _on_known_changed(self) -> None:
        if self.keeper is not None:
            self.keeper.mark_changed()
        self.check.look()

    @Slot()
    def _on_linking_activated(self) -> None:
        self.known.press_key()

    def comparison(self) -> Callable[[Desk], Compared]:
        """Return the comparison with the person as he or she is known now."""
        number = self._one.id if self._one else 0
        return partial(_compare_person, self._details.id, number, self.version, self.draft())
