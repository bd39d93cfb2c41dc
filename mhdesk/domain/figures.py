"""What can be counted, and by what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from mhdesk.errors import InputError

FORM: Final = "form"
MUNICIPALITY: Final = "municipality"
DIMENSIONS: Final = (FORM, MUNICIPALITY)
VOCABULARIES: Final = {FORM: "exploitation_forms", MUNICIPALITY: "municipalities"}
OUTSIDE: Final = "outside_region"

Split: TypeAlias = tuple[str, ...]
"""The dimensions of one table: ("form",), or ("form", "municipality") for the two crossed."""

DEFAULT_BY: Final = (FORM, MUNICIPALITY)


def parse_splits(wanted: Iterable[str]) -> tuple[Split, ...]:
    """Return the tables that are wanted: "form", "municipality", or "form*municipality" for a cross.

    Raises InputError for a dimension that is not counted by, or one that is named twice in a table.
    """
    splits = []
    for text in wanted:
        split = tuple(part.strip() for part in text.split("*"))
        if any(name not in DIMENSIONS for name in split) or len(set(split)) != len(split):
            raise InputError("figures.dimension_unknown", name=text[:60], known=", ".join(DIMENSIONS))
        splits.append(split)
    if not splits:
        raise InputError("figures.dimension_missing", known=", ".join(DIMENSIONS))
    return tuple(dict.fromkeys(splits))
