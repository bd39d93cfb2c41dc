"""Attacks A13-A15, A19 and A23-A27 on the paper: what a file must not say about what it withholds."""

from __future__ import annotations

import platform
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk import resources, wording
from mhdesk.gui.look.roles import LIGHT, Role
from mhdesk.reports import sheet
from mhdesk.reports.chart import chart_of
from mhdesk.reports.content import report_hash
from mhdesk.reports.figures import untitled
from mhdesk.reports.figures_pdf import figures_pdf
from tests.reports import paper
from tests.reports.samples import (
    DIVIDED,
    FORMS,
    FORMS_2019,
    OUTSIDE,
    REPORT,
    SECTIONS,
    one_way,
    report,
    two_way,
)

CROSS = two_way([12, None, 7, 0, 30])


@pytest.fixture
def english() -> Iterator[None]:
    wording.use_language("en")
    yield
    wording.use_language("nl")


def table_lines(pdf: bytes) -> list[str]:
    """The lines of the text from the first heading of a table to the account of the protection."""
    text = paper.text_of(pdf)
    return text[text.index("Signalen naar") : text.index("Hoe deze cijfers")].splitlines()


def test_the_report_says_title_period_unit_and_who() -> None:
    text = paper.text_of(figures_pdf(REPORT))
    for words in (
        REPORT.title,
        REPORT.organisation,
        "Jaar 2019",
        "Geteld: signalen",
        "23-11-2026",
        "R-2026-001",
    ):
        assert words in text
    for rule in REPORT.rules:
        assert rule in text


def test_withheld_is_an_x_and_nil_a_dash_and_both_are_explained() -> None:
    lines = table_lines(figures_pdf(report(one_way([25, None, None, 0, 36]))))
    assert "Seksuele uitbuiting 25 69%" in lines
    assert "Arbeidsuitbuiting x x" in lines
    assert "Gedwongen orgaanverwijdering – –" in lines
    assert "Totaal 36 100%" in lines
    assert any("x weggelaten, zodat niemand herkenbaar is" in line and "– nul" in line for line in lines)


@pytest.mark.parametrize("counts", [[25, 11, 0, 0, 36], [36, 0, 0, 0, 36], [None, None, None, None, 36]])
def test_the_legend_is_the_same_whatever_the_table_holds(counts: list[int | None]) -> None:
    text = paper.text_of(figures_pdf(report(one_way(counts))))
    assert text.count("weggelaten, zodat niemand herkenbaar is") == 1


def test_no_number_stands_on_the_paper_but_published_counts_and_the_axis() -> None:
    numbers = {int(found) for line in table_lines(figures_pdf(REPORT)) for found in re.findall(r"\d+", line)}
    assert numbers == {25, 36} | {0, 5, 10, 15, 20} | {69, 100}  # the last two are shares


def test_what_stood_behind_a_mark_or_follows_from_it_is_in_no_stream() -> None:
    table = one_way([6011, None, None, None, 7334])  # withheld: 1203, 77 and 43; together 1323
    pdf = figures_pdf(replace(REPORT, sections=untitled([table]), audit_head="-"))
    told = report_hash(replace(REPORT, sections=untitled([table]), audit_head="-")).encode()
    content = b"\n".join(part for part in paper.streams_of(pdf) if not part.startswith(b"\0\1\0\0")).replace(
        told, b""
    )
    assert b"6.011" in content
    for hidden in (b"1203", b"1.203", b"1323", b"1.323", b"1246", b"1280"):
        assert hidden not in content


def test_bars_are_drawn_for_published_cells_alone_and_as_long_as_their_count() -> None:
    widths = [bar[2] for bar in paper.filled(figures_pdf(report(one_way([20, None, 10, 0, 42]))))]
    assert len(widths) == 2
    assert widths[0] / widths[1] == pytest.approx(2, rel=1e-3)


def test_the_bars_of_a_cross_table_share_one_scale() -> None:
    chart = chart_of(CROSS)
    assert chart
    counts, widths = list(chart.bars.values()), [bar[2] for bar in paper.filled(figures_pdf(report(CROSS)))]
    assert len(widths) == len(counts)
    assert sorted(width / max(widths) for width in widths) == pytest.approx(
        sorted(count / max(counts) for count in counts), rel=1e-3
    )


def test_a_table_of_marks_alone_draws_no_bar_and_no_axis() -> None:
    hidden = report(one_way([None] * 5), two_way([None]))
    pdf = figures_pdf(hidden)
    assert paper.filled(pdf) == []
    assert ("/Figure", 2) not in paper.elements_of(pdf)


@settings(max_examples=15)
@given(st.lists(st.none() | st.integers(0, 4000), min_size=5, max_size=5))
def test_there_are_as_many_bars_as_published_cells(counts: list[int | None]) -> None:
    assert len(paper.filled(figures_pdf(report(one_way(counts))))) == len(
        [count for count in counts[:4] if count]
    )


