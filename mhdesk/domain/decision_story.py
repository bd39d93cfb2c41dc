"""The inform decisions about one person in one signal, told as a story: who decided what, when, and on which ground.

A chapter is a sentence and a list of labelled lines (:func:`_told`): something new that a decision says is one more
line there and one more label in ``story.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mhdesk.domain.clocks import term_source
from mhdesk.domain.dates import display_day
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import Choice
from mhdesk.domain.views import DecisionView, InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.domain.weighing import POINTS
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class Chapter:
    """One decision: a heading, what was decided in a sentence, and what belongs to it by label."""

    heading: str
    sentence: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All decisions about one person, oldest first."""

    title: str
    begin: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    end: tuple[str, ...]

    def plain(self) -> str:
        """Return the whole story as plain text."""
        parts = ["\n".join(self.begin)]
        for one in self.chapters:
            lines = (f"{label}: {text}" for label, text in one.lines)
            parts.append("\n".join((one.heading, one.sentence, *lines)))
        return "\n\n".join((*parts, "\n".join(self.end)))


def story_of(details: SignalDetails, one: InvolvementView) -> Story:
    """Return what was decided about informing one person in this signal."""
    decisions = one.decisions[::-1]
    name = one.name or say("story.nameless")
    return Story(
        title=say("story.title"),
        begin=tuple(_begin(details, one, name)),
        chapters=tuple(_chapter(decisions, place, name) for place in range(len(decisions))),
        end=(_stands(one), say("story.never_changed")),
    )


def _begin(details: SignalDetails, one: InvolvementView, name: str) -> Iterator[str]:
    role = vocabulary("involvement_roles").label(one.role)
    kind = vocabulary("signal_kinds").label(details.kind)
    yield say("story.about", name=name, role=role, kind=kind, reference=details.reference)
    day = display_day(details.recorded_at.astimezone().date())
    yield say("story.recorded", day=day, name=details.recorded_by)
    if one.inform_due:
        source = term_source(one.term_source) or say("story.term_of_the_time")
        yield say("story.due", day=display_day(one.inform_due), source=source)
    if not one.decisions:
        yield say("story.undecided")


def _stands(one: InvolvementView) -> str:
    """Return where informing stands now."""
    state = vocabulary("inform_states").label(one.inform_state)
    if one.duty_on is None:
        return say("story.stands", state=state)
    return say("story.stands_until", state=state, day=display_day(one.duty_on))


def _chapter(decisions: tuple[DecisionView, ...], place: int, name: str) -> Chapter:
    one = decisions[place]
    choice = vocabulary("inform_choices").label(one.choice)
    following = decisions[place + 1] if place + 1 < len(decisions) else None
    lines = ((label, text) for label, text in _told(one, following) if text)
    return Chapter(
        heading=say("story.heading", number=place + 1, day=_day(_decided_on(one)), choice=choice),
        sentence=_sentence(one, decisions[place - 1] if place else None, name),
        lines=tuple((say(f"story.label_{label}"), text) for label, text in lines),
    )


def _sentence(one: DecisionView, before: DecisionView | None, name: str) -> str:
    """Return who decided what; a decision that says the same again says so."""
    if one.historic:
        return say("story.historic", choice=vocabulary("inform_choices").label(one.choice), name=name)
    words = {"who": one.decided_by, "day": _day(_decided_on(one)), "name": name}
    if one.choice == Choice.INFORM:
        return say("story.decided_inform", **words)
    again = before is not None and before.choice == one.choice
    if one.choice == Choice.NOT_YET:
        return say("story.decided_not_yet_again" if again else "story.decided_not_yet", **words)
    return say("story.decided_not_again" if again else "story.decided_not", **words)


def _told(one: DecisionView, following: DecisionView | None) -> Iterator[tuple[str, str]]:
    """Yield everything that a decision says, by the name of its label; what is blank is left out."""
    yield "ground", _known("inform_grounds", one.ground)
    yield "legal_ground", _known("legal_grounds", one.legal_ground)
    yield "reasoning", one.reasoning
    for point, said in one.weighing:
        yield "weighing", f"{vocabulary(POINTS).label(point)}: {said}"
    yield "consulted", one.consulted
    yield "agreed", _agreed(one)
    yield "extension", _extension(one)
    yield "review", _review(one, following)
    yield "informed", display_day(one.informed_on) if one.informed_on else ""
    yield "informed_by", one.informed_by
    yield "informed_how", one.informed_how
    yield "told", one.told
    moment = one.recorded_at.astimezone()
    yield (
        "recorded",
        say(
            "story.recorded_by",
            name=one.recorded_by,
            day=display_day(moment.date()),
            time=f"{moment:%H:%M}",
        ),
    )


def _known(words: str, code: str) -> str:
    return vocabulary(words).label(code) if code and code != UNKNOWN else ""


def _agreed(one: DecisionView) -> str:
    """Return who looked along, and what that person said."""
    answer = one.agreement
    if answer is None or answer.answer == Agreement.ALONE:
        alone = answer is not None and not one.agreed_by
        return say("story.alone") if alone else one.agreed_by
    if answer.answer == Agreement.ASKED:
        return say("story.asked")
    code = "story.agreed" if answer.answer == Agreement.AGREED else "story.disagreed"
    return " ".join(filter(None, (say(code, name=answer.recorded_by), answer.reason)))


def _extension(one: DecisionView) -> str:
    extension = one.extension
    if not extension.number:
        return ""
    return say("story.extension", number=extension.number, day=_day(extension.since))


def _review(one: DecisionView, following: DecisionView | None) -> str:
    """Return the day on which somebody had to look again, and whether that was done in time."""
    if one.review_on is None:
        return ""
    day, looked = display_day(one.review_on), _decided_on(following) if following else None
    if looked is None:
        return day
    late = (looked - one.review_on).days
    if late > 0:
        return say("story.reviewed_late", day=day, done=display_day(looked), days=late)
    return say("story.reviewed", day=day, done=display_day(looked))


def _decided_on(one: DecisionView) -> date | None:
    return one.decided_on or (None if one.historic else one.recorded_at.astimezone().date())


def _day(day: date | None) -> str:
    return display_day(day) if day else say("story.day_unknown")
