"""Every sentence exists, in both languages, with its parameters; in Dutch one thing has one word."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from mhdesk import errors, wording

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT / "resources" / "i18n" / "messages"
KNOWN_ERRORS = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, errors.KnownError)
}
# Where a code stands in a call, and whether its parameters are the keywords of that call.
CODE_AT = {**dict.fromkeys(KNOWN_ERRORS | {"say"}, 0), "Problem": 1}


def sentences(language: str) -> dict[str, Any]:
    """Return every sentence of one language by its code."""
    found: dict[str, Any] = {}
    for file in sorted((MESSAGES / language).glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        found |= {f"{file.stem}.{name}": sentence for name, sentence in content.items()}
    return found


def parameters(sentence: str) -> set[str]:
    """Return the names between braces; formatting instructions do not count."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def codes(argument: ast.expr) -> Iterator[str]:
    """Yield the codes that ``argument`` may be: one literal, or one of two behind an ``if``."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    if isinstance(argument, ast.IfExp):
        yield from codes(argument.body)
        yield from codes(argument.orelse)


def used() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield place, code and call of every literal code in the package."""
    for path in sorted((ROOT / "mhdesk").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            at = CODE_AT.get(name)
            arguments = [] if at is None else call.args[at : at + 1]
            for argument in arguments:
                for code in codes(argument):
                    yield f"{path.relative_to(ROOT).as_posix()}:{call.lineno}", code, call


def given(call: ast.Call) -> set[str] | None:
    """Return the parameters that a call gives its sentence, or None when they cannot be read here."""
    names = {keyword.arg for keyword in call.keywords}
    if None in names or any(keyword.arg == "params" for keyword in call.keywords) or len(call.args) > 2:
        return None
    return {name for name in names if name} - {"lang"}


def test_both_languages_say_the_same_things() -> None:
    assert sentences("nl").keys() == sentences("en").keys()


def test_both_languages_fill_in_the_same_parameters() -> None:
    nl, en = sentences("nl"), sentences("en")
    unlike = [code for code in nl.keys() & en.keys() if parameters(nl[code]) != parameters(en[code])]
    assert not unlike


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_sentences_are_flat_lists_of_words(language: str) -> None:
    flat = sentences(language)
    assert not [code for code, words in flat.items() if not isinstance(words, str) or not words.strip()]
    assert not [code for code in flat if not code.replace(".", "", 1).isidentifier()]


def test_every_code_in_use_has_its_sentence() -> None:
    known = sentences("nl")
    unknown = [f"{place}: {code}" for place, code, _ in used() if code not in known]
    assert not unknown, "\n".join(unknown)


def test_every_call_fills_its_sentence() -> None:
    known = sentences("nl")
    lacking = [
        f"{place}: {code} lacks {', '.join(sorted(missing))}"
        for place, code, call in used()
        if (names := given(call)) is not None and (missing := parameters(known.get(code, "")) - names)
    ]
    assert not lacking, "\n".join(lacking)


def test_the_window_speaks_dutch_to_the_last_word() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "update_translations.py"), "--check"]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


# What is not said in Dutch, and what is said instead.
ONE_WORD: Final = {
    r"opschort|opgeschort": "stilzetten",
    r"terugtyp|teruggetypt|[Tt]yp de \w+ terug": "overtypen",
    r"\baantekening": "notitie",
    r"(?<!\{)\b[Bb]ack-?up\b": "reservekopie",
    r"(?i)stand van (het )?signaal|nieuwe stand\b": "status",
    r"reservekopie\b[^.;]*\b(?:haar|zij)\b(?! kunnen)": "hij, hem",
}


def dutch() -> list[str]:
    """Return every Dutch sentence, of the window and below it."""
    files = sorted((MESSAGES.parent / "nl").glob("*.ts"))
    of_the_window = [one.text or "" for file in files for one in ET.parse(file).iter("translation")]
    return [*of_the_window, *sentences("nl").values()]


@pytest.mark.parametrize("other", ONE_WORD)
def test_one_thing_has_one_word(other: str) -> None:
    assert [one for one in dutch() if re.search(other, one)] == [], ONE_WORD[other]


def test_three_dots_are_one_sign_without_a_space_before_it() -> None:
    assert [one for one in dutch() if re.search(r"\w …(?!\w)|\.\.\.", one)] == []


def test_apostrophes_are_those_of_a_typesetter() -> None:
    assert [one for one in dutch() if re.search(r"(?<=\w)'(?=\w)", one)] == []
