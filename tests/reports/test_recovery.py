from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
import segno

from mhdesk.reports.recovery import recovery_page
from mhdesk.vault.recovery import RecoveryKey, parse_recovery
from tests.reports import paper

KEY = RecoveryKey(bytes(range(100, 120)))
INK = (0x24, 0x21, 0x1E)


def page(name: str = "Heidestreek") -> bytes:
    return recovery_page(KEY.groups(), name, date(2026, 11, 23))


def test_the_groups_stand_there_in_order_and_can_be_typed_back() -> None:
    lines = paper.text_of(page()).splitlines()
    rows = [line.split() for line in lines if line[:2] in {"1 ", "3 ", "5 ", "7 "}]
    joined = ["".join(row) for row in rows]
    expected = [f"{n + 1}{KEY.groups()[n]}{n + 2}{KEY.groups()[n + 1]}" for n in (0, 2, 4, 6)]
    assert joined == expected
    assert parse_recovery(" ".join(part[1:6] + part[7:] for part in joined)) == KEY


def test_it_says_whose_key_it_is_since_when_and_where_to_keep_it() -> None:
    text = paper.text_of(page())
    for words in ("Herstelsleutel", "Heidestreek", "23-11-2026", "kluis", "Getest", "Handtekening"):
        assert words in text


def test_the_qr_code_is_that_of_the_groups() -> None:
    expected = segno.make_qr("-".join(KEY.groups()), error="q").matrix
    squares = paper.filled(page(), INK)
    side = squares[0][2]
    left, bottom = min(square[0] for square in squares), min(square[1] for square in squares)
    drawn = {(round((x - left) / side), round((y - bottom) / side)) for x, y, _, _ in squares}
    high = len(expected)
    assert drawn == {
        (along, high - 1 - down)
        for down, row in enumerate(expected)
        for along, dark in enumerate(row)
        if dark
    }


@pytest.mark.parametrize("name", ["Heidestreek", "W" * 200, "een lange naam " * 12])
def test_it_is_one_page_whatever_the_registry_is_called(name: str) -> None:
    assert paper.pages_of(page(name)) == 1


def test_metadata_say_title_and_language_and_nothing_else() -> None:
    with paper.opened(page()) as document:
        assert {key: str(value) for key, value in document.docinfo.items()} == {"/Title": "Herstelsleutel"}
        assert str(document.Root.Lang) == "nl"
        assert "/Metadata" not in document.Root


def test_the_key_is_in_no_description_or_bookmark() -> None:
    pdf = page()
    pages = [part for part in paper.streams_of(pdf) if b"BDC" in part]
    rest = b"".join(part for part in paper.streams_of(pdf) if part not in pages)
    assert not any(group.encode() in rest for group in KEY.groups())


def test_nothing_is_set_below_the_paper() -> None:
    with pypdfium2.PdfDocument(page("W" * 200)) as document:
        text = document[0].get_textpage()
        assert min(text.get_charbox(place)[1] for place in range(text.count_chars())) > 20


def test_the_same_key_gives_the_same_page() -> None:
    assert page() == page()
