"""What can be done on the page of a person: one dialog at a time, whichever part of the page opens it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from mhdesk.gui.persons.loading import Loaded
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import loading as signal_loading
from mhdesk.gui.signals.correcting import Correcting
from mhdesk.gui.signals.one_dialog import OneDialog


class PersonActs(OneDialog):
    """Open the dialogs of one person; see `OneDialog`. ``correct`` amends what is known."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(context, page)
        self.correct = Correcting(context, page, self)

    def amend(self, loaded: Loaded) -> None:
        """Ask what is known of the person, as told in the newest signal."""
        if loaded.details.roles:
            newest = loaded.details.roles[0]
            ask = partial(signal_loading.load, newest.signal_id)
            then = partial(self._on_signal_arrived, newest.involvement_id)
            self._context.runner.ask(ask, then, self._on_failed, owner=self)

    def _on_signal_arrived(self, involvement_id: int, loaded: signal_loading.Loaded) -> None:
        if self.dialog() is None:
            self.begun = [*self.begun, *loaded.drafts]
            self.correct.amend_person(loaded, involvement_id)
