"""What every section of the place Management is."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QHideEvent

from mhdesk.domain.people import Permission
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.page import LIST, Page, Shape


class ManageSection(Page):
    """One section: a page beside the list of sections, made when it is first shown, listed in `sections.SECTIONS`.

    A subclass names itself by ``key``, ``icon``, ``permission`` (who lacks it does not see the section) and `word`,
    fills `main` and `side`, and says in `messages` what happened. ``aside_wanted`` carries a `Page` that takes the
    section's place until its ``back_wanted``: use `lead_to`. ``section_wanted`` carries the key of another section.
    """

    key: ClassVar[str]
    icon: ClassVar[str]
    permission: ClassVar[Permission] = Permission.LOGIN
    aside_wanted = QtSignal(object)
    section_wanted = QtSignal(str)

    def __init__(self, context: PageContext, *, shape: Shape | None = LIST, scrolls: bool = True) -> None:
        super().__init__(self.word(), shape=shape, scrolls=scrolls)
        self.context = context

    @staticmethod
    @abstractmethod
    def word() -> str:
        """Return the word in the list of sections, which is the title too."""

    def entered(self) -> None:
        """Ask again what is shown and put the focus where work starts; follows every coming in."""

    def forget(self) -> None:
        """Empty what nobody else should find here, passphrases above all; follows leaving and covering."""

    def lead_to(self, page: Page) -> None:
        """Show a page in place of the section until it wants to go back."""
        self.aside_wanted.emit(page)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget()
