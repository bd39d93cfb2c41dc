"""The rows of the page of the network: organisations by group, or who can help, whom to call first on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.finding_help import Match, Verdict
from mhdesk.domain.network_views import NeedView, OrganisationRow
from mhdesk.domain.text import plain
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.network.words import MARKS, free_clock, labels, need_title
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.rows import Group, Item, Line
from mhdesk.gui.words import sentence_case

Subject = OrganisationRow | NeedView | Match
Rows = tuple[list[tuple[int | None, Item]], list[Subject]]


def key_of(subject: Subject) -> tuple[str, int]:
    """Return by what a line is known again when the list is read anew."""
    number = subject.offer.id if isinstance(subject, Match) else subject.id
    return type(subject).__name__, number


def organisation_rows(
    rows: Sequence[OrganisationRow], needs: Sequence[NeedView], called: str, today: date
) -> Rows:
    """Return organisations by group whose name holds ``called``, then what is still wanted."""
    told, wanted = _Told(), plain(called)
    shown = [one for one in rows if wanted in plain(one.name)]
    for group in vocabulary("organisation_groups").codes():
        of_group = [one for one in shown if one.group == group]
        told.add(Group(options.label("organisation_groups", group)), ((one, _line(one)) for one in of_group))
    if needs and not wanted:
        still = QCoreApplication.translate("NetworkLine", "Not found yet")
        why = QCoreApplication.translate("NetworkLine", "help that was wanted for somebody")
        told.add(Group(still, why), ((one, _need_line(one, today)) for one in needs))
    return told.rows, told.subjects


def match_rows(matches: Sequence[Match], today: date) -> Rows:
    """Return who can help by what is known: what fits, what is to be asked, what does not fit."""
    heads = {
        Verdict.FITS: Group(
            QCoreApplication.translate("NetworkLine", "Fits"),
            QCoreApplication.translate("NetworkLine", "everything that is known fits"),
        ),
        Verdict.ASK: Group(
            QCoreApplication.translate("NetworkLine", "Ask"),
            QCoreApplication.translate("NetworkLine", "nothing speaks against it, not everything is known"),
        ),
        Verdict.UNFIT: Group(
            QCoreApplication.translate("NetworkLine", "Does not fit"),
            QCoreApplication.translate("NetworkLine", "as far as it was recorded"),
        ),
    }
    told = _Told()
    for verdict, head in heads.items():
        these = [one for one in matches if one.verdict is verdict]
        told.add(head, ((one, _match_line(one, today)) for one in these))
    return told.rows, told.subjects


class _Told:
    """Rows with the subjects that their ids count."""

    def __init__(self) -> None:
        self.rows: list[tuple[int | None, Item]] = []
        self.subjects: list[Subject] = []

    def add(self, head: Group, lines: Iterable[tuple[Subject, Line]]) -> None:
        """Add a group, if there is a line in it."""
        before = len(self.rows)
        for subject, line in lines:
            self.rows.append((len(self.subjects), line))
            self.subjects.append(subject)
        if len(self.rows) > before:
            self.rows.insert(before, (None, head))


def _line(one: OrganisationRow) -> Line:
    offered = labels("referral_purposes", one.offers)
    parts = [sentence_case(offered), one.phone]
    ended = QCoreApplication.translate("NetworkLine", "ended") if one.ended_on else ""
    covenant = QCoreApplication.translate("NetworkLine", "covenant in force") if one.covenants else ""
    nothing = QCoreApplication.translate("NetworkLine", "Nothing recorded yet")
    mark = Mark.NOT_INFORMED if one.ended_on else Mark.NONE
    return Line(one.name, DOT.join(filter(None, parts)) or nothing, ended or covenant, mark=mark)


def _match_line(one: Match, today: date) -> Line:
    told = [*one.of(Verdict.UNFIT), *one.of(Verdict.ASK), *one.of(Verdict.FITS)]
    reason = sentence_case(DOT.join(reason.sentence for reason in told))
    phone = one.offer.organisation_phone
    title = DOT.join(filter(None, (one.offer.organisation, one.offer.name, phone)))
    clock = free_clock(one.offer, today)
    return Line(title, reason, clock.words, clock.day, MARKS[one.verdict])


def _need_line(one: NeedView, today: date) -> Line:
    why = options.label("unmet_reasons", one.reason)
    clock = words.waiting(one.wanted_on, today)
    return Line(need_title(one), why, clock.words, clock.day, Mark.WAITING)
