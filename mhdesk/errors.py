"""What can go wrong, as a tree.

MhdeskError
├── KnownError            something happened that the user can do something about
│   ├── InputError        the call or its input is wrong                (exit 2)
│   ├── UnlockError       could not unlock, or in use by another        (exit 3)
│   ├── DamageError       a damaged registry, a full or failing device  (exit 4)
│   ├── NotAllowedError   this role may not do this                     (exit 2)
│   └── ConflictError     somebody else changed the same record         (exit 2)
└── (anything else)       a bug: it is logged by ids only and shown as such

An error carries a *code* and parameters, never record content: its sentence is made by
:func:`mhdesk.wording.say` in the language of the user, at the front door that shows it.
"""

from __future__ import annotations

import traceback
from pathlib import PurePath

Param = str | int


class MhdeskError(Exception):
    """Stand at the root of every error that mhdesk raises itself."""


class KnownError(MhdeskError):
    """Name a situation that the user can act on.

    ``code`` is ``area.name``, a key of ``resources/i18n/messages/*/<area>.toml``; ``params`` fill the
    sentence and must never hold record content (paths chosen by the user and counts are fine).
    """

    exit_status = 2

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class InputError(KnownError):
    """The call or what was given to it is wrong."""


class UnlockError(KnownError):
    """The registry could not be unlocked, or is in use by another."""

    exit_status = 3


class DamageError(KnownError):
    """The registry is damaged, or the disk or device failed."""

    exit_status = 4


class NotAllowedError(KnownError):
    """The role of the person at the desk does not carry this."""


class ConflictError(KnownError):
    """Somebody else changed the same record in the meantime."""


def places(error: BaseException) -> str:
    """Return the type of a bug and the way to it through the code: its own message may quote a record."""
    frames = traceback.extract_tb(error.__traceback__)
    steps = (f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {' > '.join(steps)}"
