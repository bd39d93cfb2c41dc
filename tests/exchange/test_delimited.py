from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.errors import InputError
from mhdesk.exchange import delimited, guard

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_usual_encodings_are_told_apart(encoding: str) -> None:
    assert delimited.read("Naam;Geïnformeerd?\r\nDóra;ja\r\n".encode(encoding)) == (
        ("Naam", "Geïnformeerd?"),
        ("Dóra", "ja"),
    )


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_usual_separators_are_told_apart(separator: str) -> None:
    text = (
        separator.join(["Nr.", "Naam", "Opmerking"])
        + "\n"
        + separator.join(["1", "Daan", '"let op: a, b; c"'])
    )
    assert delimited.read(text.encode()) == (("Nr.", "Naam", "Opmerking"), ("1", "Daan", "let op: a, b; c"))


def test_empty_lines_count_as_rows() -> None:
    assert delimited.read(b"titel\n\nNr.;Datum\n") == (("titel",), (), ("Nr.", "Datum"))


def test_the_hint_of_excel_is_followed_and_counted() -> None:
    assert delimited.read(b"sep=,\r\nNr.,Naam;roepnaam\r\n") == ((), ("Nr.", "Naam;roepnaam"))


def test_a_cell_may_hold_lines_of_its_own() -> None:
    assert delimited.read(b'Nr.;Tekst\n1;"een\ntwee"\n2;drie\n')[1:] == (("1", "een\ntwee"), ("2", "drie"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Nr.;Naam\n1;\0\n", "import.csv_with_nuls"),
        ("Nr.;Naam\n".encode("utf-16-le"), "import.csv_with_nuls"),
        (b"Nr.;Naam\n1;\x81\x9d\n", "import.not_text"),
        (b'Nr.;Naam\n1;"Merel\n2;Daan\n', "import.csv_broken"),
        (b"x" * 200_000, "import.csv_broken"),
        (b"x;" * guard.MOST_COLUMNS, "import.too_many_cells"),
        (b"x\n" * (guard.MOST_ROWS + 1), "import.too_many_cells"),
        (b"Nr.;Tekst\n1;" + b"x" * (guard.LONGEST_CELL + 1), "import.cell_too_long"),
        (b";" * 5_000_000, "import.too_much"),
        (b'"\n";' * 1_000_000, "import.too_much"),
        (("Nr.;Tekst\n" + "x\n" * (guard.MOST_CHARACTERS // 2)).encode(), "import.too_much"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        delimited.read(content)
    assert caught.value.code == code


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=3, max_size=6))
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"] * 9, *rows])
    assert [list(row) for row in delimited.read(text.getvalue().encode())[1:]] == rows
