"""One bit of the database is not as it was written: the check says so, and nothing is taken for sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mhdesk.desk import drafts, referring, registries, signals, verifying
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.errors import DamageError
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

PAGE: Final = 4096
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
    for page in range(pages):
        flip(registry, page * PAGE + 17 + page * 37 % 4000)
        codes = found(registry, clock)
        if not codes or not all(code.startswith(("vault.", "desk.registry_damaged")) for code in codes):
            silent.append((page, codes))
        flip(registry, page * PAGE + 17 + page * 37 % 4000)
    assert silent == []
    assert found(registry, clock) == []
