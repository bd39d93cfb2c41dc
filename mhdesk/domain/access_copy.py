"""What somebody gets who asks what is kept about him or her: own data only, others as roles, texts by choice.

Decision 0017 says why it is so. A role of which somebody was not informed, by a decision or because nobody decided yet
about an aggressor, tells nothing here; what one role tells is not told of another one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mhdesk.domain import phones, traces
from mhdesk.domain.comensha import CONSENTS, DOSSIERS, STATES, ComenshaView
from mhdesk.domain.data_requests import KINDS, RequestView
from mhdesk.domain.dates import Birth, display_birth, display_day
from mhdesk.domain.informing import Choice, State
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.sources import Source, may_be_named, source_for_outside
from mhdesk.domain.text import clean, plain
from mhdesk.domain.views import DecisionView, InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say

_UNINFORMED: Final = frozenset({State.UNDECIDED, State.TO_INFORM})
_KEPT_FROM: Final = frozenset({State.NOT_YET, State.NOT})
_HELPED: Final = frozenset({VICTIM, "child"})
"""Roles of whom the story of a signal tells; of the others it tells something about somebody else."""
_TELLS_OF_A_SOURCE: Final = frozenset({"reporter", "witness"})
_SHORTEST_NAME: Final = 3
_KEY_LENGTH: Final = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """A free text. ``kept`` is what is proposed, ``why`` the code of why it is not; ``key`` changes with the text."""

    key: str
    label: str
    text: str
    kept: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What is told under one heading: lines by label, and texts that are chosen one by one."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """What does not stand in the copy, and on which ground; for the officer only, never on the paper."""

    what: str
    ground: str


@dataclass(frozen=True, slots=True)
class AccessCopy:
    """Everything that could be given to somebody, and what is not."""

    name: str
    parts: tuple[Part, ...]
    withheld: tuple[Withheld, ...]
    may_be_made: bool

    def passages(self) -> list[Passage]:
        """Return all texts, in their order."""
        return [one for part in self.parts for one in part.passages]

    def chosen(self, keys: Collection[str]) -> AccessCopy:
        """Return the copy with only the texts of these keys in it."""
        parts = (
            replace(part, passages=tuple(one for one in part.passages if one.key in keys))
            for part in self.parts
        )
        return replace(self, parts=tuple(part for part in parts if part.lines or part.passages))


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the registry holds about somebody, as the desk read it.

    ``case`` are lines about the case by label, ``case_texts`` its texts by label.
    """

    person: PersonDetails
    signals: Sequence[SignalDetails]
    comensha: Sequence[ComenshaView] = ()
    requests: Sequence[RequestView] = ()
    case: Sequence[tuple[str, str]] = ()
    case_texts: Sequence[tuple[str, str]] = ()
    year: int = 2026


def withheld_by(one: InvolvementView) -> str:
    """Return on which ground a role tells nothing, "" where it may: nobody learns here what was kept from him or her.

    An aggressor about whom nobody decided, or whom nobody told yet, does not learn of it by asking either.
    """
    if one.inform_state in _KEPT_FROM:
        last: DecisionView | None = one.decisions[0] if one.decisions else None
        law = vocabulary("legal_grounds").label(last.legal_ground) if last and last.legal_ground else ""
        return " ".join(filter(None, (say(f"access.ground_{one.inform_state}"), law)))
    if one.role == AGGRESSOR and one.inform_state in _UNINFORMED:
        return say("access.ground_uninformed")
    return ""


def copy_of(told: Told) -> AccessCopy:
    """Return what could be given to somebody; texts are proposed only where nothing speaks against it."""
    own = [(details, one) for details in told.signals for one in _own(details, told.person.id)]
    held = [(details, one, ground) for details, one in own if (ground := withheld_by(one))]
    given = [(details, one) for details, one in own if not withheld_by(one)]
    judge = _Judge(told, any_held=bool(held))
    parts = [_person(told.person, judge)]
    parts += [_signal(details, one, judge) for details, one in given]
    if not _only_aggressor(given):
        parts += _help(told, judge)
    parts.append(_requests(told.requests, judge))
    withheld = [
        Withheld(say("access.role_withheld", reference=details.reference, role=_role(one.role)), ground)
        for details, one, ground in held
    ]
    return AccessCopy(
        told.person.name,
        tuple(part for part in parts if part.lines or part.passages),
        (*withheld, *_never_given(told)),
        may_be_made=bool(given),
    )


def _own(details: SignalDetails, person_id: int) -> list[InvolvementView]:
    return [one for one in details.involvements if one.person_id == person_id]


def _only_aggressor(given: Sequence[tuple[SignalDetails, InvolvementView]]) -> bool:
    return all(one.role == AGGRESSOR for _, one in given)


