"""What a signal and its persons said before, newest first, as a story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from mhdesk.domain import revisions
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import change_words
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.lead_words import leads_before
from mhdesk.gui.signals.naming import DOT, name_words
from mhdesk.gui.signals.relation_words import relation_words
from mhdesk.gui.widgets.labels import Paragraph, Section

# What became of these stands under Notes, with the reason.
_TOLD_ELSEWHERE = frozenset({revisions.STATUS, revisions.TO_REVIEW})


def has_history(details: SignalDetails) -> bool:
    """Say whether anything was ever corrected."""
    return any(_lines(details))


def _lines(details: SignalDetails) -> Iterator[tuple[RevisionView, str]]:
    """Return every correction with whom it was about; a signal as a whole has no name."""
    for one in details.history:
        if one.earlier.keys() - _TOLD_ELSEWHERE:
            yield one, ""
    told: set[int | None] = set()
    for person in details.involvements:
        if person.person_id not in told:  # the same person may stand here in two roles
            yield from ((one, name_words(person)) for one in person.history)
        told.add(person.person_id)


class HistoryView(QWidget):
    """Each correction: who made it, when, and what it said before."""

    def __init__(self, details: SignalDetails, today: date) -> None:
        super().__init__()
        self._details = details
        self._today = today
        lines = column(self, sizes.S12)
        lines.addWidget(Section(self.tr("Changed")))
        for one, whom in sorted(_lines(details), key=lambda line: line[0].changed_at, reverse=True):
            lines.addWidget(self._entry(one, whom))

    def _entry(self, one: RevisionView, whom: str) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        moment = one.changed_at.astimezone()
        day = words.weekday_day(moment.date(), self._today)
        said = self.tr("{name}, {day} at {time}")
        head = said.format(name=one.changed_by, day=day, time=words.time_of(moment))
        about = DOT.join(filter(None, (head, whom)))
        lines.addWidget(Paragraph(about, Type.CAPTION, Role.SECOND))
        for sentence in self._sentences(one):
            lines.addWidget(Paragraph(sentence))
        return entry

    def _sentences(self, one: RevisionView) -> list[str]:
        told = change_words.one_birth(one.earlier)
        if revisions.INVOLVEMENTS in told:
            return self._arrivals(one, told.pop(revisions.INVOLVEMENTS))
        if revisions.ROLES in told:
            return self._roles(told[revisions.ROLES])
        if revisions.PERSONS in told:
            return self._parted(told[revisions.PERSONS])
        if revisions.RELATIONS in told:
            return self._relations(one, told[revisions.RELATIONS])
        if revisions.ATTACHMENTS in told:
            return self._files(one, told.pop(revisions.ATTACHMENTS))
        if revisions.LEADS in told:
            return [leads_before(told.pop(revisions.LEADS))]
        was = self.tr("{field} was: {value}")
        return [
            was.format(field=change_words.label(field), value=change_words.value(field, told[field]))
            for field in sorted(told.keys() - _TOLD_ELSEWHERE, key=self._place)
        ]

    def _place(self, field: str) -> int:
        order = [*revisions.OF_A_SIGNAL, *revisions.OF_A_PERSON, "birth"]
        return order.index(field)

    def _files(self, one: RevisionView, before: list[str]) -> list[str]:
        """Return which files came and which were taken away."""
        later = [step for step in self._details.history if step.version > one.version]
        following = next((s for s in reversed(later) if revisions.ATTACHMENTS in s.earlier), None)
        present = [file.name for file in self._details.attachments]
        after = following.earlier[revisions.ATTACHMENTS] if following else present
        came = [self.tr("File added: {name}").format(name=name) for name in after if name not in before]
        gone = [self.tr("File taken away: {name}").format(name=name) for name in before if name not in after]
        return came + gone

    def _arrivals(self, one: RevisionView, before: list[int]) -> list[str]:
        """Return who came; without anybody, somebody unknown got a name."""
        later = [step for step in self._details.history if step.version > one.version]
        following = next((s for s in reversed(later) if revisions.INVOLVEMENTS in s.earlier), None)
        names = {person.id: name_words(person) for person in self._details.involvements}
        after = following.earlier[revisions.INVOLVEMENTS] if following else list(names)
        came = [names[number] for number in after if number not in before and number in names]
        if not came:
            return [self.tr("Somebody of whom nothing was known got a name.")]
        return [self.tr("{name} was added.").format(name=name) for name in came]

    def _roles(self, before: Mapping[str, str]) -> list[str]:
        """Return who was concerned in another role."""
        names = {str(person.id): name_words(person) for person in self._details.involvements}
        was = self.tr("{name}: the role was {role}.")
        role = vocabulary("involvement_roles").label
        return [was.format(name=names.get(number, ""), role=role(code)) for number, code in before.items()]

    def _parted(self, before: Mapping[str, int]) -> list[str]:
        """Return who turned out to be somebody else than was recorded."""
        names = {str(person.id): name_words(person) for person in self._details.involvements}
        was = self.tr("{name} was recorded as somebody else: these turned out to be two persons.")
        return [was.format(name=names.get(number, "")) for number in before]

    def _relations(self, one: RevisionView, before: list[list[Any]]) -> list[str]:
        """Return which relations came and which were taken away."""
        following = next(
            (
                step.earlier[revisions.RELATIONS]
                for step in reversed(self._details.history)
                if step.version > one.version and revisions.RELATIONS in step.earlier
            ),
            [[now.involvement_id, now.kind, now.other_id] for now in self._details.relations],
        )
        people = {person.id: person for person in self._details.involvements}
        came, went = self.tr("Added: {relation}."), self.tr("Taken away: {relation}.")
        return [
            *(came.format(relation=relation_words(people, *now)) for now in following if now not in before),
            *(went.format(relation=relation_words(people, *was)) for was in before if was not in following),
        ]
