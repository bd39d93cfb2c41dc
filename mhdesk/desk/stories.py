"""Put the story of the decisions about one person on paper."""

from __future__ import annotations

from pathlib import Path

from mhdesk.desk import papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.letters import somebody
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.decision_story import story_of
from mhdesk.domain.people import Permission
from mhdesk.store import audit


def save_story(desk: Desk, involvement_id: int, out: Path) -> Change:
    """Write every inform decision about one person in one signal to ``out`` as PDF, with the head of the log.

    Raises InputError for nobody and for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, involvement_id, paper)


@verb("print.story_made", "E", Permission.READ)
def _write(work: Work, involvement_id: int, paper: Paper) -> Change:
    details, one = somebody(work.connection, involvement_id)
    from mhdesk.reports.decision_story import Made, story_page  # loads the PDF writer

    organisation = work.desk.setting("organisation")
    made = Made(work.today(), work.user.name, organisation, audit.head(work.connection))
    paper.write(story_page(story_of(details, one), made))
    work.concerns("signal", [details.id])
    work.concerns("involvement", [one.id], one.person_id)
    work.concerns("inform_decision", [decision.id for decision in one.decisions], one.person_id)
    return Change("print.story_made")
