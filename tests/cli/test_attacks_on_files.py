"""Every attack by its number, from file to file: what mhdesk protects stands, and what others round may not."""

from __future__ import annotations

import json
import time
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from mhdesk.cli.main import main

FREQUENCY = ("--rules", "frequency")
HIDDEN = ("--zeros", "withheld")
GROUPS = '[x.county]\ncounty = ["a", "c"]\n[x.size]\nBig = ["b", "d"]\n'
HALVES = "".join(f'[x.{n}]\n{n} = ["{n[0]}", "{n[1]}", "t", "other"]\n' for n in ("ab", "bc", "ac"))


def call(capsys: pytest.CaptureFixture[str], *parts: object) -> tuple[int, Any]:
    status = main([*map(str, parts), "--json"])
    return status, json.loads(capsys.readouterr().out)


def write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def line(**counts: int) -> str:
    return "x,count\n" + "".join(f"{name},{count}\n" for name, count in counts.items())


def cross(counts: list[list[int]]) -> str:
    cells = product(range(len(counts)), range(len(counts[0])))
    return "x,y,count\n" + "".join(f"x{r},y{c},{counts[r][c]}\n" for r, c in cells)


COMBINED = cross([[6, 7, 30, 30], [8, 9, 2, 30], [30, 30, 7, 8], [30, 30, 9, 6]])


