"""Taking in the region's own spreadsheet of 2019."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import imports, signals, today, verifying
from mhdesk.domain.informing import State
from mhdesk.domain.views import SignalFilter, TodayKind
from mhdesk.errors import InputError
from mhdesk.store import audit

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.views import SignalDetails

DATA = Path(__file__).resolve().parents[1] / "data"
SHEET = DATA / "signalen-2019.xlsx"


def taken_in(desk: Desk, search: str) -> SignalDetails:
    """Return the one signal that ``search`` finds."""
    (number,) = signals.ids(desk, SignalFilter(search=search))
    return signals.details(desk, number)


@pytest.mark.parametrize("name", ["signalen-2019.xlsx", "signalen-2019.csv"])
def test_all_rows_become_signals_with_their_forms(name: str, desk: Desk) -> None:
    result = imports.take_in(desk, DATA / name)
    assert (result.rows_read, result.signals_created) == (36, 36)
    forms = ("sexual_exploitation", "labour_exploitation", "criminal_exploitation", "forced_marriage")
    assert [len(signals.ids(desk, SignalFilter(form=form))) for form in forms] == [25, 7, 3, 1]


def test_the_same_file_twice_adds_nothing(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    events = audit.count(desk.database.connection)
    again = imports.take_in(desk, SHEET)
    assert (again.rows_read, again.signals_created, again.already_there) == (36, 0, 36)
    assert again.change is None
    assert audit.count(desk.database.connection) == events


@pytest.mark.parametrize(("first", "second"), [("xlsx", "csv"), ("csv", "xlsx")])
def test_the_same_list_as_another_kind_of_file_adds_nothing(first: str, second: str, desk: Desk) -> None:
    imports.take_in(desk, SHEET.with_suffix(f".{first}"))
    again = imports.take_in(desk, SHEET.with_suffix(f".{second}"))
    assert (again.rows_read, again.signals_created, again.already_there) == (36, 0, 36)


def test_one_import_is_one_audit_event(desk: Desk) -> None:
    before = audit.count(desk.database.connection)
    imports.take_in(desk, SHEET)
    assert audit.count(desk.database.connection) == before + 1
    assert verifying.verify(desk) == []


def test_a_person_entered_twice_is_one_person(desk: Desk) -> None:
    result = imports.take_in(desk, SHEET)
    assert (result.persons_created, result.persons_linked) == (35, 1)
    found = signals.ids(desk, SignalFilter(search="Blessing Dimitrova"))
    shown = signals.details(desk, found[0]).involvements[0]
    assert len(shown.other_signals) == 1


def test_a_spreadsheet_starts_no_clock_and_becomes_one_line_on_today(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    (item,) = today.items(desk)
    assert item.kind == TodayKind.REVIEW_IMPORTED
    assert item.count == len(signals.ids(desk, SignalFilter(to_review=True))) > 0


def test_looking_through_puts_a_not_yet_without_a_date_on_today(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    waiting = signals.ids(desk, SignalFilter(to_review=True))
    for number in waiting:
        signals.reviewed(desk, number)
    reviews = {item.involvement_id for item in today.items(desk) if item.kind == TodayKind.REVIEW}
    open_ones = [one for number in waiting for one in signals.details(desk, number).involvements]
    assert reviews == {one.id for one in open_ones if one.inform_state == State.NOT_YET}
    assert reviews


def test_no_is_undecided_and_kept_as_a_note(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    shown = taken_in(desk, "Aïcha Popescu")
    assert shown.involvements[0].inform_state == State.UNDECIDED
    assert shown.involvements[0].decisions == ()
    assert "nee" in {note.text for note in shown.notes}


def test_not_yet_keeps_its_ground_without_a_clock(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    victim, aggressor = taken_in(desk, "Fatoumata Dimitrova").involvements
    assert victim.inform_state == aggressor.inform_state == State.NOT_YET
    assert victim.decisions[0].ground == "police_investigation"
    assert (victim.duty_on, aggressor.duty_on) == (None, None)


def test_an_aggressor_without_a_name_is_nobody(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    aggressor = taken_in(desk, "Fatoumata Dimitrova").involvements[1]
    assert (aggressor.role, aggressor.person_id, aggressor.name) == ("aggressor", None, "")


def test_a_referral_comes_along_under_the_partners_own_name(desk: Desk) -> None:
    imports.take_in(desk, SHEET)
    (referral,) = taken_in(desk, "Sem Kovács").referrals
    assert (referral.organisation, referral.historic) == ("Nederlandse Arbeidsinspectie", True)


def test_looking_writes_nothing(desk: Desk) -> None:
    _, result = imports.look(desk, SHEET)
    assert result.signals_created == 36
    assert len(signals.ids(desk, SignalFilter())) == 0


def test_cancelling_half_way_keeps_nothing(desk: Desk) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, _rows: int) -> None:
        if done == 20:
            raise CancelledError

    with pytest.raises(CancelledError):
        imports.take_in(desk, SHEET, progress=cancel)
    assert len(signals.ids(desk, SignalFilter())) == 0
    assert imports.take_in(desk, SHEET).signals_created == 36


def test_a_picture_named_as_a_workbook_is_refused(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "foto.xlsx"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000))
    with pytest.raises(InputError):
        imports.take_in(desk, picture)
    assert len(signals.ids(desk, SignalFilter())) == 0
