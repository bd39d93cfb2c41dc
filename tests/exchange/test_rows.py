from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.informing import Choice
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.exchange.columns import choose_table
from mhdesk.exchange.imported import ImportedSignal
from mhdesk.exchange.organisations import Organisations
from mhdesk.exchange.rows import read_rows
from mhdesk.exchange.workbook import Sheet
from tests.exchange.books import TODAY, codes, notes, row_of, rows_of

FIELDS = [field for field in vocabulary("spreadsheet_columns").codes() if field != "received_on"]
USUAL = [
    *(
        "ja",
        "nee",
        "nog niet",
        "nog niet - onveilig",
        "nog niet: wacht op tolk",
        "ja, 12-3-2019",
        "ja?",
        "onbekend",
    ),
    *(
        "ca. 24 jr",
        "31-02-2019",
        "1-1-2030",
        "mei 2004",
        "0612345678",
        "06-12345678 / 06-87654321",
        "GGZ / Moviera",
    ),
    *(
        "Weesp",
        "Hilversum",
        "seksueel/crimineel",
        "van den Berg",
        "?erban",
        "V",
        "NL",
        "-",
        "?",
        "afgesloten",
        "=1+1",
    ),
    *("x" * 201, "y" * (LONGEST_TEXT + 1), "12-10-2019 14:30", "36", "Totaal"),
]
CELLS = st.sampled_from(USUAL) | st.text(max_size=15).map(clean)


def decisions(signal: ImportedSignal) -> dict[str, tuple[str, str]]:
    persons = signal.signal.persons
    return {persons[index].role: (draft.choice, draft.ground) for index, draft in signal.decisions}


# --- what is understood -----------------------------------------------------------------------------


def test_a_whole_row_becomes_a_signal_with_a_person_a_decision_and_a_referral() -> None:
    read = row_of(
        form="Seksuele uitbuiting",
        municipality="Hilversum",
        source="school (vo)",
        victim_name="Tomasz van den Berg",
        birth="ca. 17 jr",
        sex="m",
        nationality="Vietnamese",
        phone="06-12349971",
        victim_informed="ja",
        aggressor_informed="nog niet - politieonderzoek",
        referred_to="Inspectie SZW",
        status="loopt",
        remarks="komt bij twee adressen voor",
    )
    signal, victim = read.signal, read.signal.persons[0]
    assert (signal.kind, signal.channel, signal.received_on) == ("signal", "spreadsheet", "2019-10-12")
    assert (signal.form, signal.municipality, signal.discipline) == (
        "sexual_exploitation",
        "GM0402",
        "school",
    )
    assert (signal.organisation, signal.narrative) == ("school (vo)", "komt bij twee adressen voor")
    assert (victim.first_names, victim.last_name, victim.birth) == ("Tomasz", "van den Berg", "ca. 17 jr")
    assert (victim.sex, victim.nationality, victim.phone) == ("male", "VN", "06-12349971")
    assert decisions(read) == {VICTIM: ("inform", ""), AGGRESSOR: ("not_yet", "police_investigation")}
    assert [(about, draft.organisation_name) for about, draft in read.referrals] == [
        (0, "Nederlandse Arbeidsinspectie")
    ]
    assert not read.problems


@pytest.mark.parametrize(
    ("status", "code", "closed"),
    [
        ("afgesloten", "closed", True),
        ("overgedragen", "handed_over", True),
        ("loopt", "open", False),
        ("", "open", False),
    ],
)
def test_only_what_is_still_open_is_to_be_looked_through(status: str, code: str, closed: bool) -> None:
    read = row_of(status=status)
    assert (read.signal.status, read.closed, read.to_review) == (code, closed, not closed)


@pytest.mark.parametrize("cell", ["", "nee", "Nee.", "onbekend", "n.v.t.", "-", "niet geïnformeerd"])
def test_no_or_blank_is_undecided_and_kept(cell: str) -> None:
    read = row_of(victim_name="Merel Jansen", victim_informed=cell, aggressor_informed=cell)
    assert read.decisions == ()
    assert [person.role for person in read.signal.persons] == [VICTIM]
    assert set(notes(read).values()) == ({cell} if cell else set())
    assert codes(read) == []


@pytest.mark.parametrize("cell", ["ja", "JA", "Ja ", "waar", "geïnformeerd"])
def test_yes_is_a_historic_decision_of_which_the_day_is_not_known(cell: str) -> None:
    ((_, decision),) = row_of(victim_name="Merel", victim_informed=cell).decisions
    assert (decision.choice, decision.historic) == (Choice.INFORM, True)
    assert (decision.informed_on, decision.informed_how) == ("", "volgens de spreadsheet")


