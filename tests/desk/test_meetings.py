"""Meetings at the desk: what is planned, told, written down and agreed stays, and is followed up next time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from mhdesk.desk import (
    agenda,
    destroying,
    drafts,
    kinds,
    meeting_papers,
    meeting_sharing,
    meetings,
    participants,
    relating,
    signals,
    today,
    verifying,
)
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.meeting_papers import PaperDraft
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingDraft,
    MeetingState,
    ParticipantDraft,
    ShareDraft,
)
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import TodayKind
from mhdesk.errors import ConflictError, InputError, KnownError
from mhdesk.store import case_search, cases, network
from mhdesk.store.schema import (
    audit_event,
    audit_subject,
    case_file,
    meeting_item,
    meeting_participant,
    meeting_share,
    organisation,
    revision,
)
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import MOMENT, TODAY, a_case, a_meeting, an_item

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.meeting_views import MeetingDetails
    from tests.registry_fixtures import StoppedClock

CARE = MeetingDraft("care_meeting", "30-11-2026", case_ids=[1])
CASES = MeetingDraft("case_meeting", "30-11-2026", case_ids=[1])


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Return a desk with Lina, who has a case, and Bas, the aggressor."""
    signals.register(desk, a_notification())
    a_case(desk)
    return desk


def details(desk: Desk, meeting_id: int = 1) -> MeetingDetails:
    return meetings.details(desk, meeting_id)


def fields_of(error: pytest.ExceptionInfo[ProblemsError]) -> set[str]:
    return {one.field for one in error.value.problems}


def lines(desk: Desk, verb: str) -> list[tuple[str, int, int | None]]:
    """Return the lines of the last event of a verb."""
    newest = select(audit_event.c.seq).where(audit_event.c.verb == verb).order_by(audit_event.c.seq.desc())
    asked = select(audit_subject).where(audit_subject.c.seq == newest.limit(1).scalar_subquery())
    rows = desk.database.connection.execute(asked.order_by(audit_subject.c.line))
    return [(row.record, row.record_id, row.person_id) for row in rows]


def side(desk: Desk, organisation_id: int, value: str) -> None:
    with desk.database.writing() as connection:
        statement = update(organisation).where(organisation.c.id == organisation_id)
        connection.execute(statement.values(side=value))


# --- planning ------------------------------------------------------------------------------------------


def test_a_planned_meeting_has_its_agenda_and_who_sat_there_last_time(busy: Desk) -> None:
    meetings.plan(busy, CASES)
    participants.add_participant(busy, 1, ParticipantDraft(1, name="Jip Bedacht", function="rechercheur"))
    meetings.hold(busy, 1, HeldDraft(TODAY, [1]))
    meetings.plan(busy, MeetingDraft("case_meeting", "07-12-2026", "14.30", case_ids=[1]))
    found = details(busy, 2)
    assert (found.starts_at, found.state) == ("14:30", MeetingState.PLANNED)
    assert [(one.name, one.function, one.attendance) for one in found.participants] == [
        ("Jip Bedacht", "rechercheur", "invited")
    ]
    assert [one.reference for one in found.items] == ["C-2026-0001"]
    assert ("meeting_item", 2, 1) in lines(busy, "meeting.read")
    without = MeetingDraft("case_meeting", "08-12-2026", case_ids=[1], as_last_time=False)
    meetings.plan(busy, without)
    assert not details(busy, 3).participants


def test_a_meeting_about_care_has_one_case_for_good(busy: Desk) -> None:
    meetings.plan(busy, CARE)
    a_case(busy, 2)
    with pytest.raises(ProblemsError):
        agenda.add_case(busy, 1, [2])
    with pytest.raises(InputError, match="one_case"):
        agenda.remove_case(busy, 1)


def test_a_closed_case_comes_on_no_agenda(busy: Desk) -> None:
    closed = a_case(busy, 2, status="closed", closed_on="2026-11-23")
    with pytest.raises(InputError, match="no_such_case"):
        meetings.plan(busy, MeetingDraft("case_meeting", "30-11-2026", case_ids=[closed]))
    assert meetings.rows(busy) == []


