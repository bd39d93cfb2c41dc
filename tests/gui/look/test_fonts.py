"""The type can write every name of the region, on the screen and in a PDF."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mhdesk import resources
from mhdesk.gui.look import fonts, theme
from mhdesk.gui.look.fonts import FILES, Type

SAMPLE = "ăâășşțţóóźżłąęćńœøåßçğĞıİĐđễữờạỳÑñČčŠšŽžĳĲéëïü–—…‘’“”„·€×→←↑↓≤≥0123456789"


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.mark.parametrize("file", FILES)
def test_every_weight_has_every_letter(file: str) -> None:
    raw = QRawFont(str(resources.path("fonts", file)), 15)
    assert raw.isValid()
    assert [letter for letter in SAMPLE if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("kind", list(Type))
def test_every_kind_of_text_is_set_in_its_own_weight(kind: Type) -> None:
    info = QFontInfo(fonts.font(kind))
    size, weight = fonts.SIZES[kind]
    assert (info.family(), info.pixelSize(), info.weight()) == ("Inter", size, QFont.Weight(weight))


def test_figures_line_up_also_in_labels_styled_by_the_sheet(qtbot: QtBot) -> None:
    label = QLabel("1")
    label.setProperty("kind", Type.CAPTION_STRONG.value)
    qtbot.addWidget(label)
    label.ensurePolished()
    for font in (*map(fonts.font, Type), label.font()):
        measure = QFontMetricsF(font)
        widths = [measure.horizontalAdvance(figure) for figure in "0123456789"]
        assert max(widths) - min(widths) < 0.05, "no more than the rounding of the font engine"


def test_an_l_is_not_an_i() -> None:
    plain = QFont(fonts.font(Type.TEXT))
    plain.unsetFeature(QFont.Tag("cv05"))
    plain.setFeature(QFont.Tag("cv05"), 0)
    assert QFontMetricsF(plain).horizontalAdvance("l") != QFontMetricsF(
        fonts.font(Type.TEXT)
    ).horizontalAdvance("l")


@pytest.mark.parametrize("file", FILES)
def test_a_pdf_can_carry_the_type(file: str) -> None:
    name = Path(file).stem
    pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", file))))
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.setFont(name, 12)
    canvas.drawString(72, 72, SAMPLE)
    canvas.save()
    assert b"/FontFile2" in page.getvalue()


def test_the_licence_comes_along_and_all_of_it_stays_small() -> None:
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert sum(resources.path("fonts", file).stat().st_size for file in FILES) < 3_000_000
