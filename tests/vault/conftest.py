"""One registry for the whole run (making it takes seconds); each test works on a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mhdesk import vault
from mhdesk.vault.creation import Created
from tests.vault import registries
from tests.vault.registries import PASSPHRASE, USER, Registry


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Created:
    """Make the one registry, in an empty folder that exists, under a lax umask."""
    folder = tmp_path_factory.mktemp("made") / "registry"
    folder.mkdir()
    before = os.umask(0o022)
    try:
        return vault.create(folder, user_name=USER, passphrase=PASSPHRASE, fill=registries.fill)
    finally:
        os.umask(before)


@pytest.fixture
def original(made: Created, tmp_path: Path) -> Registry:
    """Copy the registry with the key files that mhdesk wrote: each takes about a second to open."""
    return registries.copy(made, tmp_path / "original")


@pytest.fixture
def registry(made: Created, tmp_path: Path) -> Registry:
    """Copy the registry; the same passphrase opens key files that cost no time."""
    quick = registries.copy(made, tmp_path / "registry")
    quick.seal_user(quick.user_keys())
    quick.seal_recovery()
    return quick
