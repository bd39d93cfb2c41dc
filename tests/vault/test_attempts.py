"""Refused keys are counted without names, and whatever lies at the place of that count is harmless."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.vault import attempts
from mhdesk.vault.attempts import Attempts

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = datetime(2026, 11, 23, 1, 8, tzinfo=UTC)
FIRST, LAST = "2026-11-23T01:08:00+00:00", "2026-11-23T03:08:00+00:00"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folder of a registry and that of this computer."""
    (tmp_path / "registry").mkdir()
    return tmp_path / "registry", tmp_path / "state"


def test_they_are_counted_with_the_first_and_the_last_moment(places: tuple[Path, Path]) -> None:
    assert attempts.read(*places) is None
    for hours in range(3):
        attempts.note(*places, NIGHT + timedelta(hours=hours))
    found = attempts.read(*places)
    assert found == Attempts(3, FIRST, LAST)
    assert found.details() == f"count=3;first={FIRST};last={LAST}"
    attempts.forget(*places, found)
    assert attempts.read(*places) is None


def test_the_file_tells_no_name_and_is_its_owners(places: tuple[Path, Path]) -> None:
    attempts.note(*places, NIGHT)
    path = places[0] / "attempts.json"
    assert set(json.loads(path.read_text())) == {"format", "count", "first", "last", "unreadable"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_counted_for_on_this_computer(places: tuple[Path, Path]) -> None:
    folder = places[0] / "registry.db" / "weg"
    (places[0] / "registry.db").write_bytes(b"")
    attempts.note(folder, places[1], NIGHT)
    found = attempts.read(folder, places[1])
    assert found == Attempts(1, FIRST, FIRST)
    assert [path.stat().st_mode & 0o777 for path in places[1].iterdir()] == [0o600]
    attempts.forget(folder, places[1], found)
    assert list(places[1].iterdir()) == []


def test_nowhere_to_write_is_no_reason_to_fail(places: tuple[Path, Path]) -> None:
    blocked = places[0] / "bestand"
    blocked.write_bytes(b"")
    attempts.note(blocked / "a", blocked / "b", NIGHT)
    assert attempts.read(blocked / "a", blocked / "b") is None


def test_one_that_came_in_between_stays_for_the_next_time(places: tuple[Path, Path]) -> None:
    attempts.note(*places, NIGHT)
    found = attempts.read(*places)
    assert found
    attempts.note(*places, NIGHT)
    attempts.forget(*places, found)
    assert attempts.read(*places) == Attempts(2, FIRST, FIRST)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
MOMENTS = st.sampled_from(
    [FIRST, LAST, "2026-99-99T99:99:99+00:00", "9999-12-31T23:59:59+00:00", "0001-01-01"]
)
LIKE_OURS = st.fixed_dictionaries(
    {"format": st.just("mhdesk-attempts-1"), "count": JSON, "first": MOMENTS | JSON, "last": MOMENTS | JSON}
)
CONTENTS = (
    st.binary(max_size=200)
    | JSON.map(lambda found: json.dumps(found).encode())
    | LIKE_OURS.map(lambda found: json.dumps(found).encode())
    | st.sampled_from([b"[" * 100_000, b'{"count": ' + b"9" * 5000 + b"}", b"\xff\xfe", b""])
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENTS)
def test_whatever_the_file_holds_is_harmless_and_the_count_goes_on(
    places: tuple[Path, Path], content: bytes
) -> None:
    path = places[0] / "attempts.json"
    path.write_bytes(content)
    found = attempts.read(*places)
    assert found is not None
    assert 0 <= found.count <= attempts.MOST
    assert len(found.details()) < 120
    attempts.note(*places, NIGHT)
    after = attempts.read(*places)
    assert after is not None
    assert after.count == min(found.count + 1, attempts.MOST)
    assert after.unreadable is found.unreadable
    path.unlink()


def test_a_count_that_ends_before_it_begins_says_nothing_of_use(places: tuple[Path, Path]) -> None:
    told = {"format": "mhdesk-attempts-1", "count": 1_000_000, "first": LAST, "last": FIRST}
    (places[0] / "attempts.json").write_text(json.dumps(told))
    assert attempts.read(*places) == Attempts(0, "", "", unreadable=True)


def test_a_clock_that_was_set_back_spoils_no_count(places: tuple[Path, Path]) -> None:
    for moment in (NIGHT + timedelta(hours=2), NIGHT):
        attempts.note(*places, moment)
    assert attempts.read(*places) == Attempts(2, FIRST, LAST)


@pytest.mark.parametrize(
    "odd",
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2262, 4, 11, tzinfo=UTC),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=1))),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=1))),
    ],
)
def test_a_clock_that_is_nowhere_ends_no_count(places: tuple[Path, Path], odd: datetime) -> None:
    for moment in (NIGHT, odd, NIGHT):
        attempts.note(*places, moment)
    found = attempts.read(*places)
    assert found is not None
    assert (found.count, found.unreadable) == (3, False)
    assert FIRST in {found.first, found.last}


def test_what_is_no_file_is_left_alone(places: tuple[Path, Path]) -> None:
    path = places[0] / "attempts.json"
    os.mkfifo(path)
    assert attempts.read(*places) is None
    path.unlink()
    path.mkdir()
    assert attempts.read(*places) is None
    attempts.note(*places, NIGHT)
    assert attempts.read(*places) == Attempts(1, FIRST, FIRST)


def test_a_link_that_somebody_put_there_is_not_written_through(places: tuple[Path, Path]) -> None:
    target = places[0] / "iets anders"
    target.write_bytes(b"blijft")
    (places[0] / "attempts.json").symlink_to(target)
    attempts.note(*places, NIGHT)
    assert target.read_bytes() == b"blijft"