@pytest.mark.parametrize(
    ("content", "by", "more", "groups"),
    [
        pytest.param(line(a=20, b=12, c=3), "x", (), "", id="a01_one_cell_of_a_line"),
        pytest.param(COMBINED, "x,y", FREQUENCY, "", id="a02_combining_lines"),
        pytest.param(line(a=30, b=1, c=1, d=1, e=0), "x", FREQUENCY, "", id="a03_all_ones"),
        pytest.param(line(a=6, b=0, c=0), "x", HIDDEN, "", id="a04_nothing_left"),
        pytest.param(line(a=6, b=0, c=0), "x", (), "", id="a05_group"),
        pytest.param(line(a=5, b=1), "x", (), "", id="a06_all_but_one"),
        pytest.param(line(a=2, b=5, c=30, d=25), "x", (), GROUPS, id="a07_groups_that_cut_across"),
        pytest.param(
            line(a=0, b=0, c=0, t=1, other=5), "x", HIDDEN, HALVES, id="a21_halves_are_no_whole_numbers"
        ),
    ],
)
@pytest.mark.parametrize("method", ["suppress", "round"])
def test_what_was_protected_stands_the_attack(
    method: str,
    content: str,
    by: str,
    more: tuple[str, ...],
    groups: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source, out = write(tmp_path, "in.csv", content), tmp_path / "out.csv"
    named = ("--hierarchy", write(tmp_path, "groups.toml", groups)) if groups else ()
    wanted = ("--by", by, "--count", "count", "--method", method, *more, *named)
    assert call(capsys, "protect", source, *wanted, "--out", out)[0] == 0
    beside = call(capsys, "audit", out)
    (tmp_path / "out.datapackage.json").unlink()
    asked = call(capsys, "audit", out, *more, *named)
    for status, told in (beside, asked):
        assert (status, told["disclosed"]) == (0, [])
    assert beside[1]["assumed"] == []


def reasons(told: Any) -> set[tuple[str, str]]:  # noqa: ANN401 - JSON is what it is
    return {("/".join(each["cell"].values()), each["reason"]) for each in told["disclosed"]}


def test_a11_a_municipality_that_went_into_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same year by the old boundaries, with a small place withheld, and by the new ones."""
    old = write(tmp_path, "old.csv", "place,count\nHuizen,\nWeesp,\nHilversum,40\nTotaal,55\n")
    new = write(tmp_path, "new.csv", "place,count\nHuizen,12\nWeesp weg,43\nTotaal,55\n")
    groups = write(tmp_path, "groups.toml", '[place.new]\n"Weesp weg" = ["Hilversum", "Weesp"]\n')
    assert call(capsys, "audit", old)[0] == 0
    status, told = call(capsys, "audit", new, "--with", old, "--hierarchy", groups)
    assert status == 1
    assert ("Weesp", "exact") in reasons(told)


def test_a14_one_mark_and_a15_an_order_that_tell_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write(tmp_path, "in.csv", line(d=30, c=3, b=7, a=25)), tmp_path / "out.csv"
    assert call(capsys, "protect", source, "--by", "x", "--count", "count", "--out", out)[0] == 0
    rows = [row.split(",", 1) for row in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert [label for label, _ in rows] == ["a", "b", "c", "d", "Totaal"]
    assert {rest for _, rest in rows if "withheld" in rest} == {",withheld"}


ROUNDED = "x,count,status\na,5,rounded\nb,5,rounded\nTotaal,10,rounded\n"


def test_a16_an_exact_total_beside_rounded_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounded = write(tmp_path, "rounded.csv", ROUNDED)
    assert call(capsys, "audit", rounded)[0] == 0
    text = write(tmp_path, "text.csv", "x,count\nTotaal,2\n")
    assert {("a", "exact"), ("b", "exact")} <= reasons(call(capsys, "audit", rounded, "--with", text)[1])


def test_a17_one_cell_rounded_twice_afresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = ROUNDED.replace("a,5", "a,0").replace("10,", "5,")
    both = [write(tmp_path, f"{i}.csv", text) for i, text in enumerate((ROUNDED, again))]
    status, told = call(capsys, "audit", both[0], "--with", both[1])
    assert status == 1
    assert ("a", "narrow") in reasons(told)
    assert call(capsys, "audit", both[0], "--with", both[0])[0] == 0


def test_a18_an_organisation_that_reported_five_of_six(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write(tmp_path, "table.csv", "x,count\na,6\nb,12\nc,9\nTotaal,27\n")
    counted, listed = write(tmp_path, "counted.csv", "x,count\na,5\n"), "who,x\n" + "me,a\n" * 5
    for known in (counted, write(tmp_path, "listed.csv", listed)):
        status, told = call(capsys, "audit", table, "--known", known)
        assert (status, reasons(told)) == (1, {("a", "insider")})
    rounded = write(tmp_path, "rounded.csv", ROUNDED)
    assert call(capsys, "audit", rounded, "--known", counted)[0] == 0
    with_total = ("--with", write(tmp_path, "total.csv", "x,count\nTotaal,7\n"), "--known", counted)
    assert ("b", "narrow") in reasons(call(capsys, "audit", rounded, *with_total)[1])


def test_a19_a_row_that_is_not_there_follows_from_the_total(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write(tmp_path, "table.csv", line(a=20, b=12, Totaal=35))
    status, told = call(capsys, "audit", table)
    assert (status, reasons(told)) == (1, {("(overig)", "exact")})
    groups = write(tmp_path, "groups.toml", '[x]\nall = ["a", "b", "c", "d"]\n')
    shown = []
    for number, counts in enumerate(({"a": 20, "b": 12, "c": 9}, {"a": 50, "b": 4, "d": 1})):
        source, out = write(tmp_path, "in.csv", line(**counts)), tmp_path / f"out{number}.csv"
        more = ("--by", "x", "--count", "count", "--hierarchy", groups, "--out", out)
        assert call(capsys, "protect", source, *more)[0] == 0
        shown.append([row.split(",")[0] for row in out.read_text(encoding="utf-8").splitlines()])
    assert shown[0] == shown[1] == ["x", "a", "b", "c", "d", "all", "Totaal"]


def test_a20_ones_own_record_narrows_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = write(tmp_path, "table.csv", "x,count\na,\nb,\nc,20\nTotaal,22\n")
    attack = ("audit", table, *FREQUENCY, *HIDDEN)
    assert call(capsys, *attack)[0] == 0
    assert call(capsys, *attack, "--known", write(tmp_path, "own.csv", "x\na\n"))[0] == 0
    status, told = call(capsys, *attack, "--known", write(tmp_path, "two.csv", "x\na\nb\n"))
    assert (status, reasons(told)) == (1, {("a", "exact"), ("b", "exact")})


EQUALS = cross([[3, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9]])


def test_a22_the_choice_between_equals_needs_the_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write(tmp_path, "in.csv", EQUALS), tmp_path / "out.csv"
    wanted = ("protect", source, "--by", "x,y", "--count", "count", *FREQUENCY, "--out", out)
    made = {}
    for _ in range(6):
        told = call(capsys, *wanted)[1]
        made[told["seed"]] = out.read_bytes()
    assert len(made) == 6
    assert len(set(made.values())) > 1
    assert not any(seed.encode() in (tmp_path / "out.datapackage.json").read_bytes() for seed in made)
    seed, written = next(iter(made.items()))
    call(capsys, *wanted, "--seed", seed)
    assert out.read_bytes() == written


def test_a23_a24_what_is_withheld_and_who_made_it_are_in_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = write(tmp_path, "in.csv", line(a=6011, b=1203, c=3)), tmp_path / "out.csv"
    wanted = ("protect", source, "--by", "x", "--count", "count", "--seed", "k", "--out", out)
    assert call(capsys, *wanted)[0] == 0
    both = (out, tmp_path / "out.datapackage.json")
    before = [path.read_bytes() for path in both]
    assert all(hidden not in written for written in before for hidden in (b"1203", b"1206", b"in.csv"))
    monkeypatch.setenv("USER", "somebody-else")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    call(capsys, *wanted)
    monkeypatch.undo()
    time.tzset()
    assert [path.read_bytes() for path in both] == before


def test_a25_means_are_no_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    means = write(tmp_path, "means.csv", "x,days\na,3.5\nb,12.25\n")
    assert call(capsys, "audit", means)[1]["error"] == "protect.count_wrong"


def test_a26_nothing_withheld_is_a_zero_and_totals_are_of_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write(tmp_path, "in.csv", line(a=30, b=25, c=3, d=1, e=0)), tmp_path / "out.csv"
    call(capsys, "protect", source, "--by", "x", "--count", "count", "--neutral", "x", "--out", out)
    rows = [row.split(",") for row in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert {label: count for label, count, status in rows if status == "zero"} == {"e": "0"}
    assert ["Totaal", "59", "published"] in rows


def test_a27_a_table_that_was_changed_is_no_longer_what_stands_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = write(tmp_path, "in.csv", line(a=30, b=25, c=7, d=3)), tmp_path / "out.csv"
    call(capsys, "protect", source, "--by", "x", "--count", "count", "--out", out)
    written = out.read_text(encoding="utf-8")
    out.write_text(written.replace(",", ";"), encoding="utf-8-sig")  # as a spreadsheet saves it
    assert call(capsys, "audit", out)[0] == 0
    out.write_text(written.replace("c,,withheld", "c,7,published"), encoding="utf-8")
    status, told = call(capsys, "audit", out)
    assert (status, told["altered"]) == (1, ["out.csv"])
    out.write_text(written.replace("a,30", "a,31"), encoding="utf-8")
    assert main(["audit", str(out)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("out.csv is veranderd sinds mhdesk de tabel beschermde")
