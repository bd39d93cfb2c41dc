from __future__ import annotations

import struct
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.domain.attachments import LARGEST_FILE, LONGEST_FILE_NAME, MOST_FILES, safe_name, unlike
from mhdesk.errors import InputError
from mhdesk.exchange import mail
from mhdesk.exchange.mail import Found, Mail
from mhdesk.exchange.plain_html import to_text
from tests.exchange.mails import Tree, a_mail, a_msg, attached, with_file

SENT = datetime(2026, 11, 20, 13, 31, 5, tzinfo=UTC)


def read(content: bytes, folder: Path, name: str = "mail.eml") -> Mail:
    path = folder / name
    path.write_bytes(content)
    return mail.read(path)


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def ticks(moment: datetime) -> bytes:
    since = moment - datetime(1601, 1, 1, tzinfo=UTC)
    return (int(since.total_seconds()) * 10_000_000).to_bytes(8, "little")


# --- as it travels ----------------------------------------------------------------------------------


def test_an_ordinary_mail_tells_when_it_came_from_whom_and_what(tmp_path: Path) -> None:
    found = read(bytes(with_file(a_mail("Regel één.\nRegel twee."), "verslag.pdf")), tmp_path)
    assert found.received_at == SENT  # by the last server, not by the clock of the sender
    assert (found.sender_name, found.sender_address) == ("Ilse Verzonnen", "ilse@voorbeeld.invalid")
    assert (found.subject, found.text.strip()) == ("Zorgen om een meisje", "Regel één.\nRegel twee.")
    assert [(one.name, one.media_type) for one in found.attachments] == [("verslag.pdf", "application/pdf")]
    assert (found.source.name, found.source.media_type, found.left_out) == ("mail.eml", "message/rfc822", 0)


def test_the_plain_text_of_an_alternative_is_taken_and_html_where_there_is_no_other(tmp_path: Path) -> None:
    both = a_mail("Gewone tekst.")
    both.add_alternative("<p>Opgemaakte tekst.</p>", subtype="html")
    assert read(bytes(both), tmp_path).text.strip() == "Gewone tekst."
    only = a_mail()
    only.set_content("<style>p {}</style><p>Bel <b>niet</b>.</p><script>x()</script>", subtype="html")
    assert read(bytes(only), tmp_path).text == "Bel niet."


def test_a_forwarded_mail_becomes_a_file_and_is_read_where_the_outer_one_says_nothing(tmp_path: Path) -> None:
    outer = a_mail("")
    outer.add_attachment(with_file(a_mail("Het gaat om de loods."), "foto.jpg", b"\xff\xd8", "image/jpeg"))
    found = read(bytes(outer), tmp_path)
    assert [one.name for one in found.attachments] == ["Zorgen om een meisje.eml"]
    assert b"foto.jpg" in found.attachments[0].content
    assert found.text == "Zorgen om een meisje\n\nHet gaat om de loods."


def test_what_outlook_packed_for_itself_stays_a_file(tmp_path: Path) -> None:
    found = read(
        bytes(with_file(a_mail(), "winmail.dat", b"\x78\x9f\x3e\x22", "application/ms-tnef")), tmp_path
    )
    assert [one.name for one in found.attachments] == ["winmail.dat"]


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        ("iso-8859-1", "één".encode("latin-1"), "één"),
        ("utf-8", "één".encode("cp1252"), "één"),
        ("bestaat-niet", "één".encode(), "één"),
        ("punycode", b"een-", "een-"),
        ("hex", b"6565", "6565"),
    ],
)
def test_a_broken_charset_still_gives_a_text(charset: str, body: bytes, text: str, tmp_path: Path) -> None:
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head.encode() + body, tmp_path).text == text


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 no mail",
        b"Just a text, with a colon: yes.\nAnd more.",
        b"X-Only: that\n\nno mail",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
)
def test_what_is_no_mail_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(content, tmp_path)
    assert caught.value.code == "mail.no_mail"