def test_calling_off_says_why_and_can_be_taken_back(busy: Desk) -> None:
    meetings.plan(busy, MeetingDraft("case_meeting", "30-11-2026", note="Koffie mee."))
    with pytest.raises(ProblemsError):
        meetings.cancel(busy, 1, " ")
    meetings.cancel(busy, 1, "Te weinig mensen.")
    assert (details(busy).state, details(busy).note) == ("cancelled", "Te weinig mensen.\nKoffie mee.")
    with pytest.raises(InputError):
        participants.add_participant(busy, 1, ParticipantDraft(name="Mo"))
    with pytest.raises(InputError):
        meetings.hold(busy, 1, HeldDraft(TODAY))
    with pytest.raises(InputError):
        agenda.add_case(busy, 1, [1])
    meetings.reopen(busy, 1)
    assert (details(busy).state, details(busy).note) == ("planned", "Koffie mee.")
    assert len(details(busy).history) == 2


def test_what_a_colleague_changed_meanwhile_is_not_written_over(busy: Desk) -> None:
    number = an_item_of(busy)
    agenda.report(busy, number, 1, ItemDraft("Hoe nu?", "Rustig.", "10", discussed=True))
    with pytest.raises(ConflictError):
        agenda.report(busy, number, 1, ItemDraft(report="Anders.", discussed=True))
    agenda.report(busy, number, 2, ItemDraft("Hoe nu?", "Onrustig.", "25", discussed=True))
    one = details(busy).items[0]
    assert (one.report, one.minutes, one.discussed, one.version) == ("Onrustig.", 25, True, 3)
    assert one.history[0].earlier == {"report": "Rustig.", "minutes": 10}
    with pytest.raises(ConflictError):
        meetings.amend(busy, 1, 99, MeetingDraft(held_on="24-11-2026"))


def an_item_of(desk: Desk, kind: str = "case_meeting") -> int:
    """Return the place of Lina's case on the agenda of a new meeting."""
    a_meeting(desk, kind, 1)
    return int(desk.database.connection.execute(select(meeting_item.c.id)).scalars().all()[-1])


STEPS = st.lists(st.sampled_from(["hold", "cancel", "reopen", "report", "case", "amend"]), max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6, deadline=None)
@given(STEPS)
def test_whatever_comes_first_an_agenda_stands_once_a_meeting_is_over(busy: Desk, steps: list[str]) -> None:
    meeting_id = a_meeting(busy, "case_meeting", 1)
    (item,) = meetings.details(busy, meeting_id).items
    state = MeetingState.PLANNED
    for step in steps:
        before = meetings.details(busy, meeting_id)
        done = attempt(busy, meeting_id, item.id, step)
        allowed = {
            "hold": state == MeetingState.PLANNED,
            "cancel": state == MeetingState.PLANNED,
            "reopen": state != MeetingState.PLANNED,
            "report": state != MeetingState.CANCELLED,
            "case": False,
            "amend": True,
        }[step]
        assert done == allowed
        if not done:
            assert meetings.details(busy, meeting_id) == before
        elif step in {"hold", "cancel", "reopen"}:
            becomes = {"hold": MeetingState.HELD, "cancel": MeetingState.CANCELLED}
            state = becomes.get(step, MeetingState.PLANNED)
        assert meetings.details(busy, meeting_id).state == state


def attempt(desk: Desk, meeting_id: int, item_id: int, step: str) -> bool:
    """Do a step; say whether it was done."""
    now = meetings.details(desk, meeting_id)
    steps = {
        "hold": lambda: meetings.hold(desk, meeting_id, HeldDraft(TODAY, [1])),
        "cancel": lambda: meetings.cancel(desk, meeting_id, "Ziek."),
        "reopen": lambda: meetings.reopen(desk, meeting_id),
        "report": lambda: agenda.report(
            desk, item_id, now.items[0].version, ItemDraft(report="Zo.", discussed=True)
        ),
        "case": lambda: agenda.add_case(desk, meeting_id, [1]),  # it stands there already
        "amend": lambda: meetings.amend(desk, meeting_id, now.version, MeetingDraft(held_on="22-11-2026")),
    }
    try:
        steps[step]()
    except KnownError:
        return False
    return True


def test_the_order_of_an_agenda_is_kept_and_only_of_the_same_cases(busy: Desk) -> None:
    a_case(busy, 2)
    meetings.plan(busy, MeetingDraft("case_meeting", "30-11-2026", case_ids=[1, 2]))
    agenda.order(busy, 1, [2, 1])
    assert [one.case_id for one in details(busy).items] == [2, 1]
    with pytest.raises(InputError):
        agenda.order(busy, 1, [2])
    agenda.remove_case(busy, 2)
    assert [one.case_id for one in details(busy).items] == [1]


# --- telling -------------------------------------------------------------------------------------------


