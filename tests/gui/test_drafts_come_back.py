"""A lock while somebody types in a dialog: the form comes back, in a new window, with everything that was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from mhdesk.desk import drafts, meetings, merging, network, participants, signals, unmet
from mhdesk.desk.desk import Desk
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.meetings import MeetingDraft, ParticipantDraft
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.signals import PersonDraft
from mhdesk.gui.bus import Bus
from mhdesk.gui.meetings import loading as meeting_loading
from mhdesk.gui.meetings.list_page import MeetingsPage
from mhdesk.gui.meetings.meeting_page import MeetingPage
from mhdesk.gui.merging.trail import TwinsBlock
from mhdesk.gui.network.list_page import NetworkPage
from mhdesk.gui.network.organisation_page import OrganisationPage
from mhdesk.gui.network.work import Shown
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.pages import Pages
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.fields import DateEditor, LongTextEditor, TextEditor
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import a_case
from tests.desk.network_calls import CONTACT, COVENANT, NEED, OFFER, ORGANISATION
from tests.gui.widgets.screen import Screen

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
PageT = TypeVar("PageT", bound=QWidget)
Open = Callable[[Pages, Desk], object]


def here(pages: Pages, kind: type[PageT]) -> PageT:
    page = pages.page
    assert isinstance(page, kind)
    return page


def at_organisation(act: Callable[[OrganisationPage, Shown], object]) -> Open:
    def opened(pages: Pages, desk: Desk) -> None:
        number = network.add_organisation(desk, ORGANISATION).created or 0
        network.add_contact(desk, number, CONTACT)
        network.add_offer(desk, number, OFFER)
        network.add_covenant(desk, number, COVENANT)
        pages.open_organisation(number)
        page = here(pages, OrganisationPage)
        assert page.shown is not None
        act(page, page.shown)

    return opened


def at_meeting(act: Callable[[MeetingPage, meeting_loading.Loaded], object]) -> Open:
    def opened(pages: Pages, desk: Desk) -> None:
        signals.register(desk, a_notification())
        a_case(desk)
        meetings.plan(desk, MeetingDraft("case_meeting", "30-11-2026", case_ids=[1]))
        participants.add_participant(desk, 1, ParticipantDraft(name="Mo Verzinsel"))
        pages.open_meeting(1)
        act(here(pages, MeetingPage), meeting_loading.load(1, desk))

    return opened


def at_signal(act: Callable[[SignalPage, Desk], object]) -> Open:
    def opened(pages: Pages, desk: Desk) -> None:
        signals.register(desk, a_notification())
        pages.open_signal(1)
        act(here(pages, SignalPage), desk)

    return opened


def looked_in_vain(pages: Pages, _desk: Desk) -> None:
    pages.find_help(Wanted(purpose="shelter"), None)
    here(pages, NetworkPage).need_button.click()


def found_after_all(pages: Pages, desk: Desk) -> None:
    unmet.record(desk, NEED)
    pages.go("network")
    page = here(pages, NetworkPage)
    place = next(place for place, one in enumerate(page._subjects) if isinstance(one, NeedView))
    page.list.choose_row(page.model.row_of(place))
    page._on_aside_met()


def new_organisation(pages: Pages, _desk: Desk) -> None:
    pages.go("network")
    here(pages, NetworkPage).new_button.click()


def planned(pages: Pages, _desk: Desk) -> None:
    pages.go("meetings")
    here(pages, MeetingsPage).plan_button.click()


def two_in_one(pages: Pages, desk: Desk) -> None:
    for _ in range(2):
        signals.register(desk, a_notification(persons=[PersonDraft(first_names="Hajar")]))
    merging.merge(desk, MergeDraft(1, 2, 1, 1, {}, "Zij is herkend."))
    pages.open_person(1)
    page = here(pages, PersonPage)
    page.show_tab(Tab.PERSON)
    block = page.findChild(TwinsBlock)
    assert block is not None
    block.split_wanted.emit()


OPENS: Final[dict[str, Open]] = {
    "organisation": at_organisation(lambda page, shown: page.acts.amend(shown)),
    "new contact": at_organisation(lambda page, shown: page.acts.contact(shown, 0)),
    "contact": at_organisation(lambda page, shown: page.acts.contact(shown, shown.one.contacts[0].id)),
    "new offer": at_organisation(lambda page, shown: page.acts.offer(shown, 0)),
    "offer": at_organisation(lambda page, shown: page.acts.offer(shown, shown.one.offers[0].id)),
    "free places": at_organisation(lambda page, shown: page.acts.capacity(shown, shown.one.offers[0].id)),
    "covenant": at_organisation(lambda page, shown: page.acts.covenant(shown, shown.one.covenants[0].id)),
    "experience": at_organisation(lambda page, shown: page.acts.experience(shown)),
    "new organisation": new_organisation,
    "need of nobody": looked_in_vain,
    "need met": found_after_all,
    "plan": planned,
    "day and place": at_meeting(lambda page, loaded: page.acts.amend(loaded)),
    "call off": at_meeting(lambda page, loaded: page.acts.cancel(loaded)),
    "new participant": at_meeting(lambda page, loaded: page.acts.participant(loaded, None)),
    "participant": at_meeting(
        lambda page, loaded: page.acts.participant(loaded, loaded.details.participants[0])
    ),
    "paper": at_meeting(lambda page, loaded: page.acts.print(loaded)),
    "two persons": two_in_one,
    "lead": at_signal(lambda page, desk: page.acts.leads.ask(load(1, desk), 0)),
    "letter": at_signal(lambda page, desk: page.acts.papers.letter(load(1, desk), 1)),
}


def type_everywhere(dialog: FormDialog) -> None:
    for name, field in dialog.part.fields.items():
        editor = field.editor
        if isinstance(editor, DateEditor):
            editor.setText("22-11-2026")
        elif isinstance(editor, TextEditor | LongTextEditor):
            editor.setText(f"Getypt bij {name}")
        dialog.part.edited.emit(field)


def dialog_on(pages: Pages) -> FormDialog:
    (dialog,) = (one for one in pages.findChildren(FormDialog) if one.isVisible())
    return dialog


def window(desk: Desk, screen: Screen) -> Pages:
    made = Pages(InlineRunner(desk), Bus(), desk.info(), desk.user)
    screen.show(made, width=1158, height=668)
    made.open_today()
    return made


@pytest.mark.parametrize("name", OPENS)
def test_what_was_typed_before_a_lock_stands_there_again(name: str, desk: Desk, screen: Screen) -> None:
    before = window(desk, screen)
    OPENS[name](before, desk)
    dialog = dialog_on(before)
    type_everywhere(dialog)
    for one in before.drafts():
        one.keep_draft()
    assert not any(one.has_unkept() for one in before.drafts())
    number, told = before.draft_left(), dialog.told()
    assert number is not None
    dialog.close()
    before.hide()
    after = window(desk, screen)
    after.resume(number)
    again = dialog_on(after)
    assert type(again) is type(dialog)
    assert again.told() == told
    assert again.draft_number() == number
    again.close()
    assert [one.id for one in drafts.mine(desk)] == [number]
