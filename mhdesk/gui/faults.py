"""What the window does with an error that nobody expected: a number for the user, places for the log."""

from __future__ import annotations

import logging
import secrets
import traceback
from pathlib import Path
from typing import Final

from mhdesk.errors import KnownError
from mhdesk.wording import say

_log: Final = logging.getLogger("mhdesk.gui")


class UnexpectedError(KnownError):
    """A bug, as the user sees it: the number under which its places stand in the log.

    The error itself stays out: its message may quote what somebody typed.
    """


def unexpected(error: BaseException) -> UnexpectedError:
    """Log a bug by its type and its places in the code, never by its message, and give it a number."""
    number = secrets.token_hex(4)
    _log.error("bug %s: %s at %s", number, type(error).__name__, _places(error))
    return UnexpectedError("common.bug", number=number)


def known(error: BaseException) -> KnownError:
    """Return the error itself if the user can act on it, else log it and return what to show instead."""
    return error if isinstance(error, KnownError) else unexpected(error)


def sentence(error: KnownError) -> str:
    """Return what to tell the user, in the language in use."""
    return say(error.code, **error.params)


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
