"""Real encrypted registries for tests: made once a run, copied for each test.

Deriving keys takes seconds, so it happens once; a copy is opened with the key that is then known.
"""

from __future__ import annotations

import dataclasses
import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import keyring
import pytest

from mhdesk import vault
from mhdesk.desk import registries
from mhdesk.desk.desk import Desk
from mhdesk.domain.registries import RegistryDraft
from mhdesk.store import users
from mhdesk.store.database import Database
from mhdesk.vault import age
from tests.keyrings import SECRET_SERVICE, named
from tests.vault.registries import QUICK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.keyrings import SystemKeyring

USER: Final = "Noor Denkbeeld"
PASSPHRASE: Final = "vier paarden lopen over de paarse heide"
START: Final = datetime.fromisoformat("2026-11-23T02:08:00+01:00")


class StoppedClock:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self.moment

    def go_on(self, **time: float) -> None:
        """Move on, by ``days=``, ``hours=`` …."""
        self.moment += timedelta(**time)


@dataclasses.dataclass(frozen=True)
class ReadyRegistry:
    """A registry that nobody has open, and how to open it."""

    folder: Path
    unlocked: vault.Unlocked
    recovery_groups: tuple[str, ...]

    def at(self, folder: Path) -> ReadyRegistry:
        """Return a copy of the whole registry in ``folder``."""
        shutil.copytree(self.folder, folder)
        return dataclasses.replace(
            self, folder=folder, unlocked=dataclasses.replace(self.unlocked, folder=folder)
        )

    def open(self, clock: StoppedClock) -> Desk:
        """Open it with the key that is known, as its first user."""
        database = Database(vault.driver, lambda: vault.connect(self.unlocked))
        user = users.by_key(database.connection, self.unlocked.key_id)
        assert user is not None
        return Desk(self.unlocked, database, user, clock)


@pytest.fixture(scope="session")
def _first_registry(tmp_path_factory: pytest.TempPathFactory) -> ReadyRegistry:
    folder = tmp_path_factory.mktemp("registries") / "voorbeeld"
    draft = RegistryDraft(name="Voorbeeldregio", organisation="Stichting Proefhuis", user_name=USER)
    made = registries.new(folder, draft, PASSPHRASE, clock=StoppedClock())
    made.desk.close()
    return ReadyRegistry(folder, made.desk.unlocked, made.recovery_groups)


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files that are sealed in this test cost next to no work: 2^4 instead of 2^18."""
    monkeypatch.setattr(age.seal_with_passphrase, "__defaults__", (QUICK,))


@pytest.fixture
def system_keyring() -> Iterator[SystemKeyring]:
    """Give this computer a keyring that passes for the Secret Service."""
    before = keyring.get_keyring()
    stand_in = named(SECRET_SERVICE)
    keyring.set_keyring(stand_in)
    yield stand_in
    keyring.set_keyring(before)


@pytest.fixture
def clock() -> StoppedClock:
    """Return a clock that stands at 02:08 on 23 November 2026."""
    return StoppedClock()


@pytest.fixture
def registry(_first_registry: ReadyRegistry, tmp_path: Path) -> ReadyRegistry:
    """Return an empty registry of its own, closed."""
    return _first_registry.at(tmp_path / "registry")


@pytest.fixture
def desk(registry: ReadyRegistry, clock: StoppedClock) -> Iterator[Desk]:
    """Return an open desk over an empty registry of its own."""
    opened = registry.open(clock)
    yield opened
    opened.close()
