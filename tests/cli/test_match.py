"""``mhdesk match`` as a script sees it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from mhdesk.cli.main import main

DATA = Path(__file__).resolve().parents[1] / "data" / "linkage"
HEADER = "id,first_names,last_name,birth_date,phone\n"
PERSONS = HEADER + '7,Loubna,El Mithal,1991-05-12,0600123456\n8,"Łucja","Próbna",1984-02-03,\n'
QUERIES = "first_names,last_name,birth_date,phone,true_id,kind\n"


def write(folder: Path, persons: str = PERSONS, queries: str = QUERIES) -> tuple[str, str]:
    known, asked = folder / "persons.csv", folder / "queries.csv"
    known.write_text(persons, encoding="utf-8")
    asked.write_text(queries, encoding="utf-8")
    return str(known), str(asked)


def matched(capsys: pytest.CaptureFixture[str], *files: str) -> Any:  # noqa: ANN401 - JSON is what it is
    assert main(["match", *files, "--json"]) == 0
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    return json.loads(told)


def test_candidates_come_in_the_order_of_the_file_with_what_speaks_for_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = QUERIES + "LUCJA,probna,1984-03-02,,8,x\n,,,,,\nLoubna,Elmithal,,06-00 12 34 56,7,x\n"
    told = matched(capsys, *write(tmp_path, queries=queries))
    assert set(told) == {"index_seconds", "median_ms", "p95_ms", "queries"}
    assert [[each["id"] for each in query["candidates"]][:1] for query in told["queries"]] == [
        ["8"],
        [],
        ["7"],
    ]
    fields = told["queries"][0]["candidates"][0]["fields"]
    assert [(field["field"], field["how"]) for field in fields] == [
        ("first_names", "same"),
        ("last_name", "same"),
        ("birth", "turned"),
    ]


def test_what_the_truth_is_never_changes_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (DATA / "queries.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[:60]
    answers = []
    for truth in ("", "-1"):
        told = [
            ",".join([row["first_names"], row["last_name"], row["birth_date"], row["phone"], truth, truth])
            for row in rows
        ]
        _, asked = write(tmp_path, queries=QUERIES + "\n".join(told) + "\n")
        answers.append(matched(capsys, str(DATA / "persons.csv"), asked)["queries"])
    assert answers[0] == answers[1]
    assert len(answers[0]) == 60
    assert all(len(query["candidates"]) <= 10 for query in answers[0])
    for query in answers[0]:
        scores = [candidate["score"] for candidate in query["candidates"]]
        assert scores == sorted(scores, reverse=True)


def test_people_read_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = QUERIES + "Loubna,Elmithal,1991-05-12,,,\nNiemand,Onbekendes,,,,\n"
    assert main(["match", *write(tmp_path, queries=queries)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Persoon 1:"
    assert "voornamen gelijk, achternaam gelijk, geboorte gelijk" in told[1]
    assert told[2] == "Persoon 2: niemand gevonden."


@pytest.mark.parametrize(
    ("persons", "queries", "code"),
    [
        ("first_names,last_name,birth_date,phone\nA,B,,\n", QUERIES, "match.column_missing"),
        (PERSONS, "first_names,last_name\nA,B\n", "match.column_missing"),
        (PERSONS + "7,A,B,,\n", QUERIES, "match.id_twice"),
        (PERSONS + ",A,B,,\n", QUERIES, "match.id_missing"),
        (PERSONS + '9,"A,B,,\n', QUERIES, "import.csv_broken"),
        (PERSONS, QUERIES.rstrip("\n") + "," * 300 + "\n", "match.too_many"),
        (PERSONS + f"9,{'A' * 100_000},B,,\n", QUERIES, "import.cell_too_long"),
        ("", QUERIES, "import.empty"),
        (PERSONS, "\0\n", "import.csv_with_nuls"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_wrong_call(
    persons: str, queries: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["match", *write(tmp_path, persons, queries), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == code


def test_a_missing_file_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known, _ = write(tmp_path)
    assert main(["match", known, str(tmp_path / "nergens.csv"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "import.file_missing"


def test_strange_cells_are_compared_as_far_as_they_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = (
        QUERIES + "Loubna,El Mithal,31-02-1991,belt niet op,,\n" + "=1+1,\u202e\u0301,24,+,,\n" + "Loubna\n"
    )
    told = matched(capsys, *write(tmp_path, queries=queries))
    assert [len(query["candidates"]) > 0 for query in told["queries"]] == [True, False, True]


def test_more_persons_than_fit_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mhdesk.exchange.people.MOST_PEOPLE", 1)
    assert main(["match", *write(tmp_path), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"] == "match.too_many"
