"""Words in what was weighed and answered about signals: read when somebody asks, for it stands in no index.

What is destroyed or corrected is so never found again, and nothing has to be made anew for it.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from sqlalchemy import Connection

from mhdesk.domain import phones
from mhdesk.domain.finding import Sought, sought
from mhdesk.domain.references import parse_reference
from mhdesk.domain.text import fold
from mhdesk.store.fulltext import noted_numbers

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
MOST_READ: Final = 1_000
"""Rows of each kind that are looked through, the newest of them: with long texts that takes 40 ms."""

_QUESTIONS: Final = (
    "SELECT signal_id, reasoning FROM triage ORDER BY id DESC LIMIT ?",
    "SELECT signal_id, reason FROM routing ORDER BY id DESC LIMIT ?",
    """SELECT i.signal_id, concat_ws(char(10), d.reasoning, d.consulted, d.told,
        (SELECT group_concat(value, char(10)) FROM json_each(nullif(d.weighing, ''))))
    FROM inform_decision d JOIN involvement i ON i.id = d.involvement_id ORDER BY d.id DESC LIMIT ?""",
    """SELECT i.signal_id, a.reason FROM inform_agreement a JOIN inform_decision d ON d.id = a.decision_id
    JOIN involvement i ON i.id = d.involvement_id ORDER BY a.id DESC LIMIT ?""",
    "SELECT signal_id, concat_ws(char(10), note, basis_note, answer) FROM referral ORDER BY id DESC LIMIT ?",
    """SELECT r.signal_id, concat_ws(char(10), a.answer, a.place)
    FROM referral_answer a JOIN referral r ON r.id = a.referral_id ORDER BY a.id DESC LIMIT ?""",
)


def signals_with(connection: Connection, typed: str) -> set[int]:
    """Return the signals in whose triages, routes, decisions on informing or referrals all typed words stand together.

    Words count as beginnings, a telephone number in any notation. Who types a reference looks for that record.
    """
    asked = sought(typed)
    if asked is None or parse_reference(typed):
        return set()
    rows = (row for one in _QUESTIONS for row in connection.exec_driver_sql(one, (MOST_READ,)))
    if asked.digits:
        return {number for number, told in rows if _has_number(told, asked.digits)}
    # As `fold`, only of what has accents: most letters have none, and there are thousands of texts.
    pieces: dict[str, str] = {}
    return {
        number
        for number, told in rows
        if _has_words(_BEYOND_ASCII.sub(partial(_folded, pieces), told.lower()), asked)
    }


def _has_words(folded: str, asked: Sought) -> bool:
    if not all(word in folded for word in asked.words):
        return False
    begun = folded.replace("_", " ")
    return all(re.search(rf"\b{word}", begun) for word in asked.words)


def _folded(known: dict[str, str], found: re.Match[str]) -> str:
    piece = found[0]
    return known[piece] if piece in known else known.setdefault(piece, fold(piece))


def _has_number(told: str, digits: str) -> bool:
    return any(digits in form for one in noted_numbers(told) for form in phones.search_forms(one))