def test_yes_with_a_day_keeps_the_day() -> None:
    ((_, decision),) = row_of(victim_name="Merel", victim_informed="ja, op 3 nov 2019").decisions
    assert decision.informed_on == "2019-11-03"


@pytest.mark.parametrize(
    ("cell", "ground"),
    [
        ("nog niet - politieonderzoek", "police_investigation"),
        ("Nog niet (onveilig)", "safety_victim"),
        ("nog  niet: veiligheid van anderen", "safety_others"),
    ],
)
def test_not_yet_with_a_known_reason_is_a_decision(cell: str, ground: str) -> None:
    read = row_of(aggressor_informed=cell)
    assert decisions(read) == {AGGRESSOR: ("not_yet", ground)}
    assert codes(read) == []


def test_not_yet_with_another_reason_keeps_the_reason_in_its_words() -> None:
    read = row_of(victim_name="Merel", victim_informed="nog niet - wacht op tolk")
    assert decisions(read) == {VICTIM: ("not_yet", "other")}
    assert read.decisions[0][1].reasoning == "wacht op tolk"
    assert codes(read) == ["ground_unknown"]


def test_an_aggressor_without_a_name_is_an_involvement_without_a_person() -> None:
    read = row_of(aggressor_informed="ja")
    (aggressor,) = read.signal.persons
    assert aggressor.role == AGGRESSOR
    assert aggressor.is_blank()
    assert read.signal.narrative


def test_a_decision_about_a_victim_without_a_name_makes_one_without_a_person() -> None:
    read = row_of(victim_informed="ja", aggressor_informed="ja")
    assert [person.role for person in read.signal.persons] == [VICTIM, AGGRESSOR]
    assert [index for index, _ in read.decisions] == [0, 1]


def test_a_time_beside_the_day_is_the_time_of_receipt() -> None:
    assert row_of("12-10-2019 14:30").signal.received_time == "14:30"
    assert row_of(received_time="14u05").signal.received_time == "14:05"


def test_names_in_three_columns_are_joined() -> None:
    (victim,) = row_of(first_names="Tomasz", name_prefix="van den", last_name="Berg").signal.persons
    assert (victim.first_names, victim.last_name) == ("Tomasz", "van den Berg")


def test_an_age_in_its_own_column_stands_in_for_the_birth() -> None:
    assert row_of(age="24").signal.persons[0].birth == "24"
    both = row_of(age="24", birth="12-05-1995")
    assert both.signal.persons[0].birth == "12-05-1995"
    assert notes(both) == {"leeftijd": "24"}


def test_several_forms_are_main_form_and_other_forms() -> None:
    signal = row_of(form="seksueel en crimineel / arbeid").signal
    assert (signal.form, signal.other_forms) == (
        "sexual_exploitation",
        ["criminal_exploitation", "labour_exploitation"],
    )


def test_several_organisations_are_several_referrals() -> None:
    found = row_of(referred_to="Moviera / politie/AVIM").referrals
    assert [(about, draft.organisation_name) for about, draft in found] == [(None, "Moviera"), (None, "AVIM")]


def test_a_number_and_a_column_without_a_field_are_kept_as_notes() -> None:
    read = row_of(number="17", schoenmaat="38")
    assert notes(read) == {"nummer": "17", "schoenmaat": "38"}
    assert read.notes[0].origin() == "rij 2, kolom nummer"


def test_remarks_are_told_and_kept_as_a_note() -> None:
    read = row_of(remarks="let op: niet bellen voor 18u")
    assert read.signal.narrative == "let op: niet bellen voor 18u"
    assert notes(read) == {"opmerkingen": "let op: niet bellen voor 18u"}
    assert read.signal.persons == []


def test_a_description_goes_before_the_remarks() -> None:
    read = row_of(narrative="gezien bij school", remarks="zie ook nr 3")
    assert read.signal.narrative == "gezien bij school"
    assert notes(read) == {"opmerkingen": "zie ook nr 3"}


@pytest.mark.parametrize(
    ("source", "organisation"), [("burger", ""), ("politie", ""), ("Scharlaken Koord", "Scharlaken Koord")]
)
def test_a_source_keeps_its_spelling_when_it_says_more_than_its_discipline(
    source: str, organisation: str
) -> None:
    assert row_of(source=source).signal.organisation == organisation


