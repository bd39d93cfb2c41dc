"""Every verb: permission first, one transaction, one audit event, and nothing at all when it fails."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from mhdesk import vault
from mhdesk.desk import (
    agreements,
    amending,
    attachments,
    backups,
    cards,
    case_list,
    case_papers,
    cases,
    contact,
    demo,
    destroying,
    drafts,
    figures,
    finding,
    imports,
    indicators,
    informing,
    kinds,
    leads,
    letters,
    log_export,
    logbook,
    mail_in,
    matching,
    opening,
    people,
    persons,
    quick_notes,
    referring,
    registries,
    relating,
    repairing,
    restoring,
    roles,
    routing,
    signals,
    stories,
    today,
    trajectories,
    triaging,
    verifying,
)
from mhdesk.desk.opening import ThisComputer
from mhdesk.desk.verbs import VERBS
from mhdesk.domain.agreements import AgreementDraft, typed
from mhdesk.domain.backups import Loss
from mhdesk.domain.case_list import CaseFilter
from mhdesk.domain.cases import (
    CaseDraft,
    CloseDraft,
    EntryDraft,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
    TakenOver,
)
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.contact import Contact
from mhdesk.domain.crisis_card import CardDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.logbook import LogFilter
from mhdesk.domain.people import PERMISSIONS, Permission, Role, User
from mhdesk.domain.periods import parse_period
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.routing import RouteDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError, NotAllowedError, UnlockError
from mhdesk.store import agreements as stored_agreements
from mhdesk.store import audit, case_search, decisions, holdings, involvements, relations, settings
from mhdesk.store import cases as stored_cases
from mhdesk.store import leads as stored_leads
from mhdesk.store import trajectories as stored_trajectories
from mhdesk.store.schema import audit_event, audit_subject, involvement, metadata
from mhdesk.vault import Attempts
from tests.desk.busy import WORDS, a_file, a_mail_file
from tests.desk.client_calls import CALLS as CLIENT_CALLS
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import CALLS as MEETING_CALLS
from tests.desk.merge_calls import CALLS as MERGE_CALLS
from tests.desk.network_calls import CALLS as NETWORK_CALLS
from tests.desk.referral_calls import CALLS as REFERRAL_CALLS
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, START

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Row

    from mhdesk.desk.desk import Desk

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "tests" / "data" / "signalen-2019.xlsx"
DECISION = InformDraft(involvement_id=1, choice="inform", decided_by="Noor", decided_on="23-11-2026")
LEAD = LeadDraft("business", "Nagelstudio Fabeltje BV")
TRIAGE = TriageDraft(
    signal_id=1,
    held_on="23-11-2026",
    disciplines=["vt_worker"],
    outcome="hand_over",
    reasoning="Er is zorg nodig.",
)
ASSESSMENT = AssessmentDraft(1, "unknown", "2026-1", "23-11-2026", {"g_afraid": "observed"})
GROUPS = ("00000",) * 8
NEW_GROUPS = registries.new_recovery_groups()
A_NOTE = vault.Note("ab" * 16, 1, "0" * 16, START, {"narrative": "Gezien bij het vakantiepark."})
ROUTE = RouteDraft(signal_id=1, chosen="labour_inspectorate", decided_on="23-11-2026")
A_REMOVED_FILE = attachments.Removed(
    Change("attachment.removed"),
    1,
    "weg.txt",
    {
        "uid": "cd" * 16,
        "signal_id": 1,
        "name": "weg.txt",
        "media_type": "text/plain",
        "size": 1,
        "sha256": "0" * 64,
        "origin": "",
        "recorded_at": START.isoformat(),
        "recorded_by": 1,
    },
    b"x",
)
MOMENT = "2026-11-22T23:10:00+00:00"
OTHER_WORDS = "schelp notenbalk inkt greppel"

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")


def own_words(desk: Desk) -> str:
    """Put the key of the person at the desk under a passphrase that costs no work, and return it."""
    quicken(desk.unlocked)
    return PASSPHRASE


def this_computer(out: Path) -> ThisComputer:
    return ThisComputer(out / "state", login="a login")


def as_privacy_officer(desk: Desk) -> Desk:
    """Let the person at the desk read the log, unless the test took every permission away."""
    if PERMISSIONS[Role.CARE_COORDINATOR]:
        desk.user = User(1, desk.user.name, Role.PRIVACY_OFFICER)
    return desk


def decided_to_inform(desk: Desk) -> Desk:
    """Let informing the first person stand as decided, without an event."""
    with desk.database.writing() as connection:
        connection.execute(update(involvement).values(inform_state="to_inform"))
    return desk


def declared(desk: Desk) -> str:
    """Let a declaration of destruction stand in the registry and return its number."""
    days = dict.fromkeys(("destroyed_on", "oldest", "newest"), "2026-11-20")
    told = {"ground": "unfounded", "decided_by": "Samira", "executed_by": "Noor", "kinds": {}, "persons": 0}
    kept = json.dumps({"number": "V-2026-0001", **told, **days})
    with desk.database.writing() as connection:
        settings.put(connection, {"declaration_V-2026-0001": kept})
    return "V-2026-0001"


def asked(desk: Desk) -> int:
    """Let the colleague's decision not to inform the first person wait for a second one; return its id."""
    row = {"involvement_id": 1, "choice": "not", "decided_by": "Bram Verzonnen", "recorded_at": MOMENT}
    with desk.database.writing() as connection:
        number = decisions.add(connection, {**row, "recorded_by": 2})
        waits = {"decision_id": number, "answer": "asked", "recorded_at": MOMENT, "recorded_by": 2}
        decisions.add_agreement(connection, waits)
        involvements.set_informing(connection, 1, state=State.NOT, due=None, duty_on=None)
    return number


