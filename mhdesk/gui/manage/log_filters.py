"""What the log is narrowed down by: who, about what, which kind, which record or person, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.dates import looks_like_a_day, parse_day
from mhdesk.domain.logbook import Group, LogFilter
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import log_words
from mhdesk.gui.manage.log_work import LogQuestion
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.editors import DateEditor, TextEditor, mark_wrong
from mhdesk.gui.widgets.fields import Choice
from mhdesk.gui.widgets.labels import Label, Paragraph

_REFUSED: Final = "refused"
_DAY_WIDTH: Final = 104
_ABOUT_WIDTH: Final = 168


class LogFilters(QWidget):
    """Two rows of filters above the log; `clear` stands elsewhere on the page.

    ``changed`` follows every choice, and a typed field when it is left or at Enter: each question stands in the log.
    ``finished`` follows Enter. A day that does not exist is said under the fields, and nothing is asked.
    """

    changed = QtSignal()
    finished = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user = self._choice((), self.tr("Everybody"), self.tr("Who"))
        self.group = self._choice(log_words.groups(), self.tr("Everything"), self.tr("About what"))
        kinds = [*log_words.kinds(), (_REFUSED, self.tr("Refused"))]
        self.kind = self._choice(kinds, self.tr("Every kind"), self.tr("Kind"))
        self.about = TextEditor(width=_ABOUT_WIDTH, placeholder="GV-2026-0042")
        self.about.setAccessibleName(
            self.tr("Only about the signal, the case or the person with this number")
        )
        self.first, self.last = DateEditor(width=_DAY_WIDTH), DateEditor(width=_DAY_WIDTH)
        self.first.setAccessibleName(self.tr("From this day"))
        self.last.setAccessibleName(self.tr("Up to and including this day"))
        self.clear = QuietButton(self.tr("Clear filters"))
        self.clear.hide()
        self._wrong = Paragraph("", Type.CAPTION_STRONG, Role.LATE)
        self._wrong.hide()
        self._told = self.chosen()
        self._lay_out()
        self._connect()

    def _choice(self, pairs: Iterable[tuple[str, str]], everything: str, name: str) -> Choice:
        choice = Choice(width=_ABOUT_WIDTH)
        choice.set_options(pairs, blank=everything)
        choice.setCurrentIndex(0)
        choice.setAccessibleName(name)
        choice.edited.connect(self._tell)
        return choice

    def _lay_out(self) -> None:
        choices, typed = QHBoxLayout(), QHBoxLayout()
        for row in (choices, typed):
            row.setSpacing(sizes.S12)
        for choice in (self.user, self.group, self.kind):
            choices.addWidget(choice, 1)
        for label, editor in (
            (self.tr("About"), self.about),
            (self.tr("From"), self.first),
            (self.tr("to"), self.last),
        ):
            word = Label(label, Type.CAPTION, Role.SECOND)
            word.setBuddy(editor)
            typed.addWidget(word)
            typed.addWidget(editor, 1 if editor is self.about else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addLayout(choices)
        column.addLayout(typed)
        column.addWidget(self._wrong)
        for before, after in pairwise((self.user, self.group, self.kind, self.about, self.first, self.last)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for editor in (self.about, self.first, self.last):
            editor.left.connect(self._tell)
            editor.returnPressed.connect(self._on_return_pressed)
        for day in (self.first, self.last):
            day.expect(datetime.now().astimezone().date())
            day.edited.connect(self._on_day_edited)
        self.clear.clicked.connect(self._on_clear_clicked)

    def set_users(self, names: Mapping[int, str]) -> None:
        """Offer these people, by id; the choice stays."""
        chosen = self.user.code()
        listed = sorted(names.items(), key=lambda one: one[1].casefold())
        self.user.set_options([(str(number), name) for number, name in listed], blank=self.tr("Everybody"))
        self.user.setCurrentIndex(max(0, self.user.findData(chosen)))

    def chosen(self) -> LogQuestion:
        """Return what stands in the fields; a day that does not exist counts as none."""
        user, kind, about = self.user.code(), self.kind.code(), self.about.text().strip()
        person = log_words.person_typed(about)
        wanted = LogFilter(
            user_id=int(user) if user else None,
            person_id=person,
            kind="" if kind == _REFUSED else kind,
            group=Group(self.group.code()) if self.group.code() else None,
            first=parse_day(self.first.typed()),
            last=parse_day(self.last.typed()),
            refused=kind == _REFUSED,
        )
        return LogQuestion(wanted, "" if person is not None else about)

    def mistake(self) -> str:
        """Return what is wrong with the days, "" when nothing is."""
        return self._wrong.plain()

    def show_about(self, called: str) -> None:
        """Leave everything else out: only events about this record or person."""
        self._empty()
        self.about.setText(called)
        self._tell()

    def _empty(self) -> None:
        for choice in (self.user, self.group, self.kind):
            choice.setCurrentIndex(0)
        for editor in (self.about, self.first, self.last):
            editor.wipe()

    def _check(self) -> bool:
        """Say what is wrong with the days; return whether all is well."""
        wrong = {editor: self._wrong_with(editor.typed()) for editor in (self.first, self.last)}
        wanted = self.chosen().wanted
        if wanted.first and wanted.last and wanted.first > wanted.last:
            wrong[self.last] = self.tr("The last day lies before the first. Exchange them.")
        for editor, sentence in wrong.items():
            mark_wrong(editor, bool(sentence))
            editor.setAccessibleDescription(sentence)
        self._say("\n".join(dict.fromkeys(sentence for sentence in wrong.values() if sentence)))
        return not self.mistake()

    def _wrong_with(self, typed: str) -> str:
        if not typed or parse_day(typed):
            return ""
        if looks_like_a_day(typed):
            return self.tr("{day} does not exist. Type another day.").format(day=typed)
        return self.tr("Type a whole day, such as {day}.").format(day=f"{date(2026, 11, 23):%d-%m-%Y}")

    def _say(self, sentence: str) -> None:
        self._wrong.set_plain(sentence)
        self._wrong.setVisible(bool(sentence))

    @Slot()
    def _tell(self) -> None:
        """Tell what changed, once, and only what can be asked."""
        self.clear.setVisible(self.chosen().is_narrowing())
        if self._check() and self.chosen() != self._told:
            self._told = self.chosen()
            self.changed.emit()

    @Slot()
    def _on_return_pressed(self) -> None:
        for day in (self.first, self.last):
            day.settle()
        self._tell()
        if not self.mistake():
            self.finished.emit()

    @Slot()
    def _on_day_edited(self) -> None:
        """Take the mistake away while it is mended."""
        for editor in (self.first, self.last):
            mark_wrong(editor, False)
            editor.setAccessibleDescription("")
        self._say("")

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._empty()
        self.user.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()