def test_what_is_told_at_the_table_brings_the_term_forward(busy: Desk, clock: StoppedClock) -> None:
    number = an_item_of(busy)
    clock.go_on(days=3)
    before = {one.name: one.inform_due for one in signals.details(busy, 1).involvements}
    meeting_sharing.share(busy, ShareDraft(number, [1], ["name"], "consent_oral"))
    after = {one.name: one for one in signals.details(busy, 1).involvements}
    assert after["Lina Voorbeeld"].inform_due == date(2026, 11, 23) != before["Lina Voorbeeld"]
    assert after["Lina Voorbeeld"].duty_on == date(2026, 11, 23)
    assert after["Bas Verzonnen"].inform_due == before["Bas Verzonnen"]
    assert ("meeting_share", 1, 1) in lines(busy, "meeting.shared")


def test_telling_of_the_aggressor_brings_his_term_forward_too(busy: Desk) -> None:
    side(busy, 1, "safety")
    number = an_item_of(busy)
    meeting_sharing.share(
        busy, ShareDraft(number, [1], ["aggressor"], "public_task", "Opsporing vroeg erom.")
    )
    assert {one.inform_due for one in signals.details(busy, 1).involvements} == {date(2026, 11, 23)}


def test_the_wall_stands_in_a_meeting_too(busy: Desk) -> None:
    side(busy, 1, "care")
    number = an_item_of(busy)
    for code in ("aggressor", "police", "reporter"):
        with pytest.raises(ProblemsError) as error:
            meeting_sharing.share(busy, ShareDraft(number, [1], [code], "consent_oral"))
        assert fields_of(error) == {"shared"}
    meeting_sharing.share(busy, ShareDraft(number, [1], ["health"], "consent_oral"))
    side(busy, 1, "safety")
    with pytest.raises(ProblemsError):
        meeting_sharing.share(busy, ShareDraft(number, [1], ["health"], "consent_oral"))


def test_a_covenant_is_a_ground_only_while_it_holds(busy: Desk) -> None:
    number = an_item_of(busy)
    draft = ShareDraft(number, [1], ["name"], "covenant", "Artikel 4 noemt de publieke taak.")
    with pytest.raises(ProblemsError) as error:
        meeting_sharing.share(busy, draft)
    assert fields_of(error) == {"basis"}
    with busy.database.writing() as connection:
        about = {"organisation_id": 1, "kind": "privacy", "title": "Convenant", "starts_on": "2026-01-01"}
        network.add(connection, "covenant", {**about, "recorded_at": MOMENT, "recorded_by": 1})
    meeting_sharing.share(busy, draft)
    assert details(busy).items[0].shares[0].basis_note == "Artikel 4 noemt de publieke taak."


def test_an_aggressor_gives_no_consent_at_a_table_either(desk: Desk) -> None:
    child = PersonDraft(role="child", first_names="Kim", last_name="Voorbeeld", birth="2016")
    father = PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen")
    signals.register(desk, a_notification(persons=[child, father]))
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    number = an_item(desk)
    unsafe = ShareDraft(number, [1], ["name"], "consent_guardian")
    with pytest.raises(ProblemsError) as error:
        meeting_sharing.share(desk, unsafe)
    assert fields_of(error) == {"basis"}


def test_an_aggressor_of_another_signal_gives_none_either_and_nobody_for_an_adult(desk: Desk) -> None:
    kim = PersonDraft(
        role="child", first_names="Kim", last_name="Voorbeeld", phone="0612344202", birth="2016"
    )
    bas = PersonDraft(role="witness", first_names="Bas", last_name="Verzonnen", phone="0612344207")
    mai = PersonDraft(role="possible_victim", first_names="Mai", last_name="Bedacht", birth="1990")
    signals.register(desk, a_notification(persons=[kim, bas, mai]))
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    by_guardian = ShareDraft(an_item(desk), [1], ["name"], "consent_guardian")
    meeting_sharing.share(desk, by_guardian)
    bas.role = "aggressor"
    signals.register(desk, a_notification(persons=[mai, bas]))
    with pytest.raises(ProblemsError) as error:
        meeting_sharing.share(desk, by_guardian)
    assert [one.code for one in error.value.problems] == ["referral.guardian_unsafe"]
    case_id = a_case(desk, 3)
    about = meetings.details(desk, a_meeting(desk, "case_meeting", case_id))
    with pytest.raises(ProblemsError) as error:
        meeting_sharing.share(desk, ShareDraft(about.items[0].id, [2], ["name"], "consent_guardian"))
    assert [one.code for one in error.value.problems] == ["referral.guardian_too_old"]