def _role(role: str) -> str:
    return vocabulary("involvement_roles").label(role)


class _Judge:
    """Say of a text whether it may be proposed: whose names are in it, and what else speaks against it."""

    def __init__(self, told: Told, *, any_held: bool) -> None:
        own = f"{told.person.first_names} {told.person.last_name}"
        phone = phones.display(told.person.phone) if told.person.phone else ""
        self._own = set(plain(f"{own} {phone}").split())
        self._year = told.year
        self._any_held = any_held
        self._others = {
            word
            for details in told.signals
            for one in details.involvements
            if one.person_id != told.person.id
            for word in plain(one.name).split()
            if len(word) >= _SHORTEST_NAME
        } - self._own

    def passage(self, where: str, label: str, text: str, against: str = "") -> Passage:
        """Return a text with whether it is proposed; ``against`` is the code of what speaks against it anyway."""
        why = against or self._against(text)
        digest = hashlib.sha256(f"{where}\0{label}\0{text}".encode(errors="replace")).hexdigest()
        return Passage(digest[:_KEY_LENGTH], label, clean(text), not why, why)

    def _against(self, text: str) -> str:
        if self._others & set(plain(text).split()):
            return "access.why_others"
        if self._any_held:
            return "access.why_other_role"
        found = traces.traces(text, self._year)
        unknown = [one for one in found if not set(plain(text[one.start : one.end]).split()) <= self._own]
        return "access.why_may_name" if unknown else ""

    @property
    def any_held(self) -> bool:
        """Say whether a role of this person tells nothing."""
        return self._any_held


