"""Which signs of exploitation were seen: how they lie over the dimensions, which they are, and what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QWidget

from mhdesk.domain import indicators
from mhdesk.domain.indicators import Answer, AssessmentView, Indicator
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import beside, column
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.signals.profile_view import NAME_WIDTH, brief_grid, caveat, profile_grid
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section


def observed(one: AssessmentView) -> list[Indicator]:
    """Return the signs that were seen, in the order of their list."""
    asked, answers = one.asked(), dict(one.answers)
    signs = asked.indicators if asked is not None else ()
    return [sign for sign in signs if answers.get(sign.code) == Answer.OBSERVED]


def form_words(form: str) -> str:
    """Return of which form the signs are; those of an unknown form are the general ones."""
    if form == UNKNOWN:
        return QCoreApplication.translate("Profile", "General signs")
    return options.label("exploitation_forms", form)


class AssessmentEntry(QWidget):
    """One list as somebody went through it. ``brief`` leaves out how it lies over the dimensions."""

    def __init__(self, one: AssessmentView, today: date, *, brief: bool = False) -> None:
        super().__init__()
        lines = column(self, sizes.S8)
        said = DOT.join((words.weekday_day(one.assessed_on, today), one.recorded_by))
        lines.addLayout(
            beside(
                Paragraph(form_words(one.form), Type.STRONG),
                Label(said, Type.CAPTION, Role.SECOND),
                wraps=True,
            )
        )
        asked = one.asked()
        if asked is None:
            later = self.tr("Recorded with list {version}, which this mhdesk does not know.")
            lines.addWidget(Paragraph(later.format(version=one.list_version), role=Role.SECOND))
        elif not brief:
            lines.addLayout(profile_grid(indicators.profile(dict(one.answers), asked)))
        if seen := observed(one):
            lines.addSpacing(0 if brief else sizes.S8)
            lines.addLayout(self._seen(seen))
        elif brief and asked is not None:
            lines.addWidget(Paragraph(self.tr("Nothing of it was seen."), role=Role.SECOND))
        if one.note:
            lines.addWidget(Paragraph(one.note))

    def _seen(self, seen: Sequence[Indicator]) -> QGridLayout:
        """Return the signs one under the other, with how strong they are once at their left."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S16)
        grid.setVerticalSpacing(sizes.S4)
        grid.setColumnMinimumWidth(0, look().px(NAME_WIDTH))
        grid.setColumnStretch(1, 1)
        told = self.tr("Seen, {strength}")
        ordered = sorted(seen, key=lambda sign: [*indicators.Strength].index(sign.strength))
        for row, sign in enumerate(ordered):
            if not row or ordered[row - 1].strength is not sign.strength:
                strength = options.label("indicator_strengths", sign.strength).lower()
                name = Paragraph(told.format(strength=strength), Type.TEXT, Role.SECOND)
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(sign.label()), row, 1, Qt.AlignmentFlag.AlignTop)
        return grid


class IndicatorsBlock(QWidget):
    """The newest list of each form, with the earlier ones behind a button. ``assessment_wanted`` asks for another."""

    assessment_wanted = QtSignal()

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        lines = column(self, sizes.S16)
        head = Section(self.tr("Signs of exploitation"))
        if may_write:
            button = SecondaryButton(self.tr("Go through the signs"), keys="I")
            button.clicked.connect(self.assessment_wanted)
            head.add_right(button)
        lines.addWidget(head)
        newest = indicators.newest(details.assessments)
        said = caveat() if newest else self.tr("Nobody went through the list yet.")
        lines.addWidget(Paragraph(said, Type.CAPTION if newest else Type.TEXT, Role.SECOND))
        for one in newest:
            lines.addWidget(AssessmentEntry(one, today))
        if earlier := [one for one in details.assessments if one not in newest]:
            self._add_earlier(earlier, today)

    def _add_earlier(self, earlier: Sequence[AssessmentView], today: date) -> None:
        self._earlier = QWidget()
        inner = column(self._earlier, sizes.S16)
        for one in earlier:
            inner.addWidget(AssessmentEntry(one, today, brief=True))
        self._earlier.hide()
        self._count = len(earlier)
        self._more = QuietButton("", small=True)
        self._more.clicked.connect(self._on_more_clicked)
        self._name_more()
        lines = self.layout()
        if lines is not None:
            lines.addWidget(self._more)
            lines.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
            lines.addWidget(self._earlier)

    def _name_more(self) -> None:
        shown = not self._earlier.isHidden()
        show = self.tr("Show what was recorded before ({count})").format(count=self._count)
        self._more.setText(self.tr("Hide what was recorded before") if shown else show)

    @Slot()
    def _on_more_clicked(self) -> None:
        self._earlier.setVisible(self._earlier.isHidden())
        self._name_more()


def signs_beside(details: SignalDetails, today: date) -> QWidget | None:
    """Return what was seen, to read while somebody weighs how severe it is; None where nobody went through a list.

    It weighs nothing itself, and fills nothing in.
    """
    newest = [(one, asked) for one in indicators.newest(details.assessments) if (asked := one.asked())]
    if not newest:
        return None
    made = QWidget()
    lines = column(made, sizes.S4)
    for one, asked in newest:
        told = QCoreApplication.translate("Profile", "Signs of {day}: {form}")
        day = words.weekday_day(one.assessed_on, today)
        lines.addWidget(Paragraph(told.format(day=day, form=form_words(one.form).lower()), Type.STRONG))
        profile = indicators.profile(dict(one.answers), asked)
        lines.addLayout(brief_grid([part for part in profile if part.is_assessed()]))
    lines.addWidget(Paragraph(caveat(), Type.CAPTION, Role.SECOND))
    return made
