from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from mhdesk import resources
from mhdesk.errors import InputError
from mhdesk.exchange import spreadsheets
from mhdesk.exchange.imported import Spreadsheet
from tests.exchange.books import DATA, TODAY, codes, notes, xlsx, xlsx_of

LISTS = ["signalen-2019.xlsx", "signalen-2019.csv"]
HEADER = ["Datum", "Naam", "Vorm"]


def read(name: str) -> Spreadsheet:
    return spreadsheets.read(DATA / name, TODAY)


@pytest.mark.parametrize("name", LISTS)
def test_all_36_of_2019_come_out_with_the_published_forms(name: str) -> None:
    signals = read(name).signals
    assert Counter(signal.signal.form for signal in signals) == {
        "sexual_exploitation": 25,
        "labour_exploitation": 7,
        "criminal_exploitation": 3,
        "forced_marriage": 1,
    }
    assert {signal.signal.received_on[:4] for signal in signals} == {"2019"}
    assert "unknown" not in {signal.signal.municipality for signal in signals}
    assert "unknown" not in {signal.signal.discipline for signal in signals}


def test_the_workbook_of_2019_is_understood_cell_by_cell() -> None:
    sheet = read("signalen-2019.xlsx")
    assert (sheet.columns.header_row, sheet.skipped, sheet.problems) == (3, (41,), ())
    assert "note" not in sheet.columns.fields


def test_the_csv_of_2019_only_lost_letters() -> None:
    sheet = read("signalen-2019.csv")
    assert (sheet.columns.header_row, sheet.skipped) == (1, ())
    assert [problem.row for problem in sheet.problems] == [4, 7, 11, 12, 15, 16, 17, 19, 25, 28]
    told = {(problem.column, problem.code) for problem in sheet.problems}
    assert told == {("Naam slachtoffer", "import.letter_lost")}


def test_both_files_of_2019_say_the_same_but_for_the_lost_letters() -> None:
    for one, two in zip(read(LISTS[0]).signals, read(LISTS[1]).signals, strict=True):
        pairs = zip(one.signal.persons, two.signal.persons, strict=True)
        assert [draft for _, draft in one.decisions] == [draft for _, draft in two.decisions]
        assert one.referrals == two.referrals
        assert (one.signal.received_on, one.signal.status) == (two.signal.received_on, two.signal.status)
        assert all(a.phone == b.phone and a.nationality == b.nationality for a, b in pairs)


def test_the_decisions_of_2019_are_those_that_somebody_wrote_down() -> None:
    signals = read(LISTS[0]).signals
    cells = Counter((draft.choice, draft.ground) for signal in signals for _, draft in signal.decisions)
    assert cells == {
        ("inform", ""): 25,
        ("not_yet", "police_investigation"): 10,
        ("not_yet", "safety_victim"): 11,
    }
    assert sum("nee" in notes(signal).values() for signal in signals) == 4


def test_the_hard_cells_of_2019() -> None:
    by_number = {notes(signal)["Nr."]: signal for signal in read(LISTS[0]).signals}
    assert by_number["10"].signal.persons[0].first_names == "Đorđe"
    assert by_number["15"].signal.received_on == "2019-03-25"
    assert by_number["19"].signal.persons[0].last_name == "van den Berg"
    assert by_number["24"].signal.narrative == "=geen formule"
    assert by_number["4"].referrals[0][1].organisation_name == "AVIM"
    assert by_number["33"].signal.municipality == "GM0457"
    assert by_number["5"].signal.persons[0].birth == "ca. 18 jr"


@pytest.mark.parametrize("name", LISTS)
def test_reading_a_file_twice_gives_the_same_36_fingerprints(name: str) -> None:
    first, second = ([signal.fingerprint for signal in read(name).signals] for _ in range(2))
    assert first == second
    assert len(set(first)) == 36


def test_a_second_list_in_the_same_file_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        for name in ("2019", "2020"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEADER)
            sheet.write_row(1, 0, [f"1-1-{name}", "Merel", "arbeid"])

    sheet = spreadsheets.read(xlsx(tmp_path / "a.xlsx", fill), TODAY)
    assert (sheet.name, len(sheet.signals)) == ("2019", 1)
    assert [(problem.column, problem.code) for problem in sheet.problems] == [("2020", "import.other_table")]


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        spreadsheets.read(xlsx_of(tmp_path / "a.xlsx", [[], HEADER]), TODAY)
    assert caught.value.code == "import.no_rows"


def test_a_mapping_and_known_organisations_are_used(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "a.xlsx", [["Binnen", "Naar"], ["1-2-2019", "Stichting Nergens"]])
    sheet = spreadsheets.read(
        path, TODAY, {"binnen": "received_on", "naar": "referred_to"}, ["Stichting Nergens"]
    )
    (signal,) = sheet.signals
    assert signal.signal.received_on == "2019-02-01"
    assert (codes(signal), signal.referrals[0][1].organisation_name) == ([], "Stichting Nergens")


def test_every_sentence_of_the_import_is_used_and_there() -> None:
    exchange = Path(spreadsheets.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in exchange.glob("*.py"))
    used = set(re.findall(r'"import\.(\w+)"', source))
    for language in ("nl", "en"):
        text = resources.path("i18n", "messages", language, "import.toml").read_text(encoding="utf-8")
        assert set(tomllib.loads(text)) == used
