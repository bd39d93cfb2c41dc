"""What is said of somebody's relations in a signal, what follows from it, and what still has to be asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.relations import RelationView
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import relation_words
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.known_part import KnownLine
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph


class RelationsPart(QWidget):
    """The relations that were recorded of one person, with warnings and questions.

    ``wanted`` carries the involvements of the first and the second person whose relation is to be told, ``denied``
    those of whom somebody says that there is none, and ``gone`` the relation that is to be taken away.
    """

    wanted = QtSignal(int, int)
    denied = QtSignal(int, int)
    gone = QtSignal(int)

    def __init__(self, details: SignalDetails, one: InvolvementView, *, may_write: bool) -> None:
        super().__init__()
        self._may_write = may_write
        lines = column(self, 2)
        people = {person.id: person for person in details.involvements}
        for relation in details.relations:
            if relation.involvement_id == one.id:
                told = (relation.involvement_id, relation.kind, relation.other_id)
                lines.addLayout(self._relation(relation, relation_words.relation_words(people, *told)))
        for sentence in relation_words.warnings(details, one):
            lines.addLayout(_warning(sentence))
        for other, sentence in relation_words.questions(details, one):
            lines.addWidget(self._question(other, one.id, sentence))
        self.says_something = lines.count() > 0

    def _relation(self, relation: RelationView, sentence: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S12)
        row.addWidget(Label(sentence, Type.CAPTION, Role.TEXT))
        if self._may_write:
            away = QuietButton(self.tr("Take away"), self, small=True)
            away.setAccessibleName(self.tr("Take away: {relation}").format(relation=sentence))
            away.clicked.connect(partial(self.gone.emit, relation.id))
            row.addWidget(away)
        row.addStretch(1)
        return row

    def _question(self, other: int, one: int, sentence: str) -> KnownLine:
        yes, no = QuietButton(self.tr("Yes"), small=True), QuietButton(self.tr("No"), small=True)
        for button in (yes, no):
            button.setAccessibleName(f"{button.text()}: {sentence}")
        yes.clicked.connect(partial(self.wanted.emit, other, one))
        no.clicked.connect(partial(self.denied.emit, other, one))
        line = KnownLine(*([yes, no] if self._may_write else []))
        line.setParent(self)
        line.show_words(sentence, self.tr("Until this is known, inform nobody through somebody else."))
        return line


def _warning(sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.S8)
    row.addWidget(IconMark("warning", Role.TODAY, size=16, drop=2), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Paragraph(sentence, Type.CAPTION_STRONG, Role.TEXT), 1)
    return row


def add_relations(
    lines: QVBoxLayout, details: SignalDetails, one: InvolvementView, *, may_write: bool
) -> RelationsPart:
    """Put the relations of somebody under what is known of that person, and return them."""
    part = RelationsPart(details, one, may_write=may_write)
    lines.addWidget(part)
    part.setVisible(part.says_something)
    return part
