"""Split a full name as Dutch registers do: first names, and a last name with its prefixes."""

from __future__ import annotations

from typing import Final

# Prefixes as in the Dutch population register (table 36), and those of the languages most often met.
_PREFIXES: Final = frozenset(
    """
    van von vom zum zur de den der des dem d' 't 's het ter ten te tot toe op onder over in bij aan uit uijt
    voor la le les du da das dal dalla degli del della di do dos el al abu ben bin ibn bint ould san santa
    """.split()
)


def split(full_name: str) -> tuple[str, str]:
    """Return first names and last name; a single word is taken for a first name.

    Read: ``Tomasz van den Berg``, ``Berg, Tomasz van den``, ``Merel Jansen-de Vries``. A word that begins a name
    counts as a prefix only in small letters: Ben Jansen and Van Thi Lan are called so.
    """
    last, comma, first = (part.strip() for part in full_name.partition(","))
    if comma:
        return _turned(first.split(), last)
    words = full_name.split()
    if len(words) <= 1:
        return full_name.strip(), ""
    begin = len(words) - 1
    while begin > 0 and _continues(words, begin):
        begin -= 1
    return " ".join(words[:begin]), " ".join(words[begin:])


def _continues(words: list[str], begin: int) -> bool:
    """Say whether the word before ``begin`` belongs to the last name too."""
    before = words[begin - 1]
    if before.rpartition("-")[2].casefold() in _PREFIXES and "-" in before:
        return True
    return before in _PREFIXES or (begin > 1 and before.casefold() in _PREFIXES)


def _turned(first: list[str], last: str) -> tuple[str, str]:
    """Return both names of ``Berg, Tomasz van den``: prefixes at the end go to the last name."""
    end = len(first)
    while end > 0 and first[end - 1].casefold() in _PREFIXES:
        end -= 1
    return " ".join(first[:end]), " ".join([*first[end:], last])
