"""How a command line is read: Dutch help, exit status 2 for a wrong call."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final, NoReturn

from mhdesk import wording
from mhdesk.wording import say

WRONG_CALL: Final = 2


class Parser(argparse.ArgumentParser):
    """Argparse that ends with status 2 and a pointer to the help."""

    def error(self, message: str) -> NoReturn:
        """End the program: the call is wrong."""
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n{say('cli.see_help', program=self.prog)}\n")


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add --lang, which every command knows."""
    parser.add_argument("--lang", choices=wording.LANGUAGES, default="nl", help=say("cli.help_lang"))


def choose_language(given: Sequence[str]) -> None:
    """Use the language that the call names, before anything is said; a wrong one is refused later."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--lang", default="nl")
    named, _ = parser.parse_known_args(list(given))
    if named.lang in wording.LANGUAGES:
        wording.use_language(named.lang)
