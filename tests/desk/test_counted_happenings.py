"""What happens to signals and people counts once, on its own day, and can be counted again as it was known then."""

from __future__ import annotations

from datetime import UTC
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.desk import amending, merging, roles, signals, triaging, unmet
from mhdesk.domain.figures import VOCABULARIES, Unit, days_band
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import persons
from tests.desk.tallies import a_signal, involved, somebody, told

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock


def now(desk: Desk) -> str:
    """Return the moment at the desk as records keep it."""
    return desk.now().astimezone(UTC).isoformat(timespec="milliseconds")


@given(st.integers(-1000, 10_000))
def test_every_number_of_days_lies_in_one_band(days: int) -> None:
    bands = [term for term in vocabulary("waiting_bands") if term.get("first")]
    inside = [
        term.code
        for term in bands
        if int(term.get("first")) <= days and (not term.get("last") or days <= int(term.get("last")))
    ]
    assert [days_band(days)] == (inside or ["unknown"])


# --- signals and their triage -----------------------------------------------------------------------------------------


def test_who_reported_and_how_are_what_the_signals_say(desk: Desk) -> None:
    dice = Random(2)
    said = [(dice.choice(("police", "school", "self")), dice.choice(("phone", "mail"))) for _ in range(12)]
    for source, channel in said:
        a_signal(desk, discipline=source, channel=channel)
    assert told(desk, Unit.SIGNALS, "source", "channel") == {one: said.count(one) for one in said}
    assert told(desk, Unit.SIGNALS, "channel", "form")[("phone", "unknown")] == sum(
        channel == "phone" for _, channel in said
    )


def assess(desk: Desk, signal_id: int, held_on: str, severity: str, outcome: str = "hand_over") -> None:
    draft = TriageDraft(
        signal_id=signal_id,
        held_on=held_on,
        disciplines=["vt_worker"],
        severity=severity,
        outcome=outcome,
        reasoning="Proef.",
    )
    triaging.triage(desk, draft)


def test_a_signal_counts_with_its_first_triage_and_how_long_that_took(desk: Desk) -> None:
    first = a_signal(desk, "02-11-2026", form="labour_exploitation", municipality="GM0402")
    assess(desk, first, "05-11-2026", "severe")
    assess(desk, first, "06-11-2026", "limited", "police")
    assess(desk, a_signal(desk, "01-10-2026"), "06-11-2026", "moderate", "no_further_step")
    a_signal(desk, "03-11-2026")
    assert told(desk, Unit.TRIAGES, "triage", "wait") == {
        ("hand_over", "days_3_7"): 1,
        ("no_further_step", "days_29_42"): 1,
    }
    assert told(desk, Unit.SIGNALS, "severity", "form", "municipality") == {
        ("severe", "labour_exploitation", "GM0402"): 1,
        ("moderate", "unknown", "outside_region"): 1,
        ("not_assessed", "unknown", "outside_region"): 1,
    }
    assert told(desk, Unit.TRIAGES, "wait", period="2026-10") == {}


# --- as it was known then ---------------------------------------------------------------------------------------------


def everything(desk: Desk, as_of: str | None = None) -> dict[Unit, dict[tuple[str, ...], int]]:
    """Return all counts by all dimensions at once, of everything that ever counted."""
    return {unit: told(desk, unit, *names, as_of=as_of) for unit, names in VOCABULARIES.items()}


def test_what_was_counted_then_is_counted_again_whatever_was_corrected_since(
    desk: Desk, clock: StoppedClock
) -> None:
    moments = []

    def pause() -> None:
        clock.go_on(minutes=1)
        moments.append((now(desk), everything(desk)))
        clock.go_on(minutes=1)

    first = a_signal(desk, "02-09-2026", somebody("Lina", sex="female"), form="sexual_exploitation")
    second = a_signal(desk, "05-10-2026", somebody("Lena"), somebody("Bo", role="witness"))
    pause()
    row = signals.details(desk, first)
    draft = SignalDraft(
        received_on="03-10-2026", form="forced_marriage", discipline="school", narrative=row.narrative
    )
    amending.amend_signal(desk, first, row.version, draft)
    assess(desk, second, "06-10-2026", "severe")
    pause()
    involvement, lena = involved(desk, second)
    _, lina = involved(desk, first)
    amending.add_person(desk, first, somebody("Ko", role="aggressor"))
    unmet.record(desk, need(lena))
    unmet.record(desk, need(lina))
    pause()
    roles.change_role(desk, RoleDraft(involvement, "aggressor", "Bleek zo."))
    amend = signals.details(desk, first).involvements[0]
    amending.amend_person(desk, first, lina, amend.person_version, somebody("Lina", sex="other"))
    pause()
    joined = merging.merge(desk, merge_draft(desk, lina, lena)).created
    assert joined is not None
    pause()
    merging.unmerge(desk, joined)
    pause()
    assert all(before != after for (_, before), (_, after) in pairwise(moments))
    for moment, counted in moments:
        assert everything(desk, moment) == counted
    assert everything(desk, now(desk)) == everything(desk)


def need(person_id: int) -> UnmetNeedDraft:
    return UnmetNeedDraft(
        purpose="shelter",
        wanted_on="01-11-2026",
        reason="no_place",
        municipality="GM0402",
        person_id=person_id,
    )


def merge_draft(desk: Desk, kept: int, merged: int) -> MergeDraft:
    one, other = (persons.get(desk.database.connection, number) for number in (kept, merged))
    assert one is not None
    assert other is not None
    choices = dict.fromkeys(("first_names", "last_name", "sex"), "kept")
    return MergeDraft(kept, merged, one.version, other.version, choices, "Dezelfde.")