# --- what is not understood -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("source", "de buurvrouw", "source_unknown"),
        ("form", "iets met geld", "form_unknown"),
        ("form", "seksueel / iets", "form_unknown"),
        ("municipality", "Atlantis", "municipality_unknown"),
        ("birth", "31-02-1999", "birth_unreadable"),
        ("birth", "12-10-2020", "birth_unreadable"),
        ("birth", "jong", "birth_unreadable"),
        ("sex", "q", "sex_unknown"),
        ("nationality", "Marsiaanse", "nationality_unknown"),
        ("phone", "06-12345678 / 06-87654321", "phone_unreadable"),
        ("victim_informed", "ja?", "informed_unclear"),
        ("victim_informed", "misschien", "informed_unclear"),
        ("victim_informed", "ja, op 3 nov 2031", "informed_unclear"),
        ("aggressor_informed", "nog niet", "not_yet_without_reason"),
        ("aggressor_informed", "nog niet geïnformeerd", "not_yet_without_reason"),
        ("referred_to", "Stichting Nergens", "organisation_unknown"),
        ("status", "in de la", "status_unknown"),
        ("received_time", "25:00", "time_unreadable"),
        ("victim_name", "n" * 201, "too_long"),
        ("safe_contact", "n" * 20_001, "too_long"),
        ("remarks", "n" * 20_001, "too_long"),
    ],
)
def test_a_cell_that_is_not_understood_is_listed_and_kept(field: str, cell: str, code: str) -> None:
    read = row_of(**{field: cell})
    (problem,) = read.problems
    label = vocabulary("spreadsheet_columns").label(field)
    assert (problem.row, problem.column, problem.code, problem.text) == (2, label, f"import.{code}", cell)
    assert "".join(note.text for note in read.notes) == cell
    assert cell not in problem.message()
    assert cell not in repr(read)


def test_a_lost_letter_is_listed_and_the_name_taken_as_it_is() -> None:
    read = row_of(victim_name="Nguy?n Th? Lan Visser")
    assert codes(read) == ["letter_lost"]
    assert read.signal.persons[0].first_names == "Nguy?n Th? Lan"


@pytest.mark.parametrize(
    ("cell", "day", "code"),
    [
        ("", "2026-03-31", "received_unreadable"),
        ("gisteren", "2026-03-31", "received_unreadable"),
        ("31-02-2019", "2026-03-31", "received_unreadable"),
        ("24", "2026-03-31", "received_unreadable"),
        ("1-1-1019", "2026-03-31", "received_unreadable"),
        ("1-4-2026", "2026-03-31", "received_in_future"),
        ("mei 2019", "2019-05-01", "received_partly"),
        ("2019", "2019-01-01", "received_partly"),
    ],
)
def test_a_row_without_a_whole_day_still_becomes_a_signal_to_look_through(
    cell: str, day: str, code: str
) -> None:
    read = row_of(cell, form="arbeid", status="afgesloten")
    assert read.signal.received_on == day
    assert codes(read) == [code]
    assert read.to_review
    assert "".join(note.text for note in read.notes) == cell


def test_an_age_is_not_counted_back_from_a_day_that_nobody_wrote_down() -> None:
    read = row_of("", victim_name="Merel", birth="ca. 24 jr")
    assert read.signal.persons[0].birth == ""
    assert codes(read) == ["received_unreadable", "age_without_day"]


def test_a_municipality_that_had_left_the_region_is_unknown() -> None:
    assert row_of("12-10-2019", municipality="Weesp").signal.municipality == "GM0457"
    after = row_of("12-10-2023", municipality="Weesp")
    assert (after.signal.municipality, codes(after)) == ("unknown", ["municipality_not_then"])


@given(st.dictionaries(st.sampled_from(FIELDS), CELLS, min_size=1), CELLS)
def test_whatever_stands_in_the_cells_is_a_valid_draft_or_a_kept_problem(
    row: dict[str, str], day: str
) -> None:
    signals, _, _ = rows_of([{"received_on": day, **row}])
    for read in signals:
        assert read.signal.validate(TODAY) == []
        assert [draft.validate(TODAY) for _, draft in read.decisions] == [[]] * len(read.decisions)
        assert [draft.validate(TODAY) for _, draft in read.referrals] == [[]] * len(read.referrals)
        kept: dict[str, str] = {}
        for note in read.notes:
            kept[note.column] = kept.get(note.column, "") + note.text
        assert all(not problem.text or kept[problem.column] == problem.text for problem in read.problems)


