"""What was published stands: nothing that comes in, is corrected or is destroyed later shows as a difference."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import amending, destroying, figures, signals
from mhdesk.domain.amending import signal_draft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

FORMS = ("sexual_exploitation", "labour_exploitation", "criminal_exploitation")


def register(desk: Desk, day: str, form: str, times: int = 1) -> None:
    for _ in range(times):
        person = PersonDraft(first_names="Proef", role="possible_victim", sex="female")
        signals.register(desk, SignalDraft(received_on=day, form=form, narrative="Proef.", persons=[person]))


def totals(desk: Desk, out: Path, period: str, by: str = "form") -> dict[str, str]:
    """Publish and return the counts of a table as its file says them."""
    (path, *_) = figures.publish(desk, parse_period(period), [by], out, ("csv",)).files
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows}


@pytest.fixture
def quarter(desk: Desk, clock: StoppedClock, tmp_path: Path) -> dict[str, str]:
    """Return the published first quarter of a desk whose second quarter is still to be published."""
    for form in FORMS:
        register(desk, "10-01-2026", form, 8)
        register(desk, "10-05-2026", form, 9)
    told = totals(desk, tmp_path, "2026-Q1")
    clock.go_on(days=3)
    return told


def test_a_signal_that_comes_in_late_leaves_the_published_quarter_as_it_was(
    desk: Desk, quarter: dict[str, str], tmp_path: Path
) -> None:
    register(desk, "11-01-2026", FORMS[0])
    assert totals(desk, tmp_path, "2026-Q1") == quarter
    half = totals(desk, tmp_path, "2026-H1")
    assert (quarter["Totaal"], half["Totaal"]) == ("24", "51")


def test_a_corrected_form_counts_as_it_was_published_and_newly_where_nothing_was(
    desk: Desk, quarter: dict[str, str], tmp_path: Path
) -> None:
    for number in (1, 9):
        details = signals.details(desk, number)
        draft = signal_draft(details)
        draft.form = FORMS[2]
        amending.amend_signal(desk, number, details.version, draft)
    half = totals(desk, tmp_path, "2026-H1")
    assert quarter["seksuele uitbuiting"] == "8"
    assert (half["seksuele uitbuiting"], half["criminele uitbuiting"]) == ("16", "18")


def test_the_page_is_told_how_much_is_left_out_and_readers_that_something_may_be(
    desk: Desk, quarter: dict[str, str], tmp_path: Path
) -> None:
    assert quarter
    assert "sindsdien" not in figures.preview(desk, parse_period("2026-H1"), ["form"]).remarks
    register(desk, "11-01-2026", FORMS[0], 2)
    assert "het gaat om 2" in figures.preview(desk, parse_period("2026-H1"), ["form"]).remarks
    made = figures.publish(desk, parse_period("2026-H1"), ["form"], tmp_path, ("json",))
    told = made.files[0].read_text(encoding="utf-8")
    assert "zoals ze toen bekend waren" in told
    assert "het gaat om" not in told


@pytest.mark.usefixtures("quarter")
def test_days_after_a_publication_of_a_running_period_are_still_to_be_counted(
    desk: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    year = totals(desk, tmp_path, "2026")
    clock.go_on(days=30)
    register(desk, f"{desk.today():%d-%m-%Y}", FORMS[1], 20)
    later = totals(desk, tmp_path, "2026")
    assert int(later["Totaal"]) == int(year["Totaal"]) + 20


@pytest.mark.usefixtures("quarter")
def test_once_something_that_counted_is_destroyed_nothing_about_those_days_is_published(
    desk: Desk, tmp_path: Path
) -> None:
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira Proef"))
    with pytest.raises(InputError, match=r"figures\.history_changed"):
        figures.publish(desk, parse_period("2026-H1"), ["form"], tmp_path, ("csv",))
    assert totals(desk, tmp_path, "2026-Q2")["Totaal"] == "27"


def test_persons_stand_too(desk: Desk, clock: StoppedClock, tmp_path: Path) -> None:
    register(desk, "10-01-2026", FORMS[0], 12)
    before = totals(desk, tmp_path, "2026-Q1", "persons:sex")
    clock.go_on(days=1)
    register(desk, "11-01-2026", FORMS[0])
    assert totals(desk, tmp_path, "2026-Q1", "persons:sex") == before
