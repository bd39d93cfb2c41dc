"""Files that wait with the draft of a signal, inside the registry: a lock, a crash or a backup loses none of them.

They lie in the table of drafts, where nothing else has a colon in its form: a row that tells of a file (``file:12``
waits with draft 12) and one that holds its bytes in Base64 (``content:13`` is that of row 13), so that no list reads
bytes.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from mhdesk.domain.attachments import NewFile, ParkedFile
from mhdesk.store.schema import draft
from mhdesk.store.values import insert_row

_FILE: Final = "file:"
_CONTENT: Final = "content:"


def is_draft() -> ColumnElement[bool]:
    """Return what finds the forms that somebody began among what waits with them."""
    return draft.c.form.not_like("%:%")


def park(
    connection: Connection,
    draft_id: int,
    file: NewFile,
    *,
    by: int,
    at: str,
    told: dict[str, Any],
    content: bool = True,
) -> int:
    """Let a file wait with a draft and return its id; ``told`` is kept beside it. Without ``content`` only that."""
    kept = {
        "name": file.name,
        "media_type": file.media_type,
        "size": len(file.content),
        "kept": content,
        **told,
    }
    number = _insert(connection, f"{_FILE}{draft_id}", json.dumps(kept, ensure_ascii=False), by, at)
    if content:
        _insert(connection, f"{_CONTENT}{number}", b64encode(file.content).decode("ascii"), by, at)
    return number


def _insert(connection: Connection, form: str, payload: str, by: int, at: str) -> int:
    values = {"user_id": by, "form": form, "saved_at": at, "payload": payload}
    return insert_row(connection, insert(draft).values(**values))


def of_draft(connection: Connection, draft_id: int) -> tuple[ParkedFile, ...]:
    """Return the files that wait with a draft, in the order in which they came; a mail itself stands first."""
    return tuple(_view(number, kept) for number, kept in told_of(connection, draft_id))


def told_of(connection: Connection, draft_id: int) -> list[tuple[int, dict[str, Any]]]:
    """Return what is kept beside each file that waits with a draft, by its id."""
    question = select(draft.c.id, draft.c.payload).where(draft.c.form == f"{_FILE}{draft_id}")
    rows = connection.execute(question.order_by(draft.c.id))
    return [(row.id, json.loads(row.payload)) for row in rows]


def content(connection: Connection, file_id: int) -> bytes:
    """Return the bytes of a file that waits. Raises KeyError where only its name is kept."""
    question = select(draft.c.payload).where(draft.c.form == f"{_CONTENT}{file_id}")
    payload = connection.execute(question).scalar_one_or_none()
    if payload is None:
        raise KeyError(file_id)
    return b64decode(payload)


def holds(connection: Connection, sha256: str) -> bool:
    """Say whether a file with this sum waits with any draft."""
    question = select(draft.c.id).where(draft.c.form.like(f"{_FILE}%"), draft.c.payload.contains(sha256))
    return connection.execute(question.limit(1)).first() is not None


def choose(connection: Connection, draft_id: int, file_id: int, *, wanted: bool) -> bool:
    """Say whether a file goes along when its draft is recorded; return whether it waits with that draft."""
    kept = dict(told_of(connection, draft_id)).get(file_id)
    if kept is None:
        return False
    payload = json.dumps({**kept, "wanted": wanted}, ensure_ascii=False)
    connection.execute(update(draft).where(draft.c.id == file_id).values(payload=payload))
    return True


def remove(connection: Connection, draft_id: int) -> None:
    """Let nothing wait any more with a draft that is recorded or gone."""
    for number, _ in told_of(connection, draft_id):
        connection.execute(delete(draft).where(draft.c.form == f"{_CONTENT}{number}"))
    connection.execute(delete(draft).where(draft.c.form == f"{_FILE}{draft_id}"))


def _view(number: int, kept: dict[str, Any]) -> ParkedFile:
    return ParkedFile(
        id=number,
        name=kept["name"],
        media_type=kept["media_type"],
        size=kept["size"],
        is_mail=bool(kept.get("is_mail")),
        wanted=bool(kept.get("wanted", True)) and bool(kept["kept"]),
        kept=bool(kept["kept"]),
        lies_at=str(kept.get("lies_at", "")),
    )
