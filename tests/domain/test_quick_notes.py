"""A quick note becomes the draft of a signal, whatever stands in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.quick_notes import QuickNote, read_draft
from mhdesk.domain.signals import SignalDraft

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
names = st.sampled_from([*SignalDraft.__dataclass_fields__, "note", "id"])


def test_who_called_stands_above_the_story() -> None:
    draft = QuickNote(
        caller="wijkagent", number="06 00 00 00 12", story="Acht mensen in één huisje. "
    ).draft()
    assert draft.narrative == ("Gebeld door wijkagent, nummer 06 00 00 00 12.\n\nAcht mensen in één huisje.")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (QuickNote(caller="wijkagent"), "Gebeld door wijkagent."),
        (QuickNote(number="06 00 00 00 12"), "Gebeld van nummer 06 00 00 00 12."),
        (QuickNote(story="Acht mensen."), "Acht mensen."),
    ],
)
def test_what_was_not_said_is_not_written(note: QuickNote, told: str) -> None:
    assert note.draft().narrative == told
    assert not note.is_blank()


def test_the_moment_alone_is_no_note() -> None:
    assert QuickNote(received_on="23-11-2026", received_time="02:08", municipality="").is_blank()
    assert not QuickNote(municipality="GM0402").is_blank()


def test_where_and_which_form_go_along() -> None:
    note = QuickNote(received_on="23-11-2026", municipality="GM0402", form="labour_exploitation")
    draft = note.draft()
    assert (draft.received_on, draft.municipality, draft.form) == (
        *("23-11-2026", "GM0402", "labour_exploitation"),
    )


@given(st.dictionaries(names | st.text(), anything))
def test_a_hostile_draft_is_text_in_known_fields_or_nothing(found: dict[str, Any]) -> None:
    draft = read_draft(found)
    assert (draft.persons, draft.other_forms, draft.source_confidential) == ([], [], False)
    for name in ("kind", "received_on", "received_time", "municipality", "form", "narrative", "status"):
        value = getattr(draft, name)
        assert isinstance(value, str)
        value.encode()
