"""Papers of a meeting: headed for a screen reader, silent about who made them, whole whatever stands on them."""

from __future__ import annotations

from datetime import date

import pytest

from mhdesk.domain.meeting_papers import Entry, MeetingPaper
from mhdesk.reports.meeting_papers import meeting_page
from tests.reports import paper

LONG = "Đorđe Żółć-’s-Gravelandsestraatweg " * 6


def made(*entries: Entry, place: str = "Kamer 2") -> bytes:
    facts = (("Dag", f"{date(2026, 11, 23):%d-%m-%Y}"), ("Plaats", place))
    return meeting_page(MeetingPaper("Agenda casusoverleg", facts, "Casussen", entries, "Einde.", "Gemaakt."))


def test_a_screen_reader_finds_headings_and_the_language_and_nothing_of_who_made_it() -> None:
    pdf = made(Entry("C-2026-0001", "vrouw", "Hoe verder?"))
    with paper.opened(pdf) as document:
        assert str(document.Root.Lang) == "nl"
        assert set(document.docinfo.keys()) == {"/Title"}
    kinds = [kind for kind, _ in paper.elements_of(pdf)]
    assert [kinds.count(kind) for kind in ("/H1", "/H2", "/H3")] == [1, 1, 1]


@pytest.mark.parametrize("cases", [0, 1, 40])
def test_the_longest_texts_stay_whole_and_on_the_paper(cases: int) -> None:
    pdf = made(*(Entry(f"C-2026-{number:04d}", LONG, LONG * 5) for number in range(cases)), place="W" * 200)
    said = paper.text_of(pdf).replace("\n", "")
    assert said.count("W" * 200) == 1
    assert said.replace(" ", "").count("Đorđe") == cases * 36
    assert f"C-2026-{max(cases - 1, 0):04d}" in said or not cases
