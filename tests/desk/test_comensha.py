"""Registering with CoMensha: on whose word, by when, what is taken back, and what leaves without a name."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import select

from mhdesk.desk import comensha, destroying, relating, signals, today
from mhdesk.domain.comensha import ComenshaState, FeedbackDraft, Outgoing, RegisterDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import TodayKind
from mhdesk.errors import InputError
from mhdesk.store.schema import audit_event
from mhdesk.store.schema import comensha as steps
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

ADULT: Final = RegisterDraft(1, "registration", "victim", "23-11-2026", "", "23-11-2026", "C-77")


def registered(desk: Desk, birth: str = "12-05-1999") -> Desk:
    victim = PersonDraft(
        first_names="Lina", last_name="Voorbeeld", birth=birth, sex="female", nationality="RO"
    )
    parent = PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen")
    signals.register(desk, a_notification(persons=[victim, parent], form="criminal_exploitation"))
    return desk


def state(desk: Desk) -> ComenshaState | None:
    now = comensha.standing(desk, 1).now()
    return now.state if now else None


def test_a_step_that_was_taken_back_leaves_the_one_before_and_stays_to_be_read(desk: Desk) -> None:
    registered(desk)
    comensha.note_due(desk, 1)
    done = comensha.register(desk, ADULT)
    assert state(desk) == ComenshaState.REGISTERED
    with pytest.raises(InputError):
        comensha.undo(desk, 1)
    comensha.undo(desk, done.created or 0)
    found = comensha.standing(desk, 1).steps
    assert [one.state for one in found] == ["due", "registered", "due"]
    assert [one.current for one in found] == [True, False, False]
    assert found[0].due_on == date(2026, 12, 7)


def test_the_first_step_taken_back_leaves_nothing_that_counts(desk: Desk) -> None:
    registered(desk)
    first = comensha.refuse(desk, 1, "Zij wil nergens bekend zijn.")
    comensha.undo(desk, first.created or 0)
    assert state(desk) is None


def test_what_is_due_comes_to_today_until_it_is_done(desk: Desk, clock: StoppedClock) -> None:
    registered(desk)
    comensha.note_due(desk, 1)
    with pytest.raises(InputError):
        comensha.note_due(desk, 1)
    clock.go_on(days=20)
    (item,) = (one for one in today.items(desk) if one.kind == TodayKind.COMENSHA)
    assert (item.person_id, item.due, item.name) == (1, date(2026, 12, 7), "Lina Voorbeeld")
    comensha.register(desk, ADULT)
    assert [one for one in today.items(desk) if one.kind == TodayKind.COMENSHA] == []


def test_only_a_victim_is_registered(desk: Desk) -> None:
    registered(desk)
    with pytest.raises(InputError):
        comensha.note_due(desk, 2)


def test_a_guardian_who_is_the_aggressor_anywhere_signs_for_nobody(desk: Desk) -> None:
    registered(desk, birth="12-05-2013")
    form = RegisterDraft(1, "registration", "form_guardian", "23-11-2026", "de vader", "23-11-2026")
    comensha.register(desk, form)
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    with pytest.raises(ProblemsError) as refused:
        comensha.register(desk, form)
    assert [one.code for one in refused.value.problems] == ["comensha.guardian_unsafe"]
    form.consent, form.consent_note = "form_other_guardian", "jeugdbescherming"
    comensha.register(desk, form)


def test_no_name_goes_along_on_the_word_of_a_parent_who_proved_to_be_the_aggressor(
    desk: Desk, tmp_path: Path
) -> None:
    registered(desk, birth="12-05-2013")
    form = RegisterDraft(1, "registration", "form_guardian", "23-11-2026", "de vader", "23-11-2026")
    comensha.register(desk, form)
    named = Outgoing("registration", with_name=True)
    comensha.save_coded(desk, 1, named, tmp_path / "een.json")
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    with pytest.raises(InputError, match=r"comensha\.no_consent"):
        comensha.save_coded(desk, 1, named, tmp_path / "twee.json")
    comensha.save_year(desk, 2026, named, tmp_path / "jaar.csv")
    assert "Voorbeeld" not in (tmp_path / "jaar.csv").read_text(encoding="utf-8")


def test_feedback_goes_on_from_what_was_registered(desk: Desk) -> None:
    registered(desk)
    told = FeedbackDraft(1, "23-11-2026", "Dossier geopend.", "")
    with pytest.raises(InputError):
        comensha.feedback(desk, told)
    comensha.register(desk, ADULT)
    comensha.feedback(desk, told)
    now = comensha.standing(desk, 1).now()
    assert now is not None
    assert (now.their_number, now.dossier_type, now.feedback) == ("C-77", "registration", "Dossier geopend.")


def test_a_name_leaves_only_with_recorded_consent(desk: Desk, tmp_path: Path) -> None:
    registered(desk)
    out = tmp_path / "coded.json"
    with pytest.raises(InputError):
        comensha.save_coded(desk, 1, Outgoing("registration", with_name=True), out)
    comensha.save_coded(desk, 1, Outgoing("registration"), out)
    assert "Lina" not in out.read_text(encoding="utf-8")
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["records"][0]["vic_TypeOfExploitation"] == ["nl:CriminalExploitation"]
    comensha.register(desk, ADULT)
    comensha.save_coded(desk, 1, Outgoing("registration", with_name=True), out)
    assert "Lina" in out.read_text(encoding="utf-8")
    event = desk.database.connection.execute(select(audit_event).order_by(audit_event.c.seq.desc())).first()
    assert event is not None
    assert (event.verb, event.details) == ("comensha.exported", "htcds;purpose=registration;named=yes")


def test_the_list_of_a_year_names_nobody_and_runs_no_formula(desk: Desk, tmp_path: Path) -> None:
    registered(desk)
    comensha.register(desk, ADULT)
    comensha.feedback(desk, FeedbackDraft(1, "23-11-2026", "Haar zus Evi belde.", "=HYPERLINK(1)"))
    out = tmp_path / "list.csv"
    comensha.save_year(desk, 2026, Outgoing("reconcile"), out)
    (head, row) = csv.reader(io.StringIO(out.read_text(encoding="utf-8")))
    assert head[0] == "onze verwijzing"
    assert row[1:] == ["geregistreerd", "Registratie", "2026-11-23", "'=HYPERLINK(1)", "2026-11-23"]
    assert "Voorbeeld" not in out.read_text(encoding="utf-8")
    assert "Evi" not in out.read_text(encoding="utf-8")
    with pytest.raises(ProblemsError):
        comensha.save_year(desk, 2026, Outgoing(), out)


def test_a_victim_of_whom_nothing_was_noted_stands_in_the_list_of_the_year(desk: Desk) -> None:
    registered(desk)
    assert [(row.name, row.state) for row in comensha.year(desk, 2026)] == [("Lina Voorbeeld", "")]
    assert comensha.year(desk, 2025) == []
    assert comensha.counts(comensha.year(desk, 2026)) == {"": 1}


def test_the_list_of_the_year_tells_inside_why_somebody_is_not_registered(desk: Desk, tmp_path: Path) -> None:
    registered(desk)
    comensha.refuse(desk, 1, "Evi is bang.")
    assert [row.reason for row in comensha.year(desk, 2026)] == ["Evi is bang."]
    comensha.save_year(desk, 2026, Outgoing("reconcile"), tmp_path / "list.csv")
    assert "Evi" not in (tmp_path / "list.csv").read_text(encoding="utf-8")


def test_destroying_the_signal_leaves_no_registration(desk: Desk) -> None:
    registered(desk)
    comensha.register(desk, ADULT)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira"))
    assert desk.database.connection.execute(select(steps)).all() == []
