"""Give somebody a copy of what is kept about him or her: look at it first, leave texts out, then save it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mhdesk.desk import data_requests, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import data_requests as rules
from mhdesk.domain.access_copy import AccessCopy, Told, copy_of
from mhdesk.domain.change import Change
from mhdesk.domain.data_requests import Decision, RequestView
from mhdesk.domain.people import Permission
from mhdesk.errors import InputError
from mhdesk.store import access, comensha, person_pages, signals
from mhdesk.store import data_requests as stored
from mhdesk.wording import say

_GIVEN = frozenset({Decision.GRANTED, Decision.PARTLY})


@logged_reading("data_request.copy_read", Permission.DECIDE)
def preview(work: Work, request_id: int) -> AccessCopy:
    """Return what could go on the copy, with what is withheld and why.

    Raises InputError where access was not granted, or whoever asks can only be refused.
    """
    return _copy(work, _granted(work, request_id))


def save_copy(desk: Desk, request_id: int, kept: Collection[str], out: Path) -> Change:
    """Write the copy to ``out`` as PDF, with the texts whose keys are in ``kept``; a text that changed is left out.

    Raises InputError where access was not granted, where everything is withheld, and for a place that cannot be
    written.
    """
    with papers.leaving(out) as paper:
        return _write(desk, request_id, kept, paper)


@verb("print.access_copy_made", "E", Permission.DECIDE)
def _write(work: Work, request_id: int, kept: Collection[str], paper: Paper) -> Change:
    request = _granted(work, request_id)
    whole = _copy(work, request)
    if not whole.may_be_made:
        raise InputError("access.nothing_to_give")
    given = whole.chosen(kept)
    from mhdesk.reports.access_copy import Made, copy_pages  # loads the PDF writer

    organisation = work.desk.setting("organisation")
    paper.write(copy_pages(given, Made(work.today(), request.asked_on, work.user.name, organisation)))
    texts = len(given.passages())
    left_out, withheld = len(whole.passages()) - texts, len(whole.withheld)
    work.details = f"texts={texts} left_out={left_out} withheld={withheld}"
    return Change(work.verb)


def _granted(work: Work, request_id: int) -> RequestView:
    request = stored.get(work.connection, request_id)
    if request is None:
        raise InputError("data_request.no_such_request")
    if request.kind != "access" or request.decision not in _GIVEN:
        raise InputError("access.not_granted")
    about = data_requests.about(work.desk, work.connection, request.person_id)
    if why := rules.only_refusal(request, about):
        raise InputError(why)
    return request


def _copy(work: Work, request: RequestView) -> AccessCopy:
    connection, person_id = work.connection, request.person_id
    person = person_pages.details(connection, person_id, work.today())
    if person is None:
        raise InputError("data_request.no_such_person")
    numbers = sorted(person.signal_ids())
    found = (signals.details(connection, number) for number in numbers)
    told = Told(
        person=person,
        signals=[details for details in found if details is not None],
        comensha=comensha.of_person(connection, person_id),
        requests=stored.of_person(connection, person_id),
        case=[(say(f"access.label_{name}"), text) for name, text in access.case_lines(connection, person_id)],
        case_texts=[
            (say(f"access.label_{name}"), text) for name, text in access.case_texts(connection, person_id)
        ],
        year=work.today().year,
    )
    work.concerns("data_request", [request.id], person_id)
    work.concerns("signal", numbers)
    return copy_of(told)
