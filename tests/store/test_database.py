"""One transaction: all of it or nothing, a sentence for what the disk did, and no value in any message."""

from __future__ import annotations

import io
import logging
import shutil
import traceback
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from mhdesk import vault
from mhdesk.desk import signals, verifying
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import DamageError
from mhdesk.store import settings
from mhdesk.store.database import Database
from mhdesk.store.schema import setting
from tests.desk.drafts import a_notification
from tests.store.trying import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

MARKER = "zeldzaamwoord"


class HungUpError(Exception):
    """Something that goes wrong half-way."""


@pytest.fixture
def database(desk: Desk) -> Database:
    """Return the database of an open registry."""
    return desk.database


def kept(database: Database) -> set[str]:
    """Return the names of all settings."""
    return set(database.connection.execute(select(setting.c.name)).scalars())


def put(database: Database, name: str, value: str = "") -> None:
    database.connection.execute(insert(setting).values(name=name, value=value))


def put_all(database: Database, *names: str) -> None:
    for name in names:
        put(database, name)


def pragma(database: Database, name: str) -> int:
    return int(database.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())


# --- all of it or nothing --------------------------------------------------------------------------


def test_what_is_written_stays(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    with desk.database.writing():
        put(desk.database, "one")
        put(desk.database, "two")
    desk.close()
    again = registry.open(clock)
    assert {"one", "two"} <= kept(again.database)
    again.close()


@pytest.mark.parametrize("ending", [HungUpError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_whatever_ends_it_half_way_leaves_nothing(database: Database, ending: type[BaseException]) -> None:
    def half() -> None:
        with database.writing():
            put(database, "half")
            raise ending

    before = everything(database)
    with pytest.raises(ending):
        half()
    assert everything(database) == before
    assert not database.driver_connection().in_transaction


def test_a_statement_that_fails_takes_its_whole_transaction_along(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing():
        put_all(database, "half", "half")
    assert "half" not in kept(database)
    with database.writing():
        put(database, "whole")
    assert "whole" in kept(database)


def test_a_transaction_inside_a_transaction_is_refused_and_neither_stays(database: Database) -> None:
    def nested() -> None:
        with database.writing():
            put(database, "outer")
            with database.writing():
                put(database, "inner")

    with pytest.raises(OperationalError, match="within a transaction"):
        nested()
    assert kept(database).isdisjoint({"outer", "inner"})


def test_a_transaction_that_was_ended_by_hand_is_not_taken_for_kept(database: Database) -> None:
    def rolled_back() -> None:
        with database.writing() as connection:
            put(database, "lost")
            connection.exec_driver_sql("ROLLBACK")

    with pytest.raises(OperationalError, match="no transaction"):
        rolled_back()
    assert "lost" not in kept(database)


def test_reading_leaves_no_transaction_open(database: Database) -> None:
    kept(database)
    assert not database.driver_connection().in_transaction


def test_closing_twice_is_harmless(desk: Desk) -> None:
    desk.close()
    desk.close()


# --- what the disk did -----------------------------------------------------------------------------


def test_a_full_disk_keeps_everything_that_was_saved_and_nothing_half(desk: Desk) -> None:
    saved: list[int | None] = []

    def fill() -> None:
        while True:
            saved.append(signals.register(desk, a_notification(narrative="woord " * 900)).created)

    desk.database.connection.exec_driver_sql(
        f"PRAGMA max_page_count = {pragma(desk.database, 'page_count') + 12}"
    )
    with pytest.raises(DamageError, match=r"common\.disk_full"):
        fill()
    assert list(signals.ids(desk, SignalFilter())) == saved[::-1] != []
    assert not desk.database.driver_connection().in_transaction
    desk.database.connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    assert verifying.verify(desk) == []
    assert signals.register(desk, a_notification()).created == len(saved) + 1


@pytest.mark.parametrize("loss", ["removed", "moved", "replaced by a copy", "folder moved"])
def test_a_file_that_is_no_longer_at_its_place_takes_no_more_saves(
    registry: ReadyRegistry, clock: StoppedClock, loss: str
) -> None:
    desk = registry.open(clock)
    path, aside = registry.folder / "registry.db", registry.folder.with_name("aside")
    if loss == "removed":
        path.unlink()
    elif loss == "folder moved":
        registry.folder.rename(aside)
    else:
        path.rename(aside)
        if loss == "replaced by a copy":
            shutil.copyfile(aside, path)
    with pytest.raises(DamageError, match=r"desk\.read_only"):
        signals.register(desk, a_notification())
    desk.close()


def test_a_registry_that_can_only_be_read_says_so(database: Database) -> None:
    database.connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(DamageError, match=r"desk\.read_only"), database.writing():
        put(database, "refused")


@pytest.fixture
def damaged(registry: ReadyRegistry, clock: StoppedClock) -> Iterator[Database]:
    """Return an open database in which one bit of the settings is not as it was written."""
    desk = registry.open(clock)
    question = "SELECT rootpage FROM sqlite_schema WHERE name = 'setting'"
    page = desk.database.connection.exec_driver_sql(question).scalar_one()
    desk.close()
    path = registry.folder / "registry.db"
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 2000] ^= 1
    path.write_bytes(content)
    opened = Database(vault.driver, lambda: vault.connect(registry.unlocked))
    yield opened
    opened.close()


def test_damage_that_a_write_finds_is_named(damaged: Database) -> None:
    with pytest.raises(DamageError, match=r"desk\.registry_damaged"), damaged.writing():
        put(damaged, "one")


def test_damage_that_a_reading_finds_is_named(damaged: Database) -> None:
    with pytest.raises(DamageError, match=r"desk\.registry_damaged"):
        settings.all_of(damaged.connection)


# --- no value in any message -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [MARKER, f"{MARKER} \ud800", [MARKER], {"a": MARKER}, 2**63],
    ids=["taken already", "no text", "a list", "an object", "too large"],
)
def test_an_error_never_shows_what_was_bound(database: Database, value: object) -> None:
    put(database, MARKER)
    with (
        pytest.raises((SQLAlchemyError, ValueError, OverflowError)) as error,
        database.writing() as connection,
    ):
        connection.execute(insert(setting).values(name=value, value=MARKER))
    told = "".join(traceback.format_exception(error.value))
    assert MARKER not in told
    assert MARKER not in str(error.value)


def test_the_most_talkative_log_never_shows_what_was_bound_or_read(desk: Desk) -> None:
    told = io.StringIO()
    root, handler = logging.getLogger(), logging.StreamHandler(told)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        number = signals.register(desk, a_notification(narrative=MARKER)).created
        assert number is not None
        assert signals.details(desk, number).narrative == MARKER
        signals.ids(desk, SignalFilter(search=MARKER))
        with pytest.raises(IntegrityError):
            put(desk.database, "prefix", MARKER)
        logging.getLogger("mhdesk").debug("heard")
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
    assert "heard" in told.getvalue()
    assert MARKER not in told.getvalue()