def _filled(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((say(f"access.label_{label}"), text) for label, text in pairs if text)


def _known(words: str, code: str) -> str:
    return "" if code in {"", UNKNOWN} else vocabulary(words).label(code)


def _person(person: PersonDetails, judge: _Judge) -> Part:
    """Return who somebody is. What may come from a role that tells nothing is for the officer to choose."""
    facts = (
        ("born", display_birth(person.birth) if person.birth else ""),
        ("sex", _known("sexes", person.sex)),
        ("nationality", _known("nationalities", person.nationality)),
        ("phone", phones.display(person.phone) if person.phone else ""),
    )
    name = _filled([("name", person.name)])
    safe = [("safe_contact", person.safe_contact)] if person.safe_contact else []
    if judge.any_held:
        texts = [(label, text) for label, text in (*facts, *safe) if text]
        passages = [
            judge.passage("person", say(f"access.label_{label}"), text, "access.why_other_role")
            for label, text in texts
        ]
        return Part(say("access.about_you"), name, tuple(passages))
    passages = [judge.passage("person", say(f"access.label_{label}"), text) for label, text in safe]
    return Part(say("access.about_you"), (*name, *_filled(facts)), tuple(passages))


def _signal(details: SignalDetails, one: InvolvementView, judge: _Judge) -> Part:
    """Return what one signal tells of somebody in one role."""
    helped = one.role in _HELPED
    lines = [
        ("role", _role(one.role)),
        ("kind", vocabulary("signal_kinds").label(details.kind)),
        ("received", display_day(details.received_on)),
        ("municipality", _known("municipalities", details.municipality)),
        ("form", _known("exploitation_forms", details.form)),
        ("source", source_for_outside(details)),
        ("others", _others(details, one) if helped else ""),
    ]
    lines += [("informing", _decision(decision)) for decision in reversed(one.decisions)]
    lines += [("referral", text) for text in _referrals(details, one)]
    texts = list(_texts(details, one))
    against = _against(details, one)
    where = f"{details.id}-{one.id}"
    passages = [judge.passage(where, label, text, against) for label, text in texts if clean(text)]
    passages += [judge.passage(where, *told) for told in _own_texts(details, one) if clean(told[1])]
    heading = say("access.signal", reference=details.reference)
    return Part(heading, _filled(lines), tuple(passages))


def _against(details: SignalDetails, one: InvolvementView) -> str:
    """Return what speaks against giving the story of a signal, "" where nothing does."""
    if any(withheld_by(other) for other in details.involvements if other.person_id == one.person_id):
        return "access.why_other_role"
    if one.role not in _HELPED:
        return "access.why_not_own"
    return "" if may_be_named(Source.of(details)) else "access.why_source"


def _others(details: SignalDetails, one: InvolvementView) -> str:
    """Return who else is concerned, as roles; whoever may be the source is left out."""
    others = Counter(
        other.role
        for other in details.involvements
        if other.person_id != one.person_id and other.role not in _TELLS_OF_A_SOURCE
    )
    return ", ".join(f"{count} × {_role(role)}" for role, count in sorted(others.items()))


def _decision(decision: DecisionView) -> str:
    choice = vocabulary("inform_choices").label(decision.choice)
    day = display_day(decision.decided_on) if decision.decided_on else ""
    told = display_day(decision.informed_on) if decision.informed_on else ""
    informed = say("access.informed_on", day=told) if told else ""
    return ", ".join(filter(None, (choice, day, informed)))


def _referrals(details: SignalDetails, one: InvolvementView) -> Iterator[str]:
    """Yield to whom somebody was referred; of a referral of the whole signal only who needs help is told."""
    for referral in details.referrals:
        whole = referral.involvement_id is None and one.role in _HELPED
        if referral.involvement_id == one.id or whole:
            day = display_day(referral.referred_on) if referral.referred_on else ""
            purpose = _known("referral_purposes", referral.purpose)
            state = _known("referral_states", referral.state)
            yield ", ".join(filter(None, (referral.organisation, purpose, day, state)))


def _texts(details: SignalDetails, one: InvolvementView) -> Iterator[tuple[str, str]]:
    """Yield the texts that tell of a signal as a whole."""
    yield say("access.label_narrative"), details.narrative
    for note in details.notes:
        yield say("access.label_note"), note.text
    for triage in details.triages if one.role in _HELPED else ():
        yield say("access.label_triage"), triage.reasoning


def _own_texts(details: SignalDetails, one: InvolvementView) -> Iterator[tuple[str, str, str]]:
    """Yield the texts that are about one role only, with the code of what speaks against each, "" for nothing.

    Why somebody was not informed before says whose safety was at stake; what was written of an aggressor, too.
    """
    of_harm = "access.why_not_own" if one.role == AGGRESSOR else ""
    for decision in reversed(one.decisions):
        waited = "" if decision.choice == Choice.INFORM else "access.why_kept_back"
        yield say("access.label_reasoning"), decision.reasoning, waited or of_harm
        yield say("access.label_told"), decision.told, ""
    for referral in details.referrals:
        if referral.involvement_id == one.id:
            yield say("access.label_referral_note"), referral.note, of_harm
            yield say("access.label_answer"), referral.answer, of_harm
    for change in one.history:
        for name in ("first_names", "last_name", "birth_on", "phone", "safe_contact"):
            if before := str(change.earlier.get(name) or ""):
                shown = display_birth(Birth(before)) if name == "birth_on" else before
                yield say("access.label_before"), shown, ""


def _help(told: Told, judge: _Judge) -> list[Part]:
    """Return what was done for somebody: the case, and the registration with CoMensha."""
    case = Part(
        say("access.case"),
        tuple(told.case),
        tuple(judge.passage("case", label, text) for label, text in told.case_texts if clean(text)),
    )
    steps = [("step", _step(one)) for one in reversed(told.comensha)]
    texts = [
        (say(f"access.label_{label}"), text)
        for one in reversed(told.comensha)
        for label, text in (
            ("reason", one.reason),
            ("consent_note", one.consent_note),
            ("answer", one.feedback),
        )
    ]
    passages = {
        one.key: one for one in (judge.passage("comensha", *text) for text in texts if clean(text[1]))
    }
    return [case, Part(say("access.comensha"), _filled(steps), tuple(passages.values()))]


def _step(one: ComenshaView) -> str:
    day = one.feedback_on or one.registered_on or one.recorded_at.astimezone().date()
    told = (
        vocabulary(STATES).label(one.state),
        display_day(day),
        _known(DOSSIERS, one.dossier_type),
        _known(CONSENTS, one.consent),
        one.their_number,
    )
    return ", ".join(filter(None, told))


def _requests(requests: Sequence[RequestView], judge: _Judge) -> Part:
    """Return what was asked before; who asked stands in it by the texts only."""
    lines = [
        ("request", ", ".join((vocabulary(KINDS).label(one.kind), display_day(one.asked_on))))
        for one in reversed(requests)
    ]
    texts = [
        judge.passage("request", say("access.label_identity"), one.identity) for one in reversed(requests)
    ]
    return Part(say("access.requests"), _filled(lines), tuple({one.key: one for one in texts}.values()))


def _never_given(told: Told) -> Iterator[Withheld]:
    """Yield what never goes on a copy, for the officer to know of."""
    for details in told.signals:
        others = say("access.ground_others")
        if not may_be_named(Source.of(details)):
            yield Withheld(
                say("access.source_withheld", reference=details.reference), say("access.ground_source")
            )
        if len(details.involvements) > 1:
            yield Withheld(say("access.others_withheld", reference=details.reference), others)
        if details.leads:
            yield Withheld(say("access.leads_withheld", reference=details.reference), others)
        if details.attachments:
            what = say("access.files_withheld", reference=details.reference, count=len(details.attachments))
            yield Withheld(what, say("access.ground_files"))
