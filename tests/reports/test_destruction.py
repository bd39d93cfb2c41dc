from __future__ import annotations

from datetime import date

import pytest

from mhdesk import wording
from mhdesk.domain.destroying import Declaration
from mhdesk.reports.destruction import declaration_page
from tests.reports import paper

DECLARATION = Declaration(
    number="V-2026-0001",
    ground="retention_expired",
    decided_by="Samira Proef",
    executed_by="Noor Denkbeeld",
    destroyed_on=date(2026, 11, 23),
    kinds={"notification": 12, "signal": 3},
    persons=9,
    oldest=date(2010, 2, 3),
    newest=date(2011, 11, 20),
)
HEAD = "3fa9" * 16


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_page_tells_how_much_why_by_whom_and_with_what_witness(language: str) -> None:
    before = wording.language()
    wording.use_language(language)
    try:
        page = declaration_page(DECLARATION, "Stichting Proefhuis", HEAD)
    finally:
        wording.use_language(before)
    text = " ".join(paper.text_of(page).split())
    assert paper.pages_of(page) == 1
    for told in (
        "V-2026-0001",
        "12 ×",
        "3 ×",
        "9",
        "03-02-2010",
        "20-11-2011",
        "AVG art. 5",
        "Samira Proef",
        HEAD,
    ):
        assert told in text


def test_kinds_of_which_nothing_went_are_not_named() -> None:
    text = paper.text_of(declaration_page(DECLARATION, "Stichting Proefhuis", HEAD))
    assert "advies" not in text
