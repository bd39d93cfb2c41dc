"""Read published figures back from each format, with readers that share nothing with the writers."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from python_calamine import CalamineWorkbook

from mhdesk.wording import say

Content = dict[str, Any]

_VOID = {"meta", "rect", "line", "link", "img", "br"}


@dataclass(slots=True)
class Node:
    """An element of a page."""

    tag: str
    attributes: dict[str, str]
    kids: list[Node | str] = field(default_factory=list)

    def text(self) -> str:
        """Return all words in it that a reader sees: what is for screen readers alone is left out."""
        if self.attributes.get("class") == "unseen":
            return ""
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def all(self, *tags: str) -> list[Node]:
        """Return the elements of these kinds in it, in order."""
        return [node for node in self.walk() if node.tag in tags]

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def named(self, name: str) -> Node:
        """Return the one element with this class or id."""
        (found,) = [n for n in self.walk() if name in {n.attributes.get("class"), n.attributes.get("id")}]
        return found

    def facts(self) -> dict[str, Node]:
        """Return the values of a list of names and values."""
        return dict(zip((name.text() for name in self.all("dt")), self.all("dd"), strict=True))


class _Page(HTMLParser):
    """A page as a tree; raises AssertionError where an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].kids.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].kids.append(data)


def page_of(html: bytes) -> Node:
    """Return a page as a tree."""
    reader = _Page()
    reader.feed(html.decode("utf-8"))
    reader.close()
    (root,) = reader.open
    return root


def hash_of(content: Content) -> str:
    """Return the check code of what was read, worked out as the handbook says."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def from_json(written: bytes) -> tuple[Content, str]:
    """Return what a JSON file publishes, and the check code in it."""
    content = json.loads(written)
    return content, content.pop("hash")


def from_package(description: bytes, files: Mapping[str, bytes]) -> tuple[Content, str]:
    """Return what CSV files with their description publish, and the check code in it."""
    package = json.loads(description)
    content = package["mhdesk"]
    tables = [table for section in content["sections"] for table in section["tables"]]
    for table, resource in zip(tables, package["resources"], strict=True):
        rows = csv.DictReader(io.StringIO(files[resource["path"]].decode("utf-8"), newline=""))
        table["cells"] = [_csv_cell(row, table["dimensions"]) for row in rows]
    return content, content.pop("hash")


def _csv_cell(row: dict[str, str], dimensions: list[str]) -> Content:
    labels = [row[name] for name in dimensions]
    count = int(row["count"]) if row["count"] else None
    return {"labels": labels, "count": count, "status": row["status"], "is_total": "Totaal" in labels}


def from_html(written: bytes) -> tuple[Content, str]:
    """Return what a page publishes, and the check code in it."""
    page = page_of(written)
    facts, check = page.named("facts").facts(), page.named("codes").facts()
    period = page.named("period").all("data")[0]
    metas = {node.attributes.get("name"): node.attributes.get("content") for node in page.all("meta")}
    content = {
        "format": metas["mhdesk-format"],
        "release": facts[say("report.label_release")].text(),
        "title": page.all("h1")[0].text(),
        "organisation": page.named("organisation").text(),
        "period": {"code": period.attributes["value"], "title": period.text()},
        "made_on": page.all("time")[0].attributes["datetime"],
        "unit": facts[say("report.label_unit")].text(),
        "rules": [rule.text() for rule in page.named("rules").all("li")],
        "signs": _signs({name: node.text() for name, node in page.named("legend").facts().items()}),
        "sections": [_html_section(section) for section in _html_sections(page)],
        "audit_head": check[say("report.audit_head")].text(),
    }
    assert metas["mhdesk-hash"] == check[say("report.check_code")].text()
    return content, str(metas["mhdesk-hash"])


def _html_sections(page: Node) -> list[Node]:
    """Return the sections of tables; a page that is not divided is one."""
    parts = [node for node in page.all("section") if node.attributes.get("class") == "part"]
    return parts or page.all("main")


def _html_section(section: Node) -> Content:
    divided = section.tag == "section"
    return {
        "title": section.all("h2")[0].text() if divided else "",
        "about": "".join(node.text() for node in section.all("p") if _is(node, "about")),
        "tables": [_html_table(node) for node in section.all("section") if _is(node, "table")],
    }


def _is(node: Node, name: str) -> bool:
    return name in node.attributes.get("class", "").split()


def _html_table(section: Node) -> Content:
    (table,) = section.all("table")
    rows = [
        [cell.text() for cell in row.all("th", "td") if not _is(cell, "derived")] for row in table.all("tr")
    ]
    return {
        "code": table.attributes["data-code"],
        "title": section.all("h2", "h3")[0].text(),
        "unit": table.named("unit").text(),
        "source": "".join(node.text() for node in section.all("cite")),
        "remarks": [node.text() for node in section.all("p") if _is(node, "remark")],
        **_grid(rows),
    }


def from_xlsx(written: bytes) -> tuple[Content, str]:
    """Return what a workbook publishes, and the check code in it."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(written))
    first, second, *_ = book.sheet_names
    account = book.get_sheet_by_name(second).to_python()
    told = {row[0]: row[1] for row in account}
    heads = [row[0] for row in account]
    rules = account[
        heads.index(say("report.protection_title")) + 1 : heads.index(say("report.check_title")) - 1
    ]
    day, month, year = str(told[say("report.label_made_on")]).split("-")
    content = {
        "format": told[say("report.label_format")],
        "release": told[say("report.label_release")],
        "title": account[0][0],
        "organisation": told[say("report.label_organisation")],
        "period": {"code": told[say("report.label_period_code")], "title": told[say("report.label_period")]},
        "made_on": f"{year}-{month}-{day}",
        "unit": told[say("report.label_unit")],
        "rules": [row[1] for row in rules],
        "signs": _signs({str(name): str(value) for name, value in told.items()}),
        "sections": _xlsx_sections(book, book.get_sheet_by_name(first).to_python()[4:]),
        "audit_head": told[say("report.audit_head")],
    }
    return content, str(told[say("report.check_code")])


