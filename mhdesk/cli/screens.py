"""``mhdesk screens``: every page and dialog on invented data as PNG."""

from __future__ import annotations

import argparse
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.cli.common import made_folder
from mhdesk.cli.output import Output
from mhdesk.desk import demo
from mhdesk.errors import InputError
from mhdesk.wording import say

# The night on which all pictures are taken: the same terms run out in each of them.
MOMENT: Final = datetime.fromisoformat("2026-11-23T02:14:00").astimezone()
SIGNALS: Final = 120
SEED: Final = 2026


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=say("cli.help_out"))
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help=say("cli.help_theme"))
    parser.add_argument("--size", default="1366x768", help=say("cli.help_size"))
    parser.add_argument("--only", default="", metavar="NAME", help=say("cli.help_only"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Draw the pictures on a registry that is gone afterwards."""
    size = re.fullmatch(r"(\d{3,4})x(\d{3,4})", arguments.size)
    if not size:
        raise InputError("cli.size_unreadable", typed=arguments.size[:20])
    with made_folder(arguments.out) as out:
        made = draw(out, arguments.only, arguments.lang, arguments.theme, (int(size[1]), int(size[2])))
    done = say("cli.screens_done", count=len(made), out=out)
    output.result({"files": [str(path) for path in made]}, [done])
    return 0


def draw(out: Path, only: str, language: str, theme: str, size: tuple[int, int]) -> list[Path]:
    """Draw one scene, or all of them, and return the files. Raises InputError for a scene that is not there."""
    from mhdesk.gui import offscreen, screens  # Qt loads only for who wants pictures

    offscreen.quieten()
    if only and only not in screens.SCENES:
        raise InputError("cli.only_unknown", name=only[:40], known=", ".join(screens.SCENES))
    names = [only] if only else list(screens.SCENES)
    with files.temporary_folder() as folder:
        desk = demo.make(folder / "Voorbeeldregio", SIGNALS, SEED, clock=lambda: MOMENT).desk
        try:
            return screens.take(
                desk, out, names, language=language, theme=theme, width=size[0], height=size[1]
            )
        finally:
            desk.close()
