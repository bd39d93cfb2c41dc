"""``mhdesk tour``: show mhdesk on an invented registry, or without a display do its main job into files."""

from __future__ import annotations

import argparse
from pathlib import Path

from mhdesk import resources, vault
from mhdesk.cli import tour_story
from mhdesk.cli.common import made_folder
from mhdesk.cli.output import Output
from mhdesk.cli.window import has_display
from mhdesk.desk import demo, figure_files, figures, imports, registries, verifying
from mhdesk.desk.desk import Desk
from mhdesk.domain.periods import parse_period
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.splits import DEFAULT_BY
from mhdesk.wording import say

SIGNALS = 120
SEED = 2026
SPREADSHEET = "signalen-2019.xlsx"
PERIOD = "2019"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=say("cli.help_out"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Open the window on invented signals; without a display walk one signal's whole way."""
    with made_folder(arguments.out) as out:
        return _show(out, arguments.lang, output) if has_display() else _walk(out, arguments.lang, output)


def _show(out: Path, language: str, output: Output) -> int:
    folder = out / "Voorbeeldregio"
    if not vault.is_registry(folder):
        output.progress(say("cli.tour_making"))
        demo.make(folder, SIGNALS, SEED).desk.close()
    login = say("cli.demo_login", user=demo.USER_NAME, passphrase=demo.PASSPHRASE)
    output.progress(login)
    from mhdesk.gui.app import main  # Qt loads only once there is a display to show it on

    return main(folder, language)


def _walk(out: Path, language: str, output: Output) -> int:
    """Do by hand what a team does in a year, and say what lies where."""
    registry, page = out / "register", out / "herstelblad.pdf"
    desk = _open(registry, page, output)
    try:
        output.progress(say("cli.tour_importing"))
        taken = imports.take_in(desk, resources.path("demo", SPREADSHEET))
        output.progress(say("cli.tour_deciding"))
        told = tour_story.tell(desk, out)
        output.progress(say("cli.tour_publishing"))
        with made_folder(out / "cijfers") as tables:
            made = figures.publish(desk, parse_period(PERIOD), DEFAULT_BY, tables, figure_files.FORMATS)
        findings = verifying.verify(desk)
    finally:
        desk.close()
    output.progress(say("cli.tour_drawing"))
    from mhdesk.cli.screens import draw

    with made_folder(out / "schermen") as pictures:
        shown = draw(pictures, "", language, "light", (1366, 768))
    lines = [
        say("cli.tour_registry", registry=registry, user=demo.USER_NAME, passphrase=demo.PASSPHRASE),
        say("cli.tour_recovery", page=page),
        say("cli.tour_imported", rows=taken.rows_read, new=taken.signals_created),
        say("cli.tour_signal", reference=told.signal, case=told.case),
        say("cli.tour_papers", papers=", ".join(str(path) for path in told.papers)),
        say("cli.tour_figures", release=made.release, folder=tables, suppressed=made.suppressed),
        say("cli.tour_screens", count=len(shown), folder=out / "schermen"),
        say("cli.verify_found", count=len(findings)) if findings else say("cli.verify_ok"),
    ]
    fields = {
        "registry": str(registry),
        "release": made.release,
        "files": [str(path) for path in (*told.papers, *made.files)],
    }
    output.result({**fields, "screens": len(shown), "ok": not findings}, lines)
    return 1 if findings else 0


def _open(registry: Path, page: Path, output: Output) -> Desk:
    """Make the registry, or go on in the one of the last tour."""
    if vault.is_registry(registry):
        return registries.open_registry(registry, demo.USER_NAME, demo.PASSPHRASE)
    output.progress(say("cli.tour_making"))
    draft = RegistryDraft(name="Voorbeeldregio", organisation="Stichting Proefhuis", user_name=demo.USER_NAME)
    return registries.new(registry, draft, demo.PASSPHRASE, recovery_out=page).desk
