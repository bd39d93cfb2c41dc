"""Take in a mail: what it says becomes the draft of a signal, and its files wait with that inside the registry.

Recording that draft takes the files along, in the same transaction, and begins the task to delete the original.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from mhdesk.desk import attachments, triaging
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain import dates
from mhdesk.domain.attachments import LARGEST_FILE, NewFile, ParkedFile
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.views import MAIL
from mhdesk.errors import InputError
from mhdesk.exchange import mail as mails
from mhdesk.exchange.mail import Mail
from mhdesk.store import attachments as stored
from mhdesk.store import drafts, notes, parked
from mhdesk.store.database import Connection
from mhdesk.wording import say

ORIGIN: Final = "mail"
_LEAST_YEAR: Final = dates.EARLIEST_YEAR


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a mail: the id of its draft is ``change.created``.

    ``left_out`` counts attachments that stayed out; ``cut`` says that the form could not hold the whole text;
    ``before`` that the same mail waits as a draft or was recorded before.
    """

    change: Change
    path: Path
    attachments: int
    left_out: int
    cut: bool
    before: bool


def take_in(desk: Desk, path: Path) -> TakenIn:
    """Make a saved mail the draft of a signal. Raises InputError for a file that is no mail or cannot be read."""
    demand(desk, "mail.taken_in", "C", Permission.WRITE)
    mail = mails.read(path)
    draft, cut = as_draft(mail, desk.today())
    before = _is_known(desk.database.connection, mail)
    change = _take_in(desk, mail, draft, str(path))
    return TakenIn(change, path, len(mail.attachments), mail.left_out, cut, before)


@verb("mail.taken_in", "C", Permission.WRITE)
def _take_in(work: Work, mail: Mail, draft: SignalDraft, lies_at: str) -> Change:
    """Write the draft and let the files wait with it, the mail itself first."""
    payload = json.dumps(asdict(draft), ensure_ascii=False)
    number = drafts.keep(
        work.connection,
        user_id=work.user.id,
        form=MAIL,
        saved_at=work.recorded_at,
        payload=payload,
        draft_id=None,
    )
    whole = len(mail.source.content) <= LARGEST_FILE
    told = {"is_mail": True, "lies_at": lies_at, "sha256": _sha256(mail.source)}
    _park(work, number, mail.source, told, content=whole)
    for file in mail.attachments:
        _park(work, number, file, {})
    work.concerns("draft", [number])
    work.details = f"attachments={len(mail.attachments)}"
    return Change("mail.taken_in", created=number)


def _park(work: Work, draft_id: int, file: NewFile, told: dict[str, Any], *, content: bool = True) -> None:
    parked.park(
        work.connection, draft_id, file, by=work.user.id, at=work.recorded_at, told=told, content=content
    )


def as_draft(mail: Mail, today: date) -> tuple[SignalDraft, bool]:
    """Return a mail as the draft of a signal, and whether its text was too long for that.

    Whoever sent it is the source, and stays secret until somebody decides otherwise.
    """
    told = clean("\n\n".join(part for part in (mail.subject, clean(mail.text)) if part))
    if not clean(mail.text):
        told = clean(f"{told}\n\n{say('mail.no_text')}")
    note = say("mail.text_cut")
    cut = len(told) > LONGEST_TEXT
    if cut:
        told = f"{told[: LONGEST_TEXT - len(note) - 2].rstrip()}\n\n{note}"
    received = mail.received_at
    if received and not _LEAST_YEAR <= received.year <= today.year:
        received = None
    draft = SignalDraft(
        received_on=dates.display_day(received.date()) if received else "",
        received_time=f"{received:%H:%M}" if received else "",
        channel="mail",
        source_confidential=True,
        source_note=_sender(mail),
        narrative=told,
    )
    return draft, cut


def _sender(mail: Mail) -> str:
    address = f"<{mail.sender_address}>" if mail.sender_address and mail.sender_name else mail.sender_address
    return " ".join(part for part in (mail.sender_name, address) if part)[:LONGEST_LINE]


def waiting(desk: Desk, draft_id: int) -> tuple[ParkedFile, ...]:
    """Return the files that wait with a draft that the person at the desk may finish, the mail itself first."""
    desk.demand(Permission.WRITE)
    connection = desk.database.connection
    if drafts.find(connection, desk.user.id, draft_id) is None:
        return ()
    return parked.of_draft(connection, draft_id)


@verb("draft.file_chosen", "U", Permission.WRITE)
def choose(work: Work, draft_id: int, file_id: int, *, wanted: bool) -> Change:
    """Say whether a file goes along when its draft is recorded. What stays out goes with the draft."""
    found = drafts.find(work.connection, work.user.id, draft_id)
    if found is None or not parked.choose(work.connection, draft_id, file_id, wanted=wanted):
        raise InputError("desk.no_such_draft")
    work.concerns("draft", [draft_id])
    return Change("draft.file_chosen", created=draft_id)


def settle(work: Work, signal_id: int, kind: str, draft_id: int) -> None:
    """Take the files of a finished draft along into its signal, and begin what a mail asks for.

    Advice takes none: nobody's data belong in it, and mhdesk cannot see whom a file, or its name, names.
    """
    told = parked.told_of(work.connection, draft_id)
    if kind != Kind.ADVICE:
        for file in parked.of_draft(work.connection, draft_id):
            if file.wanted:
                content = parked.content(work.connection, file.id)
                new = NewFile(file.name, file.media_type, content)
                attachments.add_recorded(work, signal_id, new, ORIGIN)
    source = next((kept for _, kept in told if kept.get("is_mail")), None)
    if source is not None:
        triaging.begin(work, signal_id, WorkTerm.DELETE_ORIGINAL, work.today())
        line = [(say("mail.lay_at", path=_told_place(source["lies_at"], kind)), say("mail.origin"))]
        notes.add_all(
            work.connection, signal_id, line, recorded_at=work.recorded_at, recorded_by=work.user.id
        )


def _told_place(lies_at: str, kind: str) -> str:
    """Return where a mail lay; in advice only the folder, since people call files after those whom they are about."""
    return str(Path(lies_at).parent) if kind == Kind.ADVICE else lies_at


def _is_known(connection: Connection, mail: Mail) -> bool:
    """Say whether the registry holds the very same mail, recorded or as a draft."""
    known = _sha256(mail.source)
    return parked.holds(connection, known) or stored.holds(connection, known)


def _sha256(file: NewFile) -> str:
    return hashlib.sha256(file.content).hexdigest()
