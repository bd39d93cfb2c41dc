"""One bit is not as it was written, or the end is missing: it is said, and nothing is taken for sound."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import pytest

from mhdesk.desk import drafts, referring, registries, signals, verifying
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.errors import DamageError, KnownError
from mhdesk.wording import say
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

PAGE: Final = 4096
CUTS, KEY_FLIPS = 12, 25
DAMAGED: Final = ("vault.", "desk.registry_damaged", "store.log_damaged", "verify.search_damaged")
REFERRAL: Final = ReferralDraft(1, 1, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026")


def fill(desk: Desk) -> None:
    """Write something into every table that a day's work fills."""
    for number in range(20):
        signals.register(desk, a_notification(narrative=f"Verhaal {number}. " * 200))
    referring.refer(desk, REFERRAL)
    drafts.keep(desk, "signal", "{}", None)


def flip(registry: ReadyRegistry, place: int) -> None:
    """Turn one bit round; a second time mends it."""
    with (registry.folder / "registry.db").open("r+b") as handle:
        handle.seek(place)
        (byte,) = handle.read(1)
        handle.seek(place)
        handle.write(bytes([byte ^ 0x10]))


def found(registry: ReadyRegistry, clock: StoppedClock) -> list[str]:
    """Return what opening and checking a registry comes to."""
    try:
        desk = registries.open_registry(registry.folder, USER, PASSPHRASE, clock=clock)
    except DamageError as error:
        return [error.code]
    try:
        return [finding.code for finding in verifying.verify(desk)]
    finally:
        desk.close()


def test_a_flipped_bit_on_any_page_is_found_and_never_a_crash(
    registry: ReadyRegistry, clock: StoppedClock
) -> None:
    desk = registry.open(clock)
    fill(desk)
    desk.close()
    quicken(registry.unlocked)
    assert found(registry, clock) == []
    pages = (registry.folder / "registry.db").stat().st_size // PAGE
    silent = []
    assert pages > 100
    for page in range(pages):
        flip(registry, page * PAGE + 17 + page * 37 % 4000)
        codes = found(registry, clock)
        if not codes or not all(code.startswith(DAMAGED) for code in codes):
            silent.append((page, codes))
        flip(registry, page * PAGE + 17 + page * 37 % 4000)
    assert silent == []
    assert found(registry, clock) == []


# --- the end is missing ---------------------------------------------------------------------------------


def test_a_database_that_was_cut_off_anywhere_is_found(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    fill(desk)
    desk.close()
    quicken(registry.unlocked)
    path, dice = registry.folder / "registry.db", random.Random(4)
    content = path.read_bytes()
    lengths = [0, 1, PAGE - 1, PAGE, len(content) - 1, len(content) - PAGE]
    lengths += [dice.randrange(len(content)) for _ in range(CUTS)]
    lengths += [PAGE * dice.randrange(len(content) // PAGE) for _ in range(CUTS)]
    silent = []
    for length in lengths:
        path.write_bytes(content[:length])
        codes = found(registry, clock)
        if not codes or not all(code.startswith(DAMAGED) for code in codes):
            silent.append((length, codes))
    path.write_bytes(content)
    assert silent == []
    assert found(registry, clock) == []


# --- the keys -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["user", "registry", "recovery"])
def test_a_flipped_bit_or_a_missing_end_of_a_key_file_is_told_to_whoever_needs_it(
    name: str, registry: ReadyRegistry, clock: StoppedClock, cheap_keys: None
) -> None:
    del cheap_keys
    quicken(registry.unlocked)
    desk = registry.open(clock)
    groups = registries.new_recovery_groups()
    registries.renew_recovery(desk, groups, " ".join(groups))
    desk.close()
    (path,) = (registry.folder / "keys").glob(f"{name}*.age")
    content, dice, silent = path.read_bytes(), random.Random(name), []
    for number in range(2 * KEY_FLIPS):
        place = dice.randrange(len(content))
        flipped = bytes([content[place] ^ (1 << dice.randrange(8))])
        path.write_bytes(content[:place] + (b"" if number % 2 else flipped + content[place + 1 :]))
        code = refused(registry, " ".join(groups) if name == "recovery" else "", clock)
        if not code.startswith("vault.") or not say(code, file=path.name):
            silent.append((place, code))
    path.write_bytes(content)
    assert silent == []
    assert refused(registry, " ".join(groups), clock) == refused(registry, "", clock) == ""


def refused(registry: ReadyRegistry, recovery: str, clock: StoppedClock) -> str:
    """Return with which code the registry, or the recovery page, is refused; "" when it opens."""
    try:
        if recovery:
            registries.check_recovery(registry.folder, recovery)
        else:
            registries.open_registry(registry.folder, USER, PASSPHRASE, clock=clock).close()
    except KnownError as error:
        return error.code
    return ""
