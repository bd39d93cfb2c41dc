"""A desk on which something lies: made once for all tests, each gets a copy of its registry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import pytest

from mhdesk.desk import attachments, drafts, mail_in, people, referring, signals
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.vault import age
from tests.desk.drafts import a_notification
from tests.exchange.mails import a_mail
from tests.registry_fixtures import ReadyRegistry, StoppedClock
from tests.vault.registries import QUICK

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

REFERRAL: Final = ReferralDraft(
    signal_id=1,
    involvement_id=1,
    organisation_id=1,
    purpose="care",
    basis="consent_oral",
    referred_on="23-11-2026",
)
WORDS: Final = "wimpel granaat zwaluw kompas"


def a_file(out: Path) -> Path:
    """Return a file of somebody, to be added to a signal."""
    path = out / "brief.txt"
    path.write_text("Een brief.", encoding="utf-8")
    return path


def a_mail_file(out: Path) -> Path:
    """Return a mail that somebody saved."""
    path = out / "mail.eml"
    path.write_bytes(bytes(a_mail()))
    return path


@pytest.fixture(scope="session")
def busy_registry(_first_registry: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory) -> ReadyRegistry:
    """Return a registry with a signal, its file, a referral, two drafts (the second of a mail) and a colleague."""
    made = _first_registry.at(tmp_path_factory.mktemp("busy") / "registry")
    desk = made.open(StoppedClock())
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(age.seal_with_passphrase, "__defaults__", (QUICK,))
        signals.register(desk, a_notification())
        referring.refer(desk, REFERRAL)
        drafts.keep(desk, "signal", "{}", None)
        attachments.add(desk, 1, a_file(Path(folder)))
        mail_in.take_in(desk, a_mail_file(Path(folder)))
        people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS)
    desk.close()
    return made


@pytest.fixture
def busy_desk(busy_registry: ReadyRegistry, tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    """Return an open desk over a copy of it."""
    opened = busy_registry.at(tmp_path / "registry").open(clock)
    yield opened
    opened.close()
