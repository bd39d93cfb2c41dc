"""The declaration of destruction: what kind, how much, on what ground, by whom and how; never what it was."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.dates import display_day
from mhdesk.domain.destroying import Declaration
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.reports import inter
from mhdesk.reports.sheet import BODY, BORDER, CAPTION, MARGIN, MEDIUM, SECOND, TITLE, Sheet, Style
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_OWNER: Final = Style(inter.REGULAR, 12, 20, SECOND)
_SIGNED: Final = 44.0


def declaration_page(declaration: Declaration, organisation: str, log_head: str) -> bytes:
    """Return one page of A4 as PDF, to be signed and kept for good (Archiefbesluit 1995 art. 8).

    ``log_head`` is the hash of the last event of the log: it shows that the log was not shortened since.
    """
    sheet = Sheet(About(say("report.destruction_title", number=declaration.number), language()))
    sheet.mark(MARGIN, sheet.y - 13)
    sheet.paragraph("mhdesk", MEDIUM, x=MARGIN + 26)
    sheet.y -= 20
    sheet.heading(say("report.destruction_title", number=declaration.number), TITLE, "H1")
    sheet.paragraph(organisation, _OWNER)
    sheet.y -= 16
    for name, told in _facts(declaration, log_head):
        sheet.paragraph(say(f"report.destruction_{name}"), CAPTION)
        sheet.paragraph(told, BODY)
        sheet.y -= 8
    for name in (declaration.decided_by, declaration.executed_by):
        _set_signature(sheet, name)
    return sheet.finish()


def _facts(declaration: Declaration, log_head: str) -> list[tuple[str, str]]:
    """Return what the page tells, by the name of its heading."""
    ground = vocabulary("destruction_grounds")[declaration.ground]
    days = {"first": display_day(declaration.oldest), "last": display_day(declaration.newest)}
    return [
        ("what", say("report.destruction_what_told", kinds=_kinds(declaration), persons=declaration.persons)),
        ("when_received", say("report.destruction_received_told", **days)),
        ("ground", f"{ground.label()} ({ground.source})"),
        ("decided", declaration.decided_by),
        (
            "executed",
            say(
                "report.destruction_executed_told",
                name=declaration.executed_by,
                day=display_day(declaration.destroyed_on),
            ),
        ),
        ("how", say("report.destruction_how_told")),
        ("log", log_head),
    ]


def _kinds(declaration: Declaration) -> str:
    """Return how many of each kind, in the order of the vocabulary."""
    words = vocabulary("signal_kinds")
    told = ((declaration.kinds.get(term.code, 0), term.label()) for term in words)
    return ", ".join(f"{count} × {label}" for count, label in told if count)


def _set_signature(sheet: Sheet, name: str) -> None:
    """Leave room for somebody to sign."""
    sheet.y -= _SIGNED
    sheet.rule(MARGIN, sheet.y + 11, MARGIN + 260, BORDER)
    sheet.paragraph(say("report.destruction_signed", name=name), CAPTION)
