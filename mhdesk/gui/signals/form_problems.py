"""What is wrong with the form, at which field, and how the list beside it names that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.problems import Problem
from mhdesk.gui.signals.part import is_empty
from mhdesk.gui.signals.person_part import PersonPart
from mhdesk.gui.signals.persons_part import PersonsPart
from mhdesk.gui.widgets.fields import Field

PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem of the form. ``missing`` means that nothing was filled in yet: no mistake until recording."""

    field: Field | None
    target: QWidget
    short: str
    sentence: str
    missing: bool


def _mend(label: str) -> str:
    return QCoreApplication.translate("FormProblems", "Correct: {field}").format(field=label)


def trouble(problem: Problem, fields: Mapping[str, Field], persons: PersonsPart) -> Trouble:
    """Return where a problem of the draft stands in the form.

    The n-th person of the draft is the n-th block in which something was filled in.
    """
    if problem.field == PERSONS:
        target = persons.blocks[0].fields["first_names"]
        short = QCoreApplication.translate("FormProblems", "A victim or an aggressor")
        return Trouble(None, target, short, problem.sentence(), missing=True)
    if problem.field.startswith(f"{PERSONS}."):
        _, place, name = problem.field.split(".")
        block = persons.told()[int(place)]
        return _of_person(problem, block, name, block.heading.text() if len(persons.blocks) > 1 else "")
    field = fields[problem.field]
    missing = is_empty(field)
    label = field.label.text()
    return Trouble(field, field, label if missing else _mend(label), problem.sentence(), missing)


def _of_person(problem: Problem, block: PersonPart, name: str, whose: str) -> Trouble:
    field = block.fields[name]
    short = _mend(field.label.text())
    if whose:
        short = f"{short} ({whose.lower()})"
    return Trouble(field, field, short, problem.sentence(), missing=False)
