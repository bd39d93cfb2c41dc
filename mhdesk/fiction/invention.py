"""Invent signals one after another: kinds, forms and municipalities in the proportions that the region knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain import sources
from mhdesk.domain.informing import Choice
from mhdesk.domain.signals import AGGRESSOR, ROLES_TO_INFORM, VICTIM, Kind, SignalDraft
from mhdesk.domain.sources import Capacity, Consent
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.fiction import narratives
from mhdesk.fiction.aftermath import Plan, aftermath
from mhdesk.fiction.decisions import Course
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.leads import invent_lead
from mhdesk.fiction.moments import recordings, spelled
from mhdesk.fiction.people import Somebody, invent_person
from mhdesk.fiction.story import Story
from mhdesk.fiction.texts import load

_KINDS: Final = Shares({Kind.SIGNAL: 45, Kind.NOTIFICATION: 30, Kind.ADVICE: 25})
# The region's own count of 2019, and some about which nothing is known yet.
_FORMS: Final = Shares(
    {
        "sexual_exploitation": 25,
        "labour_exploitation": 7,
        "criminal_exploitation": 3,
        "forced_marriage": 1,
        UNKNOWN: 0.8,
        "other": 0.2,
    }
)
_MUNICIPALITIES: Final = Shares(
    {
        "GM0402": 44,  # Hilversum
        "GM1942": 18,  # Gooise Meren
        "GM0406": 15,  # Huizen
        "GM1696": 8,  # Wijdemeren
        "GM0376": 4,  # Blaricum
        "GM0417": 4,  # Laren
        "GM0317": 3,  # Eemnes
        "outside_region": 2,
        UNKNOWN: 2,
    }
)
_DISCIPLINES: Final = Shares(
    {
        "police": 17,
        "neighbourhood_team": 13,
        "care_organisation": 11,
        "school": 10,
        "health": 9,
        "municipality": 8,
        "veilig_thuis": 7,
        "enforcement": 6,
        "citizen": 5,
        "crime_tip_line": 4,
        "advertisement_review": 4,
        "labour_inspectorate": 2,
        "watch_nederland": 1,
        "self": 2,
        "other": 2,
        UNKNOWN: 1,
    }
)
_ADVISED: Final = Shares(
    {
        "school": 26,
        "neighbourhood_team": 22,
        "health": 15,
        "care_organisation": 14,
        "municipality": 12,
        "citizen": 6,
        "other": 5,
    }
)
_SEX_WORK_ONLY: Final = frozenset({"advertisement_review", "watch_nederland"})
_ONE_WAY: Final = {
    "crime_tip_line": "crime_tip_line",
    "watch_nederland": "watch_nederland",
    "advertisement_review": "advertisement",
    "enforcement": "inspection",
    "labour_inspectorate": "inspection",
}
_CHANNELS: Final = Shares(
    {
        "phone": 42,
        "mail": 31,
        "in_person": 11,
        "meeting": 8,
        "hand_over": 2,
        "tip_line": 1,
        "spreadsheet": 2,
        UNKNOWN: 3,
    }
)
_SECRET: Final = {"citizen": 0.7, "crime_tip_line": 1.0, "self": 0.5}
# A group this large is enough for people to come back, and small enough to keep.
_KNOWN: Final = 240


@dataclass(frozen=True, slots=True)
class _Staged:
    """What Today should show of a signal that is about ``age`` days old: decided and reviewed when, from today."""

    age: int
    choice: Choice | None
    decided: int = 0
    review: int | None = None

    def plan(self, recorded: date, today: date) -> Plan | None:
        """Return what happens; None where too few signals leave no room for it."""
        if self.choice is None:
            return Plan(None)
        first = max(today + timedelta(days=self.decided), recorded + timedelta(days=1))
        review = None if self.review is None else today + timedelta(days=self.review)
        fits = first < today and (review is None or review > first)
        return Plan(Course(first, self.choice, review, waits=True)) if fits else None


# Whatever the seed, who opens a fictitious registry of some size finds each kind of thing that waits.
_STAGED: Final = (
    _Staged(40, None),
    _Staged(29, None),
    _Staged(25, Choice.NOT_YET, -18, -2),
    _Staged(20, Choice.NOT_YET, -11, 3),
    _Staged(15, Choice.INFORM, -4),
    _Staged(12, Choice.NOT_YET, -9, 0),
)


@dataclass(slots=True)
class _Inventor:
    dice: Dice
    today: date
    known: dict[str, list[Somebody]] = field(default_factory=dict)

    def invent(self, recorded_at: datetime, plan: Plan | None) -> Story:
        """Return one story."""
        kind = Kind.NOTIFICATION if plan else self.dice.draw(_KINDS)
        signal, people = self._signal(recorded_at.date(), kind)
        yesterday = self.today - timedelta(days=1)
        return Story(recorded_at, signal, aftermath(self.dice, recorded_at, signal, people, yesterday, plan))

    def _signal(self, recorded: date, kind: Kind) -> tuple[SignalDraft, list[Somebody]]:
        dice = self.dice
        form, discipline = dice.draw(_FORMS), dice.draw(_ADVISED if kind == Kind.ADVICE else _DISCIPLINES)
        if discipline in _SEX_WORK_ONLY and form != "sexual_exploitation":
            discipline = "police"
        received = recorded - timedelta(days=int(5 * dice.fraction() ** 3))
        channel = _ONE_WAY.get(discipline) or dice.draw(_CHANNELS)
        signal = SignalDraft(
            kind=kind,
            received_on=spelled(received),
            received_time=_time(dice) if dice.happens(0.6) else "",
            channel=channel,
            discipline=discipline,
            organisation=_organisation(dice, discipline),
            municipality=dice.draw(_MUNICIPALITIES),
            form=form,
            other_forms=_other_forms(dice, form) if kind != Kind.ADVICE else [],
        )
        _tell_source(dice, signal)
        people = [] if kind == Kind.ADVICE else self._people(kind, form, received)
        signal.persons = [one.draft for one in people]
        signal.narrative = _narrative(dice, signal, people)
        if kind == Kind.SIGNAL and not people and dice.happens(0.7):
            signal.leads = [invent_lead(dice, form)]
        return signal, people

    def _people(self, kind: Kind, form: str, seen_on: date) -> list[Somebody]:
        """Return who is concerned: always a victim or an aggressor in a notification, often nobody in a signal."""
        people: list[Somebody] = []
        for role in _roles(self.dice, kind):
            people.append(self._somebody(role, form, seen_on, people))
        return people

    def _somebody(self, role: str, form: str, seen_on: date, others: list[Somebody]) -> Somebody:
        """Return somebody new, or now and then somebody known from an earlier signal."""
        dice = self.dice
        known = self.known.setdefault(f"{role} {form}", [])
        if role in ROLES_TO_INFORM and known and dice.happens(0.08):
            again = dice.pick(known)
            if all(again.draft.last_name != other.draft.last_name for other in others):
                return again.told_again(dice)
        family = others[0] if others and role == "child" else None
        language = others[0].language if others and (family or dice.happens(0.45)) else None
        surname = family.draft.last_name if family else ""
        new = invent_person(dice, role, form, seen_on, language=language, surname=surname)
        if new.can_be_recognised():
            self._remember(known, new.as_remembered(dice, seen_on))
        return new

    def _remember(self, known: list[Somebody], new: Somebody) -> None:
        if len(known) < _KNOWN:
            known.append(new)
        else:
            known[self.dice.between(0, _KNOWN - 1)] = new


def invent(count: int, seed: int, today: date) -> Iterator[Story]:
    """Yield ``count`` stories in the order in which they were recorded, the last one yesterday at the latest.

    The same three arguments yield the same, everywhere. Memory does not grow with ``count``.
    """
    dice = Dice(seed)
    inventor = _Inventor(dice, today)
    waiting = list(_STAGED)
    for recorded_at in recordings(dice, count, today):
        recorded = recorded_at.date()
        reached = waiting and (today - recorded).days <= waiting[0].age
        plan = waiting.pop(0).plan(recorded, today) if reached else None
        yield inventor.invent(recorded_at, plan)


def _roles(dice: Dice, kind: Kind) -> list[str]:
    """Return the roles of those concerned, victims first."""
    if kind == Kind.SIGNAL and dice.happens(0.42):
        return []
    sure = kind == Kind.NOTIFICATION
    roles = [VICTIM] if dice.happens(0.96 if sure else 0.8) else [AGGRESSOR]
    extra = (
        (VICTIM, 0.12),
        (AGGRESSOR, 0.7 if sure else 0.25),
        (AGGRESSOR, 0.08),
        ("witness", 0.1),
        ("child", 0.1),
        ("child", 0.05),
        ("reporter", 0.16),
    )
    return roles + [role for role, share in extra if dice.happens(share)]


def _narrative(dice: Dice, signal: SignalDraft, people: list[Somebody]) -> str:
    if signal.kind == Kind.ADVICE:
        return narratives.tell_of_advice(dice, signal.form, signal.discipline)
    about = people[0] if people and people[0].draft.role == VICTIM else None
    return narratives.tell(dice, signal, about)


def _time(dice: Dice) -> str:
    return f"{dice.between(0, 23):02d}:{dice.between(0, 59):02d}"


def _organisation(dice: Dice, discipline: str) -> str:
    names: list[str] = load("follow_up")["source"].get(discipline, [""])
    return dice.pick(names) if dice.happens(0.8) else ""


def _tell_source(dice: Dice, signal: SignalDraft) -> None:
    """Tell as what somebody reported, and what keeps the source secret, if anything does."""
    secret = dice.happens(_SECRET.get(signal.discipline, 0.12))
    signal.source_capacity = sources.proposed(signal.channel, signal.discipline)
    if signal.source_capacity == Capacity.PRIVATE:
        signal.source_consent = Consent.REFUSED if secret else Consent.GIVEN
    if signal.source_capacity == Capacity.PROFESSIONAL and secret:
        signal.source_ground = dice.pick(vocabulary("source_grounds").codes())


def _other_forms(dice: Dice, form: str) -> list[str]:
    other = dice.draw(_FORMS) if dice.happens(0.06) else form
    return [] if other in {form, UNKNOWN} else [other]
