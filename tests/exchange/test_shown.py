"""What a file is shown as: by its bytes, within bounds, and never with an exception."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.viewing import LONGEST_LINE_SHOWN, LONGEST_TEXT_SHOWN, Form, picture_format
from mhdesk.exchange.shown import decoded, look_at

BITMAP = b"BM" + bytes(12) + (40).to_bytes(4, "little") + bytes(20)
STORY = "Zij zei: „ik kom zó”, en ging — naar café Ω."


@pytest.mark.parametrize(
    ("content", "form", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n rest", Form.PICTURE, "png"),
        (b"\xff\xd8\xff\xe0 rest", Form.PICTURE, "jpeg"),
        (b"GIF89a rest", Form.PICTURE, "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Form.PICTURE, "webp"),
        (BITMAP, Form.PICTURE, "bmp"),
        (b"BM heeft gebeld over de auto.", Form.TEXT, ""),
        (b"\n\n%PDF-1.7 rest", Form.PDF, ""),
        (b"PK\x03\x04\x14\x00\x00\x00", Form.NONE, ""),
        (b"ID3\x04\x00\x00", Form.NONE, ""),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', Form.TEXT, ""),
    ],
)
def test_a_file_is_what_its_bytes_are_whatever_it_is_called(content: bytes, form: Form, kind: str) -> None:
    shown = look_at(content, "brief.eml")
    assert (shown.form, shown.format) == (form, kind)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_read_in_the_way_it_was_written(codec: str) -> None:
    told = STORY.replace("Ω", "o")
    assert look_at(told.encode(codec), "verslag.txt").text == told.strip()


def test_a_text_of_an_old_windows_program_is_read_too() -> None:
    assert look_at("café „de hoek”".encode("cp1252"), "verslag.txt").text == "café „de hoek”"


def test_what_turns_the_reading_direction_is_left_out() -> None:
    assert look_at("bel \u202e0612\u202c niet".encode(), "a.txt").text == "bel 0612 niet"


def test_a_long_text_is_cut_and_a_line_without_end_is_broken() -> None:
    shown = look_at(b"a" * (4 * LONGEST_TEXT_SHOWN + 100), "a.txt")
    assert shown.cut
    assert max(map(len, shown.text.split("\n"))) == LONGEST_LINE_SHOWN
    assert len(shown.text.replace("\n", "")) == LONGEST_TEXT_SHOWN


def test_a_mail_is_read_and_what_is_only_called_so_is_text() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ilse Verzonnen <ilse@voorbeeld.invalid>", "Zorgen"
    mail.set_content("Goedemiddag,\n\nIk maak mij zorgen.")
    mail.add_attachment(b"x", maintype="image", subtype="jpeg", filename="auto.jpg")
    shown = look_at(bytes(mail), "Zorgen.EML")
    assert shown.form is Form.MAIL
    assert "Ilse Verzonnen <ilse@voorbeeld.invalid>" in shown.text
    assert "auto.jpg" in shown.text
    assert "Ik maak mij zorgen." in shown.text
    assert look_at(b"Gewoon een briefje zonder kop.", "briefje.eml").form is Form.TEXT


@given(st.binary(max_size=300), st.sampled_from(["", "a.eml", "a.msg", "a.pdf"]))
def test_nothing_that_somebody_sends_breaks_the_look(content: bytes, name: str) -> None:
    shown = look_at(content, name)
    assert (shown.form is Form.PICTURE) == bool(picture_format(content))
    assert not set(shown.text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=200))
def test_every_text_comes_back_from_utf_8(text: str) -> None:
    assert decoded(text.encode()) == text
