"""Write an information letter to somebody whom one decided to inform."""

from __future__ import annotations

from pathlib import Path

from mhdesk.desk import contact, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import letters
from mhdesk.domain.change import Change
from mhdesk.domain.letters import LetterDraft, Sender
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.errors import InputError
from mhdesk.store import involvements, signals
from mhdesk.store.database import Connection


def sender(desk: Desk) -> Sender:
    """Return who writes letters from this registry."""
    return Sender(
        organisation=desk.setting("organisation"),
        organisation_type=desk.setting("organisation_type"),
        contact=contact.kept(desk),
        kept_years=int(desk.setting("retention_years")),
    )


def save_letter(desk: Desk, draft: LetterDraft, out: Path) -> Change:
    """Write the letter to ``out`` as PDF: in the language that was chosen, and in Dutch after it.

    Raises ProblemsError, and InputError where nobody decided to inform, for a template that is not whole, for letters
    that paper cannot show and for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, draft, paper)


@verb("print.letter_made", "E", Permission.DECIDE)
def _write(work: Work, draft: LetterDraft, paper: Paper) -> Change:
    details, one = somebody(work.connection, draft.involvement_id)
    if one.inform_state not in letters.WRITTEN_IN:
        raise InputError("letter.not_decided")
    refuse_if(draft.validate(details))
    made = letters.letters(draft, one, sender(work.desk), work.today())
    papers.require_drawable("".join(line for letter in made for line in letter.lines()))
    from mhdesk.reports.letter import letter_pages  # loads the PDF writer

    paper.write(letter_pages(made))
    work.concerns("signal", [details.id])
    work.concerns("involvement", [one.id], one.person_id)
    work.details = f"language={draft.language} origin={draft.origin}"
    return Change("print.letter_made")


def somebody(connection: Connection, involvement_id: int) -> tuple[SignalDetails, InvolvementView]:
    """Return somebody concerned with the signal that this is about. Raises InputError for nobody."""
    concerned = involvements.get(connection, involvement_id)
    details = signals.details(connection, concerned.signal_id) if concerned else None
    if details is None:
        raise InputError("desk.no_such_signal")
    return details, next(one for one in details.involvements if one.id == involvement_id)
