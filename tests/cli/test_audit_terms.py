"""What an attack on files takes from beside them, what it assumes and says so, and what it refuses to look at."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from mhdesk.cli.main import main

TABLE = "place,count\np,30\nq,12\nr,25\ns,3\n"
GROUPS = '[place]\nNorth = ["p", "q"]\n[place.size]\nSmall = ["q", "s"]\n'
NOTE = "out.datapackage.json"


def call(capsys: pytest.CaptureFixture[str], *parts: object) -> tuple[int, Any]:
    status = main([*map(str, parts), "--json"])
    return status, json.loads(capsys.readouterr().out)


def write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def protect(folder: Path, capsys: pytest.CaptureFixture[str], content: str, *more: object) -> Path:
    out = folder / "out.csv"
    call_ = ("protect", write(folder, "in.csv", content), "--count", "count", *more, "--out", out)
    assert call(capsys, *call_)[0] == 0
    return out


def test_groups_and_rules_are_read_from_beside_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = write(tmp_path, "groups.toml", GROUPS)
    out = protect(tmp_path, capsys, TABLE, "--by", "place", "--hierarchy", groups, "--threshold", "4")
    status, told = call(capsys, "audit", out)
    assert (status, told["assumed"], told["altered"]) == (0, [], [])
    assert told["rules"]["minimum"] == 4
    asked = call(capsys, "audit", out, "--threshold", "30")[1]
    assert asked["rules"]["minimum"] == 30
    assert main(["audit", str(out)]) == 0
    said = capsys.readouterr().out
    assert "aantallen van 1 tot en met 3 zijn klein" in said
    assert "minder streng dan mhdesk zelf" in said
    assert "Zonder groepen" not in said


def test_the_unit_is_told_beside_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    protect(tmp_path, capsys, TABLE, "--by", "place", "--unit", "signalen")
    package = json.loads((tmp_path / NOTE).read_text(encoding="utf-8"))
    assert package["mhdesk"]["unit"] == "signalen"
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == ["place", "count", "status"]
    assert fields[1]["description"].endswith("Geteld: signalen")


def test_both_files_may_move_and_get_another_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = protect(tmp_path, capsys, TABLE, "--by", "place")
    (tmp_path / NOTE).rename(tmp_path / "veilig.datapackage.json")
    assert call(capsys, "audit", out.rename(tmp_path / "veilig.csv"))[1]["assumed"] == []


def test_without_groups_is_said_and_safe_is_said_with_that_condition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one withheld place follows from its group, which nobody named: that may not be called proven."""
    table = write(tmp_path, "table.csv", "place,count\np,\nq,20\nNorth,23\n")
    assert main(["audit", str(table)]) == 0
    *_, assumed, end = capsys.readouterr().out.splitlines()
    assert assumed.startswith("Zonder groepen bekeken")
    assert "als klopt wat hierboven is aangenomen" in end
    groups = write(tmp_path, "groups.toml", '[place]\nNorth = ["p", "q"]\n')
    status, told = call(capsys, "audit", table, "--hierarchy", groups)
    assert (status, told["disclosed"][0]["low"], told["assumed"]) == (1, 3, ["rules"])


def test_a_row_that_calls_itself_a_sum_is_refused_until_somebody_says_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write(tmp_path, "table.csv", "place,count\np,\nq,20\nSubtotaal noord,23\n")
    assert call(capsys, "audit", table)[1]["error"] == "audit.looks_grouped"
    nothing = write(tmp_path, "groups.toml", "[place]\n")
    assert call(capsys, "audit", table, "--hierarchy", nothing)[0] == 0


