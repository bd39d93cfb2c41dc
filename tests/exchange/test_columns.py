from __future__ import annotations

from pathlib import Path

import pytest

from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.exchange.columns import choose_table, find_columns, letters, read_mapping
from mhdesk.exchange.workbook import Sheet
from mhdesk.wording import say


def sheet(*rows: tuple[str, ...], name: str = "blad") -> Sheet:
    return Sheet(name, "csv", rows)


def mapping_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "kolommen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_header_stands_below_titles() -> None:
    rows = [
        ("Gemeente", "Hilversum"),
        (),
        ("Nr.", "Datum melding", "Gemeente", "Kleur"),
        ("1", "1-1-2019", "", "rood"),
    ]
    columns = find_columns(rows, {})
    assert columns
    assert (columns.header_row, columns.fields) == (3, ("number", "received_on", "municipality", "note"))


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Geb.datum", "birth"),
        ("m/v", "sex"),
        ("Vorm v. uitbuiting", "form"),
        ("SLACHTOFFER GEINFORMEERD", "victim_informed"),
        ("Pleger geïnformeerd?", "aggressor_informed"),
        ("Bron / melder", "source"),
        ("Doorverwezen naar:", "referred_to"),
        ("Referred to", "referred_to"),
        ("schoenmaat", "note"),
        ("", "note"),
    ],
)
def test_headers_are_known_in_their_usual_spellings(header: str, field: str) -> None:
    columns = find_columns([("Datum", "Status", header)], {})
    assert columns
    assert columns.fields[2] == field


def test_the_second_column_for_one_field_becomes_a_note() -> None:
    columns = find_columns([("Datum", "Naam", "Betrokkene")], {})
    assert columns
    assert columns.fields == ("received_on", "victim_name", "note")


def test_a_mapping_goes_before_every_guess() -> None:
    columns = find_columns(
        [("Datum", "Naam", "Werkelijk binnen")], {"werkelijk binnen": "received_on", "naam": "note"}
    )
    assert columns
    assert columns.fields == ("note", "note", "received_on")


def test_a_column_without_a_header_has_its_letters() -> None:
    columns = find_columns([("Datum", "", "Status")], {})
    assert columns
    assert (columns.name(0), columns.name(1), columns.name(30)) == ("Datum", "kolom B", "kolom AE")
    assert [letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_first_sheet_with_a_dated_table_is_chosen() -> None:
    sheets = [sheet(("uitleg",)), sheet(("Naam", "Status")), sheet(("Naam", "Datum"), name="lijst")]
    assert choose_table(sheets, {})[0].name == "lijst"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((("a", "b"), ("1", "2")), "header_missing"),
        ((("Datum", "kleur"),), "header_missing"),
        ((*((),) * 50, ("Datum", "Naam")), "header_missing"),
        ((("Naam", "Gemeente"), ("Daan", "Laren")), "day_column_missing"),
    ],
)
def test_a_table_that_is_not_known_is_refused_with_what_was_looked_for(
    rows: tuple[tuple[str, ...], ...], code: str
) -> None:
    with pytest.raises(InputError) as caught:
        choose_table([sheet(*rows)], {})
    assert caught.value.code == f"import.{code}"
    assert "datum melding" in say(caught.value.code, **caught.value.params)


@pytest.mark.parametrize("text", ['"Binnen" = "received_on"\n', '[columns]\n"Binnen" = "received_on"\n'])
def test_a_mapping_file_names_the_field_of_a_header(tmp_path: Path, text: str) -> None:
    assert read_mapping(mapping_file(tmp_path, text)) == {"binnen": "received_on"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"Binnen" = "ontvangen"', "mapping_field_unknown"),
        ('"Binnen" = 3', "mapping_unreadable"),
        ("columns = 3", "mapping_unreadable"),
        ("a = " + "[" * 40_000, "mapping_unreadable"),
        ("Binnen: received_on", "mapping_unreadable"),
    ],
)
def test_a_mapping_that_cannot_be_right_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_mapping(mapping_file(tmp_path, text))
    assert caught.value.code == f"import.{code}"
    assert say(caught.value.code, **caught.value.params)


def test_a_mapping_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_mapping(tmp_path / "weg.toml")
    assert caught.value.code == "import.file_unreadable"


def test_a_mapped_header_that_is_nowhere_is_said() -> None:
    with pytest.raises(InputError) as caught:
        choose_table([sheet(("Datum", "Naam"))], {"binen": "received_on"})
    assert caught.value.code == "import.mapping_header_missing"


def test_every_field_can_be_found_by_its_own_label() -> None:
    for term in vocabulary("spreadsheet_columns"):
        columns = find_columns([("Datum", "Status", term.nl), ("Datum", "Status", term.en)], {})
        assert columns
        assert term.code in columns.fields
