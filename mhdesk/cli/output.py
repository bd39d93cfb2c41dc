"""What a command prints: one JSON object or lines on standard output, the rest on standard error."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import secrets
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import KnownError, places
from mhdesk.wording import say

_WRONG_CALL = 2
_DEVICE_STATUS = 4
_BUG_STATUS = 70  # EX_SOFTWARE of sysexits.h: no check found anything, and no call was wrong


@dataclass(frozen=True, slots=True)
class Output:
    """Print results in the way that the caller asked for."""

    as_json: bool

    def result(self, fields: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the result: ``fields`` as one JSON object, or ``lines`` for people."""
        if self.as_json:
            _write(sys.stdout, [json.dumps(fields, ensure_ascii=False)])
        else:
            _write(sys.stdout, lines)

    def progress(self, text: str) -> None:
        """Tell how far a long command is, on standard error."""
        _write(sys.stderr, [text])

    def error(self, error: KnownError) -> None:
        """Tell what went wrong, what was kept and what to do."""
        message = say(error.code, **error.params)
        details = []
        if isinstance(error, ProblemsError):
            details = [{"field": p.field, "code": p.code, "message": p.sentence()} for p in error.problems]
        _write(sys.stderr, [message, *(f"  {detail['field']}: {detail['message']}" for detail in details)])
        if self.as_json:
            body = {"error": error.code, "message": message, "problems": details}
            _write(sys.stdout, [json.dumps(body, ensure_ascii=False)])

    def device_error(self, error: OSError) -> int:
        """Tell of a fault of the disk or device, or of a name that no disk takes, and return its exit status."""
        if error.errno == errno.ENAMETOOLONG:
            self.error(KnownError("common.name_too_long"))
            return _WRONG_CALL
        code = "common.disk_full" if error.errno == errno.ENOSPC else "common.device_fault"
        self.error(KnownError(code))
        return _DEVICE_STATUS

    def bug(self, error: Exception) -> int:
        """Tell of a bug by its type and places, never by its message, and return its exit status."""
        number = secrets.token_hex(4)
        _write(sys.stderr, [f"{number} {places(error)}"])
        self.error(KnownError("common.bug", number=number))
        return _BUG_STATUS


def _write(stream: TextIO | None, lines: Iterable[str]) -> None:
    """Write lines; whoever closed the other end wants no more of them, and the work is done all the same."""
    if stream is None:  # closed before we began
        return
    try:
        for line in lines:
            stream.write(line + "\n")
        stream.flush()
    except BrokenPipeError:
        _discard(stream)


def take_hold() -> None:
    """Let a letter that a terminal or file cannot show be told by its number, and not end the call."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def let_go() -> None:
    """Write out what still waits, so that nothing is left to complain at the end of the process."""
    for stream in (sys.stdout, sys.stderr):
        _write(stream, [])


def _discard(stream: TextIO) -> None:
    """Let all that is written from now on go nowhere."""
    with contextlib.suppress(OSError):  # a stream without a file of its own
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
