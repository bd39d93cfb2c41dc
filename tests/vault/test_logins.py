"""When the keyring may open the registry, and how Linux tells one login from another."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.vault import login_id
from mhdesk.vault.logins import LONGEST, Start, refusal
from mhdesk.wording import say

TYPED = datetime.fromisoformat("2026-11-23T08:00:00+01:00")
LOGIN, EARLIER = "boot:3", "boot:2"


def judged(after: timedelta = timedelta(hours=1), **facts: object) -> str | None:
    """Return what the rule says of a start so long after the passphrase was typed."""
    start = Start(TYPED + after, str(facts.get("login", LOGIN)), bool(facts.get("after_lock")))
    return refusal(start, passphrase_at=TYPED, last_login=str(facts.get("last_login", EARLIER)))


def test_the_first_start_after_a_login_within_twelve_hours_needs_no_passphrase() -> None:
    assert judged() is None
    assert judged(timedelta(0)) is None
    assert judged(LONGEST) is None


@pytest.mark.parametrize(
    ("after", "facts", "code"),
    [
        (timedelta(hours=1), {"after_lock": True}, "keyring_after_lock"),
        (timedelta(hours=1), {"last_login": LOGIN}, "keyring_second_start"),
        (timedelta(hours=1), {"login": ""}, "keyring_login_unknown"),
        (timedelta(hours=1), {"login": "", "last_login": ""}, "keyring_login_unknown"),
        (LONGEST + timedelta(seconds=1), {}, "keyring_long_ago"),
        (timedelta(days=365), {}, "keyring_long_ago"),
        (timedelta(seconds=-1), {}, "keyring_long_ago"),
        (timedelta(days=-1), {}, "keyring_long_ago"),
    ],
)
def test_every_other_start_asks_for_the_passphrase_and_says_why(
    after: timedelta, facts: dict[str, object], code: str
) -> None:
    assert judged(after, **facts) == f"vault.{code}"
    assert say(f"vault.{code}")


@given(
    st.datetimes(timezones=st.timezones()),
    st.datetimes(timezones=st.timezones()),
    st.sampled_from(["", LOGIN, EARLIER]),
    st.sampled_from(["", LOGIN, EARLIER]),
    st.booleans(),
)
def test_the_keyring_never_opens_but_under_all_four_conditions(
    now: datetime, typed: datetime, login: str, last: str, after_lock: bool
) -> None:
    allowed = refusal(Start(now, login, after_lock), passphrase_at=typed, last_login=last) is None
    hours = (now - typed) / timedelta(hours=1)
    assert allowed == (not after_lock and login not in {"", last} and 0 <= hours <= 12)


# --- how Linux tells --------------------------------------------------------------------------------


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    """Return a /proc in which somebody is logged in."""
    (tmp_path / "sys" / "kernel" / "random").mkdir(parents=True)
    (tmp_path / "self").mkdir()
    (tmp_path / "sys" / "kernel" / "random" / "boot_id").write_text("5f1381dc-ea1b\n")
    (tmp_path / "self" / "sessionid").write_text("7")
    return tmp_path


def test_a_login_is_a_session_of_a_boot(proc: Path) -> None:
    assert login_id(proc) == "5f1381dc-ea1b:7"


def test_another_boot_is_another_login_though_sessions_are_counted_anew(proc: Path) -> None:
    before = login_id(proc)
    (proc / "sys" / "kernel" / "random" / "boot_id").write_text("another")
    assert login_id(proc) != before


def test_where_the_kernel_counts_no_sessions_the_environment_is_not_believed(
    proc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever starts mhdesk at an open laptop sets it: each start would be the first after a login."""
    (proc / "self" / "sessionid").write_text("4294967295")
    monkeypatch.setenv("XDG_SESSION_ID", "c2")
    assert login_id(proc) == ""


@pytest.mark.parametrize("part", ["self/sessionid", "sys/kernel/random/boot_id"])
def test_what_cannot_be_read_is_no_login(proc: Path, part: str) -> None:
    (proc / part).unlink()
    assert login_id(proc) == ""
    (proc / part).write_bytes(b"\xff")
    assert login_id(proc) == ""


def test_this_machine_answers_one_way_or_the_other() -> None:
    assert login_id() == login_id()


def test_another_system_than_linux_is_not_guessed_at(proc: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert login_id(proc) == ""
