from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from mhdesk import resources
from mhdesk.reports import inter, opentype

FACES = (inter.REGULAR, inter.MEDIUM, inter.SEMIBOLD, inter.CODE)


def face_of(name: str) -> TTFontFace:
    inter.load()
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)
    return font.face


@pytest.mark.parametrize("name", FACES)
def test_all_figures_are_equally_wide_so_that_columns_line_up(name: str) -> None:
    widths = [inter.width(figure, name, 1000) for figure in "0123456789"]
    assert max(widths) - min(widths) < 2


@pytest.mark.parametrize("name", FACES)
def test_every_letter_that_names_need_is_in_the_font(name: str) -> None:
    known = face_of(name).charToGlyph
    assert [letter for letter in "șŞăółęễộığĐđřščžëïüñçß–·" if ord(letter) not in known] == []


def test_the_zero_of_a_code_looks_different_from_that_of_a_count() -> None:
    plain, code = face_of(inter.MEDIUM).charToGlyph, face_of(inter.CODE).charToGlyph
    assert plain[ord("0")] != code[ord("0")]
    assert plain[ord("8")] == code[ord("8")]


def test_a_feature_that_a_font_does_not_have_changes_nothing() -> None:
    face = face_of(inter.REGULAR)
    table = face.get_chunk(*face.get_table_pos("GSUB"))
    assert opentype.substitutions(table, "none") == {}
    assert opentype.substitutions(table, "tnum")


def test_the_licence_of_the_font_lies_beside_it() -> None:
    text = resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text.upper()


def test_words_stand_where_boxes_would_be() -> None:
    told = inter.legible("Zij zei: مرحبا بك! 🙂\nNguyễn lacht.")
    note = "[tekst in letters of tekens die dit papier niet kan tonen; lees die in mhdesk]"
    assert told == f"Zij zei: {note}! {note}\nNguyễn lacht."
    assert inter.draws(told)
