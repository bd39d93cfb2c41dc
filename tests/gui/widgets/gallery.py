"""Every building block on one sheet, to look at.

``python -m tests.gui.widgets.gallery FILE.png [light|dark] [ZOOM]``
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import painting, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import Scheme, apply, look
from mhdesk.gui.widgets.buttons import Button, PlainButton, PrimaryButton, QuietButton, SecondaryButton
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.fields import Check, Choice, DateEditor, Field, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.labels import Label, Section
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.rows import Group, Line, LinesModel
from mhdesk.gui.widgets.summary import EmptyState

CLOCKS = (
    (Mark.LATE, 0.0, "3 dagen te laat", "uiterlijk vr 20-11"),
    (Mark.TODAY, 0.93, "vandaag", "vijfde werkdag"),
    (Mark.RUNNING, 0.6, "nog 4 dagen", "uiterlijk vr 27-11"),
    (Mark.RUNNING, 0.14, "nog 24 dagen", "uiterlijk do 17-12"),
    (Mark.WAITING, 0.0, "wacht 12 dagen", "een ander is aan zet"),
    (Mark.TASK, 0.0, "taak zonder termijn", ""),
    (Mark.DRAFT, 0.0, "concept", "bewaard 23:41"),
)
DECISIONS = (
    (Mark.INFORMED, 0.0, "Geïnformeerd", "do 12-11, in een gesprek"),
    (Mark.NOT_YET, 0.0, "Nog niet", "opnieuw bekijken do 26-11"),
    (Mark.NOT_INFORMED, 0.0, "Niet", "tweede persoon akkoord 12-11"),
    (Mark.NO_DECISION, 0.0, "Geen besluit", "3 dagen te laat"),
    (Mark.RUNNING, 0.14, "Nog te nemen", "nog 24 dagen"),
)
ROWS = (
    (None, Group("Eerst", "over de termijn, of iemand kan gevaar lopen")),
    (
        1,
        Line(
            "Besluit nemen over informeren: Lina Voorbeeld",
            "Vermoedelijk slachtoffer, C-2026-017. Vier weken na vastleggen is er nog geen besluit.",
            "3 dagen te laat",
            "uiterlijk vr 20-11",
            Mark.LATE,
        ),
    ),
    (
        2,
        Line(
            "Terugbellen: Ilse Verzonnen over opvang",
            "Afspraak uit het overleg van 19-11.",
            "vandaag 10:00",
            "nog 7 uur 46 min",
            Mark.TODAY,
            0.6,
        ),
    ),
    (
        3,
        Line(
            "Concept afmaken: signaal vakantiepark",
            "Er ontbreken nog drie antwoorden.",
            "concept",
            "zo 23:41",
            Mark.DRAFT,
        ),
    ),
)


class _MarkRow(QWidget):
    def __init__(self, mark: Mark, share: float, words: str, day: str) -> None:
        super().__init__()
        self._mark, self._share, self._words, self._day = mark, share, words, day
        self.setFixedHeight(look().px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = look().px(sizes.MARK)
        painting.draw_mark(
            painter, QRectF(1, (self.height() - side) / 2, side, side), self._mark, self._share
        )
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look().font(painting.word_type(self._mark)))
        painter.setPen(look().ink(painting.word_role(self._mark)))
        painter.drawText(self.rect().adjusted(look().px(36), 0, 0, 0), middle, self._words)
        painter.setFont(look().font(Type.CAPTION))
        painter.setPen(look().ink(Role.SECOND))
        painter.drawText(self.rect().adjusted(look().px(196), 0, 0, 0), middle, self._day)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(sizes.S12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


def _beside(*widgets: QWidget, gap: int = sizes.S16) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return holder


def _hot(button: Button) -> Button:
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return button


def _marks() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Section("Termijnen"))
    for clock in CLOCKS:
        column.addWidget(_MarkRow(*clock))
    column.addSpacing(sizes.S16)
    column.addWidget(Section("Besluit om te informeren"))
    for decision in DECISIONS:
        column.addWidget(_MarkRow(*decision))
    column.addSpacing(sizes.S16)
    column.addWidget(
        _beside(
            Label("Titel 24", Type.TITLE),
            Label("Kop 18", Type.SECTION),
            Label("Tekst 15"),
            Label("Bijschrift 13", Type.CAPTION, Role.SECOND),
        )
    )
    cards = RadioCards()
    cards.set_options((("a", "Advies", "zonder persoonsgegevens"), ("m", "Melding", "personen genoemd")))
    cards.set_code("m")
    column.addWidget(cards)
    check = Check("Bron geheimhouden", "de melder komt in geen brief")
    check.setChecked(True)
    column.addSpacing(sizes.S12)
    column.addWidget(check)
    column.addStretch(1)
    return column


def _fields() -> QVBoxLayout:
    phone = TextEditor()
    phone.setText("06 00 00 00 12")
    born = DateEditor(width=300)
    born.setText("30-02-2004")
    wrong = Field("Geboortedatum", born, hint="of alleen het jaar")
    wrong.set_error("30 februari bestaat niet. Typ alleen 2004 als je de dag niet zeker weet.")
    closed = TextEditor()
    closed.setText("gesloten casus")
    closed.setReadOnly(True)
    way = Choice()
    way.set_options((("tel", "Telefoon"), ("mail", "E-mail")))
    way.set_code("tel")
    note = LongTextEditor(width=300)
    note.setText("Eerste regel.\nTweede regel.")
    focused = PrimaryButton("focus")
    focused.setObjectName("focused")
    off = SecondaryButton("uit")
    off.setEnabled(False)
    return _column(
        Section("Velden"),
        Field("Telefoon", phone, optional=True),
        wrong,
        Field("Weg", way),
        Field("Aantekening, alleen lezen", closed),
        Field("Wat is er gezien of gehoord", note),
        Section("Knoppen"),
        _beside(PrimaryButton("Vastleggen"), _hot(PrimaryButton("zweven")), focused),
        _beside(
            SecondaryButton("Koppelen"),
            _hot(SecondaryButton("zweven")),
            PlainButton("Direct gevaar", icon="phone"),
            off,
        ),
        _beside(PrimaryButton("Nieuw signaal", keys="Ctrl+N", icon="plus"), QuietButton("Later afmaken")),
    )


def _bars() -> QVBoxLayout:
    widgets: list[QWidget] = [Section("Meldingsbalk")]
    for kind, sentence, action in (
        (Kind.DONE, "Vastgelegd als S-2026-0094.", "Ongedaan maken"),
        (Kind.WARNING, "Reservekopie is 8 dagen oud.", "Nu maken"),
        (Kind.ERROR, "Schijf is vol. Je tekst staat nog hier.", ""),
        (Kind.QUESTION, "Roman is in deze casus ook slachtoffer.", ""),
    ):
        bar = MessageBar()
        bar.show_message(kind, sentence, action=action, closable=kind is Kind.DONE)
        widgets.append(bar)
    rows = ListView(whole=True, name="Regels")
    model = LinesModel(rows)
    model.set_items(ROWS)
    rows.setModel(model)
    rows.choose_row(1)
    empty = EmptyState("Niets dat nu op je wacht.", "Eerstvolgende termijn: do 26-11, Roman Fictief.")
    return _column(*widgets, Section("Leeg"), empty, Section("Regels in een lijst"), rows)


def gallery() -> QWidget:
    """Return the sheet; the application is dressed already."""
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(40, 24, 40, 24)
    row.setSpacing(40)
    row.addLayout(_marks(), 10)
    row.addLayout(_fields(), 10)
    row.addLayout(_bars(), 12)
    return sheet


def dialog(parent: QWidget) -> Decision:
    """Return the one dialog, filled."""
    asked = Decision(
        "Wanneer opnieuw bekijken?",
        "Nog niet informeren kan telkens voor hooguit twee weken. Iedere keer is een nieuw besluit.",
        "Reden geven…",
        parent,
    )
    day = DateEditor()
    day.setText("07-12-2026")
    asked.body.addWidget(Field("Datum", day, hint="uiterlijk ma 07-12-2026"))
    return asked


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target, *rest = sys.argv[1:]
    app = QApplication([])
    zoom = float(rest[1]) if len(rest) > 1 else 1.0
    apply(app, Scheme.DARK if "dark" in rest else Scheme.LIGHT, zoom=zoom)
    sheet = gallery()
    sheet.resize(1366, 768)
    sheet.show()
    sheet.activateWindow()
    focused = sheet.findChild(PrimaryButton, "focused")
    assert focused is not None
    focused.setFocus()
    app.processEvents()
    picture = sheet.grab()
    asked = dialog(sheet)
    asked.show()
    app.processEvents()
    painter = QPainter(picture)
    painter.drawPixmap(QPoint(920, 768 - asked.height()), asked.grab())
    painter.end()
    picture.save(target)


if __name__ == "__main__":
    main()
