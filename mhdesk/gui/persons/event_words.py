"""What happened, in a sentence, and why, in a line under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.informing import Choice, State
from mhdesk.domain.timeline import Event, EventKind
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words

_ENDS: Final = (".", "?", "!", "…")
Words = tuple[str, list[str]]


def title_of(event: Event, name: str) -> str:
    """Return what happened in one sentence without its point; ``name`` is the person whose page it is."""
    return words.sentence_case(_words(event, name)[0])


def reason_of(event: Event, name: str, today: date, *, tells_role: bool) -> str:
    """Return why, by whom or how long still; ``tells_role`` names the role that it belongs to."""
    parts = _words(event, name)[1]
    if tells_role and event.role:
        as_role = QCoreApplication.translate("Timeline", "As {role}").format(role=_role(event.role))
        parts = [as_role, *parts]
    if event.open:
        parts = [words.distance(event.day, today), *parts]
    if not event.exact:
        parts = [*parts, QCoreApplication.translate("Timeline", "The day is that of recording")]
    return " ".join(_ended(words.sentence_case(part)) for part in parts if part)


def _words(event: Event, name: str) -> Words:
    return _SAY[event.kind](event, _whose(event, name))


def _whose(event: Event, name: str) -> str:
    """Return whom a decision is about."""
    if not event.of_other:
        return name
    return event.name or QCoreApplication.translate("Timeline", "an aggressor without a name")


def _ended(part: str) -> str:
    flat = " ".join(part.split())
    return flat if flat.endswith(_ENDS) else f"{flat}."


def _role(code: str) -> str:
    return vocabulary("involvement_roles").label(code)


def _label(name: str, code: str) -> str:
    """Return the word of a code, "" for one that says nothing."""
    terms = vocabulary(name)
    return terms.label(code) if code and code != UNKNOWN and code in terms else ""


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _signal(event: Event, _name: str) -> Words:
    kind, form, place, channel, discipline = event.codes
    title = QCoreApplication.translate("Timeline", "{kind} {reference} received")
    secret = QCoreApplication.translate("Timeline", "The source stays secret")
    came = _listed((_label("channels", channel), _label("disciplines", discipline)))
    about = _listed((_label("exploitation_forms", form), _label("municipalities", place)))
    said = [about, came] if discipline else [about, _label("channels", channel), secret]
    return title.format(kind=_label("signal_kinds", kind), reference=event.name), said


def _triage(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Triage: {outcome}")
    return title.format(outcome=_label("triage_outcomes", event.codes[0])), [event.text]


def _route(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Route: {route}")
    return title.format(route=_label("routes", event.codes[0])), [event.text, event.who]


def _decision(event: Event, name: str) -> Words:
    choice, ground = event.codes
    title = {
        Choice.NOT_YET: QCoreApplication.translate("Timeline", "{name}: not informed yet"),
        Choice.NOT: QCoreApplication.translate("Timeline", "{name}: not informed"),
    }.get(Choice(choice), QCoreApplication.translate("Timeline", "{name}: decided to inform"))
    return title.format(name=name), [_label("inform_grounds", ground), event.text, event.who]


def _informed(event: Event, name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "{name} is informed")
    return title.format(name=name), [event.text, event.who]


def _inform_due(event: Event, name: str) -> Words:
    title = {
        State.UNDECIDED: QCoreApplication.translate("Timeline", "Decide on informing {name}"),
        State.TO_INFORM: QCoreApplication.translate("Timeline", "Inform {name}"),
    }.get(State(event.codes[0]), QCoreApplication.translate("Timeline", "Look again: inform {name}?"))
    return title.format(name=name), []


def _referral(event: Event, _name: str) -> Words:
    purpose, basis, whole = event.codes
    title = QCoreApplication.translate("Timeline", "Referred to {organisation}: {purpose}")
    about = QCoreApplication.translate("Timeline", "For the whole signal") if whole else ""
    told = title.format(organisation=event.name, purpose=_label("referral_purposes", purpose))
    return told, [about, _label("referral_bases", basis), event.text]


def _answer(event: Event, _name: str) -> Words:
    state, outcome, purpose = event.codes
    title = QCoreApplication.translate("Timeline", "{organisation}: {answer}")
    told = title.format(organisation=event.name, answer=_label("referral_states", state))
    on = QCoreApplication.translate("Timeline", "On the referral for {purpose}")
    asked = on.format(purpose=_label("referral_purposes", purpose))
    return told, [event.text, _label("referral_outcomes", outcome), asked]


def _answer_due(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Answer of {organisation} expected")
    return title.format(organisation=event.name), [_label("referral_states", event.codes[0])]


def _need(event: Event, _name: str) -> Words:
    purpose, reason = event.codes
    title = QCoreApplication.translate("Timeline", "Not found: {purpose}")
    told = title.format(purpose=_label("referral_purposes", purpose))
    return told, [_label("unmet_reasons", reason), event.text]


def _need_met(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Found after all: {purpose}")
    return title.format(purpose=_label("referral_purposes", event.codes[0])), [event.text]


def _comensha(event: Event, _name: str) -> Words:
    state, dossier = event.codes
    title = QCoreApplication.translate("Timeline", "CoMensha: {state}")
    told = title.format(state=_label("comensha_states", state))
    return told, [_label("comensha_dossiers", dossier), event.text]


def _comensha_due(_event: Event, _name: str) -> Words:
    return QCoreApplication.translate("Timeline", "Register with CoMensha"), []


def _entry(event: Event, _name: str) -> Words:
    kind, *codes = event.codes
    told = _listed(_label(name, code) for code, name in _entry_codes(kind, codes))
    title = _label("case_entry_kinds", kind)
    if kind in {"opened", "closed", "reopened"}:
        title = QCoreApplication.translate("Timeline", "Case {state}").format(state=title)
    return f"{title}: {told}" if told else title, [event.text, event.who]


def _entry_codes(kind: str, codes: list[str]) -> list[tuple[str, str]]:
    """Return the codes of an entry with the vocabularies that their words are in."""
    if kind == "closed":
        return [*zip(codes, ("case_closing_reasons", "case_outcomes"), strict=False)]
    name = {"contact": "contact_means", "risk": "risk_levels", "information": "information_topics"}.get(kind)
    return [(code, name) for code in codes] if name else []


def _goal(event: Event, _name: str) -> Words:
    return QCoreApplication.translate("Timeline", "Goal: {goal}").format(goal=event.name), []


def _goal_ended(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Goal {state}: {goal}")
    return title.format(state=_label("goal_states", event.codes[0]), goal=event.name), [event.text]


def _trajectory(event: Event, _name: str) -> Words:
    kind, state = event.codes
    planned = QCoreApplication.translate("Timeline", "Trajectory planned: {kind}")
    begun = QCoreApplication.translate("Timeline", "Trajectory begun: {kind}")
    title = planned if state == "planned" else begun
    return title.format(kind=_label("trajectory_kinds", kind)), [event.name, event.text]


def _trajectory_due(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Last day: {kind}")
    return title.format(kind=_label("trajectory_kinds", event.codes[0])), [event.name]


def _trajectory_ended(event: Event, _name: str) -> Words:
    kind, state = event.codes
    title = QCoreApplication.translate("Timeline", "Trajectory {state}: {kind}")
    told = title.format(state=_label("trajectory_states", state), kind=_label("trajectory_kinds", kind))
    return told, [event.name, event.text]


def _agreement_due(event: Event, _name: str) -> Words:
    return QCoreApplication.translate("Timeline", "Agreed: {what}").format(what=event.name), [
        event.who,
        event.text,
    ]


def _agreement_done(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Done as agreed: {what}")
    return title.format(what=event.name), [event.text, event.who]


def _meeting(event: Event, _name: str) -> Words:
    kind, state = event.codes
    title = QCoreApplication.translate("Timeline", "{meeting}, {state}")
    told = title.format(meeting=_label("meeting_kinds", kind), state=_label("meeting_states", state))
    return told, [event.text]


def _request(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Request about own data: {kind}")
    told = title.format(kind=_label("data_request_kinds", event.codes[0]))
    by = QCoreApplication.translate("Timeline", "Asked by {who}")
    who = _label("data_request_askers", event.codes[2])
    return told, [by.format(who=who) if who else ""]


def _request_due(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Answer the request: {kind}")
    return title.format(kind=_label("data_request_kinds", event.codes[0])), []


def _request_answered(event: Event, _name: str) -> Words:
    title = QCoreApplication.translate("Timeline", "Request answered: {decision}")
    return title.format(decision=_label("data_request_decisions", event.codes[1])), [event.text]


def _merged(event: Event, _name: str) -> Words:
    return QCoreApplication.translate("Timeline", "Two records of this person joined"), [
        event.text,
        event.who,
    ]


def _taken_apart(event: Event, _name: str) -> Words:
    return QCoreApplication.translate("Timeline", "Joined records taken apart again"), [event.who]


_SAY: Final[dict[EventKind, Callable[[Event, str], Words]]] = {
    EventKind.SIGNAL: _signal,
    EventKind.TRIAGE: _triage,
    EventKind.ROUTE: _route,
    EventKind.DECISION: _decision,
    EventKind.INFORMED: _informed,
    EventKind.INFORM_DUE: _inform_due,
    EventKind.REFERRAL: _referral,
    EventKind.ANSWER: _answer,
    EventKind.ANSWER_DUE: _answer_due,
    EventKind.NEED: _need,
    EventKind.NEED_MET: _need_met,
    EventKind.COMENSHA: _comensha,
    EventKind.COMENSHA_DUE: _comensha_due,
    EventKind.ENTRY: _entry,
    EventKind.GOAL: _goal,
    EventKind.GOAL_ENDED: _goal_ended,
    EventKind.TRAJECTORY: _trajectory,
    EventKind.TRAJECTORY_DUE: _trajectory_due,
    EventKind.TRAJECTORY_ENDED: _trajectory_ended,
    EventKind.AGREEMENT_DUE: _agreement_due,
    EventKind.AGREEMENT_DONE: _agreement_done,
    EventKind.MEETING: _meeting,
    EventKind.REQUEST: _request,
    EventKind.REQUEST_DUE: _request_due,
    EventKind.REQUEST_ANSWERED: _request_answered,
    EventKind.MERGED: _merged,
    EventKind.TAKEN_APART: _taken_apart,
}
