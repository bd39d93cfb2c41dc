"""Mail in: a draft to look at, files that wait inside the registry, and a task so that the original goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import attachments, destroying, drafts, mail_in, signals, today
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import LONGEST_TEXT
from mhdesk.domain.views import MAIL, TodayKind
from mhdesk.errors import InputError
from mhdesk.store import parked
from mhdesk.store.schema import draft as drafts_table
from tests.desk.drafts import a_notification
from tests.exchange.mails import a_mail, with_file
from tests.faults.opened import desk_of
from tests.store.raw_pages import decrypted

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.views import SignalDetails
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORD = "zqxmailvw"


def taken_in(desk: Desk, folder: Path, mail: EmailMessage | None = None) -> int:
    """Take a mail in and return the id of its draft."""
    path = folder / "mail.eml"
    path.write_bytes(bytes(mail or with_file(a_mail(), "verslag.pdf")))
    number = mail_in.take_in(desk, path).change.created
    assert number is not None
    return number


def typed(desk: Desk, draft_id: int) -> SignalDraft:
    return SignalDraft(**json.loads(drafts.load(desk, draft_id).payload))


def recorded(desk: Desk, draft_id: int, **changes: object) -> SignalDetails:
    """Record the draft as it is, after ``changes``."""
    draft = typed(desk, draft_id)
    for name, value in changes.items():
        setattr(draft, name, value)
    number = signals.register(desk, draft, from_draft=draft_id).created
    assert number is not None
    return signals.details(desk, number)


def rows(desk: Desk) -> int:
    return len(desk.database.connection.execute(select(drafts_table.c.id)).all())


def test_a_mail_becomes_a_draft_with_a_secret_source(desk: Desk, tmp_path: Path) -> None:
    number = taken_in(desk, tmp_path)
    assert drafts.load(desk, number).form == MAIL
    draft = typed(desk, number)
    assert (draft.received_on, draft.received_time, draft.channel) == (
        "20-11-2026",
        draft.received_time,
        "mail",
    )
    assert draft.narrative == "Zorgen om een meisje\n\nEr is iets mis op het vakantiepark."
    assert (draft.source_confidential, draft.source_note) == (True, "Ilse Verzonnen <ilse@voorbeeld.invalid>")
    assert (draft.discipline, draft.organisation, draft.persons) == ("unknown", "", [])


def test_the_files_wait_with_the_draft_and_nowhere_else_is_a_draft_of_them(
    desk: Desk, tmp_path: Path
) -> None:
    number = taken_in(desk, tmp_path)
    found = mail_in.waiting(desk, number)
    assert [(one.name, one.is_mail, one.wanted) for one in found] == [
        ("mail.eml", True, True),
        ("verslag.pdf", False, True),
    ]
    assert found[0].lies_at == str(tmp_path / "mail.eml")
    assert [one.id for one in drafts.mine(desk)] == [number]
    assert [one.draft_id for one in today.items(desk) if one.kind is TodayKind.DRAFT] == [number]
    with pytest.raises(InputError):
        drafts.load(desk, found[1].id)


def test_keeping_the_form_again_loses_no_file(desk: Desk, tmp_path: Path) -> None:
    number = taken_in(desk, tmp_path)
    assert drafts.keep(desk, "signal", '{"narrative": "korter"}', number).created == number
    assert drafts.load(desk, number).form == MAIL
    assert len(mail_in.waiting(desk, number)) == 2


def test_recording_takes_the_files_along_and_asks_to_delete_the_original(desk: Desk, tmp_path: Path) -> None:
    number = taken_in(desk, tmp_path)
    details = recorded(desk, number)
    assert [(one.name, one.origin) for one in details.attachments] == [
        ("mail.eml", "mail"),
        ("verslag.pdf", "mail"),
    ]
    assert attachments.read(desk, details.attachments[1].id) == b"%PDF-1.7 x"
    (task,) = details.tasks
    assert (task.kind, task.due_on.isoformat()) == (WorkTerm.DELETE_ORIGINAL, "2026-11-24")
    assert str(tmp_path / "mail.eml") in details.notes[0].text
    assert rows(desk) == 0
    assert details.history == ()


def test_what_somebody_leaves_out_goes_with_the_draft(desk: Desk, tmp_path: Path) -> None:
    number = taken_in(desk, tmp_path)
    mail, report = mail_in.waiting(desk, number)
    mail_in.choose(desk, number, mail.id, wanted=False)
    mail_in.choose(desk, number, report.id, wanted=False)
    mail_in.choose(desk, number, report.id, wanted=True)
    assert [one.wanted for one in mail_in.waiting(desk, number)] == [False, True]
    details = recorded(desk, number)
    assert [one.name for one in details.attachments] == ["verslag.pdf"]
    assert [one.kind for one in details.tasks] == [WorkTerm.DELETE_ORIGINAL]
    assert rows(desk) == 0


def test_advice_takes_no_file_along_but_the_original_must_go_all_the_same(desk: Desk, tmp_path: Path) -> None:
    details = recorded(desk, taken_in(desk, tmp_path), kind=Kind.ADVICE)
    assert details.attachments == ()
    assert [one.kind for one in details.tasks] == [WorkTerm.DELETE_ORIGINAL]


def test_advice_does_not_tell_how_the_file_of_the_mail_was_called(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "Melding Lina Voorbeeld.eml"
    path.write_bytes(bytes(a_mail()))
    number = mail_in.take_in(desk, path).change.created
    assert number is not None
    (note,) = recorded(desk, number, kind=Kind.ADVICE).notes
    assert "Lina" not in note.text
    assert str(tmp_path) in note.text


def test_a_colleague_sees_and_chooses_nothing_of_a_mail_that_is_not_hers(desk: Desk, tmp_path: Path) -> None:
    number = taken_in(desk, tmp_path)
    mine = mail_in.waiting(desk, number)
    desk.user = User(2, "Bram Verzonnen", Role.CARE_COORDINATOR)
    assert mail_in.waiting(desk, number) == ()
    with pytest.raises(InputError):
        mail_in.choose(desk, number, mine[0].id, wanted=False)


def test_the_same_mail_is_known_again_as_a_draft_and_once_recorded(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(bytes(a_mail()))
    first = mail_in.take_in(desk, path)
    second = mail_in.take_in(desk, path)
    assert (first.before, second.before) == (False, True)
    for one in (first, second):
        assert one.change.created
        recorded(desk, one.change.created)
    assert mail_in.take_in(desk, path).before


@pytest.mark.parametrize(
    ("mail", "day", "begins", "ends"),
    [
        (a_mail("x" * 30_000), "20-11-2026", "Zorgen om een meisje", "bij de bijlagen.]"),
        (a_mail(""), "20-11-2026", "Zorgen om een meisje", "in de mail zelf.]"),
        (a_mail("Tekst.", received="x; geen dag", date="x"), "", "Zorgen", "Tekst."),
        (a_mail("Tekst.", received="x; Fri, 20 Nov 2099 14:31:05 +0100"), "", "Zorgen", "Tekst."),
    ],
)
def test_what_does_not_fit_or_cannot_be_read_is_said_in_the_draft(
    mail: EmailMessage, day: str, begins: str, ends: str, desk: Desk, tmp_path: Path
) -> None:
    draft = typed(desk, taken_in(desk, tmp_path, mail))
    assert draft.received_on == day
    assert draft.narrative.startswith(begins)
    assert draft.narrative.endswith(ends)
    assert len(draft.narrative) <= LONGEST_TEXT


def test_a_mail_too_large_to_keep_whole_still_brings_its_files(desk: Desk, tmp_path: Path) -> None:
    mail = with_file(a_mail(), "foto.jpg", b"\0" * 20_000_000, "image/jpeg")
    number = taken_in(desk, tmp_path, mail)
    assert [(one.kept, one.wanted) for one in mail_in.waiting(desk, number)] == [(False, False), (True, True)]
    assert [one.name for one in recorded(desk, number).attachments] == ["foto.jpg"]


def test_thrown_away_or_destroyed_a_draft_leaves_nothing_of_its_files(
    registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    mail = with_file(a_mail(WORD), f"{WORD}.pdf", WORD.encode())
    drafts.discard(desk, taken_in(desk, tmp_path, mail))
    number = taken_in(desk, tmp_path, mail)
    named = json.dumps({"persons": [{"person_id": 1}]})
    drafts.keep(desk, MAIL, named, number)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira Proef"))
    assert rows(desk) == 0
    desk.close()
    pages = decrypted(registry.folder / "registry.db", registry.unlocked.database_key)
    assert WORD.encode() not in pages


def test_a_draft_and_its_files_survive_closing(
    registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    desk = registry.open(clock)
    number = taken_in(desk, tmp_path)
    (tmp_path / "mail.eml").unlink()  # nothing is read again
    desk.close()
    again = desk_of(registry.unlocked)
    assert [one.name for one in recorded(again, number).attachments] == ["mail.eml", "verslag.pdf"]
    again.close()


def test_a_late_keeping_of_a_form_that_is_gone_writes_over_no_mail(desk: Desk, tmp_path: Path) -> None:
    gone = drafts.keep(desk, "signal", '{"narrative": "weg"}', None).created
    assert gone is not None
    drafts.discard(desk, gone)
    number = taken_in(desk, tmp_path)
    before = drafts.load(desk, number).payload
    late = drafts.keep(desk, "signal", '{"narrative": "te laat"}', gone).created
    assert late is not None
    assert len({gone, number, late}) == 3
    assert drafts.load(desk, number).payload == before
    assert parked.of_draft(desk.database.connection, late) == ()
