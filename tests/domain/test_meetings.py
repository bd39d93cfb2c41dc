"""Meetings: which way they go, what may be told to whom, and what paper says of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import shared_fields
from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.meeting_papers import PaperDraft, PaperKind, agreements_of, compose
from mhdesk.domain.meeting_views import ItemView, MeetingDetails, ParticipantView
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    ParticipantDraft,
    ShareDraft,
    may_be_told,
    may_become,
    moved,
)
from mhdesk.domain.problems import Problem
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 11, 23)
MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
NAMES = "Wilhelmina Überlang-Verzonnen"
OWN = "Stichting Proefhuis"

kinds = st.sampled_from(sorted(MeetingKind))
sides = st.sets(st.sampled_from(sorted(Side)), min_size=1)
fields = st.lists(st.sampled_from(vocabulary("shared_fields").codes()), unique=True)


def fields_of(problems: list[Problem]) -> set[str]:
    return {one.field for one in problems}


@given(st.lists(st.sampled_from(sorted(MeetingState))))
def test_what_was_held_or_called_off_only_becomes_planned_again(wanted: list[MeetingState]) -> None:
    state = MeetingState.PLANNED
    for step in wanted:
        if may_become(state, step):
            assert MeetingState.PLANNED in {state, step}
            assert state != step
            state = step
    assert state in set(MeetingState)


@given(kinds, sides, fields)
def test_nobody_is_told_what_the_other_side_alone_may_know(
    kind: MeetingKind, sides: set[Side], chosen: list[str]
) -> None:
    draft = ShareDraft(1, [1], chosen, "consent_oral", "Gevraagd.")
    if fields_of(draft.validate(kind, sides)) & {"shared"}:
        return
    for code in chosen:
        assert code != shared_fields.REPORTER
        whose = shared_fields.side_of_field(code)
        assert whose == Side.BOTH or sides <= {whose, Side.BOTH}
        assert not (kind == MeetingKind.CARE and whose == Side.SAFETY)


def test_about_care_nothing_of_the_aggressor_is_told_to_anybody() -> None:
    for side in Side:
        assert {"aggressor", "police", "traces"}.isdisjoint(may_be_told(MeetingKind.CARE, [side]))
    assert "aggressor" in may_be_told(MeetingKind.CASES, [Side.SAFETY])
    assert "health" not in may_be_told(MeetingKind.CASES, [Side.SAFETY])


def test_a_number_goes_with_how_to_call_it() -> None:
    draft = ShareDraft(1, [1], ["phone"], "consent_oral")
    assert [one.code for one in draft.validate(MeetingKind.CASES, {Side.CARE})] == [
        "shared.companion_missing"
    ]
    draft.shared = ["phone", "safe_contact"]
    assert not draft.validate(MeetingKind.CASES, {Side.CARE})


def test_a_ground_without_consent_and_a_place_on_both_sides_ask_why() -> None:
    for ground in vocabulary("share_grounds"):
        draft = ShareDraft(1, [1], ["name"], ground.code)
        asked = fields_of(draft.validate(MeetingKind.CASES, {Side.CARE}))
        assert asked == (set() if ground.code.startswith("consent") else {"basis_note"})
        assert ground.source
    both = ShareDraft(1, [1], ["health"], "consent_oral")
    assert fields_of(both.validate(MeetingKind.CASES, {Side.BOTH})) == {"basis_note"}


@given(st.lists(st.integers(1, 40), min_size=1, unique=True), st.data())
def test_moving_a_case_keeps_every_case(order: list[int], data: st.DataObject) -> None:
    one, step = data.draw(st.sampled_from(order)), data.draw(st.sampled_from([-1, 1]))
    after = moved(order, one, step)
    assert sorted(after) == sorted(order)
    assert [number for number in after if number != one] == [number for number in order if number != one]
    at_the_end = order.index(one) == (0 if step < 0 else len(order) - 1)
    assert (after == order) == at_the_end


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (MeetingDraft("case_meeting", "23-11-2026", "14.00"), set()),
        (MeetingDraft("case_meeting", "01-12-2026"), set()),
        (MeetingDraft("", ""), {"kind", "held_on"}),
        (MeetingDraft("case_meeting", "01-12-2066"), {"held_on"}),
        (MeetingDraft("case_meeting", "23-11-2026", "half drie"), {"starts_at"}),
        (MeetingDraft("case_meeting", "23-11-2026", place="x" * 201, chair="y" * 101), {"place", "chair"}),
    ],
)
def test_a_meeting_says_what_is_missing(draft: MeetingDraft, wrong: set[str]) -> None:
    assert fields_of(draft.validate(TODAY)) == wrong


def test_a_meeting_about_care_is_about_one_case() -> None:
    for cases in ([], [1, 2]):
        assert MeetingDraft("care_meeting", case_ids=cases).problems_of_agenda()
    assert not MeetingDraft("care_meeting", case_ids=[1]).problems_of_agenda()
    assert not MeetingDraft("case_meeting").problems_of_agenda()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("15", 15), (" 7 ", 7), ("", None), ("0", None), ("601", None), ("-3", None), ("٣", None)],
)
def test_minutes_are_whole_and_within_a_working_day(typed: str, minutes: int | None) -> None:
    draft = ItemDraft(minutes=typed)
    assert draft.duration() == minutes
    assert bool(draft.validate()) == (minutes is None and bool(typed))


def test_a_report_says_that_it_was_spoken_of() -> None:
    assert fields_of(ItemDraft(report="Besproken.").validate()) == {"discussed"}
    assert not ItemDraft(report="Besproken.", discussed=True).validate()


def test_the_end_of_a_meeting_about_care_asks_what_the_client_knows() -> None:
    draft = HeldDraft("23-11-2026")
    assert not draft.validate(MeetingKind.CASES, TODAY)
    assert fields_of(draft.validate(MeetingKind.CARE, TODAY)) == {"client"}
    draft.client = "not_told"
    assert fields_of(draft.validate(MeetingKind.CARE, TODAY)) == {"client_note"}
    assert fields_of(HeldDraft("24-11-2026").validate(MeetingKind.CASES, TODAY)) == {"held_on"}


def test_what_was_not_done_says_why_and_a_new_day_is_not_past() -> None:
    assert fields_of(FollowUpDraft(1, 1, "not_done").validate(TODAY)) == {"text"}
    assert fields_of(FollowUpDraft(1, 1, "new_day", "Ziek.", "22-11-2026").validate(TODAY)) == {"due_on"}
    assert not FollowUpDraft(1, 1, "new_day", "Ziek.", "23-11-2026").validate(TODAY)
    assert fields_of(FollowUpDraft(1, 1, "").validate(TODAY)) == {"outcome"}


def test_a_participant_has_a_name() -> None:
    assert fields_of(ParticipantDraft(name=" ").validate()) == {"name"}
    assert fields_of(ParticipantDraft(name="Jip", attendance="perhaps").validate()) == {"attendance"}


# --- paper --------------------------------------------------------------------------------------------


def a_meeting(**changes: object) -> MeetingDetails:
    """Return a meeting with two cases, one of them of somebody with a telling name."""
    item = ItemView(
        id=1, version=1, case_id=1, reference="C-2026-0001", person_id=1, name=NAMES, age=19, sex="female",
        coordinator="Noor Denkbeeld", risk="high", position=1, question="Kan zij veilig naar school?",
        report="", minutes=None, discussed=False,
        agreements=(an_agreement(1, "Jip Bedacht (Huize Verzonnen)"), an_agreement(2, "Noor", user_id=1)),
    )  # fmt: skip
    other = ItemView(
        id=2, version=1, case_id=2, reference="C-2026-0002", person_id=2, name="Bo Fantasie", age=None,
        sex="unknown", coordinator="Noor Denkbeeld", risk="unknown", position=2, question="", report="",
        minutes=None, discussed=False, agreements=(an_agreement(3, "politie proefregio"),),
    )  # fmt: skip
    values: dict[str, object] = {
        "id": 1, "version": 1, "kind": MeetingKind.CASES, "held_on": TODAY, "starts_at": "14:00",
        "place": "Kamer 2", "chair": "Samira", "state": MeetingState.PLANNED, "note": "", "recorded_at": MOMENT,
        "recorded_by": "Noor", "items": (item, other),
        "participants": (
            ParticipantView(1, 1, "Huize Verzonnen", Side.CARE, "Jip Bedacht", "", "invited"),
            ParticipantView(2, 2, "Politie Proefregio", Side.SAFETY, "Mo Verzinsel", "", "invited"),
        ),
    }  # fmt: skip
    return MeetingDetails(**{**values, **changes})  # type: ignore[arg-type]  # values by name


def an_agreement(
    number: int, who: str, *, user_id: int | None = None, what: str = "Belt de school."
) -> CaseAgreement:
    return CaseAgreement(
        number, 1, 1, what, who, user_id, TODAY, None, "", "", None, "", MOMENT, "Noor"
    )  # fmt: skip


@given(st.sampled_from(sorted(PaperKind)), st.booleans(), st.sampled_from(["", "Huize Verzonnen"]))
def test_no_paper_names_a_client_unless_that_was_chosen(
    kind: PaperKind, questions: bool, organisation: str
) -> None:
    draft = PaperDraft(1, kind, questions=questions, organisation=organisation)
    assert not draft.validate(a_meeting(), OWN)
    said = " ".join(compose(draft, a_meeting(), OWN, TODAY).lines())
    for part in ("Wilhelmina", "Überlang", "Fantasie"):
        assert part not in said
    assert "C-2026-0001" in said


def test_names_on_paper_ask_why_and_an_invitation_never_has_any() -> None:
    assert fields_of(PaperDraft(1, PaperKind.AGENDA, names=True).validate(a_meeting(), OWN)) == {
        "names_reason"
    }
    draft = PaperDraft(1, PaperKind.AGENDA, names=True, names_reason="De voorzitter kent alleen namen.")
    assert not draft.validate(a_meeting(), OWN)
    assert any(NAMES in line for line in compose(draft, a_meeting(), OWN, TODAY).lines())
    draft.kind = PaperKind.INVITATION
    assert fields_of(draft.validate(a_meeting(), OWN)) == {"names"}


def test_a_question_that_names_the_client_stays_off_paper() -> None:
    item = a_meeting().items[0]
    named = ItemView(
        **{name: getattr(item, name) for name in item.__slots__}
        | {"question": "Hoe gaat het met wilhelmina?"}
    )
    details = a_meeting(items=(named,))
    assert not PaperDraft(1, PaperKind.INVITATION).validate(details, OWN)
    found = PaperDraft(1, PaperKind.INVITATION, questions=True).validate(details, OWN)
    assert [(one.field, one.params) for one in found] == [("questions", {"cases": "C-2026-0001"})]


def test_a_list_of_agreements_holds_those_of_one_organisation() -> None:
    def of(organisation: str) -> list[int]:
        return [one.id for _, one in agreements_of(a_meeting(), organisation, OWN)]

    assert (of("Huize Verzonnen"), of("Politie Proefregio"), of(""), of("Elders")) == ([1], [3], [2], [])
    assert fields_of(
        PaperDraft(1, PaperKind.AGREEMENTS, organisation="Elders").validate(a_meeting(), OWN)
    ) == {"organisation"}


def test_a_paper_says_about_whom_by_age_band_and_coordinator() -> None:
    said = compose(PaperDraft(1, PaperKind.AGENDA), a_meeting(), OWN, TODAY)
    assert said.entries[0].beside == "vrouw, 18 tot en met 24 jaar, coördinator Noor Denkbeeld"
    assert said.entries[1].beside == "leeftijd onbekend, coördinator Noor Denkbeeld"
