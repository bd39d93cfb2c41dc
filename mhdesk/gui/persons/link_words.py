"""Why two are connected, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mhdesk import wording
from mhdesk.domain import phones
from mhdesk.domain.links import Link, Tie, TieKind
from mhdesk.domain.relations import KINDS
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words


def name_of(link: Link) -> str:
    """Return how somebody, or a signal, is called."""
    return link.name or QCoreApplication.translate("Links", "Name unknown")


def reasons(link: Link) -> str:
    """Return every reason, the strongest first."""
    return words.sentence_case(", ".join(why(tie) for tie in link.ties))


def why(tie: Tie) -> str:
    """Return one reason as it reads in a line under a name."""
    if tie.kind is TieKind.RELATION:
        return _relation(tie)
    if tie.kind is TieKind.LEAD:
        same = QCoreApplication.translate("Links", "same {kind} {what}")
        return same.format(kind=vocabulary("lead_kinds").label(tie.code), what=tie.text)
    if tie.kind is TieKind.PHONE:
        same = QCoreApplication.translate("Links", "same phone {number}")
        return same.format(number=phones.display(tie.text))
    if tie.kind is TieKind.SAME_EXPLOITER:
        same = QCoreApplication.translate("Links", "victim in another signal of {name}")
        return same.format(name=tie.text or QCoreApplication.translate("Links", "the same aggressor"))
    together = QCoreApplication.translate("Links", "{role} in the same signal")
    return together.format(role=vocabulary("involvement_roles").label(tie.code))


def _relation(tie: Tie) -> str:
    """Return what the other is of the person, told from the other side where it was recorded so."""
    term = vocabulary(KINDS)[tie.code]
    back = term.get(f"{wording.language()}_back", term.label())
    told = QCoreApplication.translate("Links", "{relation} this person")
    return told.format(relation=back if tie.back else term.label())


def kind_word(link: Link) -> str:
    """Return the strongest reason in one or two words, for the picture."""
    tie = link.ties[0]
    if tie.kind is TieKind.EXPLOITER:
        return vocabulary("involvement_roles").label(tie.code)
    return {
        TieKind.RELATION: QCoreApplication.translate("Links", "relation"),
        TieKind.SAME_EXPLOITER: QCoreApplication.translate("Links", "same aggressor"),
        TieKind.PHONE: QCoreApplication.translate("Links", "same phone"),
        TieKind.LEAD: QCoreApplication.translate("Links", "same lead"),
        TieKind.TOGETHER: QCoreApplication.translate("Links", "same signal"),
    }[tie.kind]
