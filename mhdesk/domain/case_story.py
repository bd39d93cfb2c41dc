"""A case as it is told on paper: where it stands, what was worked on, and every reason that was ever asked for.

What a source said of itself is not in it: who reported stays with the signal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mhdesk.domain import referral_history, unmet
from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.case_history import STATES_OF_A_GOAL, STATES_OF_A_TRAJECTORY, before
from mhdesk.domain.cases import WRITTEN, CaseHead, CaseView, EntryKind, EntryView, GoalView
from mhdesk.domain.dates import display_day
from mhdesk.domain.decision_story import Chapter, Story
from mhdesk.domain.meeting_views import CaseMeetingView, ShareView
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.shared_fields import FIELDS
from mhdesk.domain.trajectories import TrajectoryView
from mhdesk.domain.views import AnswerView, ReferralView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class About:
    """Whom a case is about, as the paper names her or him; ``safe_contact`` comes before everything."""

    name: str
    safe_contact: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the story: its name, and what is told in it; with nothing, that sentence says so."""

    heading: str
    chapters: tuple[Chapter, ...]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class CaseStory:
    """A whole case."""

    title: str
    safe_contact: str
    begin: tuple[str, ...]
    sections: tuple[Section, ...]
    end: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands with the person of a case: referrals, meetings and help that was not found, newest first."""

    referrals: Sequence[ReferralView] = ()
    meetings: Sequence[CaseMeetingView] = ()
    needs: Sequence[NeedView] = ()


def story_of(case: CaseView, about: About, beside: Beside, informing: Iterable[Story]) -> CaseStory:
    """Return a case with what stands beside it, and the decisions about informing in each signal."""
    sections = (
        _section("goals", (_goal(one) for one in case.goals)),
        _section("trajectories", (_trajectory(one) for one in case.trajectories)),
        _section("agreements", (_agreement(one) for one in case.agreements)),
        _section("referrals", (_referral(one) for one in reversed(beside.referrals))),
        _section("needs", (_need(one) for one in reversed(beside.needs))),
        _section("meetings", (_meeting(one) for one in reversed(beside.meetings))),
        _section("happened", (_entry(one) for one in reversed(case.entries))),
        *(Section(one.begin[0], one.chapters, say("case_paper.no_decision")) for one in informing),
    )
    return CaseStory(
        title=say("case_paper.title", reference=case.head.reference),
        safe_contact=about.safe_contact,
        begin=tuple(_begin(case.head, about)),
        sections=sections,
        end=(say("case_paper.never_edited"),),
    )


def _section(name: str, chapters: Iterable[Chapter]) -> Section:
    return Section(say(f"case_paper.{name}"), tuple(chapters), say(f"case_paper.no_{name}"))


def _begin(head: CaseHead, about: About) -> Iterator[str]:
    yield say("case_paper.about", name=about.name or say("story.nameless"))
    yield say("case_paper.opened", day=display_day(head.opened_on), name=head.coordinator)
    yield say("case_paper.risk", level=vocabulary("risk_levels").label(head.risk))
    if head.closed_on is not None:
        yield say(
            "case_paper.closed",
            day=display_day(head.closed_on),
            reason=vocabulary("case_closing_reasons").label(head.closing_reason),
            outcome=vocabulary("case_outcomes").label(head.outcome),
        )


def _chapter(heading: str, sentence: str, told: Iterable[tuple[str, str]]) -> Chapter:
    lines = tuple((say(f"case_paper.label_{label}"), text) for label, text in told if text)
    return Chapter(heading, sentence, lines)


def _goal(one: GoalView) -> Chapter:
    heading, state = _first_line(one.text), vocabulary("goal_states").label(one.state)
    told = (
        ("text", one.text if heading != one.text else ""),
        ("ended", _day(one.ended_on)),
        ("result", one.result),
        ("recorded", _recorded(one.recorded_by, one.recorded_at)),
        *(("before", told) for told in before(one.history, STATES_OF_A_GOAL)),
    )
    return _chapter(heading, say("case_paper.goal_is", state=state), told)


def _trajectory(one: TrajectoryView) -> Chapter:
    kind = _capital(vocabulary("trajectory_kinds").label(one.kind))
    state = vocabulary("trajectory_states").label(one.state)
    told = (
        ("given_by", one.organisation),
        ("started", _day(one.started_on)),
        ("until", _day(one.until_on)),
        ("note", one.note),
        ("ended", _day(one.ended_on)),
        ("result", one.result),
        ("recorded", _recorded(one.recorded_by, one.recorded_at)),
        *(("before", told) for told in before(one.history, STATES_OF_A_TRAJECTORY)),
    )
    return _chapter(kind, say("case_paper.trajectory_is", state=state), told)


def _agreement(one: CaseAgreement) -> Chapter:
    heading = _first_line(one.what)
    sentence = say("case_paper.agreed", who=one.who, day=display_day(one.due_on))
    later = ""
    if one.snoozed_to is not None:
        later = say("case_paper.snoozed", day=display_day(one.snoozed_to), reason=one.snooze_reason)
    done = ""
    if one.done_on is not None:
        day = display_day(one.done_on)
        done = say("case_paper.done", day=day, name=one.done_by, how=one.done_how)
    told = (
        ("text", one.what if heading != one.what else ""),
        ("later", later),
        ("done", done),
        ("recorded", _recorded(one.recorded_by, one.recorded_at)),
    )
    return _chapter(heading, sentence, told)


def _referral(one: ReferralView) -> Chapter:
    """Return a referral with why it was made, on which ground, and every answer with its reason."""
    told = (
        ("purpose", _known("referral_purposes", one.purpose)),
        ("basis", _known("referral_bases", one.basis)),
        ("basis_note", one.basis_note),
        ("note", one.note),
        *(("answer", _answer(answer)) for answer in reversed(one.answers)),
        ("outcome", one.outcome),
        ("recorded", _recorded(one.recorded_by, one.recorded_at)),
        *(("before", told) for told in referral_history.before(one.history)),
    )
    state = vocabulary("referral_states").label(one.state)
    day = _day(one.referred_on) or say("story.day_unknown")
    return _chapter(one.organisation, say("case_paper.referred", day=day, state=state), told)


def _need(one: NeedView) -> Chapter:
    purpose = _capital(vocabulary("referral_purposes").label(one.purpose))
    met = say("case_paper.met", day=display_day(one.met_on), how=one.met_how) if one.met_on else ""
    told = (
        ("reason", vocabulary("unmet_reasons").label(one.reason)),
        ("note", one.note),
        ("met", met),
        ("recorded", _recorded(one.recorded_by, one.recorded_at)),
        *(("before", told) for told in unmet.before(one.history)),
    )
    return _chapter(purpose, say("case_paper.looked_for", day=display_day(one.wanted_on)), told)


def _meeting(one: CaseMeetingView) -> Chapter:
    """Return what was said of a case in a meeting, and what was told to whom, on which ground."""
    kind = _capital(vocabulary("meeting_kinds").label(one.kind))
    shared = (("shared", _share(whom, share)) for whom, share in one.told)
    told = (("question", one.item.question), ("report", one.item.report), *shared)
    heading = say("case_paper.entry", day=display_day(one.held_on), kind=kind)
    return _chapter(heading, _capital(vocabulary("meeting_states").label(one.state)), told)


def _share(whom: str, one: ShareView) -> str:
    fields = ", ".join(vocabulary(FIELDS).label(code) for code in one.shared)
    ground = vocabulary("share_grounds").label(one.basis)
    because = f"{ground}: {one.basis_note}" if one.basis_note else ground
    return say("case_paper.told", whom=whom, fields=fields, because=because)


def _answer(one: AnswerView) -> str:
    state = vocabulary("referral_states").label(one.state)
    return ": ".join(
        part for part in (" ".join(filter(None, (_day(one.answered_on), state))), one.answer) if part
    )


def _entry(one: EntryView) -> Chapter:
    kind = _capital(vocabulary("case_entry_kinds").label(one.kind))
    heading = say("case_paper.entry", day=display_day(one.happened_on), kind=kind)
    told = (*_codes(one), ("recorded", _recorded(one.recorded_by, one.recorded_at)))
    return _chapter(heading, one.text, told)


def _codes(one: EntryView) -> Iterator[tuple[str, str]]:
    if one.kind == EntryKind.CLOSED:
        for label, words, code in zip(
            ("reason", "outcome"), ("case_closing_reasons", "case_outcomes"), one.codes, strict=False
        ):
            yield label, vocabulary(words).label(code)
        return
    words_of = {str(kind): words for kind, words in WRITTEN.items() if words}
    if one.kind in words_of:
        yield one.kind, ", ".join(vocabulary(words_of[one.kind]).label(code) for code in one.codes)


def _known(words: str, code: str) -> str:
    return vocabulary(words).label(code) if code and code != UNKNOWN else ""


def _recorded(name: str, at: datetime) -> str:
    moment = at.astimezone()
    return say("story.recorded_by", name=name, day=display_day(moment.date()), time=f"{moment:%H:%M}")


def _day(day: date | None) -> str:
    return display_day(day) if day else ""


def _first_line(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= 80 else f"{first[:79].rstrip()}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
