"""Taking in the region's own spreadsheet of 2019."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

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


def test_what_was_looked_at_comes_in_whatever_became_of_the_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(SHEET.read_bytes())
    sheet, expected = imports.look(desk, path)
    path.write_text("Datum;Naam\n1-1-2019;iemand anders\n", encoding="utf-8")
    result = imports.take_in(desk, sheet)
    assert (result.signals_created, result.problems) == (expected.signals_created, expected.problems)
    assert len(signals.ids(desk, SignalFilter(search="Blessing Dimitrova"))) == 2


def test_what_was_looked_at_can_be_taken_in_after_a_stop(desk: Desk) -> None:
    def stop(_done: int, _rows: int) -> None:
        raise KeyboardInterrupt

    sheet, _ = imports.look(desk, SHEET)
    with pytest.raises(KeyboardInterrupt):
        imports.take_in(desk, sheet, progress=stop)
    assert imports.take_in(desk, sheet).signals_created == 36
    assert verifying.verify(desk) == []


def test_progress_is_told_of_each_row_and_of_the_last_one_again_while_indexing(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    imports.take_in(desk, SHEET, progress=lambda done, rows: told.append((done, rows)))
    assert told == [*((done, 36) for done in range(1, 37)), (36, 36)]


@pytest.mark.parametrize("rows", [1_000])
def test_a_long_list_asks_little_of_the_registry_for_each_row(rows: int, desk: Desk, tmp_path: Path) -> None:
    """Six statements a row took a minute for ten thousand; the people who come back still take some each."""
    path = tmp_path / "lijst.csv"
    lines = [f"12-10-2019;burger;{number:05d} Voorbeeld;Moviera;ja" for number in range(rows)]
    head = "Datum melding;Bron / melder;Naam slachtoffer;Doorverwezen naar;Slachtoffer geïnformeerd?"
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    asked: list[str] = []
    sheet, _ = imports.look(desk, path)
    engine = desk.database.connection.engine
    event.listen(engine, "before_cursor_execute", lambda *call: asked.append(str(call[2])))
    assert imports.take_in(desk, sheet).signals_created == rows
    assert len(asked) < rows / 4


def test_a_picture_named_as_a_workbook_is_refused(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "foto.xlsx"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2000))
    with pytest.raises(InputError):
        imports.take_in(desk, picture)
    assert len(signals.ids(desk, SignalFilter())) == 0
