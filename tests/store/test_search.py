"""Search: what is typed is words and nothing else, and the index says what the records say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import text

from mhdesk.desk import signals, verifying
from mhdesk.domain import phones
from mhdesk.domain.references import parse_reference
from mhdesk.domain.text import clean, fold
from mhdesk.store import search
from mhdesk.store.search import Document
from tests.desk.drafts import a_notification
from tests.store.trying import everything, undone

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.store.database import Connection, Database

CORPUS: Final = (
    Document(
        signal_id=1,
        reference="GV-2026-0001",
        narrative='Ze zei: "NIET bellen" (na 18u), col:x AND NOT near* ^begin.',
        names=("Łucja Verzonnen", "Nguyễn Thị Đào"),
        organisations=("Stichting Proefhuis",),
        phones=("+31612344202",),
    ),
    Document(
        signal_id=2,
        reference="GV-2026-0002",
        narrative="Aan de Straatweg, o'clock; 50% van het loon -- niets.",
        names=("Żaneta O'Voorbeeld-Şerban",),
        organisations=(),
        phones=("+40212345678",),
    ),
    Document(
        signal_id=3,
        reference="GV-2025-0117",
        narrative="",
        names=(),
        organisations=("Politie Gooi",),
        phones=(),
    ),
)
# Pieces of what the corpus holds, and everything that means something to the index.
PIECES: Final = (
    *(
        "niet",
        "NIET bell",
        "lucja",
        "Łuc",
        "nguyễn",
        "dao",
        "proef",
        "straat",
        "voorb",
        "oorbeel",
        "serban",
        "şer",
    ),
    *(
        "0612344202",
        "+31 6 1234",
        "344202",
        "06-12 34 42 02",
        "021",
        "2026",
        "0001",
        "gv",
        "GV-2026-0001",
        "gv 2026 2",
    ),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(",
        "words",
        "words:",
        "parts:",
        "rowid:",
        "col:x",
        "rank",
        "x",
        "o'clock",
    ),
    *(
        '"',
        "'",
        "(",
        ")",
        "*",
        "^",
        "-",
        "+",
        "{",
        "}",
        ":",
        ";",
        "--",
        "%",
        "_",
        "\\",
        "/*",
        "?",
        ":q0",
        "\0",
        "",
    ),
)
TYPED: Final = st.lists(st.sampled_from(PIECES), max_size=5).flatmap(
    lambda pieces: st.sampled_from([" ", "", "-", "."]).map(lambda between: between.join(pieces))
)


@pytest.fixture(scope="module")
def corpus(tables: Database) -> Database:
    """Return a database in which the three documents are indexed."""
    with tables.writing() as connection:
        search.index(connection, CORPUS)
    return tables


def found(connection: Connection, typed: str) -> set[int]:
    """Return the ids that ``typed`` finds."""
    question = search.matches(typed)
    return set(connection.execute(text(question[0]), question[1]).scalars()) if question else set()


def numbers(document: Document) -> list[str]:
    noted = [phones.normalise(run) for run in re.findall(r"[+0][\d -]+\d", document.narrative)]
    return [form for phone in (*document.phones, *filter(None, noted)) for form in phones.search_forms(phone)]


def holds(document: Document, words: list[str]) -> bool:
    """Say by plain means whether every word begins a word of the document, or is part of a name or number."""
    named = [document.reference, *document.names, *numbers(document)]
    said = re.findall(
        r"\w+", " ".join(fold(piece) for piece in (*named, *document.organisations, document.narrative))
    )
    begins = all(any(word.startswith(wanted) for word in said) for wanted in words)
    is_part = all(len(wanted) >= 3 and wanted in fold(" ".join(named)) for wanted in words)
    return begins or is_part


def as_words(typed: str) -> list[str]:
    return re.findall(r"\w+", fold(typed).replace("_", " "))


@given(typed=TYPED)
@example(typed="lucja AND NOT niet")
@example(typed='" OR "')
def test_what_is_found_holds_every_word_that_was_typed(corpus: Database, typed: str) -> None:
    words = as_words(typed)
    expected = {document.signal_id for document in CORPUS if words and holds(document, words)}
    hits = found(corpus.connection, typed)
    meant_otherwise = re.fullmatch(r"[+\d ()./-]+", clean(typed)) or parse_reference(typed)
    if not meant_otherwise:  # as a telephone number, or as the number of a signal
        assert hits == expected


@given(typed=st.text(max_size=60))
def test_nothing_that_can_be_typed_is_an_error_or_finds_what_shares_no_letter_with_it(
    corpus: Database, typed: str
) -> None:
    letters = set(fold(typed))
    for number in found(corpus.connection, typed):
        (document,) = (one for one in CORPUS if one.signal_id == number)
        said = fold(
            " ".join((document.reference, *document.names, *document.organisations, document.narrative))
        )
        assert letters & set(said) or any(letter.isdigit() for letter in letters)


@pytest.mark.parametrize(
    "typed", ["woord " * 70_000, "w" * 400_000, "zq " * 200_000, '"(' * 200_000, "9" * 400_000]
)
def test_a_page_pasted_into_the_field_is_answered_at_once(corpus: Database, typed: str) -> None:
    question = search.matches(typed)
    assert question is None or max(map(len, question[1].values())) < 3_000
    assert found(corpus.connection, typed) == set()


def test_what_is_pasted_around_a_word_does_not_hide_it(corpus: Database) -> None:
    assert found(corpus.connection, "\n  lucja" + " " * 1000) == {1}


# --- the index follows the records -----------------------------------------------------------------


def test_indexing_again_replaces(tables: Database) -> None:
    first = CORPUS[0]
    with undone(tables) as connection:
        search.index(connection, [first])
        search.index(connection, [replace(first, names=("Bas Bedacht",), phones=(), narrative="Anders.")])
        assert (
            found(connection, "lucja")
            == found(connection, "0612344202")
            == found(connection, "bellen")
            == set()
        )
        assert found(connection, "bedacht") == found(connection, "anders") == {1}
        for table in ("search_words", "search_parts"):
            assert (
                connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE rowid = 1").scalar_one() == 1
            )


def test_indexing_nothing_changes_nothing(corpus: Database) -> None:
    before = everything(corpus)
    search.index(corpus.connection, [])
    assert everything(corpus) == before


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_words WHERE rowid = 1",
        "DELETE FROM search_parts WHERE rowid = 2",
        "INSERT INTO search_words(rowid, words) VALUES (99, 'verdwaald')",
        "INSERT INTO search_parts(rowid, parts) VALUES (99, 'verdwaald')",
    ],
)
def test_a_signal_that_the_index_misses_or_has_too_many_is_found(desk: Desk, harm: str) -> None:
    signals.register(desk, a_notification())
    signals.register(desk, a_notification())
    assert search.integrity(desk.database.connection) == 0
    desk.database.connection.exec_driver_sql(harm)
    assert search.integrity(desk.database.connection) == 1
    assert [finding.code for finding in verifying.verify(desk)] == ["verify.search_index"]
