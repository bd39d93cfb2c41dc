"""Each verb's event names the records and the persons whom it concerns: what an answer to "who saw me?" stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import select

from mhdesk.desk import referring, signals
from mhdesk.desk.verbs import VERBS
from mhdesk.domain.referrals import AnswerDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.store.schema import audit_event, audit_subject
from tests.desk.busy import REFERRAL
from tests.desk.case_lines import LINES as CASE_LINES
from tests.desk.client_calls import LINES as CLIENT_LINES
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import LINES as MEETING_LINES
from tests.desk.test_verbs import CALLS, MADE_BEFORE, desk_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mhdesk.desk.desk import Desk

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")

Line = tuple[str, int, int | None]

# The busy desk has signal 1 with persons 1 (the victim) and 2, referral 1, file 1, drafts 1 and 2 (a mail with its
# files, which are kept as 3 and 4), and user 2 beside user 1.
SIGNAL: Final[Line] = ("signal", 1, None)
EVERYBODY: Final = [SIGNAL, ("involvement", 1, 1), ("involvement", 2, 2)]
BOTH: Final[list[Line]] = [("person", 1, 1), ("person", 2, 2)]
OWN: Final = [("user", 1, None)]
COLLEAGUE: Final = [("user", 2, None)]

LINES: dict[str, Sequence[Line]] = {
    "attachment.added": [*EVERYBODY, ("attachment", 2, None)],
    "attachment.put_back": [*EVERYBODY, ("attachment", 2, None)],
    "attachment.read": [*EVERYBODY, ("attachment", 1, None)],
    "attachment.removed": [*EVERYBODY, ("attachment", 1, None)],
    "attachment.saved": [*EVERYBODY, ("attachment", 1, None)],
    "computer.forgotten": OWN,
    "computer.remembered": OWN,
    "draft.discarded": [("draft", 1, None)],
    "draft.file_chosen": [("draft", 2, None)],
    "draft.kept": [("draft", 5, None)],
    "draft.read": [("draft", 1, None)],
    "figures.published": [("release", 1, None)],
    "indicators.assessed": [*EVERYBODY, ("indicator_assessment", 1, None)],
    "inform.agreed": [SIGNAL, ("inform_decision", 1, 1), ("inform_agreement", 2, 1)],
    "inform.decided": [SIGNAL, ("inform_decision", 1, 1)],
    "involvement.role_changed": [SIGNAL, ("involvement", 1, 1)],
    "relation.added": [SIGNAL, ("relation", 1, 2), ("relation", 1, 1)],
    "relation.removed": [SIGNAL, ("relation", 1, 2), ("relation", 1, 1)],
    "signal.converted": EVERYBODY,
    "lead.added": [("lead", 1, None), *EVERYBODY],
    "lead.amended": [("lead", 1, None), *EVERYBODY],
    "lead.removed": [("lead", 1, None), *EVERYBODY],
    "log.read": [("person", 1, 1)],
    "mail.taken_in": [("draft", 5, None)],
    "note.taken_in": [("draft", 5, None)],
    "person.amended": [("person", 1, 1)],
    "person.compared": [("person", 1, 1)],
    "person.merged": [*BOTH, ("person_merge", 1, 1), ("involvement", 2, 2)],
    "case.searched": [("case_file", 1, 1)],
    "person.read": [("person", 1, 1), *EVERYBODY[1:], ("person", 2, 2)],
    "person.set_beside": BOTH,
    "person.split_off": [("involvement", 3, 3), ("person", 1, 1), ("person", 3, 3)],
    "person.unmerged": [*BOTH, ("person_merge", 1, 1), ("involvement", 2, 2)],
    "person.told_alike": [("person", 1, 1), ("person", 2, 2)],
    "person.told_apart": [("person", 1, 1), ("person", 2, 2)],
    "print.card_made": [SIGNAL, ("involvement", 1, 1)],
    "print.letter_made": [SIGNAL, ("involvement", 1, 1)],
    "print.story_made": [SIGNAL, ("involvement", 1, 1)],
    "record.copied": EVERYBODY,
    "records.destroyed": [*EVERYBODY, ("attachment", 1, None), ("referral", 1, 1)],
    "referral.answered": [SIGNAL, ("referral", 1, 1)],
    "referral.made": [SIGNAL, ("referral", 2, 1)],
    "registry.closed": OWN,
    "registry.locked": OWN,
    "registry.login": OWN,
    "route.chosen": [*EVERYBODY, ("routing", 1, None)],
    "signal.amended": EVERYBODY,
    "signal.compared": EVERYBODY,
    "signal.person_added": [("involvement", 3, 3), SIGNAL],
    "signal.read": EVERYBODY,
    "signal.registered": [("signal", 2, None), ("involvement", 3, 1), ("involvement", 4, 3)],
    "signal.reviewed": EVERYBODY,
    "signal.searched": EVERYBODY,
    "signal.status_changed": EVERYBODY,
    "signal.triaged": [*EVERYBODY, ("triage", 1, None)],
    "task.done": [("task", 2, None), *EVERYBODY],
    "task.snoozed": [("task", 1, None), *EVERYBODY],
    "user.added": [("user", 3, None)],
    "user.keys_renewed": OWN,
    "user.passphrase_changed": OWN,
    "user.reactivated": COLLEAGUE,
    "user.renamed": COLLEAGUE,
    "user.revoked": COLLEAGUE,
    "user.role_changed": COLLEAGUE,
    "user.suspended": COLLEAGUE,
}
LINES |= MEETING_LINES
LINES |= CLIENT_LINES
LINES |= CASE_LINES
# These are about the registry as a whole, or about many at once without opening anybody's record (decision 0010).
ABOUT_NOBODY: Final = {
    "consultation.searched",
    "backup.failed",
    "backup.made",
    "backup.place_chosen",
    "backup.tested",
    "computer.all_taken_away",
    "computer.taken_away",
    "destruction.declared",
    "figures.counted",
    "list.searched",
    "list.shown",
    "log.exported",
    "login.failed",
    "need.counted",
    "registry.contact_changed",
    "registry.key_changed",
    "registry.older_accepted",
    "registry.recovery_page",
    "registry.recovery_proven",
    "registry.recovery_renewed",
    "registry.restored",
    "registry.upgraded",
    "registry.search_rebuilt",
    "registry.verified",
    "user.strangers_dropped",
}
# A spreadsheet has a line for every row and person, the demo for everything invented: counted, not listed.
MANY: Final = {"demo.filled", "spreadsheet.taken_in"}


def lines(desk: Desk) -> list[Line]:
    """Return what the last event is about."""
    last = desk.database.connection.execute(
        select(audit_event.c.seq).order_by(audit_event.c.seq.desc()).limit(1)
    )
    rows = desk.database.connection.execute(
        select(audit_subject.c.record, audit_subject.c.record_id, audit_subject.c.person_id)
        .where(audit_subject.c.seq == last.scalar_one())
        .order_by(audit_subject.c.line)
    )
    return [(row.record, row.record_id, row.person_id) for row in rows]


def test_every_verb_says_whom_it_concerns() -> None:
    assert set(LINES) | ABOUT_NOBODY | MANY == set(VERBS) - MADE_BEFORE
    assert not set(LINES) & ABOUT_NOBODY


@pytest.mark.parametrize("verb", sorted(CALLS.keys() - MANY))
def test_an_event_names_its_records_and_persons(
    verb: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    desk = desk_for(verb, request)
    CALLS[verb](desk, tmp_path)
    assert lines(desk) == LINES.get(verb, [])


def test_a_spreadsheet_names_everybody_in_it(busy_desk: Desk, tmp_path: Path) -> None:
    CALLS["spreadsheet.taken_in"](busy_desk, tmp_path)
    connection = busy_desk.database.connection
    told = lines(busy_desk)
    people = {person_id for _, _, person_id in told if person_id is not None}
    assert people == set(connection.exec_driver_sql("SELECT id FROM person WHERE id > 2").scalars())
    signals = {number for record, number, _ in told if record == "signal"}
    assert signals == set(connection.exec_driver_sql("SELECT id FROM signal WHERE id > 1").scalars())


def test_a_referral_of_a_whole_signal_names_everybody_in_it(busy_desk: Desk) -> None:
    referring.refer(busy_desk, replace(REFERRAL, involvement_id=None))
    assert lines(busy_desk) == [SIGNAL, ("referral", 2, 1), ("referral", 2, 2)]
    referring.answer(busy_desk, AnswerDraft(referral_id=2, state="accepted", answered_on="23-11-2026"))
    assert lines(busy_desk) == [SIGNAL, ("referral", 2, 1), ("referral", 2, 2)]


def test_a_search_names_whom_its_first_lines_show(busy_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types a name reads who is in which signal: a person may ask who did that."""
    signals.register(busy_desk, a_notification())
    signals.ids(busy_desk, SignalFilter(search="Lina Voorbeeld"))
    assert [one for one in lines(busy_desk) if one[0] == "signal"] == [("signal", 2, None), SIGNAL]
    assert len([one for one in lines(busy_desk) if one[2] == 1]) == 2
    monkeypatch.setattr("mhdesk.desk.signals.LINES_OF_A_SEARCH", 1)
    signals.ids(busy_desk, SignalFilter(search="Lina Voorbeeld"))
    assert [one for one in lines(busy_desk) if one[0] == "signal"] == [("signal", 2, None)]
