"""Write many invented stories at once, as the ordinary verbs would have left them one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from random import Random
from typing import Any

from mhdesk.desk import indicators, informing, recording, referring, triaging
from mhdesk.desk.verbs import Work
from mhdesk.desk.writer import Met, Row, Writer
from mhdesk.domain import dates
from mhdesk.domain.clocks import InformTerm, inform_term
from mhdesk.domain.informing import next_duty
from mhdesk.domain.references import Reference
from mhdesk.domain.signals import Kind
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import clean
from mhdesk.domain.triage import started_term
from mhdesk.fiction import Answered, Assessed, Decided, Done, Ended, Referred, Story, Triaged
from mhdesk.store import organisations, revisions
from mhdesk.store.values import to_day, to_text
from mhdesk.wording import say


@dataclass(slots=True)
class Scribe:
    """Write stories down many at a time, by the rules and columns of the ordinary verbs."""

    work: Work
    then: Work
    prefix: str
    term: InformTerm
    organisations: Mapping[str, int]
    writer: Writer
    numbers: Counter[int] = field(default_factory=Counter)

    @classmethod
    def at_work(cls, work: Work, seed: int) -> Scribe:
        """Return a scribe for the registry of this desk."""
        uids = Random(seed)  # noqa: S311 - the same seed gives the same registry; an uid is no secret
        return cls(
            work,
            then=replace(work),
            prefix=work.desk.setting("prefix"),
            term=inform_term(work.desk.setting("organisation_type")),
            organisations={view.name: view.id for view in organisations.all_of(work.connection)},
            writer=Writer(work, lambda: f"{uids.getrandbits(128):032x}"),
        )

    def write(self, stories: Sequence[Story]) -> None:
        """Write some stories; what is known of their people is asked once for all of them."""
        met = [_meet(story) for story in stories]
        self.writer.meet(one for people in met for one in people)
        for story, people in zip(stories, met, strict=True):
            self._write_story(story, people)
        self.writer.flush()

    def make_findable(self, progress: Callable[[int], object]) -> None:
        """Put all that was written into the search index; ``progress`` is told how many are done."""
        self.writer.make_findable(self.prefix, progress)

    def _write_story(self, story: Story, people: Sequence[Met]) -> None:
        signal = self._signal(story)
        concerned = [
            self._involvement(story, signal, one, draft.role)
            for one, draft in zip(people, story.signal.persons, strict=True)
        ]
        for lead in story.signal.leads:
            self.writer.lead(recording.lead_values(self._at(story.recorded_at), signal["id"], lead))
        self._follow(story, signal, concerned)
        self.writer.batch.signals.append(signal)
        self.writer.batch.involvements += concerned

    def _signal(self, story: Story) -> Row:
        reference = self._next_reference(story.recorded_at.year)
        values = recording.signal_values(
            self._at(story.recorded_at), story.signal, _received(story), reference
        )
        return self.writer.signal(story.signal, values, story.signal.other_forms)

    def _next_reference(self, year: int) -> Reference:
        self.numbers[year] += 1
        return Reference(self.prefix, year, self.numbers[year])

    def _involvement(self, story: Story, signal: Row, one: Met, role: str) -> Row:
        person_id, _ = self.writer.person(one, signal["id"], signal["recorded_at"])
        term = self.term if story.signal.kind == Kind.NOTIFICATION else None
        day = story.recorded_at.date()
        return self.writer.involvement(recording.involvement_values(signal["id"], person_id, role, term, day))

    def _follow(self, story: Story, signal: Row, concerned: Sequence[Row]) -> None:
        """Let what followed happen to the rows."""
        referred: list[Row] = []
        begun = self._begin_terms(story, signal["id"])
        for event in story.events:
            work = self._at(event.at)
            match event:
                case Decided():
                    self._decide(work, event, concerned[event.person])
                case Referred():
                    referred.append(self._refer(work, event, signal["id"], concerned))
                    self._bring_forward(story, event, referred[-1], concerned)
                case Answered():
                    self._answer(work, event, referred[event.referral])
                case Assessed():
                    self._assess(work, event, signal["id"])
                case Triaged():
                    self._triage(work, event, signal["id"], begun)
                case Done():
                    self._finish(begun[event.term], event.at.date(), event.how)
                case Ended():
                    self._end(work, event, signal)
        self.writer.batch.referrals += referred
        self.writer.batch.tasks += begun.values()

    def _decide(self, work: Work, event: Decided, concerned: Row) -> None:
        self.writer.batch.decisions.append(informing.decision_values(work, event.draft, concerned["id"]))
        state, duty = informing.standing_after(event.draft, to_day(concerned["inform_due"]))
        concerned |= {"inform_state": state, "duty_on": to_text(duty)}

    def _begin_terms(self, story: Story, signal_id: int) -> dict[str, Row]:
        """Return the tasks that recording the signal begins, by their term."""
        if story.signal.kind != Kind.NOTIFICATION:
            return {}
        work, day = self._at(story.recorded_at), story.recorded_at.date()
        return {
            term: triaging.task_values(work, signal_id, term, day) for term in triaging.BEGUN_BY_NOTIFICATION
        }

    def _triage(self, work: Work, event: Triaged, signal_id: int, begun: dict[str, Row]) -> None:
        draft, held_on = replace(event.draft, signal_id=signal_id), event.at.date()
        self.writer.batch.triages.append(triaging.triage_values(work, draft, held_on))
        self._finish(begun[WorkTerm.SAFETY_ASSESSMENT], held_on, draft.outcome)
        if term := started_term(draft.outcome):
            begun[term] = triaging.task_values(work, signal_id, term, held_on)

    def _assess(self, work: Work, event: Assessed, signal_id: int) -> None:
        draft = replace(event.draft, signal_id=signal_id)
        values = indicators.assessment_values(work, draft, event.at.date())
        self.writer.assessment(values, draft.answers)

    def _finish(self, task: Row, done_on: date, how: str) -> None:
        task |= {"done_on": to_text(done_on), "done_by": self.work.user.id, "done_how": how}

    def _refer(self, work: Work, event: Referred, signal_id: int, concerned: Sequence[Row]) -> Row:
        about = None if event.person is None else concerned[event.person]["id"]
        draft = replace(event.draft, signal_id=signal_id, involvement_id=about)
        values = referring.referral_values(work, draft, self.organisations[draft.organisation_name])
        row = self.writer.referral(values)
        self.writer.batch.answers.append(referring.beginning_values(work, draft, row["id"]))
        return row

    def _bring_forward(
        self,
        story: Story,
        event: Referred,
        referral: Mapping[str, Any],
        concerned: Sequence[Row],
    ) -> None:
        disclosed = date.fromisoformat(referral["referred_on"])
        latest = self.term.due(story.recorded_at.date(), disclosed)
        for row in _told_of(event, concerned):
            due = referring.brought_forward(row["inform_state"], to_day(row["inform_due"]), latest)
            if due:
                row |= {
                    "inform_due": to_text(due),
                    "duty_on": to_text(next_duty(row["inform_state"], due, None)),
                }

    def _answer(self, work: Work, event: Answered, referral: Row) -> None:
        draft = replace(event.draft, referral_id=referral["id"])
        values = referring.answer_values(work, draft)
        self.writer.batch.answers.append(values)
        referral |= referring.carried(draft, values, referral) | {"version": referral["version"] + 1}

    def _end(self, work: Work, event: Ended, signal: Row) -> None:
        earlier = {"status": signal["status"]}
        by = recording.author(work)
        self.writer.batch.revisions.append(
            revisions.values("signal", signal["id"], signal["version"], earlier, by)
        )
        signal |= {"status": event.status, "version": signal["version"] + 1}
        line = (clean(event.reason), say(f"desk.status_became_{event.status}"))
        self.writer.note(signal["id"], [line], work.recorded_at)

    def _at(self, moment: datetime) -> Work:
        """Return the work as it would have been at that moment; it stays so until the next call."""
        self.then.recorded_at = moment.isoformat(timespec="milliseconds")
        return self.then


def _received(story: Story) -> date:
    received = dates.parse_day(story.signal.received_on)
    if received is None:
        raise ValueError("an invented signal without a day")
    return received


def _meet(story: Story) -> list[Met]:
    received = _received(story)
    return [Met.of(draft, received) for draft in story.signal.persons]


def _told_of(event: Referred, concerned: Sequence[Row]) -> Sequence[Row]:
    if event.person is None:
        return concerned
    one = concerned[event.person]
    about = one["id"], one["person_id"]
    return [row for row in concerned if referring.is_told_of(*about, row["id"], row["person_id"])]