@pytest.mark.parametrize("names", [("a", "b", "north"), (*(f"{n:02}" for n in range(13)), "north")])
def test_a_row_that_is_the_sum_of_others_wherever_that_shows_is_refused(
    names: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    *parts, group = names
    rows = []
    for turn in range(5):
        counts = dict(zip(parts[:2], (37 + 11 * turn, 101 - 13 * turn), strict=True))
        counts |= {part: 20 + turn * (place + 1) ** 2 for place, part in enumerate(parts[2:])}
        rows += [f"f{turn},{part},{count}" for part, count in counts.items()]
        rows += [f"f{turn},{group},{sum(counts[part] for part in parts[:2])}", f"f{turn},other,"]
    table = write(tmp_path, "table.csv", "\n".join(["form,place,count", *rows]) + "\n")
    assert call(capsys, "audit", table)[1]["error"] == "audit.looks_grouped"


def test_ordinary_tables_are_not_taken_for_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(6)
    for turn in range(8):
        rows = [f"f{r},p{c},{dice.randint(5, 25)}" for r in range(3 + turn % 3) for c in range(3 + turn)]
        table = write(tmp_path, "table.csv", "\n".join(["form,place,count", *rows]) + "\n")
        assert call(capsys, "audit", table)[0] < 2


@pytest.mark.parametrize("content", ["{", "[]", "\xff", '{"mhdesk": {"format": "mhdesk-table-2"}}'])
def test_what_stands_beside_a_table_and_cannot_be_read_is_not_passed_over(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = protect(tmp_path, capsys, TABLE, "--by", "place")
    (tmp_path / NOTE).write_bytes(content.encode("latin-1"))
    assert call(capsys, "audit", out)[1]["error"] == "audit.note_unreadable"


def test_a_note_with_the_right_hash_and_wrong_parts_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from mhdesk.desk.table_notes import content_hash

    out = protect(tmp_path, capsys, TABLE, "--by", "place")
    package = json.loads((tmp_path / NOTE).read_text(encoding="utf-8"))
    rows = [row.split(",") for row in out.read_text(encoding="utf-8").splitlines()]
    for part, wrong in (("rules", {"minimum": 2}), ("rounding", {"base": 7, "steps": 1}), ("neutral", None)):
        told = {**package["mhdesk"], part: wrong}
        del told["hash"]
        told["hash"] = content_hash({**told, "columns": ["place"], "cells": rows[1:]})
        write(tmp_path, NOTE, json.dumps({**package, "mhdesk": told}))
        assert call(capsys, "audit", out)[1]["error"] == "audit.note_unreadable"


def test_the_description_of_other_files_in_the_folder_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = protect(tmp_path, capsys, TABLE, "--by", "place")
    (tmp_path / NOTE).unlink()
    write(tmp_path, "datapackage.json", '{"resources": [{"path": "out.csv"}, 3], "title": "from elsewhere"}')
    assert call(capsys, "audit", out)[1]["assumed"] == ["groups", "rules"]


def test_merged_categories_are_known_for_what_they_are_made_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = "form,count\nsexual,25\nlabour,7\ncriminal,3\nmarriage,1\n"
    merged = protect(tmp_path, capsys, content, "--by", "form", "--method", "merge")
    assert call(capsys, "audit", merged)[0] == 0
    earlier = write(tmp_path, "earlier.csv", "form,count\nsexual,25\nlabour,7\nTotaal,36\n")
    status, told = call(capsys, "audit", merged, "--with", earlier)
    found = {(" ".join(cell["form"] for cell in each["cells"]), each["high"]) for each in told["disclosed"]}
    assert (status, found) == (1, {("criminal marriage", 4)})
    known = write(tmp_path, "known.csv", "form,count\nlabour,7\ncriminal,2\n")
    status, told = call(capsys, "audit", merged, "--known", known)
    assert [(each["reason"], each["high"]) for each in told["disclosed"]] == [("insider", 2)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("x,count\na,1\n", "protect.column_missing"),
        ("place,count\nelsewhere,1\n", "audit.known_elsewhere"),
        ("place,count\nTotaal,5\n", "audit.known_total"),
        ("place,count\np,1.5\n", "protect.count_wrong"),
        ("place,count\np,31\n", "audit.known_too_much"),
    ],
)
def test_records_that_nobody_can_know_are_refused(
    content: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = protect(tmp_path, capsys, TABLE, "--by", "place")
    assert call(capsys, "audit", out, "--known", write(tmp_path, "known.csv", content))[1]["error"] == code


def test_what_is_not_proven_in_time_counts_as_inferred(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [f"f{r},p{c},{(r * 7 + c * 5) % 11}" for r in range(8) for c in range(8)]
    out = protect(tmp_path, capsys, "\n".join(["form,place,count", *cells]) + "\n", "--by", "form,place")
    assert call(capsys, "audit", out)[0] == 0
    status, told = call(capsys, "audit", out, "--time-limit", "0.000001")
    assert status == 1
    assert told["unproven"] == len(told["disclosed"]) > 0
    assert main(["audit", str(out), "--time-limit", "0.000001"]) == 1
    assert "Dat telt als af te leiden" in capsys.readouterr().out
    assert call(capsys, "audit", out, "--time-limit", "0")[1]["error"] == "protect.time_limit_wrong"


def test_a_rounding_that_is_not_found_in_time_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(1)
    rows = [",".join(dice.choice("abcdef") for _ in range(3)) for _ in range(300)]
    source, out = write(tmp_path, "in.csv", "\n".join(["x,y,z", *rows]) + "\n"), tmp_path / "out.csv"
    wanted = ("--by", "x,y,z", "--method", "round", "--time-limit", "0.0001")
    assert call(capsys, "protect", source, *wanted, "--out", out)[1]["error"] == "protect.no_time"
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv"}
