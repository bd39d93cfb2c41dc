"""With whom and what somebody is connected: a small picture, and the list that says why."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.links import MOST, MOST_IN_PICTURE, Link
from mhdesk.domain.persons import PersonDetails
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.persons.link_words import name_of, reasons
from mhdesk.gui.persons.links_picture import LinksPicture
from mhdesk.gui.persons.naming import name_words
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.rows import Line, LinesModel


class LinksBlock(QWidget):
    """``person_wanted`` and ``signal_wanted`` carry the id behind a row that was opened."""

    person_wanted = QtSignal(int)
    signal_wanted = QtSignal(int)

    def __init__(self, details: PersonDetails) -> None:
        super().__init__()
        self._links = details.links
        lines = column(self, sizes.S12)
        lines.addWidget(Section(self.tr("Links")))
        if not details.links:
            sentence = self.tr(
                "Nobody and no other signal has the same phone, the same lead or the same aggressor."
            )
            lines.addWidget(Paragraph(sentence, role=Role.SECOND))
            return
        if len(details.links) > 1:
            lines.addWidget(LinksPicture(name_words(details), details.links))
        if len(details.links) > MOST_IN_PICTURE:
            lines.addWidget(Paragraph(self._left_out(), Type.CAPTION, Role.SECOND))
        self.list = ListView(name=self.tr("Links"), whole=True)
        self.model = LinesModel(self)
        self.model.set_items(enumerate(self._line(one) for one in details.links))
        self.list.setModel(self.model)
        self.list.row_opened.connect(self._on_list_row_opened)
        lines.addWidget(self.list)

    def _left_out(self) -> str:
        if len(self._links) >= MOST:
            told = self.tr("The picture shows the {shown} strongest links, the list the {most} strongest.")
            return told.format(shown=MOST_IN_PICTURE, most=MOST)
        return self.tr("The picture shows the {shown} strongest links.").format(shown=MOST_IN_PICTURE)

    def _line(self, link: Link) -> Line:
        many = words.count("signal", link.signals) if link.person_id is not None else self.tr("signal")
        return Line(name_of(link), reasons(link), clock=many)

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        link = self._links[place]
        if link.person_id is not None:
            self.person_wanted.emit(link.person_id)
        elif link.signal_id is not None:
            self.signal_wanted.emit(link.signal_id)
