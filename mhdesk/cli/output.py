"""What a command prints: one JSON object or lines on standard output, the rest on standard error."""

from __future__ import annotations

import errno
import json
import secrets
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import KnownError, places
from mhdesk.wording import say

_DEVICE_STATUS = 4
_BUG_STATUS = 70  # EX_SOFTWARE of sysexits.h: no check found anything, and no call was wrong


@dataclass(frozen=True, slots=True)
class Output:
    """Print results in the way that the caller asked for."""

    as_json: bool

    def result(self, fields: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the result: ``fields`` as one JSON object, or ``lines`` for people."""
        if self.as_json:
            sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
            return
        for line in lines:
            sys.stdout.write(line + "\n")

    def progress(self, text: str) -> None:
        """Tell how far a long command is, on standard error."""
        sys.stderr.write(text + "\n")

    def error(self, error: KnownError) -> None:
        """Tell what went wrong, what was kept and what to do."""
        message = say(error.code, **error.params)
        details = []
        if isinstance(error, ProblemsError):
            details = [{"field": p.field, "code": p.code, "message": p.sentence()} for p in error.problems]
        sys.stderr.write(message + "\n")
        for detail in details:
            sys.stderr.write(f"  {detail['field']}: {detail['message']}\n")
        if self.as_json:
            body = {"error": error.code, "message": message, "problems": details}
            sys.stdout.write(json.dumps(body, ensure_ascii=False) + "\n")

    def device_error(self, error: OSError) -> int:
        """Tell of a fault of the disk or device and return its exit status."""
        code = "common.disk_full" if error.errno == errno.ENOSPC else "common.device_fault"
        self.error(KnownError(code))
        return _DEVICE_STATUS

    def bug(self, error: Exception) -> int:
        """Tell of a bug by its type and places, never by its message, and return its exit status."""
        number = secrets.token_hex(4)
        sys.stderr.write(f"{number} {places(error)}\n")
        self.error(KnownError("common.bug", number=number))
        return _BUG_STATUS
