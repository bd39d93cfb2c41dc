"""The crisis card on paper: one page, and a file that tells nothing about itself."""

from __future__ import annotations

from mhdesk.domain.contact import MOST_NUMBERS, CrisisNumber
from mhdesk.domain.crisis_card import CardDraft, compose
from mhdesk.domain.dates import Birth
from mhdesk.reports.crisis_card import card_page
from tests.domain.made_up import Secrets
from tests.domain.test_crisis_card import NOW
from tests.reports import paper

NUMBERS = [CrisisNumber("Direct gevaar", "112")] + [CrisisNumber("Crisisdienst 18+", "035 000 00 02")] * (
    MOST_NUMBERS - 1
)
SENTENCE = "Hij staat voor de deur en zij durft niet naar buiten te gaan. "


def page(most: int = 120) -> bytes:
    long = (SENTENCE * 10)[:most].strip()
    draft = CardDraft(1, long, long, long, "Noor Denkbeeld, 035 000 00 01", "Roemeens", nationality=True)
    secrets = Secrets()
    one = secrets.person(
        1,
        birth=Birth("2004"),
        first_names="Lina",
        safe_contact="Bel alleen tussen 10 en 12 uur.\nNoem geen naam.",
    )
    return card_page(compose(draft, secrets.signal(one, reference="GV-2026-0001"), one, NUMBERS, NOW))


def test_a_card_is_one_page_even_with_long_texts() -> None:
    assert paper.pages_of(page()) == 1
    assert paper.pages_of(page(400)) == 1


def test_it_can_be_read_by_ear_and_tells_nothing_about_itself() -> None:
    text = paper.text_of(page())
    for words in (
        "Crisiskaart",
        "GV-2026-0001",
        "Lina",
        "vrouw",
        "22 jaar",
        "Noem geen naam.",
        "112",
        "Roemeens",
    ):
        assert words in text
    with paper.opened(page()) as document:
        assert set(document.docinfo.keys()) == {"/Title"}
        assert str(document.docinfo["/Title"]) == "Crisiskaart"
        assert str(document.Root.Lang) == "nl"
    assert next(kind for kind, _ in paper.elements_of(page())) == "/H1"
