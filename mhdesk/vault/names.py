"""User names, and the file names that are made from them.

The folder of a registry lists no names in clear: ``keys/user-<id>.age`` carries a digest of the name.
That hides it from a glance and a listing, not from somebody who tries names.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Final

from mhdesk.domain.text import LONGEST_NAME, clean_name
from mhdesk.errors import InputError

_REFUSED: Final = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that no name holds: controls, lone surrogates, line and paragraph separators."""
_LOST: Final = "\ufffd"
"""Stands for a letter that was lost; nobody could type it."""


def clean(name: str) -> str:
    """Return ``name`` as :func:`mhdesk.domain.text.clean_name` does, so that the same typing opens the same key.

    Raises InputError for a name that is empty, longer than 100 characters or not text.
    """
    tidy = clean_name(name)
    if not tidy:
        raise InputError("vault.name_empty")
    if not is_name(tidy) or _LOST in tidy:
        raise InputError("vault.name_refused", longest=LONGEST_NAME)
    return tidy


def is_name(tidy: str) -> bool:
    """Return whether a tidied text can be a name."""
    return 0 < len(tidy) <= LONGEST_NAME and not any(unicodedata.category(sign) in _REFUSED for sign in tidy)


def key_id(name: str) -> str:
    """Return the 16 hex digits in the file name of this user's key: the same for any case and blanks.

    Raises InputError as :func:`clean` does.
    """
    folded = unicodedata.normalize("NFC", clean(name).casefold())
    return hashlib.sha256(b"mhdesk user\0" + folded.encode()).hexdigest()[:16]
