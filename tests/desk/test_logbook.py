"""The log is read by who may, in words and by filters, and says so of itself; nothing ever leaves it."""

from __future__ import annotations

import ast
import csv
import dataclasses
import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import select

from mhdesk import vault
from mhdesk.desk import cases, drafts, informing, log_export, logbook, opening, people, signals, today
from mhdesk.desk.opening import ThisComputer
from mhdesk.desk.verbs import VERBS
from mhdesk.domain.cases import CaseDraft
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.logbook import Group, LogFilter, group_of
from mhdesk.domain.people import PERMISSIONS, Permission, Role, User
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import InputError, NotAllowedError, UnlockError
from mhdesk.store import audit, checkpoints
from mhdesk.store import logbook as stored
from mhdesk.store.checkpoints import Checkpoint
from mhdesk.store.schema import audit_event
from mhdesk.wording import say, use_language
from tests.desk.drafts import a_notification
from tests.desk.test_verbs import CALLS
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

ROOT: Final = Path(__file__).resolve().parents[2]
WORDS: Final = "wimpel granaat zwaluw kompas"
DECISION: Final = InformDraft(involvement_id=1, choice="inform", decided_by="Noor", decided_on="23-11-2026")

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def busy(desk: Desk, clock: StoppedClock) -> Desk:
    """Return a desk in whose log something of everything stands, read by the privacy officer."""
    signals.register(desk, a_notification())
    clock.go_on(days=1)
    signals.details(desk, 1)
    informing.decide(desk, DECISION)
    people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS)
    clock.go_on(days=1)
    signals.ids(desk, SignalFilter(search="vakantiepark"))
    desk.user = User(2, "Bram Verzonnen", Role.VT_WORKER)
    with pytest.raises(NotAllowedError):
        people.suspend(desk, 1)
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    return desk


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English."""
    use_language("en")
    yield
    use_language("nl")


def read(desk: Desk, **wanted: Any) -> list[str]:  # noqa: ANN401 - any part of a filter
    """Return the verbs of what the filter lets through, newest first."""
    return [row.verb for row in logbook.page(desk, LogFilter(**wanted)).rows]


def last(desk: Desk) -> Any:  # noqa: ANN401 - a row
    return desk.database.connection.execute(
        select(audit_event).order_by(audit_event.c.seq.desc()).limit(1)
    ).one()


# --- reading --------------------------------------------------------------------------------------------


def test_the_newest_event_comes_first_in_words(busy: Desk) -> None:
    rows = logbook.page(busy, LogFilter()).rows
    assert [row.sentence for row in rows] == [
        "Geweigerd: Toegang van stilgezet",
        "In de signalen gezocht",
        "Gebruiker Bram Verzonnen toegevoegd",
        "Besluit over informeren bij GV-2026-0001 vastgelegd",
        "Signaal GV-2026-0001 gelezen",
        "Signaal GV-2026-0001 vastgelegd",
        "Register gemaakt",
    ]
    assert [row.seq for row in rows] == [7, 6, 5, 4, 3, 2, 1]
    refused = rows[0]
    assert (refused.refused, refused.user_name, refused.role) == (True, "Bram Verzonnen", "vt_worker")
    assert refused.program.startswith("mhdesk ")
    assert refused.station == busy.station
    assert [(one.record, one.name, one.person_id) for one in rows[4].subjects] == [
        ("signal", "GV-2026-0001", None),
        ("involvement", "GV-2026-0001", 1),
        ("involvement", "GV-2026-0001", 2),
    ]


@pytest.mark.parametrize(
    ("wanted", "verbs"),
    [
        ({"user_id": 2}, ["user.suspended"]),
        ({"refused": True}, ["user.suspended"]),
        ({"kind": "R"}, ["signal.searched", "signal.read"]),
        ({"group": Group.READING}, ["signal.searched", "signal.read"]),
        ({"group": Group.OTHER}, []),
        (
            {"record": "signal", "record_id": 1},
            ["signal.searched", "inform.decided", "signal.read", "signal.registered"],
        ),
        ({"person_id": 1}, ["signal.searched", "inform.decided", "signal.read", "signal.registered"]),
        ({"person_id": 2}, ["signal.searched", "signal.read", "signal.registered"]),
        ({"person_id": 2, "kind": "C"}, ["signal.registered"]),
        ({"last": date(2026, 11, 23)}, ["signal.registered", "registry.made"]),
        ({"first": date(2026, 11, 25)}, ["user.suspended", "signal.searched"]),
        (
            {"first": date(2026, 11, 24), "last": date(2026, 11, 24), "kind": "C"},
            ["user.added", "inform.decided"],
        ),
        ({"first": date.min, "last": date.max, "user_id": 2}, ["user.suspended"]),
    ],
)
def test_it_is_filtered_by_user_record_person_kind_and_period(
    busy: Desk, wanted: dict[str, Any], verbs: list[str]
) -> None:
    assert read(busy, **wanted) == verbs
    seqs = logbook.ids(busy, LogFilter(**wanted))
    assert [row.verb for row in logbook.rows(busy, seqs) if row.group is not Group.LOG] == verbs


def test_a_period_is_of_days_here_not_of_utc(desk: Desk, clock: StoppedClock) -> None:
    clock.go_on(hours=-2, minutes=-30)  # half past eleven in the evening of the 22nd, 22:38 UTC
    signals.register(desk, a_notification(received_on="22-11-2026"))
    clock.go_on(hours=1)  # half past midnight of the 23rd, still the 22nd in UTC
    signals.details(desk, 1)
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    assert read(desk, last=date(2026, 11, 22)) == ["signal.registered"]
    assert "signal.read" in read(desk, first=date(2026, 11, 23))


def test_reading_the_log_is_logged_once_a_filter_with_whom_it_asks_about(busy: Desk) -> None:
    before = audit.count(busy.database.connection)
    wanted = LogFilter(person_id=1)
    page = logbook.page(busy, wanted, limit=1)
    logbook.page(busy, wanted, after=page.after, limit=1)
    logbook.rows(busy, [1, 2])
    assert audit.count(busy.database.connection) == before + 1
    assert (last(busy).verb, last(busy).details) == ("log.read", "person")
    (row,) = logbook.rows(busy, [before + 1])
    assert [(one.record, one.person_id) for one in row.subjects] == [("person", 1)]


def test_pages_go_on_where_the_one_before_ended(busy: Desk) -> None:
    seen, after = [], None
    while True:
        page = logbook.page(busy, LogFilter(), after=after, limit=3)
        seen += [row.seq for row in page.rows]
        after = page.after
        if after is None:
            break
    assert seen == [7, 6, 5, 4, 3, 2, 1]


def test_events_stay_in_their_order_when_the_clock_is_set_back(desk: Desk, clock: StoppedClock) -> None:
    """At the end of summer time an hour comes twice, and a clock may be wrong: the number counts."""
    for hours in (0, -48, 1, 100):
        clock.go_on(hours=hours)
        drafts.keep(desk, "signal", "{}", None)
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    rows = logbook.page(desk, LogFilter()).rows
    assert [row.seq for row in rows] == [5, 4, 3, 2, 1]
    assert [row.at for row in rows] != sorted((row.at for row in rows), reverse=True)


def test_an_event_with_thousands_of_lines_shows_the_first_and_tells_how_many(desk: Desk) -> None:
    with desk.database.writing() as connection:
        event = audit.Event(
            "2026-11-23T01:08:00.000+00:00", 1, "", "spreadsheet.taken_in", "C", "0", "laptop"
        )
        audit.append(connection, event, [audit.Subject("signal", number) for number in range(3000)])
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    row = logbook.page(desk, LogFilter()).rows[0]
    assert (len(row.subjects), row.lines) == (logbook.LINES_SHOWN, 3000)
    assert (row.station, row.program) == ("laptop", "")


def test_an_event_of_another_mhdesk_is_shown_by_its_code(desk: Desk) -> None:
    with desk.database.writing() as connection:
        event = audit.Event("2026-11-23T01:08:00.000+00:00", 9, "", "later.invented", "E", "0", "laptop")
        audit.append(connection, event, [audit.Subject("later", 1)])
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    row = logbook.page(desk, LogFilter()).rows[0]
    assert (row.sentence, row.user_name, row.group) == ("later.invented", "", Group.OTHER)


def open_a_case(desk: Desk) -> None:
    reader, desk.user = desk.user, User(1, USER, Role.CARE_COORDINATOR)
    cases.open_for(desk, CaseDraft(1, opened_on="23-11-2026"))
    cases.details(desk, 1)
    desk.user = reader


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("GV-2026-0001", ("signal", 1)),
        (" gv 2026 1 ", ("signal", 1)),
        ("C-2026-0001", ("case_file", 1)),
        ("c 2026 1", ("case_file", 1)),
        ("C-2026-0002", None),
        ("GV-2026-0002", None),
        ("XX-2026-0001", None),
        ("Lina", None),
        ("", None),
    ],
)
def test_a_signal_or_a_case_is_found_by_the_reference_that_was_typed(
    busy: Desk, typed: str, found: tuple[str, int] | None
) -> None:
    open_a_case(busy)
    assert logbook.record_called(busy, typed) == found


def test_the_log_of_a_case_holds_what_was_read_and_written_in_it(busy: Desk) -> None:
    open_a_case(busy)
    rows = logbook.page(busy, LogFilter(record="case_file", record_id=1)).rows
    assert {"case.opened", "case.read"} <= {row.verb for row in rows}


@pytest.mark.parametrize("verb", sorted(VERBS.keys() | CALLS.keys()))
@pytest.mark.usefixtures("english")
def test_every_verb_is_told_in_words(verb: str) -> None:
    code = f"logbook.{verb.replace('.', '_')}"
    for language in ("nl", "en"):
        use_language(language)
        assert say(code, name="GV-2026-0042")
        assert re.match(r"[A-Z]", say(code, name=""))


def test_every_group_and_kind_has_a_word() -> None:
    assert all(say(f"logbook.group_{group}") for group in Group)
    assert all(say(f"logbook.kind_{kind}") for kind in "CRUDE")
    assert {group_of(verb) for verb in VERBS} >= set(Group) - {Group.OTHER}


@pytest.mark.parametrize("role", [role for role in Role if Permission.READ_LOG not in PERMISSIONS[role]])
def test_who_works_in_the_registry_does_not_read_the_log(desk: Desk, role: Role, tmp_path: Path) -> None:
    desk.user = User(1, USER, role)
    for call in (
        lambda: logbook.ids(desk, LogFilter()),
        lambda: logbook.rows(desk, [1]),
        lambda: logbook.page(desk, LogFilter()),
        lambda: logbook.page(desk, LogFilter(), after=1),
        lambda: logbook.names(desk),
        lambda: logbook.record_called(desk, "GV-2026-0001"),
        lambda: log_export.export(desk, LogFilter(), tmp_path / "log.csv"),
    ):
        with pytest.raises(NotAllowedError):
            call()
    assert not list(tmp_path.glob("*.csv*"))


def test_the_privacy_officer_and_the_administrator_read_it() -> None:
    assert {role for role in Role if Permission.READ_LOG in PERMISSIONS[role]} == {
        Role.PRIVACY_OFFICER,
        Role.ADMINISTRATOR,
    }


# --- handing it over --------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_line_and_a_signature_over_where_the_log_stood(
    busy: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "logboek.csv"
    seq, head = audit.last(busy.database.connection)
    made = log_export.export(busy, LogFilter(), out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert (made.events, made.head) == (7, head)
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8"))))
    above = {row[0]: row[1] for row in rows if row[0].startswith("# ")}
    assert (above["# seq"], above["# head"]) == (str(seq), head)
    table = [dict(zip(_columns(rows), row, strict=True)) for row in rows if len(row) > 2][1:]
    assert [row["seq"] for row in table] == [*"12223334456667"]
    assert [row["person_id"] for row in table if row["seq"] == "3"] == ["", "1", "2"]
    assert table[-1]["outcome"] == "8"
    assert {row["on_behalf_of"] for row in table} == {USER, "Bram Verzonnen"}
    content = json.loads(above["# checkpoint"]).encode()
    assert vault.is_signed(content, public=above["# public_key"], signature=above["# signature"])
    assert (last(busy).verb, last(busy).details) == ("log.exported", "csv;events=7")


def _columns(rows: list[list[str]]) -> list[str]:
    return next(row for row in rows if row[0] == "seq")


def test_json_says_the_same(busy: Desk, tmp_path: Path) -> None:
    out = tmp_path / "logboek.json"
    log_export.export(busy, LogFilter(person_id=2), out, "json")
    told = json.loads(out.read_text(encoding="utf-8"))
    assert [event["seq"] for event in told["events"]] == [2, 3, 6]
    assert told["events"][1]["sentence"] == "Signaal GV-2026-0001 gelezen"
    assert [one["person_id"] for one in told["events"][1]["subjects"]] == [None, 1, 2]
    assert told["filter"] == ["person"]
    seq, head = 7, audit.hash_at(busy.database.connection, 7)
    assert (told["seq"], told["head"]) == (seq, head)
    kept = checkpoints.all_of(busy.database.connection)[-1]
    assert kept == Checkpoint(7, str(head), told["exported_at"], 1, told["public_key"], told["signature"])
    assert checkpoints.text(busy.unlocked.registry_id, kept).decode() == told["checkpoint"]
    empty = tmp_path / "leeg.json"
    log_export.export(busy, LogFilter(user_id=99), empty, "json")
    assert json.loads(empty.read_text(encoding="utf-8"))["events"] == []


@pytest.mark.parametrize("inside", ["log.csv", "keys/log.csv", "backups/log.csv"])
def test_it_is_not_written_into_a_registry(busy: Desk, inside: str) -> None:
    out = busy.folder / inside
    out.parent.mkdir(exist_ok=True)
    with pytest.raises(InputError, match=r"desk\.inside_registry"):
        log_export.export(busy, LogFilter(), out)
    assert [path for path in out.parent.iterdir() if "log" in path.name] == []


def test_no_cell_of_it_is_a_formula(desk: Desk, tmp_path: Path) -> None:
    desk.station = "=HYPERLINK(1)"
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    with desk.database.writing() as connection:
        connection.exec_driver_sql("UPDATE user SET name = '@SUM(A1)'")
    logbook.copied(desk)
    log_export.export(desk, LogFilter(), tmp_path / "log.csv")
    rows = csv.reader(io.StringIO((tmp_path / "log.csv").read_text(encoding="utf-8")))
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert "'@SUM(A1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_what_cannot_be_written_leaves_nothing(busy: Desk, tmp_path: Path) -> None:
    there = tmp_path / "er al.csv"
    there.write_text("blijft", encoding="utf-8")
    before = audit.count(busy.database.connection)
    for out, form, code in (
        (there, "csv", "desk.file_exists"),
        (tmp_path / "geen map" / "log.csv", "csv", "desk.cannot_write"),
        (tmp_path / "log.pdf", "pdf", "cli.formats_unknown"),
    ):
        with pytest.raises(InputError) as refused:
            log_export.export(busy, LogFilter(), out, form)
        assert refused.value.code == code
    assert there.read_text(encoding="utf-8") == "blijft"
    assert [path.name for path in tmp_path.iterdir() if path.name != "registry"] == ["er al.csv"]
    assert audit.count(busy.database.connection) == before


# --- what the window adds --------------------------------------------------------------------------------


def test_leaving_is_logged_and_signed(desk: Desk) -> None:
    logbook.leave(desk, locked=True)
    assert last(desk).verb == "registry.locked"
    logbook.leave(desk, locked=False)
    assert last(desk).verb == "registry.closed"
    assert [one.seq for one in checkpoints.all_of(desk.database.connection)] == [2, 3]


def test_a_lock_goes_on_when_nothing_can_be_written(desk: Desk) -> None:
    desk.database.driver_connection().execute("PRAGMA query_only = ON")
    logbook.leave(desk, locked=True)
    desk.database.driver_connection().execute("PRAGMA query_only = OFF")


def test_a_list_of_names_is_logged_once_for_each_way_of_filtering_it(desk: Desk) -> None:
    for _ in range(3):
        signals.ids(desk, SignalFilter())
        signals.ids(desk, SignalFilter(municipality="GM0402", form="labour"))
        signals.ids(desk, SignalFilter(municipality="GM0406", form="labour"))
        today.items(desk)
    rows = desk.database.connection.execute(select(audit_event).where(audit_event.c.verb == "list.shown"))
    assert [row.details for row in rows] == ["signals", "signals;municipality;form", "today"]


def test_copying_is_logged_without_what_was_copied(desk: Desk) -> None:
    signals.register(desk, a_notification())
    logbook.copied(desk, 1)
    assert (last(desk).verb, last(desk).kind, last(desk).details) == ("record.copied", "R", "")
    logbook.copied(desk)
    assert last(desk).verb == "record.copied"


# --- refused keys -------------------------------------------------------------------------------------------


@pytest.fixture
def place(registry: ReadyRegistry) -> ReadyRegistry:
    """Return a closed registry whose own keys cost no work."""
    quicken(registry.unlocked)
    return registry


def test_refused_keys_are_taken_into_the_log_at_the_next_opening(
    place: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    computer = ThisComputer(tmp_path / "state", login="boot:1")
    for name in (USER, "Niemand Bekend", USER):
        with pytest.raises(UnlockError):
            opening.by_passphrase(place.folder, name, "fout", computer=computer, clock=clock)
        clock.go_on(hours=1)
    other_key = " ".join(vault.new_recovery().groups())
    with pytest.raises(UnlockError):
        opening.by_recovery(place.folder, other_key, USER, WORDS, computer=computer, clock=clock)
    desk = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=computer, clock=clock)
    (warning,) = logbook.warnings(desk)
    assert warning.code == "logbook.attempts"
    assert "4 keer" in warning.sentence()
    assert "23-11-2026 02:08" in warning.sentence()
    event = last(desk)
    assert (event.verb, event.user_id, event.role, event.outcome) == ("login.failed", None, "", "8")
    assert event.details == "count=4;first=2026-11-23T01:08:00+00:00;last=2026-11-23T04:08:00+00:00"
    desk.close()
    assert not (place.folder / "attempts.json").exists()
    again = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=computer, clock=clock)
    assert logbook.warnings(again) == ()
    again.close()


def test_a_forged_count_does_not_keep_anybody_out(
    place: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    (place.folder / "attempts.json").write_bytes(b"\x00" * 10_000)
    computer = ThisComputer(tmp_path / "state", login="boot:1")
    desk = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=computer, clock=clock)
    assert [one.code for one in logbook.warnings(desk)] == ["logbook.attempts_unreadable"]
    assert last(desk).details == "unreadable"
    desk.close()
    assert not (place.folder / "attempts.json").exists()


def test_a_refusal_by_a_clock_that_was_ahead_is_told_once_and_keeps_nobody_out(
    place: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    computer = ThisComputer(tmp_path / "state", login="boot:1")
    for days in (40_000, -39_999):  # the clock is moved by a century and back, with one refusal at each end
        clock.go_on(days=days)
        with pytest.raises(UnlockError):
            opening.by_passphrase(place.folder, USER, "verkeerd", computer=computer, clock=clock)
    desk = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=computer, clock=clock)
    (warning,) = logbook.warnings(desk)
    assert (warning.code, warning.params["count"]) == ("logbook.attempts_ahead", 2)
    assert "moet nog komen" in warning.sentence()
    desk.close()
    again = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=computer, clock=clock)
    assert logbook.warnings(again) == ()
    again.close()


def test_a_registry_in_use_and_a_wrong_folder_count_as_no_attempt(
    place: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    desk = place.open(clock)
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=ThisComputer(tmp_path / "state"))
    desk.close()
    with pytest.raises(InputError):
        opening.by_passphrase(
            tmp_path / "nergens", USER, PASSPHRASE, computer=ThisComputer(tmp_path / "state")
        )
    assert not (place.folder / "attempts.json").exists()
    assert not (tmp_path / "state").exists()


# --- it stays -----------------------------------------------------------------------------------------------


def test_the_log_has_no_gaps_so_that_its_numbers_need_no_reading(busy: Desk) -> None:
    connection = busy.database.connection
    everything = list(stored.seqs(connection, stored.Wanted()))
    assert everything == list(
        connection.execute(select(audit_event.c.seq).order_by(audit_event.c.seq.desc())).scalars()
    )


def test_questions_by_user_person_and_record_are_answered_by_an_index(busy: Desk) -> None:
    for wanted in (
        LogFilter(user_id=1),
        LogFilter(person_id=1),
        LogFilter(record="signal", record_id=1),
    ):
        asked: list[str] = []
        busy.database.driver_connection().set_trace_callback(asked.append)
        stored.seqs(busy.database.connection, logbook.asked(wanted))
        busy.database.driver_connection().set_trace_callback(None)
        plan = busy.database.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[-1]}").all()
        assert any("ix_audit" in row[-1] for row in plan), plan
        assert not any("SCAN" in row[-1] or "B-TREE" in row[-1] for row in plan), plan


def test_no_code_deletes_or_changes_what_was_logged() -> None:
    """Events are kept as long as the registry: five years are the least (NEN 7513, Stcrt. 2019-38007)."""
    tables = ("audit_event", "audit_subject", "audit_checkpoint")
    found = []
    for path in sorted((ROOT / "mhdesk").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"delete", "update"}:
                named = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
                found += [f"{path}:{node.lineno}"] if named & set(tables) else []
        statement = rf"(DELETE\s+FROM|UPDATE|DROP\s+TABLE|REPLACE\s+INTO)\s+\"?({'|'.join(tables)})\b"
        found += [f"{path}: {match[0]}" for match in re.finditer(statement, source, re.IGNORECASE)]
    assert found == []


def test_events_of_more_than_five_years_ago_are_still_there(desk: Desk, clock: StoppedClock) -> None:
    clock.moment -= timedelta(days=9 * 365)
    drafts.keep(desk, "signal", "{}", None)
    clock.moment += timedelta(days=9 * 365)
    desk.user = User(1, USER, Role.PRIVACY_OFFICER)
    assert read(desk, last=date(2018, 1, 1)) == ["draft.kept"]
    assert dataclasses.asdict(LogFilter())["first"] is None
