"""``mhdesk protect`` on files from elsewhere: what it writes, and what it refuses."""

from __future__ import annotations

import csv
import json
import random
import stat
from pathlib import Path
from typing import Any

import pytest

from mhdesk.cli.main import main

PILOT = "form,count\nsexual,25\nlabour,7\ncriminal,3\nmarriage,1\n"
CROSS = "form,place,n\n" + "".join(
    f"f{r},p{c},{n}\n"
    for r, row in enumerate([[25, 7, 3], [12, 1, 9], [8, 14, 30]])
    for c, n in enumerate(row)
)
GROUPS = '[place]\nNorth = ["p0", "p1"]\n[place.size]\nSmall = ["p1", "p2"]\n'


def protect(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str | bytes, *more: str, status: int = 0
) -> Any:  # noqa: ANN401 - JSON is what it is
    source = folder / "in.csv"
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    out = folder / "out.csv"
    assert main(["protect", str(source), *more, "--out", str(out), "--json"]) == status
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    if status:
        assert not out.exists()
        assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []
    return json.loads(told)


def rows(folder: Path) -> list[list[str]]:
    with (folder / "out.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def audited(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:  # noqa: ANN401 - as above
    status = main(["audit", str(folder / "out.csv"), *more, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert status == (1 if told["disclosed"] else 0)
    return told


def test_the_figures_of_2019_keep_25_and_36(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = protect(tmp_path, capsys, PILOT, "--by", "form", "--count", "count")
    assert rows(tmp_path) == [
        ["form", "count", "status"],
        ["criminal", "", "withheld"],
        ["labour", "", "withheld"],
        ["marriage", "", "withheld"],
        ["sexual", "25", "published"],
        ["Totaal", "36", "published"],
    ]
    assert {
        "cells",
        "primary",
        "secondary",
        "published",
        "cost",
        "optimal",
        "bound",
        "seconds",
        "audit",
    } <= set(told)
    assert (told["cells"], told["primary"], told["secondary"], told["published"]) == (5, 2, 1, 2)
    assert told["audit"]["disclosed"] == []
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600
    assert audited(tmp_path, capsys)["checked"] > 0


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--rules", "frequency", "--width", "1"),
        ("--zeros", "withheld"),
        ("--neutral", "place"),
        ("--threshold", "10"),
        ("--weights", "1,3,100"),
    ],
)
def test_what_was_protected_stands_the_attack(
    more: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = protect(tmp_path, capsys, CROSS, "--by", "form,place", "--count", "n", *more)
    assert told["cells"] == len(rows(tmp_path)) - 1 == 16
    rules = more if more[:1] != ("--weights",) else ()
    assert (
        audited(tmp_path, capsys, *(part for part in rules if part not in ("--width", "1")))["disclosed"]
        == []
    )


def test_records_are_counted_and_all_margins_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = "sex;form;note\n" + "v;a;x\n" * 30 + "m;a;\n" * 22 + "v;b;y\n" * 25 + ";b;z\n" * 21
    protect(tmp_path, capsys, records, "--by", "form,sex")
    table = {(form, sex): count for form, sex, count, _ in rows(tmp_path)[1:]}
    assert len(table) == 3 * 4
    assert table["Totaal", "Totaal"] == "98"
    assert table["b", "(leeg)"] == "21"


def test_letters_of_an_old_spreadsheet_are_read_as_everywhere_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = "Place;n\nZo\u00eb;20\nGo\u00efnga;31\n".encode("cp1252")
    protect(tmp_path, capsys, written, "--by", "Place", "--count", "n")
    assert [row[0] for row in rows(tmp_path)[1:]] == ["Go\u00efnga", "Zo\u00eb", "Totaal"]


def test_columns_that_are_not_asked_for_are_added_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    protect(tmp_path, capsys, CROSS, "--by", "place", "--count", "n")
    assert [row[1] for row in rows(tmp_path)[1:]] == ["45", "22", "42", "109"]


def test_groups_of_categories_are_cells_of_the_same_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = tmp_path / "groups.toml"
    groups.write_text(GROUPS, encoding="utf-8")
    with_total = CROSS + "Totaal,North,67\n"
    told = protect(
        tmp_path, capsys, with_total, "--by", "form,place", "--count", "n", "--hierarchy", str(groups)
    )
    labels = [row[1] for row in rows(tmp_path)[1:7]]
    assert labels == ["p0", "p1", "p2", "North", "Small", "Totaal"]
    assert told["cells"] == 4 * 6
    shown = {(row[0], row[1]): row[2] for row in rows(tmp_path)[1:]}
    assert shown["Totaal", "North"] == "67"
    assert audited(tmp_path, capsys, "--hierarchy", str(groups))["disclosed"] == []


def test_a15_the_order_of_the_file_leaves_no_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header, *lines = CROSS.splitlines()
    written = []
    for turn in range(2):
        random.Random(turn).shuffle(lines)
        shuffled = "\n".join([header, *lines])
        protect(tmp_path, capsys, shuffled, "--by", "form,place", "--count", "n", "--seed", "key")
        written.append(rows(tmp_path))
    assert written[0] == written[1]


def test_bands_of_ages_stand_in_the_order_of_their_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    protect(tmp_path, capsys, "age,n\n100+,20\n12-17,30\n2-11,40\n", "--by", "age", "--count", "n")
    assert [row[0] for row in rows(tmp_path)[1:]] == ["2-11", "12-17", "100+", "Totaal"]


def test_cells_that_look_like_formulas_are_guarded_and_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = ["=cmd|x", "+1", "-1", "@sum", "'t Gooi", "gewoon"]
    content = "@col,n\n" + "".join(f"{text},{20 + i}\n" for i, text in enumerate(hostile))
    protect(tmp_path, capsys, content, "--by", "@col", "--count", "n")
    labels = [row[0] for row in rows(tmp_path)]
    assert labels[0] == "'@col"
    assert not any(label.startswith(("=", "+", "-", "@")) for label in labels)
    told = protect(tmp_path, capsys, (tmp_path / "out.csv").read_bytes(), "--by", "@col", "--count", "count")
    assert [row[0] for row in rows(tmp_path)] == labels
    assert told["cells"] == 7
    assert audited(tmp_path, capsys)["disclosed"] == []


@pytest.mark.parametrize(
    ("content", "more", "code"),
    [
        ("", (), "import.empty"),
        ("form,n\n", (), "protect.no_rows"),
        ("form,form\na,1\n", (), "protect.header_wrong"),
        ("form,aantal\na,1\n", (), "protect.column_missing"),
        ("form,n\na,-1\n", (), "protect.count_wrong"),
        ("form,n\na,1.5\n", (), "protect.count_wrong"),
        ("form,n\na,2,7 %\n", (), "protect.row_too_long"),
        ("form,n\na,\n", (), "protect.count_wrong"),
        ("form,n\na,1\na,1\n", (), "protect.row_twice"),
        ("form,n\na,1\nb,2\nTotaal,4\n", (), "protect.total_wrong"),
        ("form,n\n" + "".join(f"v{i},1\n" for i in range(10_001)), (), "protect.too_many_values"),
        (b"form,n\nzo\x81,1\n", (), "import.not_text"),
        ("form,x,n\na,Totaal,1\n", (), "protect.total_elsewhere"),
        (PILOT.replace("count", "n"), ("--threshold", "0"), "protect.rules_wrong"),
        (PILOT.replace("count", "n"), ("--rules", "frequency,other"), "protect.rules_wrong"),
        (PILOT.replace("count", "n"), ("--rules", ""), "protect.rules_wrong"),
        (PILOT.replace("count", "n"), ("--neutral", "n"), "protect.not_in_by"),
        (PILOT.replace("count", "n"), ("--weights", "1,2"), "protect.weights_wrong"),
        (PILOT.replace("count", "n"), ("--time-limit", "0"), "protect.time_limit_wrong"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_written(
    content: str | bytes, more: tuple[str, ...], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = protect(tmp_path, capsys, content, "--by", "form", "--count", "n", *more, status=2)
    assert told["error"] == code


def test_a_total_among_records_and_a_column_twice_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for by, code in (("form", "protect.total_in_records"), ("form,FORM", "protect.by_twice")):
        assert protect(tmp_path, capsys, "form\na\nTotaal\n", "--by", by, status=2)["error"] == code


def test_more_cells_than_can_be_protected_are_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = "a,b\n" + "".join(f"x{i},y{i}\n" for i in range(300))
    assert protect(tmp_path, capsys, content, "--by", "a,b", status=2)["error"] == "protect.too_many_cells"


@pytest.mark.parametrize(
    ("groups", "code"),
    [
        ("[form", "protect.hierarchy_unreadable"),
        ('[form]\nA = "sexual"\n', "protect.hierarchy_unreadable"),
        ('[form]\nA = ["B"]\nB = ["A"]\n', "protect.hierarchy_circular"),
        ('[form]\nA = ["sexual"]\nB = ["sexual", "labour"]\n', "protect.hierarchy_overlaps"),
        ('[form]\nTotaal = ["sexual", "labour"]\n', "protect.hierarchy_twice"),
        ('[place]\nA = ["sexual"]\n', "protect.column_missing"),
    ],
)
def test_groups_that_contradict_themselves_are_refused(
    groups: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "groups.toml"
    path.write_text(groups, encoding="utf-8")
    told = protect(
        tmp_path, capsys, PILOT, "--by", "form", "--count", "count", "--hierarchy", str(path), status=2
    )
    assert told["error"] == code


def test_the_result_never_goes_over_what_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, link = tmp_path / "in.csv", tmp_path / "link.csv"
    source.write_text(PILOT, encoding="utf-8")
    link.hardlink_to(source)
    call = ["protect", str(source), "--by", "form", "--count", "count", "--json", "--out"]
    outs = ((source, "over_input"), (link, "over_input"), (tmp_path, "out_is_folder"))
    for out, code in (*outs, (tmp_path / "nergens" / "out.csv", "cannot_write")):
        assert main([*call, str(out)]) == 2
        assert json.loads(capsys.readouterr().out)["error"] == f"protect.{code}"
    assert source.read_text(encoding="utf-8") == PILOT


def test_rounded_figures_are_multiples_of_five_that_add_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = protect(tmp_path, capsys, CROSS, "--by", "form,place", "--count", "n", "--method", "round")
    assert (told["primary"], told["secondary"], told["published"]) == (0, 0, 16)
    shown = {(row[0], row[1]): int(row[2]) for row in rows(tmp_path)[1:]}
    assert all(count % 5 == 0 for count in shown.values())
    for form in ("f0", "f1", "f2", "Totaal"):
        assert shown[form, "Totaal"] == sum(shown[form, place] for place in ("p0", "p1", "p2"))
    assert {row[3] for row in rows(tmp_path)[1:]} == {"rounded"}
    assert audited(tmp_path, capsys)["disclosed"] == []
    (tmp_path / "out.datapackage.json").unlink()
    alone = audited(tmp_path, capsys)
    assert (alone["disclosed"], alone["assumed"]) == ([], ["groups", "rules"])


def test_merged_categories_have_all_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = protect(tmp_path, capsys, PILOT, "--by", "form", "--count", "count", "--method", "merge")
    shown = {row[0]: row[1] for row in rows(tmp_path)[1:]}
    assert told["merged"] > 0
    assert shown["Totaal"] == "36"
    assert any(" + " in label for label in shown)
    assert audited(tmp_path, capsys)["disclosed"] == []
