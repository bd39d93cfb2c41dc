"""How a publication is divided: the headings of its template, and what stands under each."""

from __future__ import annotations

from collections.abc import Iterable

from mhdesk.domain.figures import Unit
from mhdesk.domain.report_templates import Contents
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.reports.figures import ReportSection, ReportTable
from mhdesk.wording import say


def title_of(contents: Contents, region: str) -> str:
    """Return the title of a publication."""
    if contents.template:
        place = vocabulary("municipalities").label(contents.municipality)
        return say(f"template.title_{contents.template}", region=region, municipality=place)
    signals = any(split.unit is Unit.SIGNALS for split in contents.splits)
    return say("figures.title" if signals else "figures.title_other", region=region)


def sections_of(contents: Contents, tables: Iterable[ReportTable]) -> tuple[ReportSection, ...]:
    """Return the tables under their headings; tables that somebody wanted stand together, without one."""
    by_code = {table.code: table for table in tables}
    return tuple(
        ReportSection(
            title=say(f"template.heading_{heading}") if heading else "",
            about=say(f"template.about_{heading}") if heading else "",
            tables=tuple(by_code[split.code] for split in splits),
        )
        for heading, splits in contents.chapters
    )