def test_metadata_say_title_subject_and_day_and_nothing_else() -> None:
    with paper.opened(figures_pdf(REPORT)) as document:
        assert {name: str(value) for name, value in document.docinfo.items()} == {
            "/Title": REPORT.title,
            "/Subject": "Beschermde cijfers, jaar 2019",
            "/CreationDate": "D:20261123",
        }
        assert "/Metadata" not in document.Root
        assert "/Names" not in document.Root
        assert str(document.Root.Lang) == "nl"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_no_trace_of_the_machine_is_in_the_file() -> None:
    pdf = figures_pdf(REPORT)
    content = pdf + b"\n".join(paper.streams_of(pdf))
    for trace in (
        str(resources.path("fonts").parent),
        f"{datetime.now(tz=UTC):%Y%m%d%H}",
        "+01'00'",
        "Z00'00'",
    ):
        assert trace.encode() not in content


def test_another_user_host_and_time_zone_make_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = figures_pdf(REPORT)
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    monkeypatch.setattr(platform, "node", lambda: "another-host")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    after = figures_pdf(REPORT)
    monkeypatch.undo()
    time.tzset()
    assert after == before


def test_the_same_report_gives_the_same_bytes() -> None:
    assert figures_pdf(report(FORMS_2019, CROSS)) == figures_pdf(report(FORMS_2019, CROSS))


def test_every_font_is_in_the_file() -> None:
    with paper.opened(figures_pdf(report(FORMS_2019, CROSS))) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor


def test_letters_from_anywhere_come_back_from_the_paper() -> None:
    label = "Iași, Łódź, Đà Nẵng, Nguyễn, Beyoğlu ıİ"
    pdf = figures_pdf(report(one_way([7, 9], labels=(label,))))
    assert " ".join(paper.text_of(pdf).split()).count(label) == 1


def test_headings_are_bookmarks() -> None:
    with paper.opened(figures_pdf(report(FORMS_2019, CROSS))) as document, document.open_outline() as outline:
        (top,) = outline.root
        assert top.title == REPORT.title
        assert [entry.title for entry in top.children] == [
            FORMS_2019.title,
            CROSS.title,
            "Hoe deze cijfers beschermd zijn",
            "Zo controleer je deze cijfers",
        ]


def test_a_screen_reader_finds_headings_a_table_with_heads_and_a_described_chart() -> None:
    pdf = figures_pdf(REPORT)
    kinds = [kind for kind, _ in paper.elements_of(pdf)]
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/Table") < kinds.index("/Figure")
    assert kinds.count("/TR") == 1 + len(FORMS_2019.cells)
    assert kinds.count("/TD") == 2 * len(FORMS_2019.cells)
    assert kinds.count("/TH") == 3 + len(FORMS_2019.cells)
    with paper.opened(pdf) as document:
        figure = next(each for each in document.Root.StructTreeRoot.K if each.S == "/Figure")
        assert FORMS_2019.title in str(figure.Alt)
        assert not re.search(r"[1-9]", str(figure.Alt))


def test_another_reader_finds_the_structure_of_each_page() -> None:
    with pypdfium2.PdfDocument(figures_pdf(report(FORMS_2019, CROSS))) as document:
        for page in document:
            tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
            assert pdfium.FPDF_StructTree_CountChildren(tree) > 3
            pdfium.FPDF_StructTree_Close(tree)


def test_every_drawing_belongs_to_an_element_or_is_an_artifact() -> None:
    with paper.opened(figures_pdf(report(FORMS_2019, CROSS))) as document:
        for page in document.pages:
            depth, seen = 0, []
            for operator, operands in paper.drawn(page):
                match operator:
                    case "BDC" | "BMC":
                        assert depth == 0
                        depth = 1
                        if operator == "BDC":
                            seen.append(int(operands[1].MCID))
                    case "EMC":
                        depth = 0
                    case "Tj" | "S" | "f" | "f*":
                        assert depth == 1
            assert seen == list(range(len(seen)))
            numbers = document.Root.StructTreeRoot.ParentTree.Nums
            assert len(numbers[2 * int(page.StructParents) + 1]) == len(seen)


def test_every_page_bears_release_hash_and_its_number() -> None:
    long = one_way([*range(5, 95), 4455], labels=[f"Kern {number}" for number in range(90)])
    pdf = figures_pdf(report(long))
    pages = paper.pages_of(pdf)
    assert pages > 2
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage().get_text_bounded()
            assert "R-2026-001" in text
            assert report_hash(report(long)) in text
            assert f"{number} van {pages}" in text


