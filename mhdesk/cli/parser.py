"""How a command line is read: help and refusals in the language asked for, exit status 2 for a wrong call."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, NoReturn

from mhdesk import wording
from mhdesk.wording import say

WRONG_CALL: Final = 2

# What argparse says of a wrong call, with the sentence that says it here. It has no other way to be told apart:
# the words come to Parser.error ready made. What is not in this list is shown as it is.
_REFUSALS: Final = tuple(
    (re.compile(pattern, re.DOTALL), code)
    for pattern, code in (
        (r"the following arguments are required: (?P<names>.+)", "cli.arguments_missing"),
        (r"unrecognized arguments: (?P<names>.+)", "cli.arguments_unknown"),
        (
            r"argument (?P<name>.+?): invalid choice: (?P<typed>.+?) \(choose from (?P<known>.+)\)",
            "cli.choice_unknown",
        ),
        (r"argument (?P<name>.+?): invalid \w+ value: (?P<typed>.+)", "cli.value_unreadable"),
        (r"argument (?P<name>.+?): expected (?:one|at least one) argument", "cli.value_missing"),
        (r"argument (?P<name>.+?): ignored explicit argument (?P<typed>.+)", "cli.value_not_wanted"),
        (r"ambiguous option: (?P<typed>.+) could match (?P<known>.+)", "cli.option_ambiguous"),
        (r"argument (?P<name>.+?): (?P<reason>.+)", "cli.argument_refused"),
    )
)


class _Help(argparse.HelpFormatter):
    """Help that begins with the word for usage in the language asked for."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage, under its own word."""
        del prefix
        super().add_usage(usage, actions, groups, f"{say('cli.usage')} ")


class ListingHelp(_Help, argparse.RawDescriptionHelpFormatter):
    """Help whose closing list keeps its lines."""


class Parser(argparse.ArgumentParser):
    """Argparse in our languages; it ends with status 2 and a pointer to the help."""

    def __init__(self, *, formatter_class: type[_Help] = _Help, **known: Any) -> None:  # noqa: ANN401 - of argparse
        super().__init__(add_help=False, formatter_class=formatter_class, **known)
        self._positionals.title = say("cli.positionals")
        self._optionals.title = say("cli.options")
        self.add_argument("-h", "--help", action="help", help=say("cli.help_help"))

    def error(self, message: str) -> NoReturn:
        """End the program: the call is wrong."""
        self.exit(WRONG_CALL, f"{self.prog}: {_told(message)}\n{say('cli.see_help', program=self.prog)}\n")


def _told(message: str) -> str:
    for pattern, code in _REFUSALS:
        if found := pattern.fullmatch(message):
            return say(code, **found.groupdict())
    return message


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add --lang, which every command knows."""
    parser.add_argument("--lang", choices=wording.LANGUAGES, default="nl", help=say("cli.help_lang"))


def choose_language(given: Sequence[str]) -> None:
    """Use the language that the call names, before anything is said; a wrong one is refused later."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--lang", nargs="?", default="nl")
    named, _ = parser.parse_known_args(list(given))
    if named.lang in wording.LANGUAGES:
        wording.use_language(named.lang)
