"""Hand the log to the privacy officer: every event that was asked for, and a signature over where the log stood.

CSV has one row for each line of an event, JSON one object for each event. Both begin with the head of the log, its
number and the checkpoint as :mod:`mhdesk.store.checkpoints` describes it: whoever keeps the file can later prove
that the log was cut or changed.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.desk import logbook
from mhdesk.desk.desk import Desk
from mhdesk.desk.papers import Paper, leaving
from mhdesk.desk.verbs import Work, sign_log, verb
from mhdesk.domain.change import Change
from mhdesk.domain.logbook import LogFilter, LogRow
from mhdesk.domain.people import Permission
from mhdesk.errors import InputError
from mhdesk.reports.data_files import harmless
from mhdesk.store import audit, checkpoints
from mhdesk.store import logbook as stored
from mhdesk.store.checkpoints import Checkpoint

FORMATS: Final = ("csv", "json")
_AT_ONCE: Final = 500
_COLUMNS: Final = (
    *("seq", "at", "user_id", "user", "role", "on_behalf_of", "verb", "kind", "outcome", "what"),
    *("record", "record_id", "name", "person_id", "station", "program", "details", "hash"),
)


@dataclass(frozen=True, slots=True)
class ExportedLog:
    """A log that was written to a file: how many events, and the head that the file carries."""

    path: Path
    events: int
    head: str
    change: Change


def export(desk: Desk, wanted: LogFilter, out: Path, form: str = "csv") -> ExportedLog:
    """Write the events that the filter lets through to ``out``, oldest first, readable for its owner only.

    Raises NotAllowedError, InputError for another form, a file that stands there already and a place that is in a
    registry or cannot be written. After any error no file stands there.
    """
    if form not in FORMATS:
        raise InputError("cli.formats_unknown", name=form, known=", ".join(FORMATS))
    with leaving(out) as paper:
        order = _Order(wanted, paper, form)
        change = _export(desk, order)
    return ExportedLog(out, order.events, order.head, change)


@dataclass(slots=True)
class _Order:
    """What is to be exported, and what came of it."""

    wanted: LogFilter
    paper: Paper
    form: str
    events: int = 0
    head: str = ""


@verb("log.exported", "E", Permission.READ_LOG)
def _export(work: Work, order: _Order) -> Change:
    """Sign the log as it stands and write it; the event of this export itself comes after that."""
    if order.paper.out.exists():
        raise InputError("desk.file_exists", path=str(order.paper.out))
    seq, order.head = audit.last(work.connection)
    checkpoint = sign_log(work, seq, order.head)
    seqs = stored.seqs(work.connection, logbook.asked(order.wanted))
    order.events = len(seqs)
    pieces = _csv if order.form == "csv" else _json
    with os.fdopen(files.create_file(order.paper.hidden), "w", encoding="utf-8", newline="") as handle:
        for piece in pieces(work, checkpoint, seqs, order.wanted):
            handle.write(piece)
        handle.flush()
        os.fsync(handle.fileno())
    logbook.note_filter(work, order.wanted)
    work.details = ";".join([order.form, f"events={order.events}", *order.wanted.parts()])
    return Change("log.exported")


def _rows(work: Work, seqs: Sequence[int]) -> Iterator[LogRow]:
    """Yield the events, oldest first, with all of their lines."""
    for end in range(len(seqs), 0, -_AT_ONCE):
        some = list(seqs[max(0, end - _AT_ONCE) : end])[::-1]
        yield from (logbook.row_of(entry) for entry in stored.entries(work.connection, some))


def _head(work: Work, checkpoint: Checkpoint, wanted: LogFilter) -> dict[str, object]:
    """Return what stands above the events."""
    registry = work.desk.unlocked.registry_id
    return {
        "format": "mhdesk-log-1",
        "registry": registry,
        "exported_at": work.recorded_at,
        "exported_by": work.user.name,
        "filter": list(wanted.parts()),
        "seq": checkpoint.seq,
        "head": checkpoint.head,
        "checkpoint": checkpoints.text(registry, checkpoint).decode(),
        "public_key": checkpoint.public_key,
        "signature": checkpoint.signature,
    }


def _csv(work: Work, checkpoint: Checkpoint, seqs: Sequence[int], wanted: LogFilter) -> Iterator[str]:
    head = _head(work, checkpoint, wanted)
    told = head | {"filter": " ".join(wanted.parts()), "checkpoint": json.dumps(head["checkpoint"])}
    yield _lines([[f"# {name}", str(value)] for name, value in told.items()])
    yield _lines([_COLUMNS])
    for row in _rows(work, seqs):
        yield _lines(_csv_lines(row))


def _lines(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _csv_lines(row: LogRow) -> list[list[str]]:
    """Return a row for each line of an event, or one when it has none; everybody acts for himself in mhdesk."""
    user = "" if row.user_id is None else str(row.user_id)
    first = [str(row.seq), _utc(row), user, row.user_name, row.role, row.user_name]
    first += [row.verb, row.kind, row.outcome, row.sentence]
    last = [row.station, row.program, row.details, row.hash]
    about = [
        [one.record, str(one.record_id), one.name, "" if one.person_id is None else str(one.person_id)]
        for one in row.subjects
    ]
    return [[*first, *line, *last] for line in about or [["", "", "", ""]]]


def _json(work: Work, checkpoint: Checkpoint, seqs: Sequence[int], wanted: LogFilter) -> Iterator[str]:
    head = json.dumps(_head(work, checkpoint, wanted), ensure_ascii=False, indent=1)
    yield head.removesuffix("\n}") + ',\n "events": ['
    comma = ""
    for row in _rows(work, seqs):
        told = asdict(replace(row, subjects=())) | {"at": _utc(row), "on_behalf_of": row.user_name}
        told["subjects"] = [asdict(one) for one in row.subjects]
        yield f"{comma}\n  {json.dumps(told, ensure_ascii=False)}"
        comma = ","
    yield "\n ]\n}\n"


def _utc(row: LogRow) -> str:
    return row.at.astimezone(UTC).isoformat(timespec="milliseconds")
