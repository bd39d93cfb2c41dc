"""The letter on paper: only a name shows in the window of an envelope, and each language is said to be what it is."""

from __future__ import annotations

import pikepdf
import pypdfium2

from mhdesk.domain.contact import Contact
from mhdesk.domain.letters import LetterDraft, Sender, letters
from mhdesk.reports.letter import letter_pages
from tests.domain.made_up import DAY, Secrets
from tests.reports import paper

CONTACT = Contact("Kerkbrink 1, 1211 BW Voorbeeldstad", "035 000 00 01", "", "fg@voorbeeld.example")
SENDER = Sender("Stichting Proefhuis", "care_coordination", CONTACT, 15)
_WINDOW_ENDS = 600.0
"""Points from below: eight and a half centimetres from the top, where no envelope is open any more."""


def pages(language: str, name: str = "Lina Voorbeeld") -> bytes:
    one = Secrets().person(1, name=name)
    return letter_pages(letters(LetterDraft(1, language), one, SENDER, DAY))


def test_in_the_window_of_an_envelope_stands_the_name_and_nothing_else() -> None:
    with pypdfium2.PdfDocument(pages("es")) as document:
        for number, page in enumerate(document):
            seen = page.get_textpage().get_text_bounded(bottom=_WINDOW_ENDS, top=842, left=0, right=596)
            if number in (0, 2):
                assert seen.split() == ["Lina", "Voorbeeld"]


def test_a_letter_without_a_name_has_an_empty_window() -> None:
    with pypdfium2.PdfDocument(pages("nl", "")) as document:
        seen = document[0].get_textpage().get_text_bounded(bottom=_WINDOW_ENDS, top=842, left=0, right=596)
    assert not seen.strip()


def test_a_letter_is_two_pages_a_language() -> None:
    assert paper.pages_of(pages("nl")) == 2
    assert paper.pages_of(pages("es")) == 4


def test_each_language_is_said_to_a_screen_reader_and_the_file_says_nothing_else() -> None:
    with paper.opened(pages("es")) as document:
        parts = list(document.Root.StructTreeRoot.K)
        assert [str(part.Lang) for part in parts] == ["es", "nl"]
        assert str(document.Root.Lang) == "es"
        assert set(document.docinfo.keys()) == {"/Title"}
        assert str(document.docinfo["/Title"]) == "Tenemos datos sobre usted"
        assert isinstance(document.Root.MarkInfo, pikepdf.Dictionary)
    kinds = [kind for kind, _ in paper.elements_of(pages("nl"))]
    assert kinds[0] == "/Sect"
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 8
    assert kinds.count("/LI") == kinds.count("/LBody") == 12


def test_even_the_longest_name_and_address_stay_on_the_paper() -> None:
    sender = Sender(
        "Stichting " + "Proefhuis" * 20,
        "veilig_thuis",
        Contact("straat " * 28, "0" * 200, "", "fg " * 66),
        20,
    )
    one = Secrets().person(1, name="W" * 200)
    text = paper.text_of(letter_pages(letters(LetterDraft(1, "nl"), one, sender, DAY)))
    assert text.replace("\n", "").count("W" * 200) == 2
