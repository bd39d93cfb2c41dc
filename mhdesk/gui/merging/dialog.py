"""Two records beside each other: what agrees, what is chosen, and why this is one person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import merging
from mhdesk.domain.change import Change
from mhdesk.domain.merging import FieldPair, How, MergeComparison, MergeDraft, MergeSide, Side
from mhdesk.domain.problems import Problem
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import change_words, payloads
from mhdesk.gui.signals.blocks import column, facts
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.fields import CheckGroup, RadioCards, TextEditor
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

FORM_MERGE: Final = "person.merge"
_SAME: Final = "same"
_MOST_SIGNALS: Final = 3


def unpack(payload: str) -> MergeDraft:
    """Return what somebody began to choose about two records."""
    return payloads.fill(MergeDraft, payload)


def merge(draft: MergeDraft, desk: Desk) -> Change:
    """Join two records."""
    from mhdesk.desk import merging as work

    return work.merge(desk, draft)


class MergeDialog(FormDialog):
    """Ask whose words count where two records differ, and why they are one person.

    What cannot be joined yet says so, and records nothing.
    """

    WIDTH = sizes.FORM_DIALOG_WIDTH

    def __init__(
        self,
        context: PageContext,
        pair: MergeComparison,
        parent: QWidget,
        *,
        draft: MergeDraft | None = None,
    ) -> None:
        question = self.tr("Are these the same person?")
        explanation = self.tr("Nothing is lost, and they can be taken apart again later.")
        super().__init__(context, question, explanation, self.tr("Merge"), parent)
        self._pair = pair
        self._cards: dict[str, RadioCards] = {}
        self._told_apart, self._reason = CheckGroup(column_width=sizes.FORM_DIALOG_WIDTH), TextEditor()
        self.part.column.setSpacing(sizes.S12)
        self._show_both()
        self._show_warnings()
        self._ask_choices()
        self._show_the_rest()
        self._ask_why()
        self._fill_in(draft or MergeDraft())
        self._refuse_if_blocked()

    # --- what is shown ----------------------------------------------------------------------------

    def _show_both(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.S12)
        for one in (self._pair.kept, self._pair.merged):
            side = QWidget()
            lines = column(side, 0)
            lines.addWidget(Paragraph(self._name(one), Type.SECTION))
            lines.addWidget(Paragraph(self._where(one), Type.CAPTION, Role.SECOND))
            row.addWidget(side, 1)
        self.part.column.addLayout(row)

    def _name(self, one: MergeSide) -> str:
        return one.name or self.tr("Name unknown")

    def _where(self, one: MergeSide) -> str:
        told = [reference for _, reference in one.signals[:_MOST_SIGNALS]]
        if (more := len(one.signals) - _MOST_SIGNALS) > 0:
            told.append(self.tr("and {count} more").format(count=words.locale().toString(more)))
        if one.cases:
            told.append(self.tr("with a case"))
        return DOT.join(told)

    def _show_warnings(self) -> None:
        facts_of = self._pair.facts
        if facts_of.two_roles:
            self._warn(
                self.tr(
                    "Together this is a victim and an aggressor at once."
                    " What is meant for one role says nothing of the other."
                )
            )
        if facts_of.same_role:
            told = self.tr(
                "In {references} both stand in the same role. They stay two lines, each with its own term."
            )
            self._warn(told.format(references=", ".join(facts_of.same_role)), Kind.QUESTION)

    def _warn(self, sentence: str, kind: Kind = Kind.WARNING) -> None:
        bar = MessageBar()
        bar.show_message(kind, sentence, closable=False)
        self.part.column.addWidget(bar)

    def _ask_choices(self) -> None:
        differing = [one for one in self._pair.fields if one.how == How.DIFFERENT]
        if differing:
            self.part.column.addWidget(Section(self.tr("This differs: what is it to say?"), small=True))
        for one in differing:
            self._ask(one)

    def _ask(self, one: FieldPair) -> None:
        """Offer what both say, each under the name of who says it."""
        cards = RadioCards()
        cards.set_options([(Side.KEPT, _said(one, one.kept), ""), (Side.MERGED, _said(one, one.merged), "")])
        cards.set_code(Side.KEPT)
        self._cards[one.field] = cards
        self.part.column.addWidget(self.part.ask(one.field, change_words.label(one.field), cards))

    def _show_the_rest(self) -> None:
        """Say what both agree on, what only one of them knows, and that every rule for safe contact stays."""
        both = self.tr("the same with both")
        told = [
            (change_words.label(one.field), DOT.join((_said(one, one.kept), both)))
            for one in self._pair.fields
            if one.how == How.SAME
        ]
        told += [
            (change_words.label(one.field), self._known_to(one))
            for one in self._pair.fields
            if one.how == How.ONE_KNOWN
        ]
        rules = merging.all_rules(self._pair.kept.safe_contact, self._pair.merged.safe_contact)
        told.append((self.tr("Safe contact"), rules))
        if any(value for _, value in told):
            self.part.column.addWidget(Section(self.tr("This stays, of both"), small=True))
            self.part.column.addLayout(facts(told))

    def _known_to(self, one: FieldPair) -> str:
        by_kept = one.kept not in {"", "unknown"}
        whose = self._pair.kept if by_kept else self._pair.merged
        said = _said(one, one.kept if by_kept else one.merged)
        return DOT.join((said, self.tr("only with {name}").format(name=self._name(whose))))

    def _ask_why(self) -> None:
        told = self.tr("They are the same person after all")
        self._told_apart.set_options([(_SAME, told)])
        asked = self.part.ask(
            "same_after_all", self.tr("Somebody said before: not the same"), self._told_apart
        )
        asked.setVisible(self._pair.facts.told_apart)
        self.part.column.addWidget(asked)
        why = self.part.ask(
            "reason", self.tr("Why is this the same person?"), self._reason, hint=self.tr("one line")
        )
        self.part.column.addWidget(why)

    def _fill_in(self, draft: MergeDraft) -> None:
        """Show again what somebody chose and typed before."""
        for field, cards in self._cards.items():
            cards.set_code(draft.choices.get(field, Side.KEPT))
        self._told_apart.set_codes([_SAME] if draft.same_after_all else [])
        self._reason.setText(draft.reason)

    def _refuse_if_blocked(self) -> None:
        """Say what must be done first, where something stands in the way that no choice here takes away."""
        found = merging.obstacles(self._pair.facts)
        if found:
            self.messages.show_message(Kind.ERROR, found[0].sentence(), closable=False)
            self.primary.setEnabled(False)

    # --- what is asked ----------------------------------------------------------------------------

    def typed(self) -> MergeDraft:
        """Return what was chosen and typed."""
        return MergeDraft(
            kept_id=self._pair.kept.person_id,
            merged_id=self._pair.merged.person_id,
            kept_version=self._pair.kept.version,
            merged_version=self._pair.merged.version,
            choices={field: cards.code() for field, cards in self._cards.items()},
            reason=self._reason.text(),
            same_after_all=_SAME in self._told_apart.codes(),
        )

    def packed(self) -> str:
        """Return what is kept while somebody types: it names both, so that it goes when one of them is destroyed."""
        told = asdict(self.typed())
        merged = {"person_id": self._pair.merged.person_id}
        both = {"person_id": self._pair.kept.person_id, "persons": [merged]}
        return json.dumps({**told, **both}, ensure_ascii=False)

    def problems(self) -> list[Problem]:
        """Return what must be mended before both can be one."""
        return merging.draft_problems(self.typed(), self._pair.fields, self._pair.facts)

    def work(self) -> Callable[[Desk], Change]:
        """Return the joining as work for the desk."""
        return partial(merge, self.typed())


def _said(pair: FieldPair, value: str) -> str:
    return change_words.value(pair.field, value)
