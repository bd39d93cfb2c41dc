"""Choose which way a signal goes."""

from __future__ import annotations

from typing import Any

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain import routing as rules
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.routing import Proposal, RouteDraft
from mhdesk.domain.signals import Kind
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import routings, signals
from mhdesk.store.values import to_text


@verb("route.chosen", "C", Permission.DECIDE)
def choose(work: Work, draft: RouteDraft) -> Change:
    """Record which way a signal goes, beside what the rules propose for it now; earlier choices stay as they were.

    Raises ProblemsError, also where a choice beside the proposal has no reason, and InputError for advice.
    """
    details = signals.details(work.connection, draft.signal_id)
    if details is None:
        raise InputError("desk.no_such_signal")
    if details.kind == Kind.ADVICE:
        raise InputError("route.not_for_advice")
    proposal = rules.propose(rules.facts_of(details))
    refuse_if(draft.validate(proposal.route, work.today()))
    number = routings.add(work.connection, routing_values(work, draft, proposal))
    recording.concern_signal(work, draft.signal_id)
    work.concerns("routing", [number])
    return Change("route.chosen", signals=frozenset({draft.signal_id}), created=number)


def routing_values(work: Work, draft: RouteDraft, proposal: Proposal) -> dict[str, Any]:
    """Return the columns of a choice as a valid draft tells them."""
    return {
        "signal_id": draft.signal_id,
        "rule": proposal.rule,
        "proposed": proposal.route,
        "chosen": draft.chosen,
        "reason": clean(draft.reason),
        "decided_on": to_text(dates.parse_day(draft.decided_on)),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
