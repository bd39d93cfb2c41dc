"""The files of a publication: which kinds there are, what they are called, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from mhdesk.reports.figures import FiguresReport

FORMATS: Final = ("pdf", "html", "xlsx", "csv", "json")
DEFAULT_FORMATS: Final = ("pdf", "csv")
PACKAGE: Final = "datapackage.json"
"""What programs look for beside CSV files; a second publication in a folder has its number before it."""

File: TypeAlias = tuple[str, Callable[[], bytes]]
"""A name, and what makes what stands in it."""


def files_of(
    report: FiguresReport, tables: Mapping[str, str], formats: Sequence[str], folder: Path
) -> list[File]:
    """Return the files of a publication in the order of ``formats``.

    ``tables`` are the words for each table in the names of files, by its code; nothing else but the number of the
    release stands in a name.
    """
    makers: dict[str, Callable[[], Iterator[File]]] = {
        "pdf": partial(_pdf, report),
        "html": partial(_html, report),
        "xlsx": partial(_xlsx, report),
        "csv": partial(_csv, report, tables, folder),
        "json": partial(_json, report),
    }
    return [file for name in formats for file in makers[name]()]


# The writers are loaded when a file is wanted: the window is there before them.


def _pdf(report: FiguresReport) -> Iterator[File]:
    from mhdesk.reports.figures_pdf import figures_pdf

    yield f"{report.release}.pdf", partial(figures_pdf, report)


def _html(report: FiguresReport) -> Iterator[File]:
    from mhdesk.reports.figures_html import figures_html

    yield f"{report.release}.html", partial(figures_html, report)


def _xlsx(report: FiguresReport) -> Iterator[File]:
    from mhdesk.reports.figures_xlsx import figures_xlsx

    yield f"{report.release}.xlsx", partial(figures_xlsx, report)


def _csv(report: FiguresReport, tables: Mapping[str, str], folder: Path) -> Iterator[File]:
    from mhdesk.reports.data_files import figures_csv, figures_package

    names = {code: f"{report.release}-{words}.csv" for code, words in tables.items()}
    for table in report.tables:
        yield names[table.code], partial(figures_csv, table)
    package = f"{report.release}-{PACKAGE}" if (folder / PACKAGE).exists() else PACKAGE
    yield package, partial(figures_package, report, names)


def _json(report: FiguresReport) -> Iterator[File]:
    from mhdesk.reports.data_files import figures_json

    yield f"{report.release}.json", partial(figures_json, report)
