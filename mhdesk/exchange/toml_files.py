"""Read what somebody wrote down in TOML beside a file: which column is what, which categories belong together."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

from mhdesk.errors import InputError

LARGEST: Final = 1_000_000


def read(path: Path, unreadable: str) -> dict[str, object]:
    """Return what stands in a TOML file; ``unreadable`` is the code of the sentence for one that is no TOML.

    Raises InputError, also for a file that cannot be opened. What is longer than ``LARGEST`` bytes is no such file.
    """
    try:
        with path.open("rb") as handle:
            content = handle.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise InputError(unreadable, name=path.name)
        return tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise InputError("import.file_unreadable", name=path.name) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(unreadable, name=path.name) from error
