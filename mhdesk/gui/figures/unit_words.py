"""What the page of figures calls each unit of count."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.figures import Unit


def tab(unit: Unit) -> str:
    """Return the word on the tab of a unit."""
    return {
        Unit.SIGNALS: QCoreApplication.translate("FiguresPage", "Signals"),
        Unit.PERSONS: QCoreApplication.translate("FiguresPage", "Persons"),
        Unit.TRIAGES: QCoreApplication.translate("FiguresPage", "Triage"),
        Unit.DECISIONS: QCoreApplication.translate("FiguresPage", "Decisions"),
        Unit.REFERRALS: QCoreApplication.translate("FiguresPage", "Referrals"),
        Unit.ANSWERS: QCoreApplication.translate("FiguresPage", "Answers"),
        Unit.OUTCOMES: QCoreApplication.translate("FiguresPage", "Help that ended"),
        Unit.COMENSHA: QCoreApplication.translate("FiguresPage", "CoMensha"),
        Unit.CASES: QCoreApplication.translate("FiguresPage", "Cases"),
        Unit.CLOSINGS: QCoreApplication.translate("FiguresPage", "Closed cases"),
        Unit.NEEDS: QCoreApplication.translate("FiguresPage", "Help not found"),
    }[unit]


def summary(unit: Unit) -> str:
    """Return the sentence under the title; ``{period}`` stands for the period."""
    return {
        Unit.SIGNALS: QCoreApplication.translate("FiguresPage", "Signals over {period}"),
        Unit.PERSONS: QCoreApplication.translate(
            "FiguresPage", "People in signals over {period}, each of them once"
        ),
        Unit.TRIAGES: QCoreApplication.translate("FiguresPage", "Signals assessed over {period}"),
        Unit.DECISIONS: QCoreApplication.translate("FiguresPage", "Decisions about informing over {period}"),
        Unit.REFERRALS: QCoreApplication.translate("FiguresPage", "Referrals sent over {period}"),
        Unit.ANSWERS: QCoreApplication.translate("FiguresPage", "Answers to referrals over {period}"),
        Unit.OUTCOMES: QCoreApplication.translate("FiguresPage", "Help that ended over {period}"),
        Unit.COMENSHA: QCoreApplication.translate(
            "FiguresPage", "People registered with CoMensha over {period}"
        ),
        Unit.CASES: QCoreApplication.translate("FiguresPage", "Cases opened over {period}"),
        Unit.CLOSINGS: QCoreApplication.translate("FiguresPage", "Cases closed over {period}"),
        Unit.NEEDS: QCoreApplication.translate(
            "FiguresPage", "People for whom help was not found over {period}, each of them once"
        ),
    }[unit]


def nothing(unit: Unit) -> str:
    """Return what to say where there is nothing to count; ``{period}`` stands for the period."""
    told = {
        Unit.SIGNALS: QCoreApplication.translate(
            "FiguresPage", "No signal or notification came in over {period}. Is that the period you mean?"
        ),
        Unit.PERSONS: QCoreApplication.translate(
            "FiguresPage", "Nobody came in for the first time over {period}. Is that the period you mean?"
        ),
        Unit.NEEDS: QCoreApplication.translate(
            "FiguresPage", "No help was recorded as not found over {period}. Is that the period you mean?"
        ),
    }
    other = QCoreApplication.translate(
        "FiguresPage", "There is nothing to count over {period}. Is that the period you mean?"
    )
    return told.get(unit, other)