def a_lead(desk: Desk) -> int:
    """Let a lead of signal 1 stand without an event; return its id."""
    row = {"signal_id": 1, "kind": "vehicle", "text": "99-XXX-9", "recorded_at": MOMENT, "recorded_by": 1}
    with desk.database.writing() as connection:
        return stored_leads.add(connection, row)


def related(desk: Desk) -> int:
    """Let the second person be a parent of the first, and return the id of that relation."""
    row = {"signal_id": 1, "involvement_id": 2, "kind": "parent_of", "other_id": 1, "recorded_by": 1}
    with desk.database.writing() as connection:
        return relations.add(connection, {**row, "recorded_at": MOMENT})


@dataclass(frozen=True)
class InCase:
    """What stands in the case of the first person, by id."""

    case: int
    goal: int = 0
    trajectory: int = 0
    agreement: int = 0
    done: int = 0


def in_case(desk: Desk, *, busy: bool = True, status: str = "open", state: str = "running") -> InCase:
    """Let a case of the first person stand without an event; return what is in it."""
    by = {"recorded_at": MOMENT, "recorded_by": 1}
    about = {"uid": "ef" * 16, "number_year": 2026, "number": 1, "person_id": 1, "coordinator_id": 1}
    with desk.database.writing() as connection:
        case = stored_cases.add(connection, {**about, "status": status, "opened_on": "2026-11-22", **by})
        within = {"case_id": case, **by}
        if not busy:
            return InCase(case)
        goal = stored_cases.add_goal(connection, {**within, "text": "Een woning.", "state": "open"})
        line = {**within, "kind": "care", "state": state, "started_on": "2026-11-22"}
        trajectory = stored_trajectories.add(connection, line)
        agreed = {**within, "what": "Bellen.", "who": "De Luwte", "due_on": "2026-11-30"}
        agreement = stored_agreements.add(connection, agreed)
        kept = {**agreed, "done_on": "2026-11-22", "done_by": 1, "done_how": "Gebeld."}
        return InCase(case, goal, trajectory, agreement, stored_agreements.add(connection, kept))


def corrected(desk: Desk) -> AgreementDraft:
    """Return an agreement in a case that stands without an event, as somebody corrects it."""
    found = stored_agreements.get(desk.database.connection, in_case(desk).agreement)
    assert found is not None
    return replace(typed(found), what="Schrijven.")


def findable(desk: Desk) -> Desk:
    """Let a case stand in the search index, too."""
    number = in_case(desk).case
    with desk.database.writing() as connection:
        case_search.index(connection, [number])
    return desk


