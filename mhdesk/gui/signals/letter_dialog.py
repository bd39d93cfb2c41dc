"""Ask in which language somebody gets the information letter, and what it says of its source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain import letters
from mhdesk.domain.change import Change
from mhdesk.domain.letters import DUTCH, LetterDraft, Origin, Sender
from mhdesk.domain.problems import Problem
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.guard_bars import add_guards
from mhdesk.gui.signals.naming import name_words
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.fields import Choice, TextEditor
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def _sender(desk: Desk) -> Sender:
    from mhdesk.desk import letters as desk_letters

    return desk_letters.sender(desk)


def _save(draft: LetterDraft, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import letters as desk_letters

    return desk_letters.save_letter(desk, draft, out)


def _origin_words(origin: Origin) -> str:
    return {
        Origin.SECRET: QCoreApplication.translate("LetterDialog", "from somebody else, kept secret"),
        Origin.PROFESSIONAL: QCoreApplication.translate("LetterDialog", "from a professional, unnamed"),
        Origin.PUBLIC: QCoreApplication.translate(
            "LetterDialog", "from a place that everybody can see, such as the internet"
        ),
        Origin.SELF: QCoreApplication.translate("LetterDialog", "only from this person"),
    }[origin]


class LetterDialog(PaperDialog):
    """Make the information letter to one person; how to reach that person safely is said first."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self, context: PageContext, details: SignalDetails, one: InvolvementView, parent: QWidget
    ) -> None:
        question = QCoreApplication.translate("LetterDialog", "Information letter for {name}")
        explanation = QCoreApplication.translate(
            "LetterDialog",
            "The letter names nobody else, and says nothing of a role, the story or the number. Whoever finds it can"
            " read that exploitation is suspected: hand it over in person if you can.",
        )
        file_name = QCoreApplication.translate("LetterDialog", "letter.pdf")
        super().__init__(context, question.format(name=name_words(one)), explanation, file_name, parent)
        self._details, self._involvement_id = details, one.id
        self.show_safe_contact(one)
        add_guards(self.body, details, one)
        self._language = Choice(width=_WIDTH)
        self._language.set_options(self._languages())
        self._language.set_code(DUTCH)
        self._origin = Choice(width=_WIDTH)
        origins = letters.origins(details)
        self._origin.set_options((origin, _origin_words(origin)) for origin in origins)
        self._origin.set_code(origins[0])
        self._person = TextEditor(width=_WIDTH)
        self._ask()
        context.runner.ask(_sender, self._on_sender_arrived, self._on_unanswered)

    def _languages(self) -> list[tuple[str, str]]:
        both = self.tr("{language}, and Dutch after it")
        return [
            (code, name if code == DUTCH else both.format(language=name))
            for code, name in letters.languages().items()
        ]

    def _ask(self) -> None:
        part = self.part
        part.column.addWidget(part.ask("language", self.tr("Language"), self._language))
        part.column.addWidget(part.ask("origin", self.tr("Where the data come from"), self._origin))
        part.column.addWidget(
            part.ask("contact_person", self.tr("Whom to ask for"), self._person, optional=True)
        )

    def _on_sender_arrived(self, sender: Sender) -> None:
        """Say before it is saved what stays open in the letter."""
        words = {
            "address": self.tr("the address"),
            "phone": self.tr("the phone number"),
            "officer": self.tr("the data protection officer"),
        }
        if missing := [words[name] for name in sender.contact.missing()]:
            told = self.tr("Still open in the letter: {what}. Fill it in under Management, Organisation.")
            self.messages.show_message(Kind.WARNING, told.format(what=", ".join(missing)), closable=False)

    def _on_unanswered(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    def draft(self) -> LetterDraft:
        """Return what is chosen."""
        return LetterDraft(
            self._involvement_id, self._language.code(), self._origin.code(), self._person.text()
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is chosen."""
        return self.draft().validate(self._details)

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the letter as work for the desk."""
        return partial(_save, self.draft(), out)