def _xlsx_sections(book: CalamineWorkbook, listed: list[list[Any]]) -> list[Content]:
    """Return the sections as the sheet of contents lists them: a row without a code begins one."""
    sections: list[Content] = []
    for name, title, _, code in listed:
        if not code:
            sections.append({"title": name, "about": title, "tables": []})
            continue
        sections = sections or [{"title": "", "about": "", "tables": []}]
        rows = book.get_sheet_by_name(name).to_python()
        sections[-1]["tables"].append({"code": code, "title": title, **_xlsx_table(rows)})
    return sections


def _xlsx_table(rows: list[list[Any]]) -> Content:
    unit = str(rows[1][0]).partition(": ")[2]
    *table, end = [place for place, row in enumerate([*rows, [""]]) if place > 3 and not any(map(_text, row))]
    last = table[0] if table else end
    head = [_text(value) for value in rows[4]]
    notes = [_text(row[0]) for row in rows[last + 1 :]]
    told = say("report.label_source") + ": "
    derived = {say("report.share"), say("report.change")}
    kept = [p for p, name in enumerate(head) if name not in derived and not name.startswith("Verschil")]
    return {
        "unit": unit,
        "source": "".join(note.removeprefix(told) for note in notes if note.startswith(told)),
        "remarks": notes if not any(note.startswith(told) for note in notes) else [],
        **_grid([[_text(row[place]) for place in kept] for row in rows[4:last]]),
    }


def _text(value: object) -> str:
    return (str(int(value)) if value else "–") if isinstance(value, float) else str(value)


def _signs(told: dict[str, str]) -> dict[str, str]:
    return {"withheld": told["x"], "zero": told["–"], "unknown": told["."]}


def _grid(rows: list[list[str]]) -> Content:
    """Return dimensions and cells of a table as it is shown."""
    head, *body = rows
    dimensions = head[0].split(" / ")
    cells = []
    for label, *shown in body:
        for column, text in zip(head[1:], shown, strict=True):
            labels = [label] if len(dimensions) == 1 else [label, column]
            status = {"x": "withheld", "–": "zero"}.get(text, "published")
            count = None if text == "x" else 0 if text == "–" else int(text.replace(".", ""))
            total = "Totaal" in labels
            cells.append({"labels": labels, "count": count, "status": status, "is_total": total})
    return {"dimensions": dimensions, "cells": cells}