# One ordinary call of each verb, at a desk that already has signal 1, referral 1, draft 1 and user 2.
CALLS: dict[str, Callable[[Desk, Path], object]] = {
    "agreement.amended": lambda desk, _: agreements.amend(desk, corrected(desk)),
    "agreement.done": lambda desk, _: agreements.finish(desk, in_case(desk).agreement, "Gepland."),
    "agreement.made": lambda desk, _: agreements.add(
        desk, AgreementDraft(in_case(desk).case, "Intake plannen.", "De Luwte", due_on="30-11-2026")
    ),
    "agreement.reopened": lambda desk, _: agreements.reopen(desk, in_case(desk).done),
    "agreement.snoozed": lambda desk, _: agreements.snooze(
        desk, in_case(desk).agreement, "25-11-2026", "Dan is zij er."
    ),
    "case.closed": lambda desk, _: cases.close(
        desk, CloseDraft(in_case(desk, busy=False).case, "23-11-2026", "other", "unknown", "Klaar.")
    ),
    "case.coordinator_changed": lambda desk, _: cases.hand_to(desk, in_case(desk).case, 2),
    "case.entry_added": lambda desk, _: cases.add_entry(
        desk, EntryDraft(in_case(desk).case, "progress", "23-11-2026", text="Het gaat beter.")
    ),
    "case.goal_amended": lambda desk, _: cases.amend_goal(
        desk, GoalDraft(1, "Een kamer.", in_case(desk).goal, 1)
    ),
    "case.goal_added": lambda desk, _: cases.add_goal(desk, GoalDraft(in_case(desk).case, "Een woning.")),
    "case.goal_ended": lambda desk, _: cases.end_goal(
        desk, GoalEndDraft(in_case(desk).goal, "reached", "23-11-2026", "Een kamer.")
    ),
    "case.goal_taken_up": lambda desk, _: cases.take_up_goal(desk, in_case(desk).goal),
    "case.handed_back": lambda desk, _: cases.hand_back(
        desk, TakenOver(Change("case.taken_over"), 2, 1, (in_case(desk).case,), ())
    ),
    "case.opened": lambda desk, _: cases.open_for(desk, CaseDraft(1, opened_on="23-11-2026")),
    "case.searched": lambda desk, _: case_list.ids(findable(desk), CaseFilter(search="Lina")),
    "case.read": lambda desk, _: cases.details(desk, in_case(desk).case),
    "case.reopened": lambda desk, _: cases.reopen(
        desk, ReopenDraft(in_case(desk, status="closed").case, "23-11-2026", "Zij belde weer.")
    ),
    "case.taken_over": lambda desk, _: (in_case(desk), cases.take_over(desk, 1, 2)),
    "trajectory.added": lambda desk, _: trajectories.add(
        desk, TrajectoryDraft(in_case(desk).case, "care", started_on="23-11-2026")
    ),
    "trajectory.amended": lambda desk, _: trajectories.amend(
        desk,
        in_case(desk).trajectory,
        1,
        TrajectoryDraft(1, "legal", started_on="23-11-2026"),
    ),
    "trajectory.ended": lambda desk, _: trajectories.end(
        desk, TrajectoryEndDraft(in_case(desk).trajectory, "done", "23-11-2026", "Zij heeft een plek.")
    ),
    "trajectory.taken_up": lambda desk, _: trajectories.take_up(desk, in_case(desk, state="done").trajectory),
    "attachment.added": lambda desk, out: attachments.add(desk, 1, a_file(out)),
    "attachment.put_back": lambda desk, _: attachments.put_back(desk, A_REMOVED_FILE),
    "attachment.read": lambda desk, _: attachments.read(desk, 1),
    "attachment.removed": lambda desk, _: attachments.remove(desk, 1),
    "attachment.saved": lambda desk, out: attachments.save(desk, 1, out / "bewaard.txt"),
    "backup.failed": lambda desk, _: backups.failed(desk, "backups.disk_full"),
    "backup.made": lambda desk, _: backups.make(desk),
    "backup.place_chosen": backups.choose_place,
    "backup.tested": lambda desk, _: backups.tested(desk, holdings.of(desk.database.connection)),
    "computer.forgotten": lambda desk, out: opening.forget(desk, this_computer(out)),
    "computer.remembered": lambda desk, out: opening.remember(desk, this_computer(out), own_words(desk)),
    "computer.all_taken_away": lambda desk, _: people.forget_computers(desk),
    "computer.taken_away": lambda desk, _: opening.forget_elsewhere(desk, "0" * 16),
    "demo.filled": lambda desk, _: demo.fill(desk, 5, 1),
    "destruction.declared": lambda desk, out: destroying.declare(desk, declared(desk), out / "declared.pdf"),
    "draft.discarded": lambda desk, _: drafts.discard(desk, 1),
    "draft.read": lambda desk, _: drafts.load(desk, 1),
    "draft.file_chosen": lambda desk, _: mail_in.choose(desk, 2, 3, wanted=False),
    "draft.kept": lambda desk, _: drafts.keep(desk, "signal", "{}", None),
    "figures.counted": lambda desk, _: figures.preview(desk, parse_period("2026"), ["form"]),
    "figures.published": lambda desk, out: figures.publish(desk, parse_period("2026"), ["form"], out),
    "inform.agreed": lambda desk, _: informing.agree(desk, asked(desk), "agreed"),
    "inform.decided": lambda desk, _: informing.decide(desk, DECISION),
    "involvement.role_changed": lambda desk, _: roles.change_role(desk, RoleDraft(1, "witness", "Zag het.")),
    "relation.added": lambda desk, _: relating.relate(desk, 1, RelationDraft(2, "parent_of", 1)),
    "relation.removed": lambda desk, _: relating.unrelate(desk, related(desk)),
    "signal.converted": lambda desk, _: kinds.convert(desk, 1, "signal", "Een vergissing."),
    "note.taken_in": lambda desk, _: quick_notes.take_in(desk, A_NOTE),
    "list.searched": lambda desk, _: finding.begin(desk),
    "list.shown": lambda desk, _: today.items(desk),
    "log.exported": lambda desk, out: log_export.export(
        as_privacy_officer(desk), LogFilter(), out / "log.csv"
    ),
    "lead.added": lambda desk, _: leads.add(desk, 1, LEAD),
    "lead.amended": lambda desk, _: leads.amend(desk, a_lead(desk), 1, LEAD),
    "lead.removed": lambda desk, _: leads.remove(desk, a_lead(desk)),
    "mail.taken_in": lambda desk, out: mail_in.take_in(desk, a_mail_file(out)),
    "log.read": lambda desk, _: logbook.ids(as_privacy_officer(desk), LogFilter(person_id=1)),
    "login.failed": lambda desk, _: opening.take_in_attempts(desk, Attempts(3, MOMENT, MOMENT)),
    "record.copied": lambda desk, _: logbook.copied(desk, 1),
    "print.case_made": lambda desk, out: case_papers.save_case(desk, in_case(desk).case, out / "case.pdf"),
    "print.card_made": lambda desk, out: cards.save_card(
        desk,
        CardDraft(1, danger="Hij staat voor de deur.", call_back="Noor, 035 000 00 01"),
        out / "card.pdf",
    ),
    "print.letter_made": lambda desk, out: letters.save_letter(
        decided_to_inform(desk), LetterDraft(1), out / "letter.pdf"
    ),
    "print.story_made": lambda desk, out: stories.save_story(desk, 1, out / "story.pdf"),
    "records.destroyed": lambda desk, _: destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira")),
    "registry.closed": lambda desk, _: logbook._closed(desk),
    "registry.locked": lambda desk, _: logbook._locked(desk),
    "registry.older_accepted": lambda desk, _: verifying.accept_older(desk),
    "registry.contact_changed": lambda desk, _: contact.change(desk, Contact(phone="035 000 00 01")),
    "registry.key_changed": lambda desk, _: people.key_changed(desk),
    "registry.login": lambda desk, _: opening.login(desk),
    "registry.restored": lambda desk, _: restoring.put_back(
        desk, None, {}, Loss(known=False), keys_differ=False
    ),
    "registry.recovery_page": lambda desk, out: registries.write_recovery_page(
        desk, GROUPS, out / "page.pdf"
    ),
    "registry.recovery_proven": lambda desk, _: registries.recovery_proven(desk),
    "registry.recovery_renewed": lambda desk, _: registries.renew_recovery(
        desk, NEW_GROUPS, " ".join(NEW_GROUPS)
    ),
    "registry.search_rebuilt": lambda desk, _: repairing.rebuild_search(desk),
    "registry.upgraded": lambda desk, _: opening.bring_up_to_date(desk),
    "registry.verified": lambda desk, _: verifying.verify(desk),
    "route.chosen": lambda desk, _: routing.choose(desk, ROUTE),
    "person.amended": lambda desk, _: amending.amend_person(desk, 1, 1, 1, PersonDraft(last_name="Bedacht")),
    "person.compared": lambda desk, _: amending.person_conflict(
        desk, 1, 1, 1, PersonDraft(last_name="Bedacht")
    ),
    "person.read": lambda desk, _: persons.details(desk, 1),
    "person.told_alike": lambda desk, _: matching.tell_alike(desk, 1, 2),
    "person.told_apart": lambda desk, _: matching.tell_apart(desk, 1, 2),
    "signal.amended": lambda desk, _: amending.amend_signal(
        desk, 1, 1, a_notification(municipality="GM0406")
    ),
    "signal.compared": lambda desk, _: amending.signal_conflict(desk, 1, 1, a_notification()),
    "signal.person_added": lambda desk, _: amending.add_person(desk, 1, PersonDraft(last_name="Bedacht")),
    "signal.read": lambda desk, _: signals.details(desk, 1),
    "signal.registered": lambda desk, _: signals.register(desk, a_notification()),
    "signal.reviewed": lambda desk, _: signals.reviewed(desk, 1),
    "signal.searched": lambda desk, _: signals.ids(desk, SignalFilter(search="vakantiepark")),
    "signal.status_changed": lambda desk, _: signals.change_status(desk, 1, "closed", "Klaar."),
    "indicators.assessed": lambda desk, _: indicators.assess(desk, ASSESSMENT),
    "signal.triaged": lambda desk, _: triaging.triage(desk, TRIAGE),
    "spreadsheet.taken_in": lambda desk, _: imports.take_in(desk, SHEET),
    "task.done": lambda desk, _: triaging.finish(desk, 2, "Gebeld en bedankt."),
    "task.snoozed": lambda desk, _: triaging.snooze(desk, 1, "26-11-2026", "Dan is de arts er."),
    "user.added": lambda desk, _: people.add(desk, ColleagueDraft("Ineke Verzonnen"), WORDS),
    "user.keys_renewed": lambda desk, _: opening.renew_keys(desk, WORDS),
    "user.passphrase_changed": lambda desk, _: people.change_passphrase(desk, own_words(desk), WORDS),
    "user.reactivated": lambda desk, _: people.reactivate(desk, 2),
    "user.renamed": lambda desk, _: people.rename(desk, 2, "Bram Bedacht", WORDS),
    "user.revoked": lambda desk, _: people.take_key(desk, 2),
    "user.role_changed": lambda desk, _: people.change_role(desk, 2, Role.VT_WORKER),
    "user.strangers_dropped": lambda desk, _: people.drop_strangers(desk, vault.Strangers()),
    "user.suspended": lambda desk, _: people.suspend(desk, 2),
}
CALLS |= NETWORK_CALLS | MERGE_CALLS
CALLS |= CLIENT_CALLS
CALLS |= REFERRAL_CALLS
CALLS |= MEETING_CALLS
# Its own registry is made with it: every other test stands on it.
MADE_BEFORE = {"registry.made"}
# These fill an empty registry only.
ON_AN_EMPTY_REGISTRY = {"demo.filled"}


