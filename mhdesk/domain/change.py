"""What a write changed: the one message from the desk to every open page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Change:
    """Say which records a verb touched, by id only.

    ``created`` is the id of the record that the verb made, if it made one of its main kind;
    ``reference`` its number as people write it (``GV-2026-0042``).
    """

    verb: str
    signals: frozenset[int] = field(default_factory=frozenset)
    persons: frozenset[int] = field(default_factory=frozenset)
    referrals: frozenset[int] = field(default_factory=frozenset)
    cases: frozenset[int] = field(default_factory=frozenset)
    meetings: frozenset[int] = field(default_factory=frozenset)
    organisations: frozenset[int] = field(default_factory=frozenset)
    created: int | None = None
    reference: str | None = None
