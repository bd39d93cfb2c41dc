"""Every format says the same and no more: attacks A14, A15, A19, A23, A24 and A27 on pages, workbooks and data."""

from __future__ import annotations

import hashlib
import io
import json
import platform
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk import resources
from mhdesk.reports.content import report_content, report_hash
from mhdesk.reports.data_files import figures_csv, figures_json, figures_package
from mhdesk.reports.figures import TOTAL, FiguresReport, ReportTable, untitled
from mhdesk.reports.figures_html import figures_html
from mhdesk.reports.figures_xlsx import figures_xlsx
from tests.reports.readers import Content, from_html, from_json, from_package, from_xlsx, hash_of, page_of
from tests.reports.samples import (
    DIVIDED,
    FORMS,
    FORMS_2019,
    OUTSIDE,
    PLACES,
    REPORT,
    SECTIONS,
    cell,
    one_way,
    report,
    two_way,
)

CROSS = two_way([12, None, 7, 0, 1230])
BOTH = report(FORMS_2019, CROSS)


def package_of(made: FiguresReport) -> bytes:
    return figures_package(made, {table.code: f"{table.code}.csv" for table in made.tables})


def read_package(made: FiguresReport) -> tuple[Content, str]:
    return from_package(package_of(made), {f"{each.code}.csv": figures_csv(each) for each in made.tables})


READ: dict[str, Callable[[FiguresReport], tuple[Content, str]]] = {
    "html": lambda made: from_html(figures_html(made)),
    "xlsx": lambda made: from_xlsx(figures_xlsx(made)),
    "csv": read_package,
    "json": lambda made: from_json(figures_json(made)),
}
WRITE: dict[str, Callable[[FiguresReport], bytes]] = {
    "html": figures_html,
    "xlsx": figures_xlsx,
    "csv": package_of,
    "json": figures_json,
}
each_reader = pytest.mark.parametrize("read", READ.values(), ids=READ)
each_writer = pytest.mark.parametrize("write", WRITE.values(), ids=WRITE)


def parts_of(written: bytes) -> dict[str, str]:
    """Return all text of a file: of a workbook every part, unpacked."""
    if not written.startswith(b"PK"):
        return {"": written.decode("utf-8")}
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


# --- the same everywhere --------------------------------------------------------------------------


@each_reader
def test_a27_every_format_says_all_of_the_report_and_the_same_pattern(
    read: Callable[[FiguresReport], tuple[Content, str]],
) -> None:
    content, told = read(BOTH)
    assert content == report_content(BOTH)
    assert told == hash_of(content) == report_hash(BOTH)


@settings(max_examples=10)
@given(st.lists(st.none() | st.integers(0, 4000), min_size=8, max_size=8))
def test_a27_two_formats_never_have_different_patterns(counts: list[int | None]) -> None:
    made = report(two_way(counts, rows=PLACES[:1]))
    assert [read(made) for read in READ.values()] == [(report_content(made), report_hash(made))] * len(READ)


@each_writer
def test_the_signs_are_explained_whatever_the_table_holds(write: Callable[[FiguresReport], bytes]) -> None:
    for counts in ([25, 11, 0, 0, 36], [36] * 5, [None] * 5):
        text = "".join(parts_of(write(report(one_way(counts)))).values())
        for words in ("weggelaten, zodat niemand herkenbaar is", "nul", "onbekend"):
            assert words in text


# --- what a file must not say -----------------------------------------------------------------------


def test_a14_all_that_is_withheld_has_one_mark() -> None:
    table = page_of(figures_html(BOTH)).all("table")[1]
    hidden = [node for node in table.all("td") if node.text() == "x"]
    assert len(hidden) > 2
    assert all(node == hidden[0] for node in hidden)
    sheet = parts_of(figures_xlsx(BOTH))["xl/worksheets/sheet4.xml"]
    marks = set(re.findall(r'<c r="\w+" (s="\d+" t="s"><v>\d+)</v></c>', sheet))
    strings = re.findall(r"<si><t[^>]*>([^<]*)", parts_of(figures_xlsx(BOTH))["xl/sharedStrings.xml"])
    assert len([mark for mark in marks if strings[int(mark.rpartition(">")[2])] == "x"]) == 1


@each_reader
def test_a15_a19_rows_stand_there_in_their_order_whatever_was_counted(
    read: Callable[[FiguresReport], tuple[Content, str]],
) -> None:
    one, other = (
        read(report(one_way(counts)))[0] for counts in ([5, 6, 70, 800, 881], [0, None, None, 0, 9])
    )
    labels = [
        [each["labels"] for each in content["sections"][0]["tables"][0]["cells"]] for content in (one, other)
    ]
    assert labels[0] == labels[1] == [[label] for label in (*FORMS, TOTAL)]
    assert one["signs"] == other["signs"]


