"""The pictures of the form for a new signal; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.widgets.summary import bring_to

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

TOLD: Final = (
    "Twee vrouwen in een huisje op het vakantiepark. Ze mogen niet alleen naar buiten en spreken geen Nederlands. "
    "Er komt elke avond een andere auto. De beller wil niet genoemd worden."
)


def _form(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.new_signal()
    return window


def _form_wrong(studio: Studio) -> QWidget:
    from mhdesk.desk import drafts

    person = PersonDraft(first_names="Mai", last_name="Voorbeeld", birth="30-02-2004", phone="0600000012")
    typed = SignalDraft(
        kind="notification", received_on="23-11-2026", received_time="02:08", persons=[person]
    )
    kept = drafts.keep(studio.desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    window = studio.main()
    window.pages.new_signal(kept.created)
    studio.settle()
    page = window.pages.page
    if isinstance(page, SignalFormPage):
        page.submit.click()
    return window


def _form_known(studio: Studio) -> QWidget:
    from mhdesk.desk import drafts

    _, one = studio.someone("undecided", "not_yet")
    person = PersonDraft(
        first_names=one.last_name, last_name=one.first_names, phone=one.phone, birth="ongeveer 24"
    )
    typed = SignalDraft(kind="notification", received_on="23-11-2026", narrative=TOLD, persons=[person])
    kept = drafts.keep(studio.desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    window = studio.main()
    window.pages.new_signal(kept.created)
    studio.settle()
    page = window.pages.page
    if isinstance(page, SignalFormPage):
        bring_to(page.persons.blocks[0].fields["phone"])
    return window


def _form_source(studio: Studio) -> QWidget:
    from mhdesk.desk import drafts

    typed = SignalDraft(
        kind="signal",
        received_on="23-11-2026",
        discipline="school",
        organisation="Proefcollege",
        source_capacity="professional",
        source_ground="threat_to_victim",
        source_note="Alleen terugbellen onder schooltijd.",
        narrative=TOLD,
    )
    kept = drafts.keep(studio.desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    window = studio.main()
    window.pages.new_signal(kept.created)
    return window


def _form_lead(studio: Studio) -> QWidget:
    from mhdesk.desk import drafts, signals

    told = SignalDraft(
        kind="signal",
        received_on="20-11-2026",
        leads=[LeadDraft("vehicle", "witte bestelbus, 99-XXX-9", "Staat er elke avond.")],
    )
    signals.register(studio.desk, told)
    typed = SignalDraft(
        kind="signal",
        received_on="23-11-2026",
        leads=[LeadDraft("vehicle", "99 xxx 9"), LeadDraft("phone", "06 00 00")],
    )
    kept = drafts.keep(studio.desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    window = studio.main()
    window.pages.new_signal(kept.created)
    studio.settle()
    page = window.pages.page
    if isinstance(page, SignalFormPage):
        page.leads.known.ask_now()
        bring_to(page.leads.rows[0].text)
    return window


def _lead_page(studio: Studio) -> QWidget:
    from mhdesk.desk import signals

    told = SignalDraft(
        kind="signal",
        received_on="20-11-2026",
        municipality="GM0402",
        leads=[
            LeadDraft("advertisement", "https://advertenties.example/massage/1000011", "Foto van het park."),
            LeadDraft("vehicle", "witte bestelbus, 99-XXX-9", "Staat er elke avond."),
        ],
    )
    made = signals.register(studio.desk, told)
    window = studio.main()
    window.pages.show_signals()
    if made.created is not None:
        window.pages.open_signal(made.created)
    return window


def _form_advice(studio: Studio) -> QWidget:
    from mhdesk.desk import drafts

    told = "Docent belt over Lina Verzonnen, geboren 12-05-2009, die vaak wordt opgehaald. Te bellen op 06 00 00 00 12."
    typed = SignalDraft(kind="advice", received_on="23-11-2026", narrative=told)
    kept = drafts.keep(studio.desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    window = studio.main()
    window.pages.new_signal(kept.created)
    studio.settle()
    page = window.pages.page
    if isinstance(page, SignalFormPage):
        page.submit.click()
    return window


FORM_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "signaal-nieuw": _form,
    "signaal-nieuw-fout": _form_wrong,
    "signaal-nieuw-bekend": _form_known,
    "signaal-nieuw-advies": _form_advice,
    "signaal-nieuw-bron": _form_source,
    "signaal-nieuw-aanknopingspunt": _form_lead,
    "signaal-aanknopingspunt": _lead_page,
}
