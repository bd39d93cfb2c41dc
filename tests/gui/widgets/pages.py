"""Pages made of building blocks with invented people, to look at beside a direction of design.

``python -m tests.gui.widgets.pages FOLDER [light|dark] [ZOOM]``
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import Scheme, apply, look
from mhdesk.gui.widgets.bars import ActionBar, KeyHint, KeyStrip
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from mhdesk.gui.widgets.column import Column
from mhdesk.gui.widgets.fields import (
    Check,
    Choice,
    DateEditor,
    Field,
    PassphraseEditor,
    RadioCards,
    TextEditor,
)
from mhdesk.gui.widgets.labels import Label, Paragraph, Section
from mhdesk.gui.widgets.landscape import Landscape
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import FORM, LIST, Page
from mhdesk.gui.widgets.rows import Group, Item, Line, LinesModel
from mhdesk.gui.widgets.summary import SummaryList

TODAY: tuple[tuple[int | None, Item], ...] = (
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
            "Opnieuw bekijken: Bas Verzonnen is nog niet geïnformeerd",
            "Pleger, C-2026-011. Op 08-11 uitgesteld om de veiligheid van het slachtoffer.",
            "1 dag te laat",
            "uiterlijk zo 22-11",
            Mark.LATE,
        ),
    ),
    (None, Group("Vandaag")),
    (
        3,
        Line(
            "Veiligheidsbeoordeling afronden: melding S-2026-0093",
            "Twee kinderen in huis. De vijfde werkdag is vandaag.",
            "vandaag",
            "5 werkdagen na 16-11",
            Mark.TODAY,
            0.95,
        ),
    ),
    (
        4,
        Line(
            "Terugbellen: Ilse Verzonnen over opvang",
            "Afspraak uit het overleg van 19-11. Veilig bellen tussen 10 en 12 uur.",
            "vandaag 10:00",
            "nog 7 uur 46 min",
            Mark.TODAY,
            0.6,
        ),
    ),
    (None, Group("Deze week")),
    (
        5,
        Line(
            "Opnieuw bekijken: Roman Fictief is nog niet geïnformeerd",
            "Pleger, C-2026-014. Op 12-11 voor de eerste keer verlengd.",
            "nog 3 dagen",
            "uiterlijk do 26-11",
            Mark.RUNNING,
            0.8,
        ),
    ),
    (
        6,
        Line(
            "Antwoord verwacht: Arbeidsinspectie over S-2026-0071",
            "Doorverwezen op 11-11, nog niets gehoord.",
            "wacht 12 dagen",
            "navragen wo 25-11",
            Mark.WAITING,
        ),
    ),
    (
        7,
        Line(
            "Concept afmaken: signaal vakantiepark",
            "Er ontbreken nog drie antwoorden.",
            "concept",
            "bewaard zo 23:41",
            Mark.DRAFT,
        ),
    ),
)


def today() -> Page:
    page = Page("Vandaag", shape=LIST, scrolls=False)
    page.set_summary("Maandag 23 november, 02:14. Twee zaken zijn over de termijn, twee lopen vandaag af.")
    rows = ListView(name="Vandaag")
    model = LinesModel(rows)
    model.set_items(TODAY)
    rows.setModel(model)
    rows.choose_row(1)
    page.main.add(rows, stretch=1)
    page.side.add(Section("Nu bereikbaar", small=True))
    for who, number in (("Direct gevaar", "112"), ("Veilig Thuis", "0800 2000")):
        row = QHBoxLayout()
        row.addWidget(Label(who))
        row.addStretch(1)
        row.addWidget(Label(number, Type.STRONG))
        page.side.add_layout(row, before=sizes.S8)
    page.side.add_hairline()
    page.side.add(
        Paragraph("Negen signalen wachten. Eén duurt langer dan de norm.", Type.CAPTION, Role.SECOND),
        before=sizes.S16,
    )
    page.side.fill()
    page.set_keyhints(
        KeyHint("Return", "openen"), KeyHint("B", "besluit nemen"), KeyHint("Ctrl+/", "alle toetsen")
    )
    return page


def _choice(*labels: str) -> Choice:
    choice = Choice()
    choice.set_options((label, label) for label in labels)
    choice.set_code(labels[0])
    return choice


def _typed(words: str) -> TextEditor:
    editor = TextEditor()
    editor.setText(words)
    return editor


def signal() -> Page:
    page = Page("Nieuwe melding", shape=FORM)
    cards = RadioCards()
    cards.set_options(
        (
            ("advice", "Advies", "zonder persoonsgegevens"),
            ("signal", "Signaal", "met of zonder persoon"),
            ("report", "Melding", "personen genoemd"),
        )
    )
    cards.set_code("report")
    day, time = DateEditor(), TextEditor(width=88)
    day.setText("23-11-2026")
    time.setText("02:08")
    when = QWidget()
    moments = QHBoxLayout(when)
    moments.setContentsMargins(0, 0, 0, 0)
    moments.setSpacing(sizes.S12)
    moments.addWidget(Field("Ontvangen op", day))
    moments.addWidget(Field("om", time))
    moments.addStretch(1)
    born = DateEditor(width=300)
    born.setText("30-02-2004")
    birth = Field("Geboortedatum", born, hint="of alleen het jaar")
    birth.set_error("30 februari bestaat niet. Typ alleen 2004 als je de dag niet zeker weet.")
    phone = Field("Telefoon", _typed("06 00 00 00 12"), optional=True)
    main = page.main
    main.add(cards)
    consequence = (
        "Leg je dit vast, dan is een besluit over informeren nodig: per persoon, uiterlijk ma 21-12-2026."
    )
    main.add(Paragraph(consequence, Type.CAPTION, Role.SECOND), before=sizes.S12)
    main.add_hairline(before=sizes.S12)
    main.add(Section("Hoe kwam het binnen"), before=sizes.S12)
    main.add_equal(Field("Weg", _choice("Telefoon", "E-mail")), when, before=sizes.S8)
    main.add_equal(
        Field("Melder: vakgebied", _choice("Wijkteam")),
        Field("Organisatie", _typed("Sociaal Wijkteam Denkstad"), optional=True),
        before=sizes.S12,
    )
    main.add(Check("Bron geheimhouden", "de melder komt dan in geen enkele brief of kopie"), before=sizes.S12)
    main.add_hairline(before=sizes.S12)
    concerned = Section("Betrokkene 1", "vermoedelijk slachtoffer")
    concerned.add_right(QuietButton("Nog een betrokkene"))
    main.add(concerned, before=sizes.S12)
    main.add_equal(
        Field("Voornaam", _typed("Mai")),
        Field("Achternaam", _typed("Voorbeeld"), optional=True),
        before=sizes.S8,
    )
    main.add_equal(birth, phone, before=sizes.S12)
    main.fill()
    page.side.add(Section("Mogelijk dezelfde persoon", icon="link", small=True))
    page.side.add(
        Paragraph("Slachtoffer in een lopende casus van jou.", Type.CAPTION, Role.SECOND), before=sizes.S8
    )
    page.side.add_row(
        SecondaryButton("Koppelen"), QuietButton("Bekijken"), QuietButton("Niet dezelfde"), before=sizes.S12
    )
    page.side.add_hairline(before=sizes.S24)
    needed = SummaryList("Nog nodig om vast te leggen")
    needed.set_problems((("Geboortedatum verbeteren", birth), ("Wat is er gezien of gehoord", phone)))
    page.side.add(needed, before=sizes.S16)
    page.side.fill()
    bar = ActionBar(PrimaryButton("Vastleggen", keys="Ctrl+Return"), QuietButton("Later afmaken"))
    bar.set_wrong(1)
    page.set_action_bar(bar)
    page.set_keyhints(KeyHint("Alt+K", "koppelen"), KeyHint("F8", "volgend veld met een fout"))
    return page


def unlock() -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Landscape())
    form = Column(bleeding=False)
    form.addStretch(1)
    form.add(Label("Goedenacht", Type.TITLE))
    form.add(
        Paragraph(
            "Om 01:52 vergrendeld, na tien minuten zonder invoer. Je concept is bewaard.", role=Role.SECOND
        ),
        before=sizes.S8,
    )
    form.add(Field("Naam", _choice("Noor Denkbeeld")), before=sizes.S24)
    secret = PassphraseEditor()
    secret.setText("een lange zin die niemand raadt")
    form.add(Field("Wachtzin", secret), before=sizes.S16)
    unlocks = PrimaryButton("Ontgrendelen")
    unlocks.widen()
    form.add(unlocks, before=sizes.S16)
    form.add(QuietButton("Wachtzin kwijt? Open met de herstelsleutel"), before=sizes.S8)
    form.addStretch(1)
    holder = QWidget()
    holder.setLayout(form)
    holder.setFixedWidth(look().px(360))
    row.addStretch(1)
    row.addWidget(holder)
    row.addStretch(1)
    return window


def framed(page: Page) -> QWidget:
    """Return a page with the key strip under it, as wide as beside the navigation."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, sizes.TOP_BAR_HEIGHT, 0, 0)
    column.setSpacing(0)
    strip = KeyStrip()
    strip.set_hints(page.keyhints())
    strip.set_status("Alles bewaard · reservekopie gisteren 23:00")
    column.addWidget(page, 1)
    column.addWidget(strip)
    return window


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder, scheme, zoom = (*sys.argv[1:], "light", "1")[:3] if len(sys.argv) < 4 else sys.argv[1:4]
    app = QApplication([])
    apply(app, Scheme(scheme), zoom=float(zoom))
    home = today()
    windows = {"today": framed(home), "signal": framed(signal()), "unlock": unlock()}
    home.messages.show_message(Kind.DONE, "Vastgelegd als S-2026-0094. Informeren: uiterlijk ma 21-12.")
    for name, window in windows.items():
        window.resize(1366 if name == "unlock" else 1158, 768)
        window.show()
        window.activateWindow()
        app.processEvents()
        window.grab().save(str(Path(folder) / f"{name}-{scheme}-{zoom}.png"))
        window.close()


if __name__ == "__main__":
    main()
