"""Nothing that is typed in a dialog is lost: a lock keeps it as a draft, and it comes back where it was typed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import mhdesk.gui

ROOT: Final = Path(mhdesk.gui.__file__).parent
NOT_KEPT: Final = {
    "DestroyDialog": "What cannot be undone is decided anew, with the number of the signal typed again.",
    "EndDialog": "One day, which stands there already.",
    "OwnNameDialog": "A name, with a passphrase that must be kept nowhere.",
    "PublishFiguresDialog": "Two words about a file; the figures may be others after a lock.",
    "RenameDialog": "A name, with a passphrase that must be kept nowhere.",
    "ReturnDialog": "A passphrase, which must be kept nowhere.",
}
"""Dialogs with a text field that keep no draft, and why not."""
_TYPED: Final = re.compile(
    r"\b(TextEditor|LongTextEditor|DateEditor|OrganisationEditor|PassphraseEditor)\(|ask_(text|line|day)\("
)
_KEEPS: Final = re.compile(r"\b_?keep(_as|_told)?\(|, kept\)")
"""Keeping, or handing what was kept on to what opens the dialog."""


def trees() -> Iterator[ast.Module]:
    for path in sorted(ROOT.rglob("*.py")):
        if not path.name.startswith("screens"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def classes() -> dict[str, tuple[set[str], str]]:
    """Return the bases and the source of every class of the window by name; two of one name count as one."""
    found: dict[str, tuple[set[str], str]] = {}
    for tree in trees():
        for one in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            bases, source = found.get(one.name, (set(), ""))
            named = {ast.unparse(base).partition("[")[0] for base in one.bases}
            found[one.name] = bases | named, source + ast.unparse(one)
    return found


def dialogs_with_text() -> dict[str, str]:
    """Return the source of every dialog in which something can be typed, by name."""
    every = classes()

    def is_dialog(name: str) -> bool:
        return name == "Decision" or any(is_dialog(base) for base in every.get(name, (set(), ""))[0])

    return {name: source for name, (_, source) in every.items() if is_dialog(name) and _TYPED.search(source)}


def made_without_keeping(names: set[str]) -> set[str]:
    """Return which dialogs some function makes without keeping what is typed; who hands them on keeps later."""
    found = set()
    for tree in trees():
        functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
        for one in (one for one in functions if not _KEEPS.search(ast.unparse(one))):
            returned = (node for node in ast.walk(one) if isinstance(node, ast.Return))
            handed_on = {id(node) for answer in returned for node in ast.walk(answer)}
            for call in (node for node in ast.walk(one) if isinstance(node, ast.Call)):
                if isinstance(call.func, ast.Name) and call.func.id in names and id(call) not in handed_on:
                    found.add(call.func.id)
    return found


def test_every_dialog_in_which_something_is_typed_keeps_it_or_says_why_not() -> None:
    typed = dialogs_with_text()
    keep_themselves = {name for name, source in typed.items() if re.search(r"\bkeep_as\(", source)}
    assert len(typed) > 50
    assert made_without_keeping(set(typed) - keep_themselves) <= set(NOT_KEPT) <= set(typed)
