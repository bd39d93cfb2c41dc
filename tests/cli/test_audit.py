"""The attacks on published files: careless tables are convicted by name, and what mhdesk protects stands."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from mhdesk.cli.main import main

Cells = dict[tuple[str, ...], int | None]


def attack(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    *contents: str,
    more: tuple[str, ...] = (),
    groups: str = "",
) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return what ``mhdesk audit`` says of the first file, the others being earlier ones."""
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"published{number}.csv")
        paths[-1].write_text(content, encoding="utf-8")
    if groups:
        (folder / "groups.toml").write_text(groups, encoding="utf-8")
        more = (*more, "--hierarchy", str(folder / "groups.toml"))
    earlier = ["--with", *map(str, paths[1:])] if paths[1:] else []
    status = main(["audit", str(paths[0]), *earlier, *more, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert status == (2 if "error" in told else 1 if told["disclosed"] else 0)
    return told


def line(*counts: int, gone: str = "", total: int | None = None) -> str:
    """Return a published table over form: a, b, c ...; the ones in ``gone`` withheld."""
    cells = [f"{name},{'' if name in gone else n}" for name, n in zip("abcdefgh", counts, strict=False)]
    return "\n".join(["form,count", *cells, f"Totaal,{sum(counts) if total is None else total}"]) + "\n"


def cross(counts: list[list[int]], gone: set[tuple[int, int]]) -> str:
    """Return a published table x by y with its margins; ``gone`` withheld."""
    lines = ["x,y,count"]
    for r, row in enumerate(counts):
        lines += [f"x{r},y{c},{'' if (r, c) in gone else n}" for c, n in enumerate(row)]
        lines.append(f"x{r},Totaal,{sum(row)}")
    lines += [f"Totaal,y{c},{sum(column)}" for c, column in enumerate(zip(*counts, strict=True))]
    return "\n".join([*lines, f"Totaal,Totaal,{sum(map(sum, counts))}"]) + "\n"


def found(told: Any) -> set[tuple[str, str, int | None]]:  # noqa: ANN401 - JSON is what it is
    return {("/".join(each["cell"].values()), each["reason"], each["high"]) for each in told["disclosed"]}


BLOCKS = {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)}
COMBINED = cross([[6, 7, 30, 30], [8, 9, 2, 30], [30, 30, 7, 8], [30, 30, 9, 6]], BLOCKS)
FREQUENCY = ("--rules", "frequency")
HIDDEN = ("--zeros", "withheld")


@pytest.mark.parametrize(
    ("content", "more", "expected"),
    [
        pytest.param(line(20, 12, 3, gone="c"), (), ("c", "exact", 3), id="a01_one_cell_of_a_line"),
        pytest.param(COMBINED, FREQUENCY, ("x1/y2", "exact", 2), id="a02_combining_lines"),
        pytest.param(line(30, 1, 1, 1, 0, gone="bcd"), FREQUENCY, ("c", "exact", 1), id="a03_all_ones"),
        pytest.param(line(6, 0, 0, gone="bc"), HIDDEN, ("Totaal", "group", 0), id="a04_nothing_left"),
        pytest.param(line(6, 0, 0), (), ("Totaal", "group", 0), id="a05_group"),
        pytest.param(line(5, 1), ("--threshold", "1"), ("Totaal", "group", 1), id="a06_all_but_one"),
        pytest.param(line(30, 25, 7, 3, 1, gone="de"), (), ("d", "remainder", 4), id="remainder"),
        pytest.param(line(20, 12, 3, total=35), (), ("c", "shown", 3), id="shown"),
        pytest.param(
            line(20, 12, 1, 3).replace("c,1", "c,<5").replace("d,3", "d,<5").replace("36", "40"),
            FREQUENCY,
            ("c", "exact", 4),
            id="a26_the_mark_tells_the_most",
        ),
        pytest.param(
            line(20, 12, 1, 3, gone="cd").replace("Totaal", "Total").replace("count", "aantal"),
            (),
            ("c", "remainder", 4),
            id="a_table_made_elsewhere",
        ),
    ],
)
def test_attack_on_a_careless_table(
    content: str,
    more: tuple[str, ...],
    expected: tuple[str, str, int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert expected in found(attack(tmp_path, capsys, content, more=more))


def test_a07_groups_that_cut_across_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "place,count\np,\nq,\nr,30\ns,25\ncounty,32\nBig,30\nTotaal,62\n"
    groups = '[place.county]\ncounty = ["p", "r"]\n[place.size]\nBig = ["q", "s"]\n'
    assert ("p", "exact", 2) in found(attack(tmp_path, capsys, table, groups=groups))


def test_a08_a_quarter_and_its_half_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    half = line(19, 10, 18)
    quarter = "form,period,count\na,Q1,10\nb,Q1,8\nc,Q1,7\nTotaal,Q1,25\n"
    assert not attack(tmp_path, capsys, half)["disclosed"]
    assert ("b/(overig)", "exact", 2) in found(attack(tmp_path, capsys, half, quarter))


def test_a09_a_correction_after_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = attack(tmp_path, capsys, line(20, 13, 30), line(20, 12, 30))
    assert {("b", "changed", 1), ("Totaal", "changed", 1)} == found(told)


def test_a10_bands_of_age_that_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = "age,count\nchild,20\nadult,40\nTotaal,60\n"
    second = "age,count\nyoung,23\nolder,37\nTotaal,60\n"
    groups = (
        '[age.a]\nchild = ["0-17"]\nadult = ["18-22", "23+"]\n'
        '[age.b]\nyoung = ["0-17", "18-22"]\nolder = ["23+"]\n'
    )
    told = attack(tmp_path, capsys, second, first, groups=groups)
    assert ("18-22", "exact", 3) in found(told)


def test_a12_all_sheets_but_one_and_the_region(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    region = "form,count\na,33\nb,35\nTotaal,68\n"
    sheets = [
        f"place,form,count\n{place},a,{a}\n{place},b,{b}\n{place},Totaal,{a + b}\n"
        for place, a, b in (("p", 10, 11), ("q", 20, 22))
    ]
    told = attack(tmp_path, capsys, region, *sheets)
    assert ("a/(overig)", "exact", 3) in found(told)


def test_a13_percentages_are_no_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert attack(tmp_path, capsys, "form,share\na,97.3\nb,2.7\n")["error"] == "protect.count_wrong"


def test_a21_wide_as_fractions_but_fixed_as_whole_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = "".join(
        f'[x.{name}]\n{name} = ["{name[0]}", "{name[1]}", "t", "other"]\n' for name in ("ab", "bc", "ac")
    )
    table = "x,count\nab,6\nbc,6\nac,6\nt,\nother,5\n"
    more = (*FREQUENCY, *HIDDEN)
    assert ("t", "exact", 1) in found(attack(tmp_path, capsys, table, groups=groups, more=more))


def test_a26_totals_made_from_what_is_visible_fit_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = attack(tmp_path, capsys, line(20, 12, 3, gone="c", total=32), more=FREQUENCY)
    assert told["error"] == "audit.contradiction"


NAIVE = [[25, 7, 3, 0], [12, 1, 9, 6], [8, 14, 30, 2], [0, 5, 11, 20]]


def test_hiding_small_counts_only_is_convicted_and_protecting_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = {(r, c) for r, c in product(range(4), repeat=2) if 1 <= NAIVE[r][c] < 5}
    told = attack(tmp_path, capsys, cross(NAIVE, small))
    assert {cell for cell, reason, _ in found(told) if reason == "exact"} >= {"x0/y2", "x1/y1", "x2/y3"}
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(cross(NAIVE, set()), encoding="utf-8")
    call = ["protect", str(source), "--by", "x,y", "--count", "count", "--out", str(out), "--json"]
    assert main(call) == 0
    capsys.readouterr()
    assert not attack(tmp_path, capsys, out.read_text(encoding="utf-8"))["disclosed"]


def test_people_read_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published = tmp_path / "published.csv"
    published.write_text(line(20, 12, 3, gone="c"), encoding="utf-8")
    assert main(["audit", str(published)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "form c: weggelaten, maar uit de rest volgt dat het 3 is."
    assert told[-1].endswith("1 keer is er iets af te leiden.")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("count\n3\n", "audit.no_columns"),
        ("form,count\na,drie\n", "protect.count_wrong"),
        ("form,count\na,3\na,4\n", "protect.row_twice"),
        (line(20, 12, 30, total=50), "audit.contradiction"),
        ("", "import.empty"),
    ],
)
def test_a_file_that_is_no_table_is_a_wrong_call(
    content: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert attack(tmp_path, capsys, content)["error"] == code