def desk_for(verb: str, request: pytest.FixtureRequest) -> Desk:
    """Return the desk at which the example call of ``verb`` makes sense."""
    name = "desk" if verb in ON_AN_EMPTY_REGISTRY else "busy_desk"
    found: Desk = request.getfixturevalue(name)
    return found


def events(desk: Desk) -> list[str]:
    """Return the verbs in the log, oldest first."""
    rows = desk.database.connection.execute(select(audit_event.c.verb).order_by(audit_event.c.seq))
    return list(rows.scalars())


def last_event(desk: Desk) -> Row[Any]:
    """Return the last event of the log."""
    return desk.database.connection.execute(
        select(audit_event).order_by(audit_event.c.seq.desc()).limit(1)
    ).one()


def everything_in(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    connection = desk.database.connection
    tables = [*metadata.sorted_tables]
    return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in tables}


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, and the keys by their files."""
    connection = desk.database.driver_connection()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in sorted(tables)}
    keys = sorted((desk.folder / "keys").iterdir())
    return rows | {"keys": [(path.name, path.read_bytes()) for path in keys]}


def test_every_verb_has_an_example_here() -> None:
    assert set(VERBS) == set(CALLS) | MADE_BEFORE


@pytest.mark.parametrize("verb", sorted(CALLS))
def test_a_verb_leaves_exactly_one_audit_event(
    verb: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    desk = desk_for(verb, request)
    before = events(desk)
    CALLS[verb](desk, tmp_path)
    assert events(desk) == [*before, verb]
    assert audit.first_broken(desk.database.connection) is None


def test_a_new_registry_begins_its_log(desk: Desk) -> None:
    assert events(desk) == ["registry.made"]


def test_a_registered_signal_has_a_line_for_each_person(busy_desk: Desk) -> None:
    rows = busy_desk.database.connection.execute(
        select(audit_subject.c.record, audit_subject.c.person_id)
        .join(audit_event, audit_event.c.seq == audit_subject.c.seq)
        .where(audit_event.c.verb == "signal.registered")
    )
    assert [tuple(row) for row in rows] == [("signal", None), ("involvement", 1), ("involvement", 2)]


@pytest.mark.parametrize("verb", sorted(CALLS))
def test_a_role_without_permission_does_nothing(
    verb: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_for(verb, request)
    before = events(desk)
    monkeypatch.setitem(PERMISSIONS, Role.CARE_COORDINATOR, frozenset())
    with pytest.raises(NotAllowedError):
        CALLS[verb](desk, tmp_path)
    assert events(desk) == [*before, verb]
    assert last_event(desk).outcome == "8"
    assert last_event(desk).details == "desk.not_allowed"


@pytest.mark.parametrize(
    "call",
    [
        lambda desk: people.rename(desk, 2, "Bram Bedacht", "fout"),
        lambda desk: people.change_passphrase(desk, "fout", OTHER_WORDS),
    ],
)
def test_a_wrong_passphrase_at_the_open_desk_is_logged_and_changes_nothing(
    call: Callable[[Desk], object], busy_desk: Desk
) -> None:
    quicken(busy_desk.unlocked)
    before = everything_in(busy_desk)
    with pytest.raises(UnlockError):
        call(busy_desk)
    after = everything_in(busy_desk)
    assert after.pop("audit_event")[:-1] == before.pop("audit_event")
    assert after == before
    event = last_event(busy_desk)
    assert (event.outcome, event.details) == ("8", "vault.wrong_passphrase")


def test_a_privacy_officer_reads_and_does_not_write(busy_desk: Desk) -> None:
    busy_desk.user = User(1, "Samira Proef", Role.PRIVACY_OFFICER)
    signals.details(busy_desk, 1)
    with pytest.raises(NotAllowedError):
        signals.register(busy_desk, a_notification())
    assert Permission.PUBLISH not in PERMISSIONS[Role.PRIVACY_OFFICER]


@pytest.mark.parametrize(
    "call",
    [
        lambda desk: signals.register(desk, a_notification(received_on="")),
        lambda desk: signals.details(desk, 99),
        lambda desk: signals.reviewed(desk, 99),
        lambda desk: signals.change_status(desk, 1, "closed", ""),
        lambda desk: informing.decide(desk, InformDraft(involvement_id=1)),
        lambda desk: informing.decide(desk, InformDraft(involvement_id=99, choice="inform")),
        lambda desk: referring.refer(desk, ReferralDraft(signal_id=1)),
        lambda desk: referring.answer(desk, AnswerDraft(referral_id=99)),
        lambda desk: drafts.discard(desk, 99),
        lambda desk: people.add(desk, ColleagueDraft(""), WORDS),
        lambda desk: people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS),
        lambda desk: people.add(desk, ColleagueDraft("Ineke Verzonnen"), "welkom"),
        lambda desk: people.suspend(desk, 1),
        lambda desk: people.suspend(desk, 99),
        lambda desk: people.take_key(desk, 1),
        lambda desk: people.change_role(desk, 2, "policy_adviser"),
        lambda desk: registries.renew_recovery(desk, NEW_GROUPS, " ".join(registries.new_recovery_groups())),
    ],
)
def test_what_is_refused_leaves_no_trace(call: Callable[[Desk], object], busy_desk: Desk) -> None:
    before = everything_in(busy_desk)
    with pytest.raises(KnownError):
        call(busy_desk)
    assert everything_in(busy_desk) == before


def test_a_search_is_logged_without_its_words(busy_desk: Desk) -> None:
    signals.ids(busy_desk, SignalFilter(search="zeldzaamwoord"))
    row = busy_desk.database.connection.execute(
        select(audit_event).where(audit_event.c.verb == "signal.searched")
    ).one()
    assert row.details == "found=0"
    assert "zeldzaamwoord" not in str(tuple(row))


def test_only_verbs_open_a_write_transaction() -> None:
    """Whatever else called ``writing()`` would be a second way to write, without a log."""
    places = []
    for path in sorted((ROOT / "mhdesk").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
        if any(isinstance(called, ast.Attribute) and called.attr == "writing" for called in calls):
            places.append(path.relative_to(ROOT).as_posix())
    assert places == ["mhdesk/desk/verbs.py"]
