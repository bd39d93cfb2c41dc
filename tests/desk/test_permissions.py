"""The desk tells nothing to a role without permission: every public function is on one list or the other."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING, Final

import pytest

import mhdesk.desk
from mhdesk.desk import (
    amending,
    attachments,
    backups,
    cards,
    case_list,
    case_papers,
    cases,
    destroying,
    drafts,
    figures,
    imports,
    informing,
    letters,
    log_export,
    logbook,
    mail_in,
    matching,
    merging,
    people,
    quick_notes,
    restoring,
    roles,
    sharing,
    signals,
    stories,
    today,
    verifying,
)
from mhdesk.desk.finding import at_length, find
from mhdesk.desk.verbs import VERBS
from mhdesk.desk.viewing import view
from mhdesk.domain.case_list import CaseFilter
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.crisis_card import CardDraft
from mhdesk.domain.finding import Part
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.logbook import LogFilter
from mhdesk.domain.people import PERMISSIONS, Permission, Role
from mhdesk.domain.periods import parse_period
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import NotAllowedError
from tests.desk.busy import WORDS, a_mail_file
from tests.desk.client_calls import ASKS as CLIENT_ASKS
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import ASKS as MEETING_ASKS
from tests.desk.network_calls import ASKS as NETWORK_ASKS
from tests.desk.referral_calls import ASKS as REFERRAL_ASKS
from tests.desk.test_verbs import SHEET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")

YEAR: Final = parse_period("2026")
PERSON: Final = PersonDraft(last_name="Bedacht")

ASKS: dict[str, Callable[[Desk, Path], object]] = {
    "amending.amend_person": lambda desk, _: amending.amend_person(desk, 1, 1, 1, PERSON),
    "amending.amend_signal": lambda desk, _: amending.amend_signal(desk, 1, 1, a_notification()),
    "amending.undo_person": lambda desk, _: amending.undo_person(desk, 1, 1, PERSON, PERSON),
    "amending.undo_signal": lambda desk, _: amending.undo_signal(desk, 1, a_notification(), a_notification()),
    "attachments.remove": lambda desk, _: attachments.remove(desk, 1),
    "finding.find": lambda desk, _: find(desk, "Voorbeeld"),
    "finding.at_length": lambda desk, _: at_length(desk, "Voorbeeld", Part.PEOPLE),
    "viewing.view": lambda desk, _: view(desk, 1),
    "attachments.name_of": lambda desk, _: attachments.name_of(desk, 1),
    "attachments.size_of_all": lambda desk, _: attachments.size_of_all(desk),
    "backups.make": backups.make,
    "backups.try_restore": lambda desk, _: backups.try_restore(desk),
    "case_papers.save_case": lambda desk, out: case_papers.save_case(desk, 1, out / "case.pdf"),
    "case_list.ids": lambda desk, _: case_list.ids(desk, CaseFilter()),
    "case_list.rows": lambda desk, _: case_list.rows(desk, [1]),
    "cases.coordinators": lambda desk, _: cases.coordinators(desk),
    "cases.heads": lambda desk, _: cases.heads(desk, [1]),
    "cases.left_by": lambda desk, _: cases.left_by(desk, 1),
    "cases.of_person": lambda desk, _: cases.of_person(desk, 1),
    "cases.take_over": lambda desk, _: cases.take_over(desk, 1, 2),
    "cards.save_card": lambda desk, out: cards.save_card(desk, CardDraft(1), out / "card.pdf"),
    "destroying.declarations": lambda desk, _: destroying.declarations(desk),
    "destroying.due_for_destruction": lambda desk, _: destroying.due_for_destruction(desk),
    "drafts.mine": lambda desk, _: drafts.mine(desk),
    "drafts.to_finish": lambda desk, _: drafts.to_finish(desk),
    "figures.preview": lambda desk, _: figures.preview(desk, YEAR, ["form"]),
    "figures.publish": lambda desk, out: figures.publish(desk, YEAR, ["form"], out),
    "imports.look": lambda desk, _: imports.look(desk, SHEET),
    "imports.take_in": lambda desk, _: imports.take_in(desk, SHEET),
    "letters.save_letter": lambda desk, out: letters.save_letter(desk, LetterDraft(1), out / "letter.pdf"),
    "informing.colleagues": lambda desk, _: informing.colleagues(desk),
    "log_export.export": lambda desk, out: log_export.export(desk, LogFilter(), out / "log.csv"),
    "logbook.ids": lambda desk, _: logbook.ids(desk, LogFilter()),
    "logbook.list_shown": lambda desk, _: logbook.list_shown(desk, "signals"),
    "logbook.names": lambda desk, _: logbook.names(desk),
    "logbook.page": lambda desk, _: logbook.page(desk, LogFilter(), after=2),
    "logbook.record_called": lambda desk, _: logbook.record_called(desk, "GV-2026-0001"),
    "logbook.rows": lambda desk, _: logbook.rows(desk, [1]),
    "mail_in.take_in": lambda desk, out: mail_in.take_in(desk, a_mail_file(out)),
    "mail_in.waiting": lambda desk, _: mail_in.waiting(desk, 1),
    "matching.alike": lambda desk, _: matching.alike(desk, [1]),
    "matching.matcher_of": lambda desk, _: matching.matcher_of(desk),
    "matching.known": lambda desk, _: matching.known(desk, 1),
    "matching.possibly_same": lambda desk, _: matching.possibly_same(desk, PERSON),
    "matching.read_on": lambda desk, _: matching.read_on(desk),
    "merging.as_now": lambda desk, _: merging.as_now(desk, [1]),
    "merging.merges_of": lambda desk, _: merging.merges_of(desk, 1),
    "people.change_key": lambda desk, _: people.change_key(desk),
    "people.colleagues": lambda desk, _: people.colleagues(desk),
    "people.invite": lambda desk, _: people.invite(desk, ColleagueDraft("Ineke Verzonnen")),
    "people.rename": lambda desk, _: people.rename(desk, 2, "Bram Bedacht", WORDS),
    "people.revoke": lambda desk, _: people.revoke(desk, 2),
    "quick_notes.open_notes": lambda desk, _: quick_notes.open_notes(desk),
    "sharing.same_leads": lambda desk, _: sharing.same_leads(desk, [], []),
    "restoring.restore_at": lambda desk, out: restoring.restore_at(desk, out, WORDS),
    "roles.change_role": lambda desk, _: roles.change_role(desk, RoleDraft(1, "witness")),
    "signals.ids": lambda desk, _: signals.ids(desk, SignalFilter()),
    "signals.rows": lambda desk, _: signals.rows(desk, [1]),
    "stories.save_story": lambda desk, out: stories.save_story(desk, 1, out / "story.pdf"),
    "today.count_open": lambda desk, _: today.count_open(desk),
    "today.items": lambda desk, _: today.items(desk),
    "today.load": lambda desk, _: today.load(desk),
    "verifying.accept_older": lambda desk, _: verifying.accept_older(desk),
    "verifying.checked_on": lambda desk, _: verifying.checked_on(desk),
    "verifying.verify": lambda desk, _: verifying.verify(desk),
    "verifying.verify_steps": lambda desk, _: next(verifying.verify_steps(desk)),
}
ASKS |= NETWORK_ASKS
ASKS |= CLIENT_ASKS
ASKS |= MEETING_ASKS
ASKS |= REFERRAL_ASKS
# What these do is needed by whoever opens or leaves a registry, or tells of the registry and its files alone.
FOR_EVERYBODY: Final = {
    "anchoring.accept",
    "anchoring.compare",
    "anchoring.keep",
    "backup_places.backups_in",
    "backup_places.kept",
    "backup_places.newest",
    "backup_places.newest_heads",
    "backup_places.places",
    "backup_places.put_aside_before_the_key",
    "backup_places.under_old_keys",
    "backup_places.usual",
    "backup_rotation.rotate",
    "backup_warnings.warnings",
    "backups.at_leaving",
    "backups.before_upgrade",
    "backups.due",
    "backups.restore_test_is_due",
    "backups.restore_tested_on",
    "backups.second_place",
    "contact.kept",
    "letters.sender",
    "logbook.leave",
    "logbook.warnings",
    "opening.check_passphrase",
    "people.key_change_is_due",
    "people.settle",
    "quick_notes.take_in_all",
    "quick_notes.take_in_some",
    "quick_notes.unreadable",
    "registries.prove_recovery",
    "registries.recovery_is_proven",
    "registries.recovery_page_was_written",
    "registries.recovery_proven_on",
    "registries.recovery_test_is_due",
    "verbs.demand",
    "witnesses.of",
    "witnesses.signed_by_another",
}


def at_the_desk() -> set[str]:
    """Return every public function that takes a desk and is no verb: test_verbs.py asks those."""
    found = set()
    for module in pkgutil.iter_modules(mhdesk.desk.__path__):
        loaded = importlib.import_module(f"mhdesk.desk.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters), "")
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and first == "desk" and function not in VERBS.values():
                found.add(f"{module.name}.{name}")
    return found


def test_every_public_function_is_on_one_of_the_lists() -> None:
    assert at_the_desk() == ASKS.keys() | FOR_EVERYBODY
    assert not ASKS.keys() & FOR_EVERYBODY


@pytest.mark.parametrize("name", sorted(ASKS))
def test_a_role_without_permission_is_told_nothing(
    name: str, busy_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PERMISSIONS, Role.CARE_COORDINATOR, frozenset())
    with pytest.raises(NotAllowedError):
        ASKS[name](busy_desk, tmp_path)


def test_whoever_may_only_log_in_is_told_nothing_either(
    busy_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PERMISSIONS, Role.CARE_COORDINATOR, frozenset({Permission.LOGIN}))
    # Everybody makes backups, which tell nothing, and may rename herself: that verb asks whose name it is.
    for_everybody = {"backups.make", "people.rename"}
    told = []
    for name in sorted(ASKS.keys() - for_everybody):
        try:
            ASKS[name](busy_desk, tmp_path)
        except NotAllowedError:
            continue
        told.append(name)
    assert told == []
