"""What is told: an opening, a few sentences of one scene, a worry and a next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.fiction.dice import Dice
from mhdesk.fiction.people import Somebody
from mhdesk.fiction.texts import Words, fill_in, load

# How somebody is spoken of: ze, haar, poss.
_PRONOUNS: Final = {
    "female": ("zij", "haar", "haar"),
    "male": ("hij", "hem", "zijn"),
    UNKNOWN: ("betrokkene", "betrokkene", "diens"),
}
_ADULT: Final = 18
_OLDER: Final = 26
_NO_NATIONALITY: Final = frozenset({UNKNOWN, "stateless"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """Sentences that belong together, and about whom they can be."""

    forms: tuple[str, ...]
    sexes: tuple[str, ...]
    ages: range
    aggressors: tuple[str, ...]
    seen: tuple[str, ...]

    def fits(self, sex: str, age: int) -> bool:
        return age in self.ages and (not self.sexes or sex in self.sexes)


@cache
def _scenes(form: str) -> tuple[_Scene, ...]:
    return tuple(
        _Scene(
            forms=tuple(row["forms"]),
            sexes=tuple(row.get("sexes", ())),
            ages=range(row.get("youngest", 0), row.get("oldest", 120) + 1),
            aggressors=tuple(row["dader"]),
            seen=tuple(row["seen"]),
        )
        for row in load("narratives")["scene"]
        if form in row["forms"]
    )


@cache
def _places(form: str) -> Sequence[dict[str, list[str]]]:
    return [row for row in load("narratives")["place"] if form in row["forms"]]


@cache
def _common_words() -> Words:
    words: Words = load("narratives")["words"]
    return words


def tell(dice: Dice, signal: SignalDraft, about: Somebody | None) -> str:
    """Return the narrative of a signal: about one person, or about a place when that is None."""
    if about is None:
        return _tell_of_a_place(dice, signal)
    fitting = [scene for scene in _scenes(signal.form) if scene.fits(about.draft.sex, about.age)]
    scene = dice.pick(fitting or _scenes(UNKNOWN))
    words = {**_common_words(), **_persona(about), "dader": (dice.pick(scene.aggressors),)}
    endings = load("narratives")["endings"]
    sentences = [_opening(signal), *dice.some(scene.seen, dice.between(2, 4))]
    for kind, share in (("worry", 0.45), (f"wish_{signal.form}", 0.2), ("wish", 0.15), ("next", 0.6)):
        if dice.happens(share):
            sentences.append(dice.pick(endings.get(kind, endings["wish"])))
    return _joined(dice, sentences, words)


def _tell_of_a_place(dice: Dice, signal: SignalDraft) -> str:
    place = dice.pick(_places(signal.form))
    words = {**_common_words(), "wie": place["about"]}
    endings = load("narratives")["endings"]["next_place"]
    opening = "{bron_unknown} {weg_unknown} {wie}." if signal.discipline == "self" else _opening(signal)
    seen = dice.some(place["seen"], dice.between(2, 3))
    return _joined(dice, [opening, *seen, dice.pick(endings)], words)


def tell_of_advice(dice: Dice, form: str, discipline: str) -> str:
    """Return what somebody asked and which advice was given; nobody concerned is told about."""
    asked = dice.pick(_questions(form, discipline))
    ending = dice.pick(load("narratives")["endings"]["advice"])
    return _joined(dice, ["{Bron_" + discipline + "} " + asked, ending], _common_words())


@cache
def _questions(form: str, discipline: str) -> Sequence[str]:
    rows = load("narratives")["advice"]
    return [
        asked for row in rows if form in row["forms"] and discipline in row["by"] for asked in row["asked"]
    ]


def _opening(signal: SignalDraft) -> str:
    if signal.discipline == "self":
        return "{Wie} {weg_" + signal.channel + "} de eigen situatie."
    return "{Bron_" + signal.discipline + "} {weg_" + signal.channel + "} {wie}."


def _joined(dice: Dice, sentences: Sequence[str], words: Words) -> str:
    return " ".join(fill_in(sentence, words, dice) for sentence in sentences if sentence)


def _persona(about: Somebody) -> dict[str, Sequence[str]]:
    """Return the words that follow from who somebody is."""
    sex = about.draft.sex if about.draft.sex in _PRONOUNS else UNKNOWN
    ze, haar, poss = _PRONOUNS[sex]
    return {"ze": (ze,), "haar": (haar,), "poss": (poss,), **_spoken_of(sex, about)}


def _spoken_of(sex: str, about: Somebody) -> dict[str, Sequence[str]]:
    known = load("narratives")["about"]
    if sex == UNKNOWN:
        return {"wie": known["someone"]}
    names = ("girl", "young_woman", "woman") if sex == "female" else ("boy", "young_man", "man")
    wie = known[names[(about.age >= _ADULT) + (about.age >= _OLDER)]]
    if about.draft.nationality in _NO_NATIONALITY:
        return {"wie": [phrase for phrase in wie if "{" not in phrase]}
    return {"wie": wie, "landaard": (vocabulary("nationalities")[about.draft.nationality].nl,)}
