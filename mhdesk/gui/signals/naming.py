"""How somebody concerned is called on a page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import dates, phones
from mhdesk.domain.views import InvolvementView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

DOT = " · "


def role_words(involvement: InvolvementView) -> str:
    """Return the role as it reads inside a sentence."""
    return vocabulary("involvement_roles").label(involvement.role)


def name_words(involvement: InvolvementView) -> str:
    """Return the name, or that it is not known."""
    return involvement.name or QCoreApplication.translate("Naming", "Name unknown")


def birth_words(involvement: InvolvementView, received_on: date, today: date) -> str:
    """Return age and birth; the age is that on the day of the signal, and says so when that is long ago."""
    if involvement.birth is None or involvement.age is None:
        return QCoreApplication.translate("Naming", "age unknown")
    long_ago = (today - received_on).days > 365
    words = (
        QCoreApplication.translate("Naming", "{age} years old then ({birth})")
        if long_ago
        else QCoreApplication.translate("Naming", "{age} years old ({birth})")
    )
    return words.format(age=involvement.age, birth=dates.display_birth(involvement.birth))


def fact_words(involvement: InvolvementView, received_on: date, today: date) -> str:
    """Return what is known of somebody besides name and role, on one line."""
    if involvement.person_id is None:
        return QCoreApplication.translate("Naming", "Nothing is known of this person yet.")
    facts = [birth_words(involvement, received_on, today)]
    if involvement.sex != UNKNOWN:
        facts.insert(0, vocabulary("sexes").label(involvement.sex))
    if involvement.nationality != UNKNOWN:
        facts.append(vocabulary("nationalities").label(involvement.nationality))
    if involvement.phone:
        facts.append(phones.display(involvement.phone))
    return DOT.join(facts)