def test_a19_a_column_without_a_figure_keeps_its_panel_and_its_sheet() -> None:
    some, none = (
        report(two_way([9, *([last] * 4)], columns=FORMS[:3], rows=PLACES[:3])) for last in (8, None)
    )
    assert [len(page_of(figures_html(made)).all("svg")) for made in (some, none)] == [3, 3]
    assert parts_of(figures_xlsx(some)).keys() == parts_of(figures_xlsx(none)).keys()


def test_a23_bars_are_drawn_for_published_cells_alone_and_as_long_as_their_count() -> None:
    (drawing,) = page_of(figures_html(report(one_way([20, None, 10, 0, 42])))).all("svg")
    bars = [float(bar.attributes["width"]) for bar in drawing.all("rect")]
    assert len(bars) == 2
    assert bars[0] / bars[1] == pytest.approx(2)
    ticks = [node.text() for node in drawing.all("text") if node.attributes.get("class") == "tick"]
    assert ticks == ["0", "5", "10", "15", "20"]


def test_a23_a_table_of_marks_alone_draws_nothing() -> None:
    page = page_of(figures_html(report(one_way([None] * 4 + [36]), two_way([None]))))
    assert page.all("svg", "figure") == []


def test_a23_what_is_said_about_a_drawing_holds_no_number() -> None:
    for node in page_of(figures_html(BOTH)).all("title", "desc")[1:]:
        assert not re.search(r"\d", node.text())


@each_writer
def test_a23_what_stood_behind_a_mark_or_follows_from_it_is_nowhere(
    write: Callable[[FiguresReport], bytes],
) -> None:
    table = one_way([6011, None, None, None, 7334])  # withheld: 1203, 77 and 43; together 1323
    made = replace(REPORT, sections=untitled([table]), audit_head="-")
    text = "".join(parts_of(write(made)).values()).replace(report_hash(made), "")
    text = re.sub(r'"hash": "sha256:\w+"', "", text)
    for hidden in ("1203", "1.203", "1323", "1.323", "1246", "1280"):
        assert hidden not in text


def test_a23_a_workbook_has_no_drawing_nothing_hidden_and_no_formula() -> None:
    parts = parts_of(figures_xlsx(BOTH))
    assert not [name for name in parts if re.search(r"chart|drawing|comment|external|custom|vba|calc", name)]
    for name, text in parts.items():
        if name.startswith(("xl/worksheets/", "xl/workbook")):
            assert not re.search(r"hidden|veryHidden|<f[ >]|outlineLevel|<hyperlink[^>]* r:id", text), name