def test_a_file_that_cannot_be_read_is_empty_or_too_large_says_so(tmp_path: Path) -> None:
    cases = {
        "mail.unreadable": tmp_path / "weg.eml",
        "mail.empty": tmp_path / "leeg.eml",
        "mail.too_large": tmp_path / "groot.eml",
    }
    cases["mail.empty"].write_bytes(b"")
    with cases["mail.too_large"].open("wb") as large:
        large.truncate(mail.LARGEST_MAIL + 1)
    for code, path in cases.items():
        with pytest.raises(InputError) as caught:
            mail.read(path)
        assert caught.value.code == code


BOUND = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
HOSTILE = {
    "parts without end": BOUND + b"--b\n\n" * 50_000,
    "parts in parts": b"Subject: x\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400)),
    "mails in mails": b"Subject: x\nContent-Type: message/rfc822\n\n" * 200,
    "headers without end": b"Subject: x\n" + b"X: y\n" * 50_000,
    "a header without end": b"From: " + b"a <b@c>, " * 50_000 + b"\n\nx",
    "brackets without end": b"From: " + b"(" * 50_000 + b"\n\nx",
    "parameters without end": BOUND + (b"--b\nContent-Type: a/b; " + b"a*0=b;" * 200 + b"\n\n") * 20,
    "no base64 at all": b"Subject: x\nContent-Type: a/b\nContent-Transfer-Encoding: base64\n\n"
    + b"=%\xff" * 9_000,
    "tags without end": b"Subject: x\nContent-Type: text/html\n\n" + b"<a " * 100_000,
    "comments without end": b"Subject: x\nContent-Type: text/html\n\n" + b"<!--" * 50_000,
    "days that do not exist": b"Subject: x\nDate: Fri, 99 Zub 99999 99:99:99 +9999\n\nx",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_mail_is_read_or_refused_in_good_time(what: str, tmp_path: Path) -> None:
    with suppress(InputError):
        assert len(read(HOSTILE[what], tmp_path).attachments) <= MOST_FILES


def test_attachments_beyond_the_bounds_are_counted_not_taken(tmp_path: Path) -> None:
    many = a_mail()
    for number in range(MOST_FILES + 3):
        with_file(many, f"{number}.txt", b"x", "application/x-x")
    found = read(bytes(many), tmp_path)
    assert (len(found.attachments), found.left_out) == (MOST_FILES, 3)
    large = Found()
    large.take("groot.bin", "a/b", bytes(LARGEST_FILE + 1))
    for name in ("een", "twee", "drie"):  # the same bytes, named again and again
        large.take(name, "a/b", bytes(LARGEST_FILE))
    assert ([one.name for one in large.files], large.left_out) == (["een", "twee"], 2)


# --- as Outlook saves it ----------------------------------------------------------------------------


def test_a_mail_of_outlook_tells_the_same(tmp_path: Path) -> None:
    content = a_msg(
        {(0x0E06, 0x40): ticks(SENT)},
        {
            "one": attached("verslag.pdf", b"%PDF" * 2000),
            "two": attached("..\\..\\kort.txt", b"kort", "text/plain"),
        },
        s0037001F=wide("Zorgen om een meisje"),
        s1000001F=wide("Er is iets mis."),
        s0C1A001F=wide("Ilse Verzonnen"),
        s0C1F001F=wide("/O=EXCHANGE/CN=ILSE"),
        s5D01001F=wide("ilse@voorbeeld.invalid"),
    )
    found = read(content, tmp_path, "mail.msg")
    assert found.received_at == SENT
    assert (found.sender_name, found.sender_address) == ("Ilse Verzonnen", "ilse@voorbeeld.invalid")
    assert (found.subject, found.text) == ("Zorgen om een meisje", "Er is iets mis.")
    assert [(one.name, len(one.content)) for one in found.attachments] == [
        ("verslag.pdf", 8000),
        ("kort.txt", 4),
    ]
    assert found.source.media_type == "application/vnd.ms-outlook"


def test_an_old_mail_of_outlook_is_read_by_its_codepage_and_its_html(tmp_path: Path) -> None:
    table = {(0x3FFD, 0x03): (1250).to_bytes(4, "little")}
    content = a_msg(table, s0037001E="Čech".encode("cp1250"), s10130102="<p>Zpráva</p>".encode("cp1250"))
    found = read(content, tmp_path)
    assert (found.subject, found.text, found.received_at) == ("Čech", "Zpráva", None)


def test_a_mail_in_a_mail_of_outlook_becomes_a_text_with_its_files_beside_it(tmp_path: Path) -> None:
    inner: Tree = {
        "__properties_version1.0": b"\0" * 24,
        "__substg1.0_0037001F": wide("Binnenste"),
        "__substg1.0_1000001F": wide("De loods."),
        "__attach_version1.0_#00000000": attached("foto.jpg", b"\xff\xd8"),
    }
    outer = a_msg(None, {"mail": {"__substg1.0_3701000D": inner}}, s0037001F=wide("Buitenste"))
    found = read(outer, tmp_path)
    assert [one.name for one in found.attachments] == ["Binnenste.txt", "foto.jpg"]
    assert "De loods." in found.attachments[0].content.decode()


def test_a_header_that_counts_more_than_the_file_has_is_refused_at_once(tmp_path: Path) -> None:
    """The chain of tables bites its own tail: without the look at the header this goes on for minutes."""
    content = bytearray(a_msg(s0037001F=wide("x")))
    loop = (len(content) - 512) // 512
    for at, count in ((44, 109 + 127 * 9_000), (68, loop), (72, 9_000)):
        struct.pack_into("<I", content, at, count)
    with pytest.raises(InputError):
        read(bytes(content) + struct.pack("<128I", *([1] * 127), loop), tmp_path)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_mail_is_read_or_refused_and_never_more(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = data.draw(st.sampled_from([EML, OUTLOOK]))
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + 4] = data.draw(st.binary(min_size=4, max_size=4))
    path = tmp_path_factory.getbasetemp() / "damaged.eml"
    path.write_bytes(bytes(content[: data.draw(st.integers(1, len(content)))]))
    with suppress(InputError):
        assert all(safe_name(one.name, "") == one.name for one in mail.read(path).attachments)


def _nested() -> EmailMessage:
    outer = with_file(a_mail(), "a.pdf")
    outer.add_attachment(with_file(a_mail(), "b.pdf"))
    return outer


EML = bytes(_nested())
OUTLOOK = a_msg(
    {(0x39, 0x40): ticks(SENT)}, {"one": attached("a.pdf", b"x" * 5000)}, s0037001F=wide("Zorgen")
)


# --- names and HTML ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\brief.doc", "brief.doc"),
        ("CON.txt", "_CON.txt"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("  a<b>:c?.pdf. ", "a b c .pdf"),
        ("...", "bijlage"),
        ("", "bijlage"),
        ("n" * 300 + ".pdf", "n" * (LONGEST_FILE_NAME - 4) + ".pdf"),
    ],
)
def test_the_name_of_a_file_cannot_lead_anywhere_or_show_another_kind(told: str, kept: str) -> None:
    assert safe_name(told, "bijlage") == kept


