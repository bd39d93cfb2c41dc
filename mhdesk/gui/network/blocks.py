"""The blocks of the page of an organisation: contacts, offers, covenants, experiences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.network_views import ContactView, CovenantView, ExperienceView, OfferView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network.acts import OrganisationActs
from mhdesk.gui.network.words import capacity, covenant_clock, for_whom, labels, offer_title
from mhdesk.gui.network.work import Shown
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section

Button = tuple[str, str, Callable[[], None]]
"""What a button says, its name for a screen reader, and what it does."""


def contacts_block(shown: Shown, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    """Return who works there."""
    add = QCoreApplication.translate("NetworkBlocks", "Add a contact")
    block, lines = _block(
        QCoreApplication.translate("NetworkBlocks", "Contacts"),
        (add, "C", partial(acts.contact, shown, 0)) if may_write else None,
    )
    for one in shown.one.contacts:
        lines.addWidget(_contact(shown, one, acts, may_write=may_write))
    if not shown.one.contacts:
        lines.addWidget(_nothing(QCoreApplication.translate("NetworkBlocks", "Nobody was recorded yet.")))
    return block


def _contact(shown: Shown, one: ContactView, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    name = one.name or one.function
    told = DOT.join(filter(None, (one.function if one.name else "", one.phone, one.email)))
    return _entry(
        name,
        [told, one.note, _ended(one.ended_on is not None)],
        _buttons(
            name,
            partial(acts.contact, shown, one.id),
            partial(acts.end, shown, "contact", one.id, name),
            partial(acts.resume, "contact", one.id) if one.ended_on else None,
        )
        if may_write
        else (),
    )


def offers_block(shown: Shown, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    """Return what it offers for whom, with the free places as they were heard last."""
    add = QCoreApplication.translate("NetworkBlocks", "Add an offer")
    block, lines = _block(
        QCoreApplication.translate("NetworkBlocks", "What it offers"),
        (add, "W", partial(acts.offer, shown, 0)) if may_write else None,
    )
    for one in shown.one.offers:
        lines.addWidget(_offer(shown, one, acts, may_write=may_write))
    if not shown.one.offers:
        nothing = QCoreApplication.translate(
            "NetworkBlocks",
            "Nothing was recorded yet. Without it, nobody finds this organisation by what it does.",
        )
        lines.addWidget(_nothing(nothing))
    return block


def _offer(shown: Shown, one: OfferView, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    title = offer_title(one)
    buttons = _buttons(
        title,
        partial(acts.offer, shown, one.id),
        partial(acts.end, shown, "offer", one.id, title),
        partial(acts.resume, "offer", one.id) if one.ended_on else None,
    )
    if one.ended_on is None:
        free = QCoreApplication.translate("NetworkBlocks", "Free places")
        name = QCoreApplication.translate("NetworkBlocks", "Record the free places of {name}")
        buttons = ((free, name.format(name=title), partial(acts.capacity, shown, one.id)), *buttons)
    told = [for_whom(one), capacity(one, shown.today), one.conditions, _ended(one.ended_on is not None)]
    return _entry(title, told, buttons if may_write else ())


def covenants_block(shown: Shown, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    """Return what was agreed, with how long it still holds."""
    add = QCoreApplication.translate("NetworkBlocks", "Add a covenant")
    block, lines = _block(
        QCoreApplication.translate("NetworkBlocks", "Covenants"),
        (add, "V", partial(acts.covenant, shown, 0)) if may_write else None,
    )
    for one in shown.one.covenants:
        lines.addWidget(_covenant(shown, one, acts, may_write=may_write))
    if not shown.one.covenants:
        nothing = QCoreApplication.translate(
            "NetworkBlocks", "No covenant was recorded. Before anything is shared, you are warned of that."
        )
        lines.addWidget(_nothing(nothing))
    return block


def _covenant(shown: Shown, one: CovenantView, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    clock = covenant_clock(one, shown.today)
    entry = QWidget()
    inner = QVBoxLayout()
    inner.setSpacing(2)
    state = Label(clock.words, word_type(clock.mark), word_role(clock.mark))
    inner.addLayout(beside(Paragraph(one.title, Type.STRONG), state, wraps=True))
    kind = options.label("covenant_kinds", one.kind)
    only = labels("referral_purposes", one.purposes)
    for_ = QCoreApplication.translate("NetworkBlocks", "only for {purposes}").format(purposes=only)
    began = QCoreApplication.translate("NetworkBlocks", "from {day}")
    first = began.format(day=words.short_day(one.starts_on, shown.today))
    for line in (
        DOT.join(filter(None, (kind, first, clock.day, for_ if only else ""))),
        one.covers,
        one.note,
    ):
        if line:
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
    if may_write:
        amend = QCoreApplication.translate("NetworkBlocks", "Amend")
        name = QCoreApplication.translate("NetworkBlocks", "Amend {name}").format(name=one.title)
        inner.addLayout(_row([(amend, name, partial(acts.covenant, shown, one.id))]))
    column(entry, 0).addLayout(marked(MarkSign(clock.mark), inner))
    return entry


def experiences_block(shown: Shown, acts: OrganisationActs, *, may_write: bool) -> QWidget:
    """Return how working together went, the last time first."""
    add = QCoreApplication.translate("NetworkBlocks", "Add an experience")
    block, lines = _block(
        QCoreApplication.translate("NetworkBlocks", "Experiences"),
        (add, "X", partial(acts.experience, shown)) if may_write else None,
    )
    for one in shown.one.experiences:
        lines.addWidget(_experience(shown, one))
    if not shown.one.experiences:
        lines.addWidget(
            _nothing(QCoreApplication.translate("NetworkBlocks", "Nobody wrote anything down yet."))
        )
    return block


def _experience(shown: Shown, one: ExperienceView) -> QWidget:
    day = words.weekday_day(one.happened_on, shown.today)
    entry = QWidget()
    lines = column(entry, 2)
    lines.addWidget(Paragraph(one.text))
    lines.addWidget(Paragraph(DOT.join((day, one.recorded_by)), Type.CAPTION, Role.SECOND))
    return entry


# --- what they are built of ------------------------------------------------------------------------------


def _block(title: str, add: tuple[str, str, Callable[[], None]] | None) -> tuple[QWidget, QVBoxLayout]:
    block = QWidget()
    lines = column(block, sizes.S12)
    head = Section(title)
    if add is not None:
        word, keys, act = add
        button = QuietButton(word, keys=keys, small=True)
        button.clicked.connect(act)
        head.add_right(button)
    lines.addWidget(head)
    return block, lines


def _entry(title: str, told: Sequence[str], buttons: Sequence[Button]) -> QWidget:
    entry = QWidget()
    lines = column(entry, 2)
    lines.addWidget(Paragraph(title, Type.STRONG))
    for line in told:
        if line:
            lines.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
    if buttons:
        lines.addLayout(_row(buttons))
    return entry


def _row(buttons: Sequence[Button]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.S24)
    for word, name, act in buttons:
        button = QuietButton(word, small=True)
        button.setAccessibleName(name)
        button.clicked.connect(act)
        row.addWidget(button)
    row.addStretch(1)
    return row


def _buttons(
    title: str, amend: Callable[[], None], end: Callable[[], None], resume: Callable[[], None] | None
) -> tuple[Button, ...]:
    if resume is not None:
        word = QCoreApplication.translate("NetworkBlocks", "Take the end back")
        name = QCoreApplication.translate("NetworkBlocks", "Take the end of {name} back")
        return ((word, name.format(name=title), resume),)
    amends = QCoreApplication.translate("NetworkBlocks", "Amend {name}").format(name=title)
    ends = QCoreApplication.translate("NetworkBlocks", "End {name}").format(name=title)
    return (
        (QCoreApplication.translate("NetworkBlocks", "Amend"), amends, amend),
        (QCoreApplication.translate("NetworkBlocks", "End…"), ends, end),
    )


def _ended(ended: bool) -> str:
    return QCoreApplication.translate("NetworkBlocks", "Ended: no choice any more.") if ended else ""


def _nothing(sentence: str) -> Paragraph:
    return Paragraph(sentence, role=Role.SECOND)