@each_writer
def test_a24_another_user_host_and_time_zone_make_the_same_file(
    write: Callable[[FiguresReport], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(BOTH)
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    monkeypatch.setattr(platform, "node", lambda: "another-host")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    after = write(BOTH)
    monkeypatch.undo()
    time.tzset()
    assert after == before


@each_writer
def test_a24_no_time_and_no_trace_of_the_machine_is_in_a_file(
    write: Callable[[FiguresReport], bytes],
) -> None:
    text = "".join(parts_of(write(BOTH)).values())
    assert str(resources.path("fonts").parent) not in text
    assert f"{datetime.now(tz=UTC):%H:%M}" not in re.sub(r"T00:00:00Z", "", text)
    assert set(re.findall(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d)?", text)) <= {"T00:00:00Z"}


def test_a24_a_workbook_says_its_title_and_its_day() -> None:
    written = figures_xlsx(REPORT)
    core = parts_of(written)["docProps/core.xml"]
    assert dict(re.findall(r"<((?:dc|cp|dcterms):\w+)[^>]*>([^<]+)<", core)) == {
        "dc:title": REPORT.title,
        "dc:subject": REPORT.period_title,
        "dcterms:created": "2026-11-23T00:00:00Z",
        "dcterms:modified": "2026-11-23T00:00:00Z",
    }
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# --- the page ---------------------------------------------------------------------------------------


def test_a_page_stands_by_itself_and_runs_nothing() -> None:
    page = page_of(figures_html(BOTH))
    assert page.all("script", "link", "img", "iframe", "object", "form", "base") == []
    assert not [n for n in page.walk() for name in n.attributes if name == "src" or name.startswith("on")]
    assert all(n.attributes["href"].startswith("#") for n in page.all("a"))
    (policy,) = [n for n in page.all("meta") if n.attributes.get("http-equiv")]
    assert "default-src 'none'" in policy.attributes["content"]
    style = page.all("style")[0].text()
    assert not re.search(r"url\(|@import|https?:", style)


def test_a_page_says_its_language_and_title_and_its_headings_are_in_order() -> None:
    page = page_of(figures_html(BOTH))
    assert page.all("html")[0].attributes["lang"] == "nl"
    assert page.all("title")[0].text() == "Signalen van mensenhandel, jaar 2019, R-2026-001"
    levels = [int(n.tag[1]) for n in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels == [1, 2, 2, 2, 2, 2]
    assert len(page.all("main")) == len(page.all("header")) == 1
    ids = [n.attributes["id"] for n in page.walk() if "id" in n.attributes]
    assert len(set(ids)) == len(ids)
    for node in page.walk():
        named = [*node.attributes.get("aria-labelledby", "").split(), node.attributes.get("href", "")[1:]]
        assert {name for name in named if name} <= set(ids)


def test_every_row_and_column_of_a_page_has_its_head_and_every_table_its_caption() -> None:
    for table, made in zip(page_of(figures_html(BOTH)).all("table"), BOTH.tables, strict=True):
        (caption,) = table.all("caption")
        assert caption.text() == f"{made.title}, jaar 2019. Geteld: signalen"
        head, *rows = table.all("tr")
        assert {n.attributes["scope"] for n in head.all("th")} == {"col"}
        assert not head.all("td")
        for row in rows:
            first, *others = row.all("th", "td")
            assert (first.tag, first.attributes["scope"]) == ("th", "row")
            assert {n.tag for n in others} == {"td"}
            assert len(others) == len(head.all("th")) - 1


def test_a_sign_is_read_aloud_as_a_word_and_a_drawing_is_described_beside_its_table() -> None:
    page = page_of(figures_html(BOTH))
    unseen = [n.kids for n in page.walk() if n.attributes.get("class") == "unseen"]
    assert {str(kids[0]) for kids in unseen} == {"weggelaten", "nul"}
    for drawing in page.all("svg"):
        title, about = drawing.all("title", "desc")
        assert drawing.attributes["role"] == "img"
        assert drawing.attributes["aria-labelledby"] == f"{title.attributes['id']} {about.attributes['id']}"
        assert title.text()
        assert "Een weggelaten getal heeft geen staaf" in about.text()
    assert all(section.all("table") for section in page.all("section") if section.all("svg"))


def test_words_of_outsiders_are_words_on_a_page_and_in_a_workbook() -> None:
    evil = "<script>alert(1)</script>&\"'=HYPERLINK(1)"
    table = ReportTable("t", evil, evil, (evil,), (cell((f"={evil}",), 7),))
    made = replace(report(table), title=f"={evil}", organisation=evil, rules=(f"+{evil}",), release="")
    page = page_of(figures_html(made))
    assert page.all("script") == []
    assert page.all("h1")[0].text() == f"={evil}"
    content, _ = from_xlsx(figures_xlsx(made))
    assert content["rules"] == [f"+{evil}"]
    assert content["sections"][0]["tables"][0]["cells"][0]["labels"] == [f"={evil}"]
    parts = parts_of(figures_xlsx(made))
    assert not [name for name, text in parts.items() if "worksheets" in name and re.search(r"<f[ >]", text)]
    kinds = re.findall(r"<xf [^>]*>", parts["xl/styles.xml"].partition("<cellXfs")[2])
    texts = re.findall(r'<c r="\w+" s="(\d+)" t="s"', "".join(parts.values()))
    assert len(texts) > 20
    assert all('quotePrefix="1"' in kinds[int(style)] for style in texts)


# --- the data ---------------------------------------------------------------------------------------


def test_a_workbook_has_a_sheet_a_table_its_head_stays_and_its_columns_fit() -> None:
    parts = parts_of(figures_xlsx(BOTH))
    assert re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"]) == [
        "Inhoud",
        "Toelichting",
        "Tabel 1",
        "Tabel 2",
    ]
    for number in (3, 4):
        sheet = parts[f"xl/worksheets/sheet{number}.xml"]
        assert '<pane xSplit="1" ySplit="5"' in sheet
        assert 'state="frozen"' in sheet
        assert min(float(width) for width in re.findall(r' width="([\d.]+)"', sheet)) > 10


def test_a_data_package_describes_its_files_to_the_byte() -> None:
    package = json.loads(package_of(BOTH))
    assert package["name"] == "r-2026-001"
    assert not {"licenses", "created", "contributors", "sources"} & package.keys()
    for table, resource in zip(BOTH.tables, package["resources"], strict=True):
        written = figures_csv(table)
        assert resource["hash"] == f"sha256:{hashlib.sha256(written).hexdigest()}"
        assert resource["bytes"] == len(written)
        fields = resource["schema"]["fields"]
        assert [each["name"] for each in fields] == [*table.dimensions, "count", "status"]
        assert all(each["description"] for each in fields)
        assert fields[0]["constraints"]["enum"] == list(table.labels(0))
        assert resource["schema"]["primaryKey"] == list(table.dimensions)


def test_a_page_has_the_colours_of_the_window_and_all_words_can_be_read() -> None:
    from mhdesk.gui.look.roles import DARK, LIGHT, Role, contrast

    style = resources.path("reports", "figures.css").read_text(encoding="utf-8")
    light, dark, paper = (
        dict(re.findall(r"--(\w+): (#\w{6})", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    )
    roles = {name: Role(name) for name in light if name != "ground"}
    assert {name: light[name] for name in roles} == {name: LIGHT[role] for name, role in roles.items()}
    assert {name: dark[name] for name in roles} == {name: DARK[role] for name, role in roles.items()}
    assert paper == light
    for colours in (light, dark):
        for words in ("text", "second", "accent"):
            assert contrast(colours[words], colours["ground"]) >= 4.5
        assert contrast(colours["text"], colours["withheld"]) >= 4.5


# --- sections, figures of others, what follows ------------------------------------------------------


@each_reader
def test_every_format_keeps_sections_sources_and_what_follows(
    read: Callable[[FiguresReport], tuple[Content, str]],
) -> None:
    content, told = read(DIVIDED)
    assert content == report_content(DIVIDED)
    assert told == report_hash(DIVIDED)
    assert [section["title"] for section in content["sections"]] == [one.title for one in SECTIONS]
    (wait,), (elsewhere,) = (content["sections"][place]["tables"] for place in (2, 3))
    assert wait["remarks"][0].startswith("De mediaan valt in: 3 tot 7 dagen.")
    assert elsewhere["source"] == OUTSIDE.source


def test_a_divided_page_has_a_heading_a_section_and_one_a_table_below_it() -> None:
    page = page_of(figures_html(DIVIDED))
    levels = [int(node.tag[1]) for node in page.all("h1", "h2", "h3")]
    assert levels == [1, 2, 2, 3, 3, 2, 3, 2, 3, 2, 3, 2, 2]
    (nav,) = page.all("nav")
    titles = [node.text() for node in page.all("h2", "h3")]
    assert [node.text() for node in nav.all("a")] == titles


def test_shares_and_changes_stand_beside_the_counts_under_a_head_of_their_own() -> None:
    tables = page_of(figures_html(DIVIDED)).all("table")
    heads = [[node.text() for node in table.all("tr")[0].all("th")][-1] for table in tables]
    assert heads == ["Aandeel", "Totaal", "Verschil met 2018", "Aandeel", "Aantal"]
    rows = [[node.text() for node in row.all("td")] for row in tables[2].all("tr")[1:]]
    assert rows[:3] == [["20", "25", "5 meer"], ["x", "7", "x"], ["x", "x", "x"]]


def test_the_sheet_of_contents_leads_to_every_sheet() -> None:
    first = parts_of(figures_xlsx(DIVIDED))["xl/worksheets/sheet1.xml"]
    assert re.findall(r'<hyperlink [^>]*location="([^"]+)"', first) == [
        f"'Tabel {number}'!A1" for number in range(1, 6)
    ]
    assert "Hoeveel er binnenkwam" in parts_of(figures_xlsx(DIVIDED))["xl/sharedStrings.xml"]


def test_a_data_package_says_section_unit_and_source_of_each_file() -> None:
    resources_ = json.loads(package_of(DIVIDED))["resources"]
    assert [each["section"] for each in resources_] == [one.title for one in SECTIONS for _ in one.tables]
    assert {each["unit"] for each in resources_} == {"signalen"}
    assert all(each["schema"]["fields"][-2]["unit"] == "signalen" for each in resources_)
    assert resources_[0]["description"] == "Signalen naar vorm, jaar 2019. Hoeveel er binnenkwam, en wat."
    assert [each.get("sources") for each in resources_] == [None] * 4 + [[{"title": OUTSIDE.source}]]
