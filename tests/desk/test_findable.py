"""What a later signal tells of a known person is found in the earlier ones, too: they show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mhdesk.desk import imports, signals, verifying
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import SignalFilter
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

LIST = """\
Datum melding;Naam slachtoffer;Geb.datum;Telefoon;Vorm v. uitbuiting
12-10-2019;Lina Voorbeeld;01-02-1990;06-12344202;Seksuele uitbuiting
"""
WITH_AN_UNKNOWN_COLUMN = """\
Datum melding;Naam slachtoffer;Geb.datum;Vorm v. uitbuiting;Kleur van het huis
12-10-2019;Lina Voorbeeld;01-02-1990;Seksuele uitbuiting;Regenboog
"""


def found(desk: Desk, typed: str) -> list[int]:
    return list(signals.ids(desk, SignalFilter(search=typed)))


def lina(phone: str = "") -> PersonDraft:
    return PersonDraft(first_names="Lina", last_name="Voorbeeld", birth="01-02-1990", phone=phone)


def test_a_number_that_a_second_signal_tells_finds_the_first(desk: Desk) -> None:
    signals.register(desk, a_notification(persons=[lina()]))
    assert found(desk, "0612344202") == []
    signals.register(desk, a_notification(persons=[lina(phone="0612344202")]))
    assert [one.phone for one in signals.details(desk, 1).involvements] == ["+31612344202"]
    assert found(desk, "0612344202") == [2, 1]
    assert found(desk, "vakantiepark") == [2, 1]
    assert verifying.verify(desk) == []


def test_a_number_from_a_spreadsheet_finds_the_signal_that_was_there(desk: Desk, tmp_path: Path) -> None:
    signals.register(desk, a_notification(persons=[lina()]))
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    assert imports.take_in(desk, tmp_path / "lijst.csv").persons_linked == 1
    assert found(desk, "0612344202") == [1, 2]


def test_a_person_chosen_by_hand_makes_her_signals_findable_by_her_new_name(desk: Desk) -> None:
    signals.register(desk, a_notification(persons=[PersonDraft(phone="0612344202")]))
    (unnamed,) = signals.details(desk, 1).involvements
    chosen = PersonDraft(first_names="Żaneta", last_name="Bedacht", person_id=unnamed.person_id)
    signals.register(desk, a_notification(persons=[chosen]))
    assert found(desk, "zaneta") == [2, 1]


def test_words_in_what_is_noted_beside_a_signal_find_it(desk: Desk) -> None:
    signals.register(desk, a_notification())
    signals.change_status(desk, 1, "closed", "Afgerond na overleg met Wijkteam Molenhoek, bel 06-12344202.")
    assert found(desk, "molenho") == found(desk, "0612344202") == [1]
    assert verifying.verify(desk) == []


def test_what_a_spreadsheet_says_that_could_not_be_placed_is_found(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(WITH_AN_UNKNOWN_COLUMN, encoding="utf-8")
    assert imports.take_in(desk, tmp_path / "lijst.csv").signals_created == 1
    assert found(desk, "regenboog") == [1]
    assert verifying.verify(desk) == []


def test_what_is_told_otherwise_of_somebody_is_found(desk: Desk) -> None:
    signals.register(desk, a_notification(persons=[lina(phone="0612344202")]))
    other = PersonDraft(
        first_names="Lina", last_name="Anders-Verzonnen", birth="01-02-1990", phone="0612344202", person_id=1
    )
    signals.register(desk, a_notification(persons=[other]))
    assert found(desk, "anders verzonnen") == [2]
    assert verifying.verify(desk) == []


def test_a_reference_finds_its_signal_and_not_those_that_name_it(desk: Desk) -> None:
    signals.register(desk, a_notification())
    signals.register(desk, a_notification(related=[1]))
    assert "GV-2026-0001" in signals.details(desk, 2).notes[0].text
    assert found(desk, "GV-2026-0001") == [1]
    assert verifying.verify(desk) == []