def test_what_was_told_before_a_signal_became_a_notification_ends_the_term_that_day(desk: Desk) -> None:
    signals.register(desk, a_notification(kind="signal"))
    meeting_sharing.share(desk, ShareDraft(an_item(desk), [1], ["name"], "consent_oral"))
    kinds.convert(desk, 1, "notification")
    lina, bas = signals.details(desk, 1).involvements
    assert (lina.inform_due, bas.inform_due) == (date(2026, 11, 23), date(2026, 12, 23))


def test_who_was_told_something_stays_on_the_list(busy: Desk) -> None:
    number = an_item_of(busy)
    meeting_sharing.share(busy, ShareDraft(number, [1], ["name"], "consent_oral"))
    with pytest.raises(InputError, match="was_told"):
        participants.remove_participant(busy, 1)
    with pytest.raises(ProblemsError):
        participants.amend_participant(busy, 1, ParticipantDraft(2, name="Jip Bedacht"))
    participants.amend_participant(busy, 1, ParticipantDraft(1, name="Jip Bedacht", function="jurist"))
    with pytest.raises(InputError, match="item_has_report"):
        agenda.remove_case(busy, number)


# --- what was agreed -----------------------------------------------------------------------------------


def agreed(desk: Desk, item_id: int, what: str = "De school bellen.") -> int:
    draft = AgreementDraft(what=what, who="Jip", due_on="30-11-2026", meeting_item_id=item_id)
    number = agenda.agree(desk, draft).created
    assert number is not None
    return number


def test_the_next_meeting_of_the_same_kind_asks_what_became_of_it(busy: Desk, clock: StoppedClock) -> None:
    number = agreed(busy, an_item_of(busy))
    meetings.hold(busy, 1, HeldDraft(TODAY, [1]))
    clock.go_on(days=7)
    (proposed,) = meetings.choices(busy, "case_meeting", date(2026, 11, 30))
    assert proposed.reasons == ("due", "not_discussed")
    meetings.plan(busy, CASES)
    meetings.plan(busy, CARE)
    assert [one.id for one in details(busy, 2).items[0].before] == [number]
    assert details(busy, 3).items[0].before == ()
    item = details(busy, 2).items[0]
    agenda.follow_up(busy, FollowUpDraft(number, item.id, "new_day", "Geen gehoor.", "07-12-2026"))
    item = details(busy, 2).items[0]
    assert [(one.done_how, one.done_on) for one in item.before] == [
        ("Niet gedaan: Geen gehoor.", date(2026, 11, 30))
    ]
    assert [(one.what, one.who, one.due_on) for one in item.agreements] == [
        ("De school bellen.", "Jip", date(2026, 12, 7))
    ]
    with pytest.raises(InputError):
        agenda.follow_up(busy, FollowUpDraft(number, item.id, "done", "Toch gebeld."))


def test_an_agreement_of_a_meeting_is_one_of_the_case(busy: Desk) -> None:
    number = agreed(busy, an_item_of(busy))
    found = cases.view(busy.database.connection, 1)
    assert found is not None
    assert [one.id for one in found.agreements] == [number]


def test_of_a_meeting_about_care_stands_in_the_case_what_the_client_knows(busy: Desk) -> None:
    meetings.plan(busy, CARE)
    with pytest.raises(ProblemsError):
        meetings.hold(busy, 1, HeldDraft(TODAY))
    meetings.hold(busy, 1, HeldDraft(TODAY, [], "told", "Gebeld; zij is het eens met de opvang."))
    found = cases.view(busy.database.connection, 1)
    assert found is not None
    assert [(one.kind, one.codes) for one in found.entries] == [("information", ("data",))]
    assert found.entries[0].text.endswith("zij is het eens met de opvang.")


# --- Today, paper, destroying ----------------------------------------------------------------------------


def on_today(desk: Desk) -> list[tuple[int | None, date | None, int]]:
    found = [one for one in today.items(desk) if one.kind is TodayKind.MEETING]
    return [(one.record_id, one.due, one.count) for one in found]


def test_a_meeting_waits_from_a_week_before_until_it_was_held(busy: Desk, clock: StoppedClock) -> None:
    meetings.plan(busy, MeetingDraft("case_meeting", "01-12-2026", case_ids=[1]))
    assert on_today(busy) == []
    clock.go_on(days=1)
    assert on_today(busy) == [(1, date(2026, 12, 1), 1)]
    clock.go_on(days=30)
    assert on_today(busy) == [(1, date(2026, 12, 1), 1)]
    meetings.hold(busy, 1, HeldDraft("01-12-2026"))
    assert on_today(busy) == []


