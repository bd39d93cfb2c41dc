"""Who is what of whom, and what that means for whom may be reached, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import relations
from mhdesk.domain.relations import Party
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.signals.naming import name_words


def relation_words(people: Mapping[int, InvolvementView], first: int, kind: str, second: int) -> str:
    """Return a relation as a sentence without its point: who is what of whom, by their involvements."""
    said = QCoreApplication.translate("Relations", "{name} is {kind} {other}")
    names = [name_words(people[number]) if number in people else "" for number in (first, second)]
    return said.format(name=names[0], kind=vocabulary(relations.KINDS).label(kind), other=names[1])


def parties(details: SignalDetails) -> list[Party]:
    """Return those concerned as the rules about relations look at them."""
    return relations.parties_of(details.involvements)


def warnings(details: SignalDetails, one: InvolvementView) -> list[str]:
    """Return what must be known before anything about somebody is done, a sentence each; mostly nothing."""
    here = parties(details)
    me = next(party for party in here if party.id == one.id)
    names = {person.id: name_words(person) for person in details.involvements}
    found = [
        _through_nobody(one, names[other.id]) for other in relations.unsafe_for(me, here, details.relations)
    ]
    if relations.in_both_roles(me, here, one.roles_elsewhere):
        found.append(_both_roles(one))
    return found


def questions(details: SignalDetails, one: InvolvementView) -> list[tuple[int, str]]:
    """Return of whom it is not known what they are of somebody though it must be: involvement and question."""
    here = parties(details)
    me = next(party for party in here if party.id == one.id)
    names = {person.id: name_words(person) for person in details.involvements}
    ask = QCoreApplication.translate("Relations", "Is {name} a parent or representative of {other}?")
    forms = {details.form, *details.other_forms}
    return [
        (other.id, ask.format(name=names[other.id], other=name_words(one)))
        for other in relations.unasked(me, here, details.relations, forms)
    ]


def unsafe_names(details: SignalDetails, people: Sequence[int]) -> list[str]:
    """Return the names of those through whom nothing about these people may run."""
    here = parties(details)
    names = {person.id: name_words(person) for person in details.involvements}
    found = [
        names[other.id]
        for me in here
        if me.id in people
        for other in relations.unsafe_for(me, here, details.relations)
    ]
    return list(dict.fromkeys(found))


def _through_nobody(one: InvolvementView, other: str) -> str:
    sentence = QCoreApplication.translate(
        "Relations",
        "Let nothing about {name} run through {other}: no word, no consent, no access. {other} is a parent or "
        "representative and stands here as aggressor.",
    )
    return sentence.format(name=name_words(one), other=other)


def _both_roles(one: InvolvementView) -> str:
    sentence = QCoreApplication.translate(
        "Relations",
        "{name} is a victim and an aggressor at once. Decide for each role by itself, and tell in the one "
        "nothing from the other.",
    )
    return sentence.format(name=name_words(one))
