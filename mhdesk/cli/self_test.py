"""``mhdesk self-test``: whether mhdesk works on this computer, from a checkout or frozen."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from mhdesk import files, wording
from mhdesk.cli.output import Output
from mhdesk.desk import figure_files, figures, registries, signals, verifying
from mhdesk.desk.desk import Desk
from mhdesk.domain.periods import parse_period
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.splits import DEFAULT_BY
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.vault import computer_keyring
from mhdesk.wording import say

_USER = "Zelf Test"
_PASSPHRASE = "paarse heide onder grijze wolken"  # noqa: S105 - opens a registry that is gone a second later


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments: it has none of its own."""
    del parser


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Try each part and tell which work; 1 when one does not."""
    del arguments
    steps: dict[str, Callable[[], str]] = {
        "registry": _registry,
        "translations": _translations,
        "window": _window,
        "keyring": _keyring,
    }
    results = []
    for name, step in steps.items():
        output.progress(name)
        results.append(_tried(name, step))
    good = all(result["ok"] for result in results)
    lines = [
        say("cli.self_test_ok" if result["ok"] else "cli.self_test_failed", name=result["name"])
        + (f" ({result['note']})" if result["note"] else "")
        for result in results
    ]
    output.result({"ok": good, "steps": results}, lines)
    return 0 if good else 1


def _tried(name: str, step: Callable[[], str]) -> dict[str, object]:
    """Run one step; whatever goes wrong in it is the result, and the next step is tried all the same."""
    try:
        return {"name": name, "ok": True, "note": step()}
    except Exception as error:  # noqa: BLE001 - finding out what breaks is what a self-test is for
        return {"name": name, "ok": False, "note": f"{type(error).__name__}: {error}"}


def _registry() -> str:
    """Make a registry, write, read, publish and check in it."""
    with files.temporary_folder() as folder:
        draft = RegistryDraft(name="Zelftest", user_name=_USER)
        desk = registries.new(
            folder / "registry", draft, _PASSPHRASE, recovery_out=folder / "recovery.pdf"
        ).desk
        try:
            _work_at(desk, folder)
        finally:
            desk.close()
        registries.open_registry(folder / "registry", _USER, _PASSPHRASE).close()
    return ""


def _work_at(desk: Desk, folder: Path) -> None:
    person = PersonDraft(first_names="Łucja", last_name="Nguyễn-Voorbeeld", phone="0600000012")
    today = desk.today()
    typed = SignalDraft(received_on=f"{today:%d-%m-%Y}", narrative="Zelftest.", persons=[person])
    made = signals.register(desk, typed)
    if made.created is None or not signals.details(desk, made.created).involvements:
        raise AssertionError("what was written cannot be read")
    figures.publish(desk, parse_period(str(today.year)), DEFAULT_BY, folder, figure_files.FORMATS)
    findings = verifying.verify(desk)
    if findings:
        raise AssertionError(findings[0].code)


def _translations() -> str:
    """Read one sentence in each language and every label of a vocabulary."""
    before = wording.language()
    try:
        for language in wording.LANGUAGES:
            wording.use_language(language)
            if not say("cli.about") or not all(term.label() for term in vocabulary("exploitation_forms")):
                raise AssertionError(language)
    finally:
        wording.use_language(before)
    return ""


def _window() -> str:
    """Open a window off the screen, with its fonts, icons and Dutch."""
    from mhdesk.gui import offscreen, selftest

    offscreen.quieten()
    return selftest.check()


def _keyring() -> str:
    """Name the keyring; a computer without one works, with the passphrase each time."""
    state = computer_keyring.probe()
    return f"{state.backend}: {'yes' if state.usable else 'no'}"