def test_a_table_longer_than_a_page_repeats_its_head_and_loses_no_row() -> None:
    labels = [f"Kern {number}" for number in range(90)]
    lines = table_lines(figures_pdf(report(one_way([*range(5, 95), 4455], labels=labels))))
    assert [line.rpartition(" ")[0] for line in lines if line.startswith("Kern ")] == [
        f"Kern {number} {number + 5}" for number in range(90)
    ]
    assert len([line for line in lines if line.startswith("Vorm van uitbuiting Aantal")]) > 1


def test_a_wide_table_lies_down_and_one_wider_than_paper_goes_on() -> None:
    lying = figures_pdf(
        report(two_way([7, None], columns=[f"{form} {place}" for place in "ab" for form in FORMS]))
    )
    with paper.opened(lying) as document:
        boxes = [[float(str(side)) for side in page.MediaBox] for page in document.pages]
    assert [box[2] > box[3] for box in boxes] == [False, True, False]
    columns = [f"{form} {number}" for number in range(6) for form in FORMS]
    text = paper.text_of(figures_pdf(report(two_way([7, None], columns=columns))))
    assert "(vervolg)" in text


def test_nothing_is_set_beyond_the_margins() -> None:
    wide = two_way([1234567, None, 0], columns=[f"{form} {'lang' * 9}" for form in FORMS])
    long = one_way([10**6] * 5, labels=["x" * 300, "een " * 60, "c", "d"])
    with pypdfium2.PdfDocument(figures_pdf(report(long, wide))) as document:
        for page in document:
            text = page.get_textpage()
            boxes = [text.get_charbox(place) for place in range(text.count_chars())]
            right = page.get_width() - sheet.MARGIN + 6
            assert all(
                left > sheet.MARGIN - 6 and edge < right and bottom > 20
                for left, bottom, edge, _ in boxes
                if edge
            )


def test_a_preview_says_that_it_is_one() -> None:
    assert "Voorbeeld, niet als publicatie vastgelegd" in paper.text_of(
        figures_pdf(report(FORMS_2019, release=""))
    )


@pytest.mark.usefixtures("english")
def test_the_report_speaks_english_too() -> None:
    pdf = figures_pdf(report(one_way([1250, None, 0, 5, 1290])))
    text = paper.text_of(pdf)
    assert "Total 1,290" in text
    assert "withheld, so that nobody can be recognised" in text
    with paper.opened(pdf) as document:
        assert str(document.Root.Lang) == "en"


def test_paper_has_the_colours_of_the_window() -> None:
    on_paper = (sheet.TEXT, sheet.SECOND, sheet.ACCENT, sheet.HAIRLINE, sheet.BORDER, sheet.WITHHELD)
    roles = (Role.TEXT, Role.SECOND, Role.ACCENT, Role.HAIRLINE, Role.BORDER, Role.WITHHELD)
    assert on_paper == tuple(LIGHT[role] for role in roles)


def test_a_report_of_many_sections_begins_with_its_contents_and_they_lead_there() -> None:
    pdf = figures_pdf(DIVIDED)
    titles = [title for one in SECTIONS for title in (one.title, *(table.title for table in one.tables))]
    text = paper.text_of(pdf)
    listed = text[text.index("Inhoud") :].splitlines()[1 : len(titles) + 3]
    assert [line.rpartition(" ")[0] for line in listed[: len(titles)]] == titles
    pages = [int(line.rpartition(" ")[2]) for line in listed]
    with paper.opened(pdf) as document:
        links = list(document.pages[0].Annots)
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
        assert [numbers[link.Dest[0].objgen] for link in links] == pages == sorted(pages)
        tree = document.Root.StructTreeRoot.ParentTree.Nums
        owners = dict(zip(map(int, list(tree)[::2]), list(tree)[1::2], strict=True))
        assert {str(owners[int(link.StructParent)].S) for link in links} == {"/Link"}
        with document.open_outline() as outline:
            (top,) = outline.root
            assert [entry.title for entry in top.children][1:3] == ["Aard en omvang", "Door de tijd"]
            assert [entry.title for entry in top.children[1].children] == titles[1:3]


def test_few_sections_need_no_contents() -> None:
    made = replace(DIVIDED, sections=SECTIONS[:3])
    assert "Inhoud" not in paper.text_of(figures_pdf(made))


def test_paper_says_shares_changes_the_median_and_whose_figures_they_are() -> None:
    text = " ".join(paper.text_of(figures_pdf(DIVIDED)).split())
    for words in (
        "Seksuele uitbuiting 25 69%",
        "Seksuele uitbuiting 20 25 5 meer",
        "Arbeidsuitbuiting x 7 x",
        "De mediaan valt in: 3 tot 7 dagen.",
        f"Bron: {OUTSIDE.source}. Dit zijn geen cijfers van {REPORT.organisation}.",
    ):
        assert words in text
