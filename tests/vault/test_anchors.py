"""What a computer remembers of a log: in its file and its keyring, and never a reason to fail or to wait."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.vault import anchors
from mhdesk.vault.anchors import Anchor, Anchors
from tests.keyrings import SystemKeyring, named

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-11-23"
ONE = Anchor(7, "ab" * 32, f"{DAY}T01:08:00+00:00")
TWO = Anchor(9, "cd" * 32, f"{DAY}T02:08:00+00:00")
REGISTRY = "0123456789abcdef" * 2


@pytest.fixture
def here(tmp_path: Path) -> Anchors:
    """Return the places of a registry on this computer."""
    return Anchors(REGISTRY, tmp_path / "registry", tmp_path / "state")


def the_file(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "state").iterdir()
    return path


def test_without_a_keyring_the_file_remembers(here: Anchors, tmp_path: Path) -> None:
    assert here.seen(DAY) == ()
    here.keep(ONE)
    here.keep(TWO)
    assert here.seen(DAY) == (TWO,)
    assert the_file(tmp_path).stat().st_mode & 0o777 == 0o600


def test_both_places_tell_the_same_once(here: Anchors, system_keyring: SystemKeyring) -> None:
    here.keep(ONE)
    assert here.seen(DAY) == (ONE,)
    assert len(system_keyring.kept) == 1


def test_the_keyring_remembers_without_the_file(
    here: Anchors, tmp_path: Path, system_keyring: SystemKeyring
) -> None:
    here.keep(ONE)
    the_file(tmp_path).unlink()
    assert here.seen(DAY) == (ONE,)
    assert system_keyring.calls


def test_an_older_file_put_back_does_not_silence_the_keyring(
    here: Anchors, tmp_path: Path, system_keyring: SystemKeyring
) -> None:
    here.keep(ONE)
    older = the_file(tmp_path).read_bytes()
    here.keep(TWO)
    the_file(tmp_path).write_bytes(older)
    assert set(here.seen(DAY)) == {ONE, TWO}
    assert system_keyring.kept


def test_a_lock_does_not_ask_the_keyring(here: Anchors, system_keyring: SystemKeyring) -> None:
    here.keep(ONE, in_keyring=False)
    assert system_keyring.calls == 0
    assert here.seen(DAY) == (ONE,)


@pytest.mark.parametrize(
    "other", ["keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring", "iets.anders.Keyring"]
)
def test_a_keyring_that_is_not_trusted_gets_nothing(
    here: Anchors, tmp_path: Path, system_keyring: SystemKeyring, other: str
) -> None:
    here.keep(ONE)
    stranger = named(other)
    keyring.set_keyring(stranger)
    assert here.seen(DAY) == (ONE,)
    here.keep(TWO)
    assert (stranger.kept, stranger.calls) == ({}, 0)
    assert here.seen(DAY) == (TWO,)
    keyring.set_keyring(system_keyring)
    del tmp_path


def test_a_keyring_that_asks_somebody_something_is_not_waited_for(
    here: Anchors, system_keyring: SystemKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have put a question on the screen: it is not asked again that day."""
    answered, asked = threading.Event(), []

    def waits(*_secret: str) -> None:
        asked.append(1)
        answered.wait(10)

    monkeypatch.setattr(anchors, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(type(system_keyring), "set_password", waits)
    here.keep(ONE)
    here.keep(TWO)
    assert (here.seen(DAY), asked) == ((TWO,), [1])
    here.keep(Anchor(9, TWO.head, "2026-11-24T01:08:00+00:00"))
    assert asked == [1, 1]
    answered.set()


def test_a_locked_keyring_is_no_reason_to_fail(here: Anchors, system_keyring: SystemKeyring) -> None:
    system_keyring.locked = True
    here.keep(ONE)
    assert here.seen(DAY) == (ONE,)


CONTENTS = st.binary(max_size=100) | st.fixed_dictionaries(
    {
        "format": st.just("mhdesk-anchor-1"),
        "seq": st.integers() | st.text(max_size=3) | st.booleans(),
        "head": st.just("ab" * 32) | st.text(max_size=5) | st.none(),
        "at": st.sampled_from([ONE.at, "9999-12-31T23:59:59+00:00", "2026-13-01T00:00:00+00:00", "gisteren"]),
        "backend": st.text(max_size=5) | st.integers(),
        "silent_on": st.text(max_size=5) | st.none(),
    }
).map(lambda found: json.dumps(found).encode())


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENTS)
def test_whatever_the_file_holds_is_harmless(here: Anchors, tmp_path: Path, content: bytes) -> None:
    here.keep(ONE)
    the_file(tmp_path).write_bytes(content)
    for anchor in here.seen(DAY):
        assert anchor.seq > 0
    here.keep(TWO)
    assert here.seen(DAY) == (TWO,)
