"""What can be chosen from the vocabularies, as the fields of this area show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.vocabulary import UNKNOWN, Term, vocabulary
from mhdesk.gui.words import sentence_case

Options = list[tuple[str, str]]


def label(name: str, code: str) -> str:
    """Return the word for a code with a capital in front."""
    return sentence_case(vocabulary(name).label(code))


def _pairs(terms: Iterable[Term]) -> Options:
    return [(term.code, sentence_case(term.label())) for term in terms]


def options(name: str, *, without: Iterable[str] = ()) -> Options:
    """Return (code, label) of a whole vocabulary in its own order."""
    left_out = frozenset(without)
    return _pairs(term for term in vocabulary(name) if term.code not in left_out)


def municipalities(counted: Iterable[str], on: date | None = None) -> Options:
    """Return the municipalities that a registry counts, then elsewhere and unknown.

    With ``on`` only those that existed on that day.
    """
    wanted = frozenset(counted) | NO_MUNICIPALITY
    terms = (term for term in vocabulary("municipalities") if term.code in wanted)
    return _pairs(term for term in terms if on is None or term.is_valid_on(on))


def legal_grounds(organisation_type: str) -> Options:
    """Return the legal grounds for waiting that bind this type of organisation."""
    terms = (term for term in vocabulary("legal_grounds") if term.code != UNKNOWN)
    return _pairs(term for term in terms if term.get("binds", organisation_type) == organisation_type)
