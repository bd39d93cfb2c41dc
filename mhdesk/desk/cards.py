"""Write a crisis card for the duty service."""

from __future__ import annotations

from pathlib import Path

from mhdesk.desk import contact, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.letters import somebody
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.crisis_card import CardDraft, compose
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if


def save_card(desk: Desk, draft: CardDraft, out: Path) -> Change:
    """Write the card of one person to ``out`` as PDF, as it stands in the registry now.

    Raises ProblemsError, and InputError for nobody and for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, draft, paper)


@verb("print.card_made", "E", Permission.WRITE)
def _write(work: Work, draft: CardDraft, paper: Paper) -> Change:
    details, one = somebody(work.connection, draft.involvement_id)
    refuse_if(draft.validate())
    card = compose(draft, details, one, contact.kept(work.desk).numbers(), work.desk.now())
    papers.require_drawable(card.plain())
    from mhdesk.reports.crisis_card import card_page  # loads the PDF writer

    paper.write(card_page(card))
    work.concerns("signal", [details.id])
    work.concerns("involvement", [one.id], one.person_id)
    return Change("print.card_made")
