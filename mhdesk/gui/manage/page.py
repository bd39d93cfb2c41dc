"""The place Management: a list of sections, and the one that is shown beside it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.manage.contact_section import ContactSection
from mhdesk.gui.manage.recovery_section import RecoverySection
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.section_list import SectionList
from mhdesk.gui.manage.sections import SECTIONS
from mhdesk.gui.shell.context import Entered, PageContext, TellsStatus
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.messages import MessageBar
from mhdesk.gui.widgets.page import Page

_NARROW_BELOW: Final = 880
_NEXT_KEYS: Final = "Ctrl+PgDown"
_BEFORE_KEYS: Final = "Ctrl+PgUp"
_LEFT: Final = sizes.PAGE_LEFT - sizes.BLEED_LEFT


class ManagePage(Page):
    """Show one section at a time, or the page that it leads to; title, messages and keys are theirs."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._kinds = {one.key: one for one in SECTIONS if context.user.may(one.permission)}
        self._sections: dict[str, ManageSection] = {}
        self._aside: Page | None = None
        super().__init__("")
        self.list.chosen.connect(self._on_list_chosen)
        for keys, step in ((_NEXT_KEYS, 1), (_BEFORE_KEYS, -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._walk, step))
        self.list_keys(KeyHint(_BEFORE_KEYS, self.tr("section before")))
        self._show(next(iter(self._kinds)))

    def _lay_out(self) -> None:
        """Leave out the head and the columns of a page: those of the section take their place."""
        self.list = SectionList(self.tr("Management"), self._kinds.values())
        self._shown = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._shown, 1)

    # --- what the window asks -------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """Return the section that is shown, or the page that it led to."""
        return self._aside or self.section

    @property
    def section(self) -> ManageSection:
        """Return the section that was chosen."""
        return self._sections[self._key]

    @property
    def title(self) -> str:
        """Return the title of what is shown."""
        return self.page.title

    @property
    def messages(self) -> MessageBar:
        """Return the message bar of what is shown."""
        return self.page.messages

    def keyhints(self) -> tuple[KeyHint, ...]:
        """Return the keys of what is shown, and the one that goes on to the next section."""
        return (*self.page.keyhints(), KeyHint(_NEXT_KEYS, self.tr("next section")))

    def status(self) -> str:
        """Return what is shown has to say of itself."""
        return self.page.status() if isinstance(self.page, TellsStatus) else ""

    def entered(self) -> None:
        """Let what is shown ask again."""
        if isinstance(self.page, Entered):
            self.page.entered()

    def step_back(self) -> bool:
        """Leave the page that a section led to; return whether there was one."""
        if self._aside is None:
            return False
        self._close_aside()
        self.entered()
        return True

    def resume(self, _draft_id: int) -> None:
        """Show the one section in which somebody types more than a line; it puts back what was typed."""
        self.open_section(ContactSection.key)

    def renew_recovery(self) -> None:
        """Begin with a new recovery page."""
        section = self.open_section(RecoverySection.key)
        if isinstance(section, RecoverySection):
            section.renew()

    # --- sections --------------------------------------------------------------------------------

    def open_section(self, key: str) -> ManageSection | None:
        """Show a section as if it had been chosen; None where this person has none of this key."""
        if key not in self._kinds:
            return None
        self._close_aside()
        self._show(key)
        self.entered()
        return self.section

    def _show(self, key: str) -> None:
        if key not in self._sections:
            section = self._sections[key] = self._kinds[key](self._context)
            section.keyhints_changed.connect(self.keyhints_changed)
            section.aside_wanted.connect(self._on_aside_wanted)
            section.section_wanted.connect(self.open_section)
            self._shown.addWidget(section)
        self._key = key
        self.list.show_chosen(key)
        self._shown.setCurrentWidget(self.section)
        self.keyhints_changed.emit()

    def _walk(self, step: int) -> None:
        keys = [*self._kinds]
        self.open_section(keys[(keys.index(self._key) + step) % len(keys)])

    @Slot(str)
    def _on_list_chosen(self, key: str) -> None:
        self.open_section(key)

    # --- pages that a section leads to -------------------------------------------------------------

    @Slot(object)
    def _on_aside_wanted(self, page: object) -> None:
        if not isinstance(page, Page):
            return
        self._close_aside()
        self._aside = page
        page.show_back(True)
        page.back_wanted.connect(self.step_back)
        page.keyhints_changed.connect(self.keyhints_changed)
        self._shown.addWidget(page)
        self._shown.setCurrentWidget(page)
        self.keyhints_changed.emit()
        self.entered()

    def _close_aside(self) -> None:
        page, self._aside = self._aside, None
        if page is not None:
            self._shown.setCurrentWidget(self.section)
            self._shown.removeWidget(page)
            page.deleteLater()
            self.keyhints_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_narrow(self.width() < look().px(_NARROW_BELOW))
