"""What this computer remembers: only what is declared, only for its owner."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.gui.preferences import Preferences, Values


def test_what_is_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "mhdesk" / "preferences.json"
    Preferences(path).change(registry="/registers/voorbeeld", user_name="Noor Denkbeeld", zoom=1.25)
    kept = Preferences(path).values
    assert (kept.registry, kept.user_name, kept.zoom) == ("/registers/voorbeeld", "Noor Denkbeeld", 1.25)


def test_the_file_and_its_folder_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "mhdesk" / "preferences.json"
    Preferences(path).change(scheme="dark")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_that_is_not_declared_can_be_kept(preferences: Preferences) -> None:
    with pytest.raises(TypeError):
        preferences.change(last_search="Roman Fictief")


def test_nothing_of_another_type_can_be_kept(preferences: Preferences) -> None:
    with pytest.raises(TypeError):
        preferences.change(zoom="big")
    assert preferences.values == Values()


def test_who_does_not_want_the_name_shown_is_forgotten_at_once(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    preferences = Preferences(path)
    preferences.change(user_name="Noor Denkbeeld")
    preferences.change(remember_user=False)
    preferences.change(user_name="Noor Denkbeeld")
    assert preferences.values.user_name == ""
    assert "Noor" not in path.read_text(encoding="utf-8")


def test_undeclared_keys_and_wrong_types_in_the_file_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"registry": 3, "zoom": 1.5, "history": ["x"]}), encoding="utf-8")
    assert Preferences(path).values == Values(zoom=1.5)


@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_an_unreadable_file_counts_as_empty(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("preferences") / "preferences.json"
    path.write_bytes(content)
    assert isinstance(Preferences(path).values, Values)


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    preferences = Preferences(blocked / "preferences.json")
    preferences.change(scheme="dark")
    assert preferences.values.scheme == "dark"
