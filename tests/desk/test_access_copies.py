"""A copy of somebody's own data tells nothing of others, of a secret source, or of what was kept from that person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import select

from mhdesk.desk import access_copies, comensha, data_requests, informing, referring, signals
from mhdesk.domain.comensha import RegisterDraft
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.errors import InputError
from mhdesk.store.schema import audit_event
from tests.desk.drafts import a_notification
from tests.reports import paper

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.access_copy import AccessCopy
    from tests.registry_fixtures import StoppedClock

VICTIM: Final = PersonDraft(
    first_names="Lina", last_name="Voorbeeld", birth="12-05-1999", phone="06-12 34 42 02", nationality="RO"
)
HIM: Final = PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen", phone="06-12 34 42 03")
REPORTER: Final = PersonDraft(role="reporter", last_name="Verzwegen", phone="06 55555555")
OTHERS: Final = ("Verzonnen", "Verzwegen", "Buurtkamer", "42 03", "555")


def granted(desk: Desk, person_id: int) -> int:
    """Record and grant a request for access; return its id."""
    asked = RequestDraft(person_id, "access", "20-11-2026", "self", "Paspoort gezien.")
    number = data_requests.record(desk, asked).created or 0
    data_requests.decide(desk, DecisionDraft(number, 1, "granted"))
    return number


def a_family(desk: Desk, **told: object) -> None:
    draft = a_notification(
        persons=[VICTIM, HIM, REPORTER],
        organisation="Buurtkamer Stilte",
        narrative="Zij werkt veel te lang.",
        **told,
    )
    signals.register(desk, draft)


def saved(desk: Desk, number: int, out: Path, keys: set[str] | None = None) -> str:
    """Save the copy with the texts that are proposed, or with these; return what it says."""
    proposed = {one.key for one in access_copies.preview(desk, number).passages() if one.kept}
    access_copies.save_copy(desk, number, proposed if keys is None else keys, out / "kopie.pdf")
    return paper.text_of((out / "kopie.pdf").read_bytes())


def whys(copy: AccessCopy) -> dict[str, str]:
    return {one.label: one.why for one in copy.passages()}


def test_a_victim_gets_her_own_data_and_others_as_roles(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="professional")
    referring.refer(desk, ReferralDraft(1, 1, 1, "", "care", "consent_oral", referred_on="23-11-2026"))
    comensha.register(
        desk, RegisterDraft(1, "registration", "victim", "20-11-2026", "", "23-11-2026", "C-77")
    )
    text = saved(desk, granted(desk, 1), tmp_path)
    for told in (
        "Lina Voorbeeld",
        "12-05-1999",
        "Roemeense",
        "C-77",
        "Zij werkt veel te lang",
        "GV-2026-0001",
    ):
        assert told in text
    assert "1 × vermoedelijke pleger" in text
    assert [one for one in (*OTHERS[:2], *OTHERS[3:]) if one in text] == []


def test_a_secret_source_is_not_told_and_its_story_is_not_proposed(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="anonymous")
    number = granted(desk, 1)
    copy = access_copies.preview(desk, number)
    assert whys(copy)["Wat er verteld is"] == "access.why_source"
    assert "GV-2026-0001: wie meldde" in {one.what for one in copy.withheld}
    text = saved(desk, number, tmp_path)
    assert "te lang" not in text
    assert [one for one in OTHERS if one in text] == []


def test_a_text_with_the_name_of_somebody_else_is_for_the_officer_to_choose(
    desk: Desk, tmp_path: Path
) -> None:
    a_family(desk, source_capacity="professional")
    signals.change_status(desk, 1, "closed", "BAS VERZÓNNEN is vertrokken.")
    number = granted(desk, 1)
    copy = access_copies.preview(desk, number)
    assert whys(copy)["Aantekening"] == "access.why_others"
    assert "vertrokken" not in saved(desk, number, tmp_path)
    assert "vertrokken" in saved(desk, number, tmp_path, {one.key for one in copy.passages()})


def test_an_aggressor_does_not_learn_by_asking_what_was_kept_from_him(desk: Desk, tmp_path: Path) -> None:
    a_family(desk)
    number = granted(desk, 2)
    copy = access_copies.preview(desk, number)
    assert not copy.may_be_made
    assert copy.withheld[0].what == "GV-2026-0001, als vermoedelijke pleger"
    with pytest.raises(InputError) as refused:
        access_copies.save_copy(desk, number, set(), tmp_path / "kopie.pdf")
    assert refused.value.code == "access.nothing_to_give"
    assert not (tmp_path / "kopie.pdf").exists()


def test_an_informed_aggressor_reads_nothing_about_the_victim(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="professional")
    told = InformDraft(
        involvement_id=2,
        choice="inform",
        decided_by="Noor",
        decided_on="23-11-2026",
        informed_on="23-11-2026",
    )
    told.informed_how, told.told = "In een gesprek.", "Dat er een melding is."
    informing.decide(desk, told)
    referring.refer(desk, ReferralDraft(1, None, 1, "", "care", "consent_oral", referred_on="23-11-2026"))
    text = saved(desk, granted(desk, 2), tmp_path)
    assert "Bas Verzonnen" in text
    for hidden in ("Lina", "Voorbeeld", "slachtoffer", "Verwezen", "te lang", "Ook betrokken"):
        assert hidden not in text


def test_why_he_was_not_informed_before_is_not_proposed_once_he_is(desk: Desk, clock: StoppedClock) -> None:
    a_family(desk, source_capacity="professional")
    waited = InformDraft(2, "not_yet", ground="safety_victim", legal_ground="uavg_41_1_i", decided_by="Noor")
    waited.weighing, waited.reasoning = {"risks": "Later weer."}, "zij durft niet weg."
    waited.decided_on, waited.review_on = "23-11-2026", "30-11-2026"
    informing.decide(desk, waited)
    clock.go_on(days=7)
    told = InformDraft(2, "inform", decided_by="Noor", decided_on="30-11-2026", informed_on="30-11-2026")
    told.informed_how, told.told, told.reasoning = (
        "In een gesprek.",
        "dat er een melding is.",
        "zij is veilig.",
    )
    informing.decide(desk, told)
    found = {
        one.text: (one.kept, one.why) for one in access_copies.preview(desk, granted(desk, 2)).passages()
    }
    assert found["zij durft niet weg."] == (False, "access.why_kept_back")
    assert found["zij is veilig."] == (False, "access.why_not_own")
    assert found["dat er een melding is."] == (True, "")


def test_two_roles_never_tell_of_each_other(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="professional")
    her = PersonDraft(role="aggressor", first_names="Lina", last_name="Voorbeeld", person_id=1)
    other = PersonDraft(first_names="Mira", last_name="Bedacht")
    second = a_notification(
        persons=[other, her], narrative="Zij zou een ander dwingen.", municipality="GM0406"
    )
    signals.register(desk, second)
    number = granted(desk, 1)
    copy = access_copies.preview(desk, number)
    assert {one.why for one in copy.passages()} >= {"access.why_other_role"}
    assert not any(one.kept for one in copy.passages())
    text = saved(desk, number, tmp_path)
    for hidden in ("GV-2026-0002", "pleger van", "dwingen", "Mira", "Huizen", "06 "):
        assert hidden not in text


def test_every_copy_says_the_same_of_what_is_left_out(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="professional")
    text = " ".join(saved(desk, granted(desk, 1), tmp_path).split())
    assert "Deze zin staat op elke kopie" in text
    assert "Besluit daar eerst over" not in text


def test_nothing_is_given_before_it_was_granted_or_to_whom_can_only_be_refused(desk: Desk) -> None:
    a_family(desk)
    asked = RequestDraft(1, "access", "20-11-2026", "self", "Paspoort gezien.")
    number = data_requests.record(desk, asked).created or 0
    with pytest.raises(InputError):
        access_copies.preview(desk, number)


def test_the_log_counts_what_was_given_and_withheld(desk: Desk, tmp_path: Path) -> None:
    a_family(desk, source_capacity="professional")
    saved(desk, granted(desk, 1), tmp_path)
    event = desk.database.connection.execute(select(audit_event).order_by(audit_event.c.seq.desc())).first()
    assert event is not None
    assert (event.verb, event.details) == ("print.access_copy_made", "texts=2 left_out=0 withheld=1")
