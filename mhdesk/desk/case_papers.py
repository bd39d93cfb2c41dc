"""Put a whole case on paper."""

from __future__ import annotations

from pathlib import Path

from mhdesk.desk import casework, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.letters import somebody
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import case_story, decision_story
from mhdesk.domain.change import Change
from mhdesk.domain.decision_story import Story
from mhdesk.domain.people import Permission
from mhdesk.errors import InputError
from mhdesk.store import agendas, audit, cases, involvements, needs, persons, referrals
from mhdesk.store.database import Connection
from mhdesk.store.involvements import full_name


def save_case(desk: Desk, case_id: int, out: Path) -> Change:
    """Write a case with referrals, meetings and decisions about informing to ``out`` as PDF, with the head of the log.

    Raises InputError for no case, for a rule of safe contact that paper cannot show and for a place that cannot be
    written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, case_id, paper)


@verb("print.case_made", "E", Permission.READ)
def _write(work: Work, case_id: int, paper: Paper) -> Change:
    head = casework.head(work.connection, case_id)
    view, person = cases.view(work.connection, case_id), persons.get(work.connection, head.person_id)
    if view is None or person is None:
        raise InputError("case.no_such")
    papers.require_drawable(person.safe_contact)
    from mhdesk.reports.case_story import case_pages  # loads the PDF writer
    from mhdesk.reports.decision_story import Made

    about = case_story.About(full_name(person.first_names, person.last_name), person.safe_contact)
    beside = case_story.Beside(
        referrals.of_person(work.connection, head.person_id),
        agendas.of_case(work.connection, case_id),
        needs.of_person(work.connection, head.person_id),
    )
    story = case_story.story_of(view, about, beside, _informing(work.connection, head.person_id))
    organisation = work.desk.setting("organisation")
    made = Made(work.today(), work.user.name, organisation, audit.head(work.connection))
    paper.write(case_pages(story, made))
    casework.concern(work, head)
    work.concerns("referral", [one.id for one in beside.referrals], head.person_id)
    work.concerns("unmet_need", [one.id for one in beside.needs], head.person_id)
    work.concerns("meeting_item", [one.item.id for one in beside.meetings], head.person_id)
    return Change("print.case_made")


def _informing(connection: Connection, person_id: int) -> list[Story]:
    """Return the decisions about informing this person, signal by signal, the oldest first."""
    signals = persons.signals_of(connection, [person_id]).get(person_id, [])
    concerned = (one for number in signals for one in involvements.of_signal(connection, number))
    return [
        decision_story.story_of(*somebody(connection, one.id))
        for one in concerned
        if one.person_id == person_id
    ]
