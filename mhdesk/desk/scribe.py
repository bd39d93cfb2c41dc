"""Write many invented stories at once, as the ordinary verbs would have left them one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from random import Random
from typing import Any, Final

from mhdesk.desk import informing, recording, referring, triaging
from mhdesk.desk.verbs import Work
from mhdesk.domain import dates
from mhdesk.domain.clocks import InformTerm, inform_term
from mhdesk.domain.informing import next_duty
from mhdesk.domain.references import Reference
from mhdesk.domain.signals import Kind, PersonDraft
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import clean
from mhdesk.domain.triage import started_term
from mhdesk.fiction import Answered, Decided, Done, Ended, Referred, Story, Triaged
from mhdesk.store import bulk, organisations, persons, revisions, search
from mhdesk.store.bulk import Batch, NextIds
from mhdesk.store.revisions import Author
from mhdesk.store.values import to_day, to_text
from mhdesk.wording import say

_INDEXED_AT_ONCE: Final = 500


@dataclass(slots=True)
class _Met:
    """A person of a story as columns, with the linkage keys."""

    role: str
    values: Mapping[str, Any]
    keys: tuple[str, ...]


@dataclass(slots=True)
class Scribe:
    """Write stories down many at a time, by the rules and columns of the ordinary verbs."""

    work: Work
    then: Work
    prefix: str
    term: InformTerm
    organisations: Mapping[str, int]
    ids: NextIds
    first: int
    uids: Random
    numbers: Counter[int] = field(default_factory=Counter)
    owners: dict[str, int] = field(default_factory=dict)
    batch: Batch = field(default_factory=Batch)

    @classmethod
    def at_work(cls, work: Work, seed: int) -> Scribe:
        """Return a scribe for the registry of this desk."""
        ids = bulk.next_ids(work.connection)
        return cls(
            work,
            then=replace(work),
            prefix=work.desk.setting("prefix"),
            term=inform_term(work.desk.setting("organisation_type")),
            organisations={view.name: view.id for view in organisations.all_of(work.connection)},
            ids=ids,
            first=ids.signal,
            uids=Random(seed),  # noqa: S311 - the same seed gives the same registry; an uid is no secret
        )

    def write(self, stories: Sequence[Story]) -> None:
        """Write some stories; what is known of their people is asked once for all of them."""
        met = [_meet(story) for story in stories]
        self.owners = bulk.owners(
            self.work.connection, (key for people in met for one in people for key in one.keys)
        )
        for story, people in zip(stories, met, strict=True):
            self._write_story(story, people)
        bulk.write(self.work.connection, self.batch)

    def make_findable(self, progress: Callable[[int], object]) -> None:
        """Put all that was written into the search index, once it stands as it will: people come back.

        ``progress`` is told how many are done.
        """
        for start in range(self.first, self.ids.signal, _INDEXED_AT_ONCE):
            end = min(start + _INDEXED_AT_ONCE, self.ids.signal)
            search.index(
                self.work.connection, bulk.documents(self.work.connection, range(start, end), self.prefix)
            )
            progress(end - self.first)

    def _write_story(self, story: Story, people: Sequence[_Met]) -> None:
        signal = self._signal(story)
        concerned = [
            self._involvement(story, signal["id"], self._person(one, signal), one.role) for one in people
        ]
        self._follow(story, signal, concerned)
        self.batch.signals.append(signal)
        self.batch.involvements += concerned

    def _signal(self, story: Story) -> dict[str, Any]:
        draft, number = story.signal, self.ids.signal
        self.ids.signal += 1
        reference = self._next_reference(story.recorded_at.year)
        values = recording.signal_values(self._at(story.recorded_at), draft, _received(story), reference)
        self.batch.signal_texts.append({"signal_id": number, "narrative": clean(draft.narrative)})
        self.batch.signal_forms += [{"signal_id": number, "form": form} for form in draft.other_forms]
        return {**values, "id": number, "uid": self._uid(), "version": 1}

    def _next_reference(self, year: int) -> Reference:
        self.numbers[year] += 1
        return Reference(self.prefix, year, self.numbers[year])

    def _person(self, one: _Met, signal: Mapping[str, Any]) -> int:
        """Return the id of a person who is new, or known for certain and now completed."""
        found = min((self.owners[key] for key in one.keys if key in self.owners), default=None)
        if found is None:
            found = self._new_person(one, signal["recorded_at"])
        else:
            self._complete(found, one, signal)
        for key in one.keys:
            self.owners[key] = min(self.owners.get(key, found), found)
        return found

    def _complete(self, known: int, one: _Met, signal: Mapping[str, Any]) -> None:
        """Add what was not known of a person, and note what is told otherwise."""
        if self.batch.persons and known >= self.batch.persons[0]["id"]:
            bulk.write_persons(self.work.connection, self.batch)
        differing = persons.complete(
            self.work.connection,
            known,
            one.values,
            one.keys,
            Author(self.work.user.id, signal["recorded_at"]),
        )
        self._note(signal["id"], recording.lines_of(differing), signal["recorded_at"])

    def _new_person(self, one: _Met, recorded_at: str) -> int:
        number = self.ids.person
        self.ids.person += 1
        row = {**one.values, "id": number, "uid": self._uid(), "recorded_at": recorded_at}
        self.batch.persons.append(row)
        self.batch.person_keys += [{"key": key, "person_id": number} for key in one.keys]
        return number

    def _involvement(self, story: Story, signal_id: int, person_id: int, role: str) -> dict[str, Any]:
        term = self.term if story.signal.kind == Kind.NOTIFICATION else None
        values = recording.involvement_values(signal_id, person_id, role, term, story.recorded_at.date())
        number = self.ids.involvement
        self.ids.involvement += 1
        return {**values, "id": number}

    def _follow(self, story: Story, signal: dict[str, Any], concerned: Sequence[dict[str, Any]]) -> None:
        """Let what followed happen to the rows."""
        referred: list[dict[str, Any]] = []
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
                case Triaged():
                    self._triage(work, event, signal["id"], begun)
                case Done():
                    self._finish(begun[event.term], event.at.date(), event.how)
                case Ended():
                    self._end(work, event, signal)
        self.batch.referrals += referred
        self.batch.tasks += begun.values()

    def _decide(self, work: Work, event: Decided, concerned: dict[str, Any]) -> None:
        self.batch.decisions.append(informing.decision_values(work, event.draft, concerned["id"]))
        state, duty = informing.standing_after(event.draft, to_day(concerned["inform_due"]))
        concerned |= {"inform_state": state, "duty_on": to_text(duty)}

    def _begin_terms(self, story: Story, signal_id: int) -> dict[str, dict[str, Any]]:
        """Return the tasks that recording the signal begins, by their term."""
        if story.signal.kind != Kind.NOTIFICATION:
            return {}
        work, day = self._at(story.recorded_at), story.recorded_at.date()
        return {
            term: triaging.task_values(work, signal_id, term, day) for term in triaging.BEGUN_BY_NOTIFICATION
        }

    def _triage(self, work: Work, event: Triaged, signal_id: int, begun: dict[str, dict[str, Any]]) -> None:
        draft, held_on = replace(event.draft, signal_id=signal_id), event.at.date()
        self.batch.triages.append(triaging.triage_values(work, draft, held_on))
        self._finish(begun[WorkTerm.SAFETY_ASSESSMENT], held_on, draft.outcome)
        if term := started_term(draft.outcome):
            begun[term] = triaging.task_values(work, signal_id, term, held_on)

    def _finish(self, task: dict[str, Any], done_on: date, how: str) -> None:
        task |= {"done_on": to_text(done_on), "done_by": self.work.user.id, "done_how": how}

    def _refer(
        self, work: Work, event: Referred, signal_id: int, concerned: Sequence[dict[str, Any]]
    ) -> dict[str, Any]:
        about = None if event.person is None else concerned[event.person]["id"]
        draft = replace(event.draft, signal_id=signal_id, involvement_id=about)
        values = referring.referral_values(work, draft, self.organisations[draft.organisation_name])
        number = self.ids.referral
        self.ids.referral += 1
        return {**values, "id": number, "answered_on": None, "answer": ""}

    def _bring_forward(
        self,
        story: Story,
        event: Referred,
        referral: Mapping[str, Any],
        concerned: Sequence[dict[str, Any]],
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

    def _answer(self, work: Work, event: Answered, referral: dict[str, Any]) -> None:
        draft = replace(event.draft, referral_id=referral["id"])
        values = referring.answer_values(work, draft)
        self.batch.answers.append(values)
        referral |= {name: values[name] for name in ("state", "answered_on", "answer")}

    def _end(self, work: Work, event: Ended, signal: dict[str, Any]) -> None:
        earlier = {"status": signal["status"]}
        by = recording.author(work)
        self.batch.revisions.append(revisions.values("signal", signal["id"], signal["version"], earlier, by))
        signal |= {"status": event.status, "version": signal["version"] + 1}
        line = (clean(event.reason), say(f"desk.status_became_{event.status}"))
        self._note(signal["id"], [line], work.recorded_at)

    def _note(self, signal_id: int, lines: Iterable[tuple[str, str]], recorded_at: str) -> None:
        beside = {"signal_id": signal_id, "recorded_at": recorded_at, "recorded_by": self.work.user.id}
        self.batch.notes += [{"text": text, "origin": origin, **beside} for text, origin in lines]

    def _at(self, moment: datetime) -> Work:
        """Return the work as it would have been at that moment; it stays so until the next call."""
        self.then.recorded_at = moment.isoformat(timespec="milliseconds")
        return self.then

    def _uid(self) -> str:
        return f"{self.uids.getrandbits(128):032x}"


def _received(story: Story) -> date:
    received = dates.parse_day(story.signal.received_on)
    if received is None:
        raise ValueError("an invented signal without a day")
    return received


def _meet(story: Story) -> list[_Met]:
    received = _received(story)
    return [_met(draft, received) for draft in story.signal.persons]


def _met(draft: PersonDraft, seen_on: date) -> _Met:
    values = recording.person_values(draft, seen_on)
    return _Met(draft.role, values, recording.keys_of(values))


def _told_of(event: Referred, concerned: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    if event.person is None:
        return concerned
    one = concerned[event.person]
    about = one["id"], one["person_id"]
    return [row for row in concerned if referring.is_told_of(*about, row["id"], row["person_id"])]