def test_paper_is_private_logged_and_says_why_there_are_names(busy: Desk, tmp_path: Path) -> None:
    an_item_of(busy)
    out = tmp_path / "agenda.pdf"
    meeting_papers.save_paper(
        busy, PaperDraft(1, "agenda", names=True, names_reason="Voor de voorzitter."), out
    )
    assert out.stat().st_mode & 0o777 == 0o600
    assert "Voor de voorzitter." in details(busy).note
    event = select(audit_event.c.details).where(audit_event.c.verb == "print.meeting_made")
    assert busy.database.connection.execute(event).scalar() == "paper=agenda;names=1;questions=0"
    with pypdfium2.PdfDocument(out) as document:
        said = document[0].get_textpage().get_text_bounded()
        assert document.get_metadata_dict()["Title"] == "Agenda casusoverleg"
        assert not document.get_metadata_dict()["Author"]
    assert "Lina Voorbeeld" in said


@pytest.mark.parametrize("place", ["قاعة ٢", "חדר 2", "会议室"])
def test_letters_that_paper_cannot_show_are_refused_before_anything_is_written(
    busy: Desk, tmp_path: Path, place: str
) -> None:
    a_meeting(busy, "case_meeting", 1, place=place)
    with pytest.raises(InputError, match="not_on_paper"):
        meeting_papers.save_paper(busy, PaperDraft(1, "invitation"), tmp_path / "x.pdf")
    assert list(tmp_path.glob("*.pdf*")) == []


def test_what_was_typed_about_a_meeting_goes_with_the_client_it_was_about(busy: Desk) -> None:
    meetings.plan(busy, MeetingDraft("care_meeting", "02-12-2026", case_ids=[1]))
    typed = '{"meeting_id": 1, "told": {"reason": "Lina wil niet meer."}}'
    other = '{"organisation_id": 1, "told": {"note": "Belt terug."}}'
    drafts.keep(busy, "meeting.cancel", typed, None)
    drafts.keep(busy, "organisation.amend", other, None)
    with busy.database.writing() as connection:
        connection.execute(update(case_file).values(status="closed"))
    destroying.destroy(busy, [1], DestroyDraft("unfounded", "Samira"))
    assert [one.payload for one in drafts.mine(busy)] == [other]
    with pytest.raises(InputError, match=r"meeting\.no_such_meeting"):
        drafts.keep(busy, "meeting.cancel", typed, None)


def test_nothing_of_a_destroyed_client_is_left_in_a_meeting(busy: Desk) -> None:
    number = an_item_of(busy)
    agreed(busy, number)
    agenda.report(busy, number, 1, ItemDraft("Hoe nu?", "Rustig.", discussed=True))
    agenda.report(busy, number, 2, ItemDraft("Hoe nu?", "Onrustig.", discussed=True))
    meeting_sharing.share(busy, ShareDraft(number, [1], ["name"], "consent_oral"))
    with busy.database.writing() as connection:
        connection.execute(update(case_file).values(status="closed"))
    destroying.destroy(busy, [1], DestroyDraft("unfounded", "Samira"))
    connection = busy.database.connection
    for table in (meeting_item, meeting_share, revision):
        assert connection.execute(select(table)).all() == []
    assert len(connection.execute(select(meeting_participant)).all()) == 1
    assert details(busy).items == ()


def test_what_was_said_is_found_with_the_case_and_nowhere_once_it_is_off_the_agenda(busy: Desk) -> None:
    a_case(busy, 2)
    meetings.plan(busy, MeetingDraft("case_meeting", "30-11-2026", case_ids=[1, 2]))
    agenda.report(busy, 1, 1, ItemDraft("Zeldzaamwoord?"))
    agenda.report(busy, 2, 1, ItemDraft(report="Besproken.", discussed=True))
    case_search.index(busy.database.connection, [2])  # the case itself was written past its verb
    assert verifying.verify(busy) == []
    change = agenda.remove_case(busy, 1)
    assert (set(change.cases), set(change.persons)) == ({1, 2}, {1, 2})
    assert verifying.verify(busy) == []


def test_the_list_names_nobody_and_counts(busy: Desk) -> None:
    number = an_item_of(busy)
    agenda.report(busy, number, 1, ItemDraft(report="Zo.", discussed=True))
    (row,) = meetings.rows(busy)
    assert (row.cases, row.discussed, row.participants) == (1, 1, 1)
    assert row.held_on - date(2026, 11, 23) == timedelta(0)
