"""Every registry that an earlier mhdesk made opens in this one and says what it said."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from mhdesk import vault
from mhdesk.desk import registries, verifying
from mhdesk.errors import KnownError
from mhdesk.store.migrations import upgrade
from mhdesk.store.schema import SCHEMA_VERSION
from mhdesk.vault.database import create_database
from mhdesk.wording import say
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, StoppedClock
from tests.store import golden

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.registry_fixtures import ReadyRegistry

DATA: Final = Path(__file__).resolve().parents[1] / "data" / "golden"
VERSIONS: Final = sorted(path.name for path in DATA.iterdir())
# They are never made anew: what somebody has on a laptop is not made anew either.
SUMS: Final = {
    "1": "bf636648da9eebec852d5af00be4db476588b75b87167b9fabc989d27208f527",
    "2": "4567f8e51b997d16c2f8a6682cb68f6a48fdfb61bff2f4bbd0320178d7f25720",
    "3": "a1ea7d4809be4b9050dd196b0f5613c1c1337ff9f325b2910bff4e4f7afab235",
    "4": "9cb7f8b8664dc08e744a9152303abf84faddc26c928fb12cf3bd0750632fd864",
    "5": "9594dfca37baead51c91dcae6f0263320cca255b9425c8a1d5fad008aa1bb64f",
}
MOST_BYTES: Final = 800_000


def expected(version: str) -> Any:  # noqa: ANN401 - JSON is what it is
    return json.loads((DATA / version / "expected.json").read_text(encoding="utf-8"))


def copied(version: str, folder: Path) -> Path:
    """Return a copy of a golden registry, as somebody would have it: a checkout forgets who may read a file."""
    made = shutil.copytree(DATA / version, folder / "registry", ignore=shutil.ignore_patterns("*.json"))
    for path in (made, *made.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return made


def sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_there_is_one_for_each_version_of_the_tables() -> None:
    assert VERSIONS == [str(number) for number in range(1, SCHEMA_VERSION + 1)] == sorted(SUMS)


@pytest.mark.parametrize("version", VERSIONS)
def test_it_is_the_one_that_was_made_then(version: str) -> None:
    assert sum_of(DATA / version / "registry.db") == SUMS[version]
    assert sum(path.stat().st_size for path in (DATA / version).rglob("*") if path.is_file()) < MOST_BYTES


def lacking(wanted: Any, found: Any, place: str = "") -> list[str]:  # noqa: ANN401 - any JSON
    """Return where ``found`` does not say what was ``wanted``; it may say more, as later versions do."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return [line for key in wanted for line in lacking(wanted[key], found.get(key), f"{place}.{key}")]
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found, strict=True))
        return [line for number, (one, other) in pairs for line in lacking(one, other, f"{place}[{number}]")]
    return [] if wanted == found else [f"{place}: {found!r} is not {wanted!r}"]


UNPROVEN = {"2": ["verify.recovery_key_unproven"], "3": ["verify.recovery_key_unproven"]}
"""What a check says until the recovery page is tried: of registries this old nobody noted which one it is."""


@pytest.mark.parametrize("version", VERSIONS)
def test_it_opens_with_its_passphrase_and_shows_all_that_it_held(version: str, tmp_path: Path) -> None:
    told = expected(version)
    clock = StoppedClock()
    clock.go_on(days=5)  # after the last event in it
    desk = registries.open_registry(copied(version, tmp_path), told["user"], told["passphrase"], clock=clock)
    try:
        found = {"user": desk.user.name, "passphrase": told["passphrase"], **golden.shown(desk)}
        assert lacking(told, found) == []
        assert upgrade.schema_version(desk.database.connection) == SCHEMA_VERSION
        assert [one.code for one in verifying.verify(desk)] == UNPROVEN.get(version, [])
    finally:
        desk.close()


# --- what must not be opened -----------------------------------------------------------------------


def set_version(registry: ReadyRegistry, number: int) -> None:
    connection = vault.connect(registry.unlocked)
    connection.execute(f"PRAGMA user_version = {number}")
    vault.close(connection)


def newer(registry: ReadyRegistry) -> None:
    set_version(registry, SCHEMA_VERSION + 1)


def without_a_version(registry: ReadyRegistry) -> None:
    set_version(registry, 0)


def without_tables(registry: ReadyRegistry) -> None:
    """Put the database in place that a registry has before anything was written into it."""
    aside = registry.folder.with_name("empty")
    aside.mkdir()
    vault.close(create_database(replace(registry.unlocked, folder=aside)))
    (aside / "registry.db").replace(registry.folder / "registry.db")


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (newer, "store.newer_registry"),
        (without_a_version, "store.never_finished"),
        (without_tables, "store.never_finished"),
    ],
)
def test_a_registry_that_this_mhdesk_cannot_read_stays_as_it_is(
    registry: ReadyRegistry, state: Callable[[ReadyRegistry], None], code: str
) -> None:
    state(registry)
    quicken(registry.unlocked)
    before = {path: sum_of(path) for path in registry.folder.rglob("*") if path.is_file()}
    with pytest.raises(KnownError) as refused:
        registries.open_registry(registry.folder, USER, PASSPHRASE)
    assert refused.value.code == code
    assert say(code, **refused.value.params).endswith(".")
    assert {path: sum_of(path) for path in registry.folder.rglob("*") if path.is_file()} == before


def test_what_was_refused_can_be_opened_by_the_program_that_it_is_meant_for(
    registry: ReadyRegistry, clock: StoppedClock
) -> None:
    newer(registry)
    quicken(registry.unlocked)
    with pytest.raises(KnownError):
        registries.open_registry(registry.folder, USER, PASSPHRASE)
    set_version(registry, SCHEMA_VERSION)
    desk = registry.open(clock)
    assert verifying.verify(desk) == []
    desk.close()
