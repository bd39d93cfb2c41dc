"""Which pages there are and where they live; a page's module is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.page import Page

# "module:class"; made with the context, then with what stands behind it.
_HOMES: Final = {
    "today": "mhdesk.gui.today.page:TodayPage",
    "signals": "mhdesk.gui.signals.list_page:SignalsPage",
    "signal": "mhdesk.gui.signals.signal_page:SignalPage",  # signal_id
    "person": "mhdesk.gui.persons.person_page:PersonPage",  # person_id
    "cases": "mhdesk.gui.cases.list_page:CasesPage",
    "referrals": "mhdesk.gui.referrals.list_page:ReferralsPage",
    "file": "mhdesk.gui.viewer.page:FilePage",  # AttachmentView, reference of its signal
    "meetings": "mhdesk.gui.meetings.list_page:MeetingsPage",
    "meeting": "mhdesk.gui.meetings.meeting_page:MeetingPage",  # meeting_id
    "signal_form": "mhdesk.gui.signals.form_page:SignalFormPage",  # draft_id or None
    "consultations": "mhdesk.gui.consultations.page:ConsultationsPage",
    "comensha": "mhdesk.gui.comensha.page:ComenshaPage",
    "doubles": "mhdesk.gui.doubles.page:DoublesPage",
    "import": "mhdesk.gui.imports.page:ImportPage",
    "network": "mhdesk.gui.network.list_page:NetworkPage",
    "help": "mhdesk.gui.network.list_page:NetworkPage",  # what is wanted, person_id or None
    "needs": "mhdesk.gui.network.unmet_page:UnmetPage",
    "organisation": "mhdesk.gui.network.organisation_page:OrganisationPage",  # organisation_id
    "figures": "mhdesk.gui.figures.page:FiguresPage",
    "manage": "mhdesk.gui.manage.page:ManagePage",
    "recovery": "mhdesk.gui.shell.recovery_page:RecoveryPage",
}


@dataclass(frozen=True, slots=True)
class Destination:
    """One place of the navigation; its word is :meth:`mhdesk.gui.shell.navigation.Navigation.words`."""

    key: str
    icon: str


DESTINATIONS: Final = (
    Destination("today", "today"),
    Destination("signals", "signals"),
    Destination("cases", "cases"),
    Destination("referrals", "referrals"),
    Destination("meetings", "meeting"),
    Destination("network", "network"),
    Destination("consultations", "question"),
    Destination("figures", "figures"),
    Destination("manage", "manage"),
)


def make_page(key: str, context: PageContext, *subject: object) -> Page:
    """Load and make one page. Raises KeyError for a key that does not exist."""
    module, _, name = _HOMES[key].partition(":")
    factory = cast("Callable[..., Page]", getattr(import_module(module), name))
    return factory(context, *subject)
