"""The letter of a referral: what was chosen and nothing else, kept as it left."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import update

from mhdesk.desk import referral_letters, referring, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.errors import DamageError, InputError
from mhdesk.store.schema import organisation, referral_letter
from tests.desk.drafts import a_notification

NAME = "Łucja-Żaneta Çağlayan van der Verzonnen-Nergenshuizen"
SAFE = "Bel nooit. Alleen via Signaal, na 20.00 uur."
TEXTS = {"needs": "Een bed voor twee.", "danger": "Hij zoekt haar.", "police": "Aangifte op 3 mei."}


def referral(desk: Desk, shared: list[str], *, side: str = "care", name: str = NAME) -> int:
    """Refer a victim and return the id of the referral."""
    lina = PersonDraft(
        role="possible_victim", last_name=name, birth="2004", phone="0612344202", safe_contact=SAFE
    )
    bas = PersonDraft(role="aggressor", first_names="Bas", last_name="Bobbeldijk")
    made = signals.register(desk, a_notification(persons=[lina, bas], narrative="Het hele verhaal."))
    assert made.created is not None
    victim = signals.details(desk, made.created).involvements[0].id
    desk.database.connection.execute(update(organisation).values(side=side))
    draft = ReferralDraft(
        made.created,
        victim,
        1,
        purpose="shelter",
        basis="consent_oral",
        referred_on="23-11-2026",
        answer_by="25-11-2026",
        shared=shared,
        note="Onderling gezegd.",
    )
    number = referring.refer(desk, draft).created
    assert number is not None
    return number


def letter(number: int, **texts: str) -> ReferralLetterDraft:
    return ReferralLetterDraft(number, texts or dict(TEXTS), "Is er plaats?", "Noor Denkbeeld", "035 1234567")


def made(desk: Desk, number: int) -> bytes:
    created = referral_letters.make(desk, letter(number)).created
    assert created is not None
    return referral_letters.read(desk, created)


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join("\n".join(pages).split())


def test_a_letter_tells_what_was_chosen_and_nothing_else(desk: Desk) -> None:
    told = words(made(desk, referral(desk, ["name", "phone", "safe_contact", "needs"])))
    for part in (NAME, "06", SAFE, "Een bed voor twee.", "Is er plaats?", "25-11-2026", "Noor Denkbeeld"):
        assert part in told, part
    for part in ("2004", "Bobbeldijk", "Hij zoekt", "Aangifte", "Het hele verhaal", "Onderling", "GV-2026"):
        assert part not in told, part


def test_a_letter_says_its_title_and_language_and_nothing_of_who_made_it_where(desk: Desk) -> None:
    content = made(desk, referral(desk, ["name", "needs"]))
    with pypdfium2.PdfDocument(content) as document:
        said = {name: text for name, text in document.get_metadata_dict().items() if text}
        assert said == {"Title": "Verwijzing"}
        assert document.is_tagged()
    assert b"/Lang (nl)" in content
    assert NAME.encode() not in content


def test_a_letter_asks_the_wall_again(desk: Desk) -> None:
    number = referral(desk, ["name", "needs"])
    desk.database.connection.execute(update(organisation).values(side="safety"))
    with pytest.raises(ProblemsError) as refused:
        referral_letters.make(desk, letter(number))
    assert [one.code for one in refused.value.problems] == ["shared.other_side"]


def test_letters_without_a_shape_are_refused_before_anything_is_kept(desk: Desk) -> None:
    number = referral(desk, ["name"], name="\u0644\u064a\u0646\u0627")
    with pytest.raises(InputError) as refused:
        referral_letters.make(desk, letter(number))
    assert refused.value.code == "desk.not_on_paper"
    assert signals.details(desk, 1).referrals[0].letters == ()


def test_a_long_letter_goes_on_on_the_next_page(desk: Desk) -> None:
    number = referral(desk, ["name", "needs", "danger"])
    long = letter(number, needs="Elke dag iets anders. " * 80, danger="\n".join(["Nog een regel."] * 60))
    created = referral_letters.make(desk, long).created
    assert created is not None
    content = referral_letters.read(desk, created)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) > 1
    assert words(content).count("Nog een regel.") == 60


def test_a_letter_is_kept_byte_for_byte_and_can_be_saved(desk: Desk, tmp_path: Path) -> None:
    content = made(desk, referral(desk, ["name", "needs"]))
    (kept,) = signals.details(desk, 1).referrals[0].letters
    assert (kept.size, kept.made_by) == (len(content), "Noor Denkbeeld")
    referral_letters.save(desk, kept.id, tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes() == content


def test_a_letter_that_was_changed_is_not_given_out(desk: Desk, tmp_path: Path) -> None:
    made(desk, referral(desk, ["name"]))
    desk.database.connection.execute(update(referral_letter).values(content=b"%PDF-"))
    with pytest.raises(DamageError):
        referral_letters.read(desk, 1)
    with pytest.raises(DamageError):
        referral_letters.save(desk, 1, tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()


def test_no_letter_is_made_for_what_was_withdrawn(desk: Desk) -> None:
    number = referral(desk, ["name"])
    referring.answer(desk, AnswerDraft(number, "withdrawn", "23-11-2026", "Lina wil het niet."))
    with pytest.raises(InputError) as refused:
        referral_letters.make(desk, letter(number))
    assert refused.value.code == "referral.letter_not_sent"


def test_of_a_whole_signal_no_aggressor_is_told_of(desk: Desk) -> None:
    referral(desk, ["name"])
    draft = ReferralDraft(1, None, 1, purpose="shelter", basis="consent_oral", referred_on="23-11-2026")
    draft.shared = ["name", "municipality"]
    number = referring.refer(desk, draft).created
    assert number is not None
    told = words(made(desk, number))
    assert NAME in told
    assert "Bobbeldijk" not in told


@pytest.mark.parametrize(
    ("caller", "phone", "missing"), [("", "035 1", "caller"), ("Noor", "bellen", "phone")]
)
def test_a_letter_names_who_can_be_called(desk: Desk, caller: str, phone: str, missing: str) -> None:
    number = referral(desk, ["name"])
    with pytest.raises(ProblemsError) as refused:
        referral_letters.make(desk, ReferralLetterDraft(number, caller=caller, phone=phone))
    assert [one.field for one in refused.value.problems] == [missing]
