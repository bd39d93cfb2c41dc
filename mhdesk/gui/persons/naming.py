"""How a person is called on her or his page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import say


def name_words(details: PersonDetails) -> str:
    """Return the name, or that it is not known."""
    return details.name or QCoreApplication.translate("PersonPage", "Name unknown")


def role_words(details: PersonDetails) -> str:
    """Return every role that somebody has or had, as it reads inside a sentence."""
    roles = vocabulary("involvement_roles")
    *first, last = [roles.label(code) for code in details.role_codes()] or [""]
    return say("figures.and").join(part for part in (", ".join(first), last) if part)


def aside_words(details: PersonDetails) -> str:
    """Return what stands behind the name: the roles, and the age of today."""
    years = QCoreApplication.translate("PersonPage", "{age} years old")
    age = years.format(age=details.age) if details.age is not None else ""
    return ", ".join(part for part in (role_words(details), age) if part)
