"""Put the invitation, the agenda or the agreements of a meeting on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mhdesk.desk import papers, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.meeting_records import meeting_row, whole
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.dates import display_day
from mhdesk.domain.meeting_papers import PaperDraft, PaperKind, agreements_of, compose
from mhdesk.domain.meeting_views import MeetingDetails
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.store import meetings as stored
from mhdesk.wording import say

_ALL: Final = frozenset({PaperKind.INVITATION, PaperKind.AGENDA})


def save_paper(desk: Desk, draft: PaperDraft, out: Path) -> Change:
    """Write one paper of a meeting to ``out`` as PDF; why names are on it stays in the note of the meeting.

    Raises ProblemsError, and InputError for letters that paper cannot show and for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, draft, paper)


@verb("print.meeting_made", "E", Permission.WRITE)
def _write(work: Work, draft: PaperDraft, paper: Paper) -> Change:
    details, own = whole(work, draft.meeting_id), work.desk.setting("organisation")
    refuse_if(draft.validate(details, own))
    made = compose(draft, details, own, work.today())
    papers.require_drawable("".join(made.lines()))
    from mhdesk.reports.meeting_papers import meeting_page  # loads the PDF writer

    paper.write(meeting_page(made))
    if draft.names:
        _keep_reason(work, draft)
    _concern(work, draft, details, own)
    return Change("print.meeting_made", meetings=frozenset({details.id}))


def _keep_reason(work: Work, draft: PaperDraft) -> None:
    """Keep in the note of the meeting why names went on paper, who chose that and when."""
    row = meeting_row(work, draft.meeting_id)
    told = say(
        f"meeting.names_on_{draft.kind}",
        day=display_day(work.today()),
        name=work.user.name,
        why=clean(draft.names_reason),
    )
    note = "\n".join(filter(None, (row.note, told)))
    stored.change(work.connection, row, {"note": note}, recording.author(work))


def _concern(work: Work, draft: PaperDraft, details: MeetingDetails, own: str) -> None:
    """Note what went on paper, with whose case, and whether it names anybody."""
    work.concerns("meeting", [details.id])
    listed = details.items
    if draft.kind not in _ALL:
        listed = tuple(item for item, _ in agreements_of(details, draft.organisation, own))
    for item in dict.fromkeys(listed):
        work.concerns("meeting_item", [item.id], item.person_id)
    work.details = f"paper={draft.kind};names={int(draft.names)};questions={int(draft.questions)}"