@given(st.dictionaries(st.sampled_from(FIELDS), CELLS, min_size=1))
def test_no_row_disappears_in_silence(row: dict[str, str]) -> None:
    signals, problems, skipped = rows_of([row])
    assert len(signals) + len(problems) + len(skipped) == int(any(row.values()))


# --- which rows are signals -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        {"number": "Totaal", "form": "36"},
        {"number": "Totaal: 36"},
        {"received_on": "Totaal", "form": "36"},
        {"victim_name": "Subtotaal", "form": "12"},
        {"form": "36"},
        {"number": "37"},
        {"received_on": "datum melding", "form": "vorm van uitbuiting", "number": "nummer"},
    ],
)
def test_totals_prepared_numbers_and_repeated_headers_are_skipped(row: dict[str, str]) -> None:
    signals, problems, skipped = rows_of([{"number": "1", "received_on": "1-1-2019"}, {}, row])
    assert ([read.row for read in signals], problems, skipped) == ([2], [], [4])


@pytest.mark.parametrize(
    "row",
    [
        {"number": "1", "phone": "0612345678"},
        {"number": "1", "age": "24"},
        {"received_on": "1-1-2019"},
        {"victim_name": "Som"},
        {"victim_name": "Merel Totaal"},
        {"remarks": "totaal drie auto's gezien"},
    ],
)
def test_a_row_that_says_anything_about_somebody_is_a_signal(row: dict[str, str]) -> None:
    signals, problems, skipped = rows_of([row])
    assert (len(signals), problems, skipped) == (1, [], [])


def test_a_footnote_is_told_and_not_taken_in() -> None:
    signals, (problem,), _ = rows_of(
        [{"received_on": "1-1-2019"}, {"number": "bijgewerkt door de ketenregisseur"}]
    )
    assert len(signals) == 1
    assert (problem.row, problem.column, problem.code) == (3, "nummer", "import.not_a_signal")


def test_a_formula_without_a_value_is_listed_even_in_a_row_that_is_empty_without_it() -> None:
    rows = (("datum", "naam"), ("1-1-2019", ""), ())
    valueless = frozenset({(0, 9), (1, 1), (2, 1)})
    sheet, columns = choose_table([Sheet("lijst", "xlsx", rows, valueless)], {})
    signals, problems, _ = read_rows(sheet, columns, TODAY, Organisations())
    told = [*signals[0].problems, *problems]
    assert [(problem.row, problem.column) for problem in told] == [(2, "naam"), (3, "naam")]


# --- the same row again -----------------------------------------------------------------------------


def test_the_same_row_has_the_same_fingerprint_wherever_it_stands() -> None:
    row, other = {"received_on": "1-1-2019", "remarks": "een  auto"}, {"received_on": "2-1-2019"}
    (first, _), (_, second) = rows_of([row, other])[0], rows_of([other, {**row, "remarks": "Een auto"}])[0]
    assert first.fingerprint == second.fingerprint


def test_the_order_of_the_columns_does_not_matter() -> None:
    tables = (
        (("Datum", "Naam", "Vorm"), ("1-1-2019", "Daan", "arbeid")),
        (("Vorm", "Datum", "Naam"), ("arbeid", "1-1-2019", "Daan")),
    )
    prints = set()
    for rows in tables:
        sheet, columns = choose_table([Sheet("lijst", "csv", rows)], {})
        ((read,), _, _) = read_rows(sheet, columns, TODAY, Organisations())
        prints.add(read.fingerprint)
    assert len(prints) == 1


def test_equal_rows_of_one_file_are_two_signals() -> None:
    row = {"received_on": "1-1-2019", "form": "arbeid"}
    prints = [read.fingerprint for read in rows_of([row, row])[0]]
    assert len(set(prints)) == 2
    assert prints == [read.fingerprint for read in rows_of([row, row])[0]]


@given(st.sampled_from(FIELDS), CELLS, CELLS)
def test_another_cell_is_another_fingerprint(field: str, one: str, two: str) -> None:
    first, second = (rows_of([{"received_on": "1-1-2019", field: cell}])[0][0] for cell in (one, two))
    equal = " ".join(one.split()).casefold() == " ".join(two.split()).casefold()
    assert (first.fingerprint == second.fingerprint) == equal