@given(st.text())
def test_a_safe_name_is_one_part_of_a_path_and_stays_what_it_is(told: str) -> None:
    name = safe_name(told, "bijlage")
    assert Path(name).name == name
    assert 0 < len(name) <= LONGEST_FILE_NAME
    assert not set(name) & set('/\\<>:"|?*\0\n')
    assert safe_name(name, "bijlage") == name


def test_two_files_of_the_same_name_are_told_apart() -> None:
    taken: set[str] = set()
    assert [unlike(name, taken) for name in ("a.pdf", "A.pdf", "a.pdf")] == [
        "a.pdf",
        "A (2).pdf",
        "a (3).pdf",
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Een<br>twee<p>drie</p>", "Een\ntwee\n\ndrie"),
        ("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"),
        (
            '<a href="https://voorbeeld.invalid/ad?x=1&amp;y=2">hier</a>.',
            "hier (https://voorbeeld.invalid/ad?x=1&y=2).",
        ),
        ('<a href="https://voorbeeld.invalid">voorbeeld.invalid</a>', "voorbeeld.invalid"),
        ("<!-- weg -->Meisje < 18 jaar &amp; alleen", "Meisje < 18 jaar & alleen"),
        ('<img src="https://voorbeeld.invalid/spion.gif">Tekst<script>alert("<p>nee</p>")</script>', "Tekst"),
        ("<STYLE>p { color: red }</STYLE>Tekst", "Tekst"),
    ],
)
def test_html_becomes_what_one_would_read(source: str, text: str) -> None:
    assert to_text(source) == text
