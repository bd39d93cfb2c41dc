"""Publishing figures from a real registry: what stands in the files, and what cannot follow from them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import amending, counting, figure_files, figures, imports, signals
from mhdesk.disclosure import Rules
from mhdesk.domain.amending import signal_draft
from mhdesk.domain.figures import OUTSIDE
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.splits import DEFAULT_BY, parse_splits
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import InputError
from mhdesk.store import audit, counts, releases
from tests.desk.drafts import a_notification
from tests.reports import paper, readers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

SHEET = Path(__file__).resolve().parents[1] / "data" / "signalen-2019.xlsx"
YEAR = parse_period("2019")


@pytest.fixture
def full_desk(desk: Desk) -> Desk:
    """Return a desk with the 36 signals of 2019."""
    imports.take_in(desk, SHEET)
    return desk


def tables_of(made: figures.Published) -> list[Path]:
    """Return the CSV files of a publication."""
    return [path for path in made.files if path.suffix == ".csv"]


def published(
    desk: Desk, out: Path, period: str, by: Sequence[str] = DEFAULT_BY
) -> dict[str, dict[str, str]]:
    """Publish and return the count of each label, by table, as the files say it ("" is withheld)."""
    made = figures.publish(desk, parse_period(period), by, out, ("csv",))
    tables = {}
    for path, split in zip(tables_of(made), by, strict=True):
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        names = [name for name in rows[0] if name not in {"count", "status"}]
        tables[split.replace("*", "_by_")] = {
            " / ".join(row[name] for name in names): row["count"] for row in rows
        }
    return tables


def test_2019_shows_36_and_25_and_hides_what_follows(full_desk: Desk, tmp_path: Path) -> None:
    by_form = published(full_desk, tmp_path, "2019")["form"]
    assert by_form["Totaal"] == "36"
    assert by_form["seksuele uitbuiting"] == "25"
    assert {by_form[name] for name in ("arbeidsuitbuiting", "criminele uitbuiting", "uithuwelijking")} == {""}
    assert by_form["gedwongen orgaanverwijdering"] == "0"


def test_nothing_withheld_stands_in_any_file(full_desk: Desk, tmp_path: Path) -> None:
    made = figures.publish(full_desk, YEAR, DEFAULT_BY, tmp_path, figure_files.FORMATS)
    content = json.loads((tmp_path / "R-2026-001.json").read_text(encoding="utf-8"))
    cells = [cell for table in content["sections"][0]["tables"] for cell in table["cells"]]
    assert {cell["count"] for cell in cells if cell["status"] == "withheld"} == {None}
    assert made.suppressed == sum(cell["status"] == "withheld" for cell in cells) > 0
    assert made.cells == len(cells)


def test_every_file_of_a_publication_tells_the_same_and_bears_the_hash_of_the_ledger(
    full_desk: Desk, tmp_path: Path
) -> None:
    by = [*DEFAULT_BY, "form*municipality"]
    made = figures.publish(full_desk, YEAR, by, tmp_path, figure_files.FORMATS)
    written = {path.name: path.read_bytes() for path in made.files}
    told = [
        readers.from_json(written["R-2026-001.json"]),
        readers.from_html(written["R-2026-001.html"]),
        readers.from_xlsx(written["R-2026-001.xlsx"]),
        readers.from_package(written["datapackage.json"], written),
    ]
    kept = full_desk.database.connection.exec_driver_sql("SELECT hash FROM release").scalar_one()
    assert told == [told[0]] * 4
    assert told[0][1] == readers.hash_of(told[0][0]) == kept
    assert kept in paper.text_of(written["R-2026-001.pdf"])
    assert {
        cell["count"] for table in told[0][0]["sections"][0]["tables"] for cell in table["cells"]
    }.isdisjoint({1, 2, 3, 4})


def test_a_second_description_in_a_folder_bears_its_number(full_desk: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        figures.publish(full_desk, YEAR, ["form"], tmp_path, ("csv",))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "R-2026-001-vorm.csv",
        "R-2026-002-datapackage.json",
        "R-2026-002-vorm.csv",
        "datapackage.json",
    ]
    described = json.loads((tmp_path / "R-2026-002-datapackage.json").read_text(encoding="utf-8"))
    assert [each["path"] for each in described["resources"]] == ["R-2026-002-vorm.csv"]


def test_the_preview_says_why_the_seven_goes_along(full_desk: Desk) -> None:
    shown = figures.preview(full_desk, YEAR, ["form"])
    cells = {cell.labels[0]: cell for cell in shown.tables[0].cells}
    assert cells["arbeidsuitbuiting"].count == 7
    assert not cells["arbeidsuitbuiting"].small
    assert "criminele uitbuiting en uithuwelijking samen" in cells["arbeidsuitbuiting"].why
    assert cells["criminele uitbuiting"].why.startswith("Minder dan vijf.")
    assert cells["criminele uitbuiting"].small


def test_a_quarter_tells_nothing_more_beside_its_year(full_desk: Desk, tmp_path: Path) -> None:
    year = published(full_desk, tmp_path, "2019")
    half = published(full_desk, tmp_path, "2019-H2")
    assert half["form"]["Totaal"] == "25"
    for label, count in half["form"].items():
        if count and year["form"][label]:
            rest = int(year["form"][label]) - int(count)
            assert rest == 0 or rest >= 5, label


def test_the_same_period_again_shows_the_same_pattern(full_desk: Desk, tmp_path: Path) -> None:
    assert published(full_desk, tmp_path, "2019") == published(full_desk, tmp_path, "2019")


def test_a_correction_after_publication_is_not_published_as_a_difference(
    full_desk: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    before = published(full_desk, tmp_path, "2019")
    clock.go_on(days=1)
    late = SignalDraft(
        received_on="05-05-2019", form="forced_marriage", municipality="GM0417", narrative="Later."
    )
    signals.register(full_desk, late)
    assert "(het gaat om 1)" in figures.preview(full_desk, YEAR, DEFAULT_BY).remarks
    assert published(full_desk, tmp_path, "2019") == before
    half = published(full_desk, tmp_path, "2019-H1")["form"]
    assert half == published(full_desk, tmp_path, "2019-H1")["form"]


def test_advice_is_not_counted(full_desk: Desk, tmp_path: Path) -> None:
    advice = SignalDraft(kind="advice", received_on="05-05-2019", narrative="Vraag over een protocol.")
    signals.register(full_desk, advice)
    assert published(full_desk, tmp_path, "2019")["form"]["Totaal"] == "36"


def test_rows_come_from_the_vocabulary_and_never_from_the_data(desk: Desk, tmp_path: Path) -> None:
    empty = published(desk, tmp_path, "2024")
    signals.register(desk, a_notification(received_on="05-05-2025"))
    one = published(desk, tmp_path, "2025")
    assert list(one["form"]) == list(empty["form"])
    assert list(one["municipality"]) == list(empty["municipality"])


def test_a_publication_of_nothing_says_so(full_desk: Desk, tmp_path: Path) -> None:
    for period, empty in (("2011", True), ("2019", False)):
        assert figures.preview(full_desk, parse_period(period), DEFAULT_BY).empty is empty
        assert figures.publish(full_desk, parse_period(period), DEFAULT_BY, tmp_path).empty is empty


def test_a_municipality_stands_there_while_it_existed(full_desk: Desk, tmp_path: Path) -> None:
    assert "Weesp" in published(full_desk, tmp_path, "2022", ["municipality"])["municipality"]
    assert "Weesp" not in published(full_desk, tmp_path, "2023", ["municipality"])["municipality"]


def test_a_cross_is_protected_with_all_its_margins(full_desk: Desk, tmp_path: Path) -> None:
    cross = published(full_desk, tmp_path, "2019", ["form*municipality"])["form_by_municipality"]
    assert cross["Totaal / Totaal"] == "36"
    assert all(not count or not 1 <= int(count) < 5 for count in cross.values())


def test_a_release_is_remembered_with_one_audit_event(full_desk: Desk, tmp_path: Path) -> None:
    before = audit.count(full_desk.database.connection)
    made = figures.publish(
        full_desk, YEAR, DEFAULT_BY, tmp_path, ("pdf",), "Jaarverslag", "Portefeuillehouders"
    )
    assert audit.count(full_desk.database.connection) == before + 1
    (kept,) = releases.all_of(full_desk.database.connection)
    assert kept.number == made.release == "R-2026-001"
    assert '["labour_exploitation"],null' in kept.cells


def test_a_folder_that_cannot_be_written_leaves_no_release(full_desk: Desk, tmp_path: Path) -> None:
    missing = tmp_path / "weg"
    with pytest.raises(InputError, match=r"desk\.cannot_write"):
        figures.publish(full_desk, YEAR, DEFAULT_BY, missing)
    assert releases.all_of(full_desk.database.connection) == []


def test_a_file_that_stands_there_is_not_overwritten(full_desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "R-2026-001-gemeente.csv").write_text("van iemand anders", encoding="utf-8")
    with pytest.raises(InputError, match=r"figures\.file_exists"):
        figures.publish(full_desk, YEAR, DEFAULT_BY, tmp_path)
    assert [path.name for path in tmp_path.glob("R-*")] == ["R-2026-001-gemeente.csv"]
    assert releases.all_of(full_desk.database.connection) == []


@pytest.mark.parametrize("by", [["sex"], ["form*form"], [], ["form*"]])
def test_what_is_not_counted_by_is_refused(by: list[str], full_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        figures.publish(full_desk, YEAR, by, tmp_path)


@pytest.mark.parametrize(
    "by",
    [
        ["municipality*form", "form*municipality"],
        ["form", "form*municipality"],
        ["municipality*form", "form"],
    ],
)
def test_tables_that_share_figures_keep_their_own_columns(
    by: list[str], full_desk: Desk, tmp_path: Path
) -> None:
    made = figures.publish(full_desk, YEAR, by, tmp_path, ("csv",))
    for path, split in zip(tables_of(made), by, strict=True):
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        forms = {row["vorm"] for row in rows}
        assert "seksuele uitbuiting" in forms
        assert "Hilversum" not in forms
        assert ("gemeente" in rows[0]) == ("municipality" in split)


def test_no_file_has_its_name_before_the_ledger_knows_it(full_desk: Desk, tmp_path: Path) -> None:
    made = figures.publish(full_desk, YEAR, ["form"], tmp_path, figure_files.FORMATS)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == sorted(
        path.name for path in made.files
    )
    (tmp_path / "R-2026-002.pdf").mkdir()
    with pytest.raises(InputError):
        figures.publish(full_desk, YEAR, ["form"], tmp_path, figure_files.FORMATS)
    assert not list(tmp_path.glob(".*"))
    assert len(releases.all_of(full_desk.database.connection)) == 1


# --- what the ledger knows of earlier publications ---------------------------------------------------------------


def test_the_ledger_keeps_the_whole_rule_set(full_desk: Desk, tmp_path: Path) -> None:
    figures.publish(full_desk, YEAR, ["form"], tmp_path, ("csv",))
    (kept,) = releases.all_of(full_desk.database.connection)
    assert Rules.from_dict(json.loads(kept.rules)) == Rules()


def test_a_publication_tells_how_many_questions_an_attack_asked(full_desk: Desk, tmp_path: Path) -> None:
    assert figures.publish(full_desk, YEAR, ["form"], tmp_path, ("csv",)).asked > 0


def test_the_report_says_that_a_zero_may_be_hidden_and_that_the_year_still_runs(
    full_desk: Desk, tmp_path: Path
) -> None:
    over = figures.publish(full_desk, YEAR, ["form"], tmp_path, ("json",))
    running = figures.publish(full_desk, parse_period("2026"), ["form"], tmp_path, ("json",))
    rules = [json.loads(made.files[0].read_text(encoding="utf-8"))["rules"] for made in (over, running)]
    assert all(any("zelfs een nul" in rule for rule in told) for told in rules)
    assert [any("niet voorbij" in rule for rule in told) for told in rules] == [False, True]
    assert [over.unfinished, running.unfinished] == [False, True]


def counted(desk: Desk, period: str) -> counting.Counted:
    shown = desk.setting("municipalities").split(",")
    (found,) = counting.count(
        desk.database.connection, shown, parse_period(period), parse_splits(["municipality"]), desk.today()
    )
    return found


def test_a_release_far_away_counts_along_through_those_in_between(full_desk: Desk, tmp_path: Path) -> None:
    for period in ("2019-01-01..2019-04-30", "2019-04-01..2019-08-31", "2019-08-01..2019-12-31"):
        figures.publish(full_desk, parse_period(period), ["form"], tmp_path, ("csv",))
    assert len(counted(full_desk, "2019-01").earlier) == 3
    assert len(counted(full_desk, "2018").earlier) == 0


def test_the_year_in_which_a_municipality_went_is_cut_on_that_day(desk: Desk) -> None:
    slices = counted(desk, "2022").slices
    assert [part.code() for part in slices] == ["2022-01-01..2022-03-23", "2022-03-24..2022-12-31"]


def test_a_signal_from_a_municipality_that_was_gone_counts_outside(desk: Desk) -> None:
    for day in ("23-03-2022", "24-03-2022"):
        signals.register(desk, SignalDraft(received_on=day, municipality="GM0457", narrative="Proef."))
    found = counted(desk, "2022")
    values = dict(zip((cell.id for cell in found.system.layout.cells), found.system.values, strict=True))
    (split,) = found.splits
    assert values[found.cell(split, ["GM0457"])] == 1
    assert values[found.cell(split, [OUTSIDE])] == 1


@pytest.fixture
def undated(desk: Desk, tmp_path: Path) -> int:
    """Return the one signal of three whose day could not be read."""
    path = tmp_path / "lijst.csv"
    rows = ("12-10-2026;burger;Jan", "ergens in de zomer;burger;Piet", "31-12-2027;burger;Klaas")
    path.write_text(
        "\n".join(("Datum melding;Bron / melder;Naam slachtoffer", *rows)) + "\n", encoding="utf-8"
    )
    result = imports.take_in(desk, path)
    assert [problem.row for problem in result.problems if "received" in problem.code] == [3, 4]
    (number,) = signals.ids(desk, SignalFilter(search="Piet"))
    return number


def total(desk: Desk, period: str) -> int:
    return sum(counts.signals_by(desk.database.connection, parse_period(period), ("form",)).values())


def test_a_signal_of_which_nobody_knows_the_day_counts_in_no_period(desk: Desk, undated: int) -> None:
    assert total(desk, "2026") == 1
    shown = figures.preview(desk, parse_period("2026"), DEFAULT_BY)
    assert "2" in shown.remarks
    signals.reviewed(desk, undated)
    assert total(desk, "2026") == 2


def test_once_its_day_is_corrected_it_counts_on_that_day(desk: Desk, undated: int) -> None:
    details = signals.details(desk, undated)
    draft = signal_draft(details)
    draft.received_on = "01-07-2025"
    amending.amend_signal(desk, undated, details.version, draft)
    assert (total(desk, "2025"), total(desk, "2026")) == (1, 1)


@pytest.mark.usefixtures("undated")
def test_a_report_says_that_signals_without_a_day_are_left_out(desk: Desk, tmp_path: Path) -> None:
    made = figures.publish(desk, parse_period("2026"), DEFAULT_BY, tmp_path, ["json"])
    told = "waarvan de dag nog niet bekend is"
    assert told in made.files[0].read_text(encoding="utf-8")
    again = [signals.reviewed(desk, number) for number in signals.ids(desk, SignalFilter(to_review=True))]
    assert len(again) == 3
    assert figures.preview(desk, parse_period("2026"), DEFAULT_BY).remarks == ""


@pytest.mark.parametrize("told", [{"purpose": "x" * 20_001}, {"receiver": "x" * 201}])
def test_what_does_not_fit_the_ledger_is_refused(told: dict[str, str], desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        figures.publish(desk, parse_period("2019"), DEFAULT_BY, tmp_path, **told)
    assert releases.all_of(desk.database.connection) == []
