"""What figures count besides signals: each unit adds up by itself, and nobody is found in any of them."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import counting, figures, signals, unmet
from mhdesk.domain.figures import Unit, nationality_group
from mhdesk.domain.periods import Period, parse_period
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.splits import Split, default_by, parse_splits
from mhdesk.domain.unmet import UnmetNeedDraft, age_band
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.errors import InputError
from mhdesk.store import releases
from mhdesk.store.schema import release as release_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

YEAR = parse_period("2025")
SEXES = ("female", "male", UNKNOWN)
NATIONS = ("NL", "RO", "NG", UNKNOWN)
ROLES = ("possible_victim", "aggressor", "witness")
KINDS = ("shelter", "care", "legal")
REASONS = ("no_place", "waiting", "funding")


def values(found: counting.Counted, split: Split) -> dict[str, int]:
    """Return the true counts of a table by one dimension, and its total under ""."""
    known = dict(
        zip((cell.id for cell in found.system.layout.cells), found.system.values.tolist(), strict=True)
    )
    return {code or "": known[found.cell(split, [code])] for code in (*found.codes(split.by[0]), None)}


def counted(desk: Desk, period: Period, *by: str) -> list[dict[str, int]]:
    at_home = desk.setting("municipalities").split(",")
    splits, connection = parse_splits(by), desk.database.connection
    units = {one.unit: one for one in counting.count(connection, at_home, period, splits, desk.today())}
    return [values(units[split.unit], split) for split in splits]


# --- persons --------------------------------------------------------------------------------------------------------


def a_person(dice: Random) -> PersonDraft:
    return PersonDraft(
        first_names=f"Proef{dice.randrange(10**6)}",
        last_name=f"Verzonnen{dice.randrange(10**6)}",
        sex=dice.choice(SEXES),
        birth=dice.choice(("", f"{dice.randrange(1, 28):02d}-03-{dice.randrange(1960, 2015)}")),
        nationality=dice.choice(NATIONS),
    )


def test_persons_are_what_a_naive_recount_says(desk: Desk) -> None:
    dice = Random(6)
    known: dict[int, PersonDraft] = {}
    seen: dict[int, list[tuple[str, str]]] = {}
    for _ in range(24):
        day = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=dice.randrange(720))
        person = dice.choice([None, *known]) if known else None
        role = dice.choice(ROLES)
        said = a_person(dice) if person is None else PersonDraft(person_id=person)
        said.role = role
        draft = SignalDraft(received_on=f"{day:%d-%m-%Y}", narrative="Proef.", persons=[said])
        number = signals.register(desk, draft).created
        assert number is not None
        who = signals.details(desk, number).involvements[0].person_id
        assert who is not None
        known.setdefault(who, said)
        seen.setdefault(who, []).append((f"{day:%Y-%m-%d}", role))
    victims = {
        who: min(day for day, role in told if role == ROLES[0]) for who, told in seen.items() if _was(told)
    }
    sexes, ages, nations = counted(desk, YEAR, "persons:sex", "persons:age", "persons:nationality")
    mine = {who: datetime.fromisoformat(day) for who, day in victims.items() if day.startswith("2025")}
    assert 0 < len(mine) < len(victims)
    assert sexes == _by(SEXES, [known[who].sex for who in mine], sexes)
    groups = [nationality_group(known[who].nationality) for who in mine]
    assert nations == _by(groups, groups, nations)
    bands = [_band(known[who], day) for who, day in mine.items()]
    assert ages == _by(bands, bands, ages)
    (roles,) = counted(desk, parse_period("2024-01-01..2025-12-31"), "persons:role")
    assert (roles[ROLES[0]], roles[""]) == (len(victims), len(seen))


def _was(told: list[tuple[str, str]]) -> bool:
    return any(role == ROLES[0] for _, role in told)


def _by(codes: Sequence[str], told: Sequence[str], like: dict[str, int]) -> dict[str, int]:
    return {code: told.count(code) for code in like if code} | {"": sum(code in codes for code in told)}


def _band(person: PersonDraft, day: datetime) -> str:
    if not person.birth:
        return age_band(None)
    born = datetime.strptime(person.birth, "%d-%m-%Y").replace(tzinfo=UTC)
    return age_band(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def test_a_person_counts_once_over_all_time_so_that_quarters_add_up_to_their_year(desk: Desk) -> None:
    first = SignalDraft(
        received_on="10-02-2025",
        narrative="Proef.",
        persons=[PersonDraft(first_names="Lina", last_name="Voorbeeld")],
    )
    number = signals.register(desk, first).created
    assert number is not None
    who = signals.details(desk, number).involvements[0].person_id
    for day in ("11-05-2025", "12-02-2026"):
        again = SignalDraft(received_on=day, narrative="Proef.", persons=[PersonDraft(person_id=who)])
        signals.register(desk, again)
    totals = [
        counted(desk, parse_period(text), "persons:sex")[0][""]
        for text in ("2025-Q1", "2025-Q2", "2025", "2026")
    ]
    assert totals == [1, 0, 1, 0]


# --- unmet needs ----------------------------------------------------------------------------------------------------


def a_need(kind: str = "shelter", reason: str = "no_place", **changes: object) -> UnmetNeedDraft:
    draft = UnmetNeedDraft(purpose=kind, wanted_on="01-11-2026", reason=reason, municipality="GM0402")
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft


@pytest.fixture
def person_id(desk: Desk) -> int:
    """Return somebody of the registry."""
    draft = SignalDraft(
        received_on="10-02-2025",
        narrative="Proef.",
        persons=[PersonDraft(first_names="Lina", last_name="Voorbeeld")],
    )
    number = signals.register(desk, draft).created
    assert number is not None
    who = signals.details(desk, number).involvements[0].person_id
    assert who is not None
    return who


def test_needs_are_what_a_naive_recount_says(desk: Desk) -> None:
    dice = Random(5)
    told = [(dice.choice(KINDS), dice.choice(REASONS)) for _ in range(30)]
    for kind, reason in told:
        unmet.record(desk, a_need(kind, reason))
    kinds, reasons, places = counted(desk, parse_period("2026"), *default_by(Unit.NEEDS))
    assert kinds == _by(KINDS, [kind for kind, _ in told], kinds)
    assert reasons == _by(REASONS, [reason for _, reason in told], reasons)
    assert places["GM0402"] == places[""] == len(told)


def test_five_needs_of_one_person_are_not_five_people(desk: Desk, person_id: int) -> None:
    for kind in (*KINDS, "practical", "registration"):
        unmet.record(desk, a_need(kind, person_id=person_id))
    (kinds,) = counted(desk, parse_period("2026"), "needs:kind")
    assert (kinds[""], kinds["shelter"]) == (1, 1)
    shown = figures.preview(desk, parse_period("2026"), ["needs:kind"])
    assert {cell.status for cell in shown.tables[0].cells if cell.count} == {"withheld"}


def test_a_need_counts_on_the_day_on_which_it_was_recorded(desk: Desk) -> None:
    unmet.record(desk, a_need(wanted_on="01-03-2025"))
    assert counted(desk, YEAR, "needs:kind")[0][""] == 0
    assert counted(desk, parse_period("2026"), "needs:kind")[0][""] == 1


def read(path: Path) -> dict[str, str]:
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    names = [name for name in rows[0] if name not in {"count", "status"}]
    return {" / ".join(row[name] for name in names): row["count"] for row in rows}


def test_small_counts_of_needs_are_withheld_in_every_file(desk: Desk, tmp_path: Path) -> None:
    for kind, times in (("shelter", 9), ("care", 7), ("legal", 2)):
        for _ in range(times):
            unmet.record(desk, a_need(kind))
    made = figures.publish(desk, parse_period("2026"), ["form", "needs:kind"], tmp_path, ("csv", "json"))
    signals_csv, needs_csv = (path for path in made.files if path.suffix == ".csv")
    whole = next(path for path in made.files if path.name == "R-2026-001.json")
    assert needs_csv.name == "R-2026-001-hulp-soort.csv"
    assert "hulp" not in signals_csv.name
    shown = read(needs_csv)
    assert shown["Totaal"] == "18"
    assert shown["juridische hulp"] == ""
    assert sorted(shown.values()).count("") == 2
    content = json.loads(whole.read_text(encoding="utf-8"))
    assert [table["unit"] for table in content["sections"][0]["tables"]] == [
        "signalen en meldingen; adviesvragen tellen niet mee",
        "mensen voor wie hulp niet gevonden werd, ieder één keer",
    ]
    assert any("vijf altijd vijf mensen" in rule for rule in content["rules"])
    assert content["title"].startswith("Signalen van mensenhandel")
    alone = figures.publish(desk, parse_period("2026"), ["needs:kind"], tmp_path, ("json",)).files[0]
    assert json.loads(alone.read_text(encoding="utf-8"))["title"].startswith("Cijfers over mensenhandel")


# --- the ledger -----------------------------------------------------------------------------------------------------


def test_each_unit_is_looked_at_with_its_own_earlier_publications(
    desk: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    for kind, times in (("shelter", 9), ("care", 7), ("legal", 2)):
        for _ in range(times):
            unmet.record(desk, a_need(kind))
    figures.publish(desk, parse_period("2026"), ["needs:kind", "persons:sex"], tmp_path, ("csv",))
    figures.publish(desk, parse_period("2026"), ["form"], tmp_path, ("csv",))
    assert figures.preview(desk, parse_period("2026"), ["form"]).earlier == 1
    both = figures.preview(desk, parse_period("2026-H2"), ["needs:kind", "form"])
    assert (both.earlier, both.certified) == (2, True)
    clock.go_on(minutes=1)
    unmet.record(desk, a_need("legal"))
    assert "sindsdien" in figures.preview(desk, parse_period("2026"), ["needs:kind"]).remarks
    assert not figures.preview(desk, parse_period("2026"), ["form"]).remarks


def test_a_cross_beside_its_published_margin_tells_nothing_more(desk: Desk, tmp_path: Path) -> None:
    """What a reader subtracts across two publications of one unit is at least five, or nothing."""
    dice = Random(1)
    for _ in range(60):
        unmet.record(desk, a_need(dice.choice(KINDS), dice.choice(REASONS)))
    margin = read(figures.publish(desk, parse_period("2026"), ["needs:kind"], tmp_path, ("csv",)).files[0])
    crossed = figures.publish(desk, parse_period("2026"), ["needs:kind*reason"], tmp_path, ("csv",))
    cells = read(crossed.files[0])
    for kind in KINDS:
        label = vocabulary("referral_purposes").label(kind)
        row = {name: count for name, count in cells.items() if name.startswith(f"{label} / ")}
        told = [int(count) for name, count in row.items() if count and not name.endswith("Totaal")]
        rest = int(margin[label]) - sum(told) if margin[label] else 0
        assert rest == 0 or rest >= 5
    assert all(not count or not 1 <= int(count) < 5 for count in cells.values())


def test_a_release_of_before_there_were_units_is_read_as_one_of_signals(desk: Desk, tmp_path: Path) -> None:
    for _ in range(6):
        signals.register(
            desk, SignalDraft(received_on="05-05-2025", form="forced_marriage", narrative="Proef.")
        )
    figures.publish(desk, YEAR, ["form", "municipality"], tmp_path, ("csv",))
    (kept,) = releases.all_of(desk.database.connection)
    assert [sorted(table) for table in json.loads(kept.cells)] == [["by", "cells", "until"]] * 2
    row = desk.database.connection.execute(release_table.select()).one()
    assert (row.unit, row.dimensions) == ("signals", "form,municipality")
    assert figures.preview(desk, YEAR, ["form", "persons:sex"]).earlier == 1


def test_the_ledger_tells_the_unit_and_the_limits_of_each_table(desk: Desk, tmp_path: Path) -> None:
    figures.publish(desk, YEAR, ["form", "persons:sex", "persons:role*age"], tmp_path, ("csv",))
    row = desk.database.connection.execute(release_table.select()).one()
    assert (row.unit, row.dimensions) == ("signals,persons", "form,persons:sex,persons:role*age")
    told = [{name: table.get(name) for name in ("unit", "by", "within")} for table in json.loads(row.cells)]
    assert told == [
        {"unit": None, "by": ["form"], "within": None},
        {"unit": "persons", "by": ["sex"], "within": {"role": ["possible_victim"]}},
        {"unit": "persons", "by": ["role", "age"], "within": None},
    ]


@pytest.mark.parametrize("by", ["persons:form", "people:sex", "needs:sex", ":form", "persons:role*sex*age"])
def test_a_dimension_belongs_to_its_unit(by: str, desk: Desk) -> None:
    with pytest.raises(InputError):
        figures.preview(desk, YEAR, [by])


def test_a_table_is_spelled_as_it_is_read() -> None:
    wanted = ("form", "form*municipality", "persons:sex*age", "needs:kind")
    assert tuple(map(str, parse_splits(wanted))) == wanted
    assert parse_splits(["signals:form"]) == parse_splits(["form"])


def test_what_halves_and_their_year_tell_of_persons_leaves_nobody_alone(desk: Desk, tmp_path: Path) -> None:
    """Somebody in signals of both halves is in one of them only, so that the difference is a count of people too."""
    dice = Random(3)
    people: list[int] = []
    for turn in range(36):
        day = f"{dice.randrange(1, 28):02d}-{dice.randrange(1, 13):02d}-2025"
        said = PersonDraft(person_id=dice.choice(people)) if people and turn % 4 == 0 else a_person(dice)
        number = signals.register(
            desk, SignalDraft(received_on=day, narrative="Proef.", persons=[said])
        ).created
        assert number is not None
        who = signals.details(desk, number).involvements[0].person_id
        assert who is not None
        people.append(who)
    told = [
        read(
            figures.publish(desk, parse_period(period), ["persons:nationality"], tmp_path, ("csv",)).files[0]
        )
        for period in ("2025", "2025-H1")
    ]
    year, half = told
    assert int(year["Totaal"]) == len(set(people))
    for label, count in half.items():
        if count and year[label]:
            rest = int(year[label]) - int(count)
            assert rest == 0 or rest >= 5, label
