"""Two records of one person become one and two again: nothing is lost, and nothing is left behind."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from mhdesk.desk import (
    amending,
    destroying,
    drafts,
    informing,
    logbook,
    matching,
    merging,
    persons,
    relating,
    signals,
    verifying,
)
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.logbook import LogFilter
from mhdesk.domain.merging import How, MergeDraft, Side
from mhdesk.domain.people import Role, User
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import AGGRESSOR, PersonDraft, SignalDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import ConflictError, InputError, KnownError
from mhdesk.store import apart, merges
from mhdesk.store import destroying as forgetting
from mhdesk.store.schema import case_file, comensha, metadata, person
from tests.desk.test_doubles import looked_through
from tests.desk.test_informing import not_yet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from mhdesk.desk.desk import Desk

LOUBNA: Final = PersonDraft(
    first_names="Loubna",
    last_name="El Mithal",
    birth="12-05-1991",
    phone="06-00123456",
    safe_contact="Alleen appen.",
)
AGAIN: Final = PersonDraft(
    first_names="Loebna",
    last_name="Elmithal",
    birth="12-05-1991",
    nationality="MA",
    safe_contact="Niet op dinsdag.",
)
WHY: Final = "Zelfde foto in beide dossiers."
# What may differ once a merge was taken apart: the trail of it.
_TRAIL: Final = frozenset({"audit_event", "audit_subject", "audit_checkpoint", "person_merge", "revision"})


def register(desk: Desk, *people: PersonDraft, kind: str = "signal") -> int:
    told = SignalDraft(kind=kind, received_on="20-11-2026", narrative="Verzonnen.", persons=list(people))
    return signals.register(desk, told).created or 0


def twice(desk: Desk) -> None:
    """Register one person under two names: 1 in signal 1, 2 in signal 2."""
    register(desk, LOUBNA, kind="notification")
    register(desk, AGAIN, kind="notification")


def draft_of(desk: Desk, kept_id: int, merged_id: int, **changes: object) -> MergeDraft:
    """Return what somebody fills in who keeps everything that the first says."""
    seen = merging.beside(desk, kept_id, merged_id)
    choices = {one.field: str(Side.KEPT) for one in seen.fields if one.how == How.DIFFERENT}
    draft = MergeDraft(kept_id, merged_id, seen.kept.version, seen.merged.version, choices, WHY)
    return replace(draft, **changes)  # type: ignore[arg-type]  # fields by name


def merge(desk: Desk, kept_id: int, merged_id: int, **changes: object) -> int:
    return merging.merge(desk, draft_of(desk, kept_id, merged_id, **changes)).created or 0


def dump(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the registry but the trail, and without versions."""
    connection = desk.database.connection
    told = {}
    for table in metadata.sorted_tables:
        if table.name not in _TRAIL:
            columns = [column for column in table.c if column.name != "version"]
            rows = connection.execute(select(*columns).order_by(*table.primary_key.columns))
            told[table.name] = [tuple(row) for row in rows]
    for name, column in (("search_words", "words"), ("search_parts", "parts")):
        rows = connection.exec_driver_sql(f"SELECT rowid, {column} FROM {name} ORDER BY rowid")
        told[name] = [(number, *sorted(str(text).split())) for number, text in rows]
    return told


def codes(error: pytest.ExceptionInfo[ProblemsError]) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in error.value.problems]


# --- joining ------------------------------------------------------------------------------------------


def test_everything_about_the_one_is_about_the_other_and_nothing_known_is_lost(desk: Desk) -> None:
    twice(desk)
    informing.decide(desk, not_yet(2))
    change = merging.merge(desk, draft_of(desk, 1, 2))
    assert (change.signals, change.persons) == (frozenset({1, 2}), frozenset({1, 2}))
    found = persons.details(desk, 2)
    assert (found.id, found.asked_for, found.name) == (1, 2, "Loubna El Mithal")
    assert [one.reference[-4:] for one in found.roles] == ["0002", "0001"]
    assert found.nationality == "MA"
    assert found.safe_contact == "Alleen appen.\nNiet op dinsdag."
    second = signals.details(desk, 2).involvements[0]
    assert (second.person_id, second.name, len(second.decisions)) == (1, "Loubna El Mithal", 1)
    assert [one.earlier.keys() for one in second.history] == [{"nationality", "safe_contact"}]
    assert verifying.verify(desk) == []


def test_the_other_is_out_of_every_hint_and_search_and_the_kept_one_is_found_by_both_keys(
    desk: Desk,
) -> None:
    twice(desk)
    assert len(looked_through(desk)) == 1
    merge(desk, 1, 2)
    assert looked_through(desk) == []
    hints = matching.possibly_same(desk, AGAIN).found
    assert [one.who.person_id for one in hints] == [1]
    assert [number for _, number in hints[0].who.signals] == ["GV-2026-0002", "GV-2026-0001"]
    assert list(signals.ids(desk, SignalFilter(search="Elmithal"))) == []
    assert list(signals.ids(desk, SignalFilter(search="El Mithal"))) == [2, 1]
    assert register(desk, replace(AGAIN, safe_contact="")) == 3
    assert signals.details(desk, 3).involvements[0].person_id == 1


def test_what_is_chosen_counts_and_what_was_not_stands_in_the_trail(desk: Desk) -> None:
    twice(desk)
    chosen = {"first_names": Side.MERGED, "last_name": Side.KEPT}
    number = merge(desk, 1, 2, choices={name: str(side) for name, side in chosen.items()})
    assert persons.details(desk, 1).name == "Loebna El Mithal"
    (told,) = merging.merges_of(desk, 1)
    assert (told.id, told.merged_name, told.reason) == (number, "Loebna Elmithal", WHY)
    assert (told.said, told.stays, told.can_undo) == ((("last_name", "Elmithal"),), (), True)


def test_a_choice_a_reason_and_a_word_on_what_was_said_before_are_asked(desk: Desk) -> None:
    twice(desk)
    matching.tell_apart(desk, 1, 2)
    with pytest.raises(ProblemsError) as refused:
        merge(desk, 1, 2, choices={"first_names": "both"}, reason=" ")
    asked = [("first_names", "merge.choose"), ("last_name", "merge.choose")]
    asked += [("reason", "merge.reason_missing"), ("same_after_all", "merge.told_apart")]
    assert codes(refused) == asked
    before = dump(desk)
    number = merge(desk, 1, 2, same_after_all=True)
    assert apart.all_of(desk.database.connection) == []
    merging.unmerge(desk, number)
    assert dump(desk) == before
    assert apart.all_of(desk.database.connection) == [(1, 2)]


def test_who_was_joined_or_changed_meanwhile_or_is_one_already_is_refused(desk: Desk) -> None:
    twice(desk)
    register(desk, PersonDraft(first_names="Bas"))
    draft = draft_of(desk, 1, 2)
    amending.amend_person(desk, 2, 2, 1, replace(AGAIN, phone="06-00999999"))
    with pytest.raises(ConflictError):
        merging.merge(desk, draft)
    with pytest.raises(InputError, match=r"match\.no_such_persons"):
        merging.merge(desk, replace(draft, merged_id=1))
    merge(desk, 1, 2)
    for one, other in ((1, 2), (2, 3), (3, 2)):
        with pytest.raises(InputError, match=r"merge\.merged_already"):
            merging.merge(desk, replace(draft, kept_id=one, merged_id=other))


def test_nobody_becomes_a_relative_of_herself_and_nobody_has_two_open_cases(desk: Desk) -> None:
    register(desk, LOUBNA, AGAIN)
    relating.relate(desk, 1, RelationDraft(1, "partner_of", 2))
    with desk.database.writing() as connection:
        for number in (1, 2):
            values = {"uid": str(number), "number_year": 2026, "number": number, "person_id": number}
            beside = {"coordinator_id": 1, "status": "open", "opened_on": "2026-11-23", "recorded_at": ""}
            connection.execute(case_file.insert().values(**values, **beside, recorded_by=1))
    with pytest.raises(ProblemsError) as refused:
        merge(desk, 1, 2)
    assert codes(refused) == [("merged_id", "merge.related"), ("merged_id", "merge.two_open_cases")]


def test_two_lines_in_one_signal_stay_two_each_with_its_own_duty(desk: Desk) -> None:
    register(desk, LOUBNA, AGAIN, replace(AGAIN, role=AGGRESSOR, first_names="Bas"), kind="notification")
    seen = merging.beside(desk, 1, 2).facts
    assert (seen.same_role, seen.two_roles) == (("GV-2026-0001",), False)
    assert merging.beside(desk, 1, 3).facts.two_roles
    merge(desk, 1, 2)
    merge(desk, 1, 3)
    mine = [one for one in signals.details(desk, 1).involvements if one.person_id == 1]
    assert [one.duty_on is not None for one in mine] == [True, True, True]


@pytest.mark.parametrize(
    ("states", "last"),
    [
        (("registered", "due", "refused"), 1),
        (("refused", "due", "due"), 3),
        (("due", "registered", "due"), 2),
    ],
)
def test_of_two_registrations_with_comensha_the_one_that_was_done_counts_and_both_are_there_again(
    states: tuple[str, str, str], last: int, desk: Desk
) -> None:
    twice(desk)
    register(desk, PersonDraft(first_names="Lubna"), kind="notification")
    with desk.database.writing() as connection:
        for number, state in enumerate(states, start=1):
            values = {"person_id": number, "state": state, "recorded_at": "", "recorded_by": 1}
            connection.execute(comensha.insert().values(**values))
    before = dump(desk)
    first, second = merge(desk, 1, 2), merge(desk, 1, 3)
    counts = select(comensha.c.id).where(comensha.c.current)
    assert list(desk.database.connection.execute(counts).scalars()) == [last]
    merging.unmerge(desk, first)
    merging.unmerge(desk, second)
    assert dump(desk) == before


# --- taking apart -------------------------------------------------------------------------------------


def test_what_came_and_what_was_corrected_since_stays_and_is_told(desk: Desk) -> None:
    twice(desk)
    number = merge(desk, 1, 2)
    register(desk, replace(AGAIN, safe_contact=""))
    now = persons.details(desk, 1)
    amending.amend_person(desk, 1, 1, now.version, replace(LOUBNA, nationality="BE"))
    (told,) = merging.merges_of(desk, 1)
    assert told.stays == ("nationality", "safe_contact")
    merging.unmerge(desk, number)
    kept, merged = persons.details(desk, 1), persons.details(desk, 2)
    assert (kept.nationality, merged.nationality) == ("BE", "MA")
    assert [one.signal_id for one in kept.roles] == [3, 1]
    assert [one.signal_id for one in merged.roles] == [2]
    (told,) = merging.merges_of(desk, 1)
    assert (told.can_undo, told.undone_by) == (False, desk.user.name)
    with pytest.raises(InputError, match=r"merge\.no_such_merge"):
        merging.unmerge(desk, number)
    assert verifying.verify(desk) == []


def test_a_merge_on_which_another_stands_waits_for_that_one(desk: Desk) -> None:
    twice(desk)
    register(desk, PersonDraft(first_names="Lubna"))
    first = merge(desk, 2, 1)
    second = merge(desk, 3, 2)
    assert persons.details(desk, 1).id == 3
    assert [(one.id, one.can_undo) for one in merging.merges_of(desk, 3)] == [(second, True), (first, False)]
    with pytest.raises(InputError, match=r"merge\.later_first"):
        merging.unmerge(desk, first)
    merging.unmerge(desk, second)
    assert persons.details(desk, 1).id == 2
    merging.unmerge(desk, first)


@pytest.mark.parametrize("undone", list(permutations(range(3))))
@pytest.mark.parametrize(
    "names",
    [("Lina", "Loubna", "Lina", "Loubna"), ("Lina", "Loubna", "Sem", "Lina"), ("Lina",) * 3 + ("Sem",)],
)
def test_names_chosen_by_merges_come_back_in_any_order(
    desk: Desk, names: Sequence[str], undone: Sequence[int]
) -> None:
    register(desk, *(PersonDraft(first_names=name) for name in names), kind="notification")
    before = dump(desk)
    joined = []
    for other in (2, 3, 4):
        seen = merging.beside(desk, 1, other)
        chosen = {one.field: str(Side.MERGED) for one in seen.fields}
        joined.append(merge(desk, 1, other, choices=chosen))
    for place, number in enumerate(undone):
        merging.unmerge(desk, joined[number])
        left = max((one for one in range(3) if one not in undone[: place + 1]), default=None)
        assert persons.details(desk, 1).first_names == (names[0] if left is None else names[left + 1])
    assert dump(desk) == before


NAMES: Final = st.sampled_from(["Lina", "Loubna", "Sem"])
RULES: Final = st.sampled_from(["", "Alleen appen.", "Nooit bellen.", "Alleen appen.\nNiet op dinsdag."])
PEOPLE: Final = st.builds(
    PersonDraft,
    role=st.sampled_from(["possible_victim", AGGRESSOR, "witness"]),
    first_names=NAMES,
    last_name=st.sampled_from(["", "Voorbeeld", "Verzonnen"]),
    sex=st.sampled_from(["unknown", "female"]),
    birth=st.sampled_from(["", "12-05-1991", "ca. 24 jr"]),
    phone=st.sampled_from(["", "06-00123456", "06-00999999"]),
    safe_contact=RULES,
)
PAIRS: Final = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=1, max_size=6)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=12,
)
@given(
    told=st.lists(st.lists(PEOPLE, min_size=1, max_size=3), min_size=2, max_size=3),
    said=PAIRS,
    wanted=PAIRS,
    side=st.sampled_from(Side),
    order=st.randoms(use_true_random=False),
)
def test_taken_apart_in_any_order_everything_is_as_it_was(
    desk: Desk,
    told: list[list[PersonDraft]],
    said: Sequence[tuple[int, int]],
    wanted: Sequence[tuple[int, int]],
    side: Side,
    order: Random,
) -> None:
    known = {
        number for (number,) in desk.database.connection.execute(select(person.c.id).order_by(person.c.id))
    }
    for people in told:
        register(desk, PersonDraft(first_names="Lina"), *people, kind="notification")
    new = [
        n
        for (n,) in desk.database.connection.execute(select(person.c.id).order_by(person.c.id))
        if n not in known
    ]
    pick = [[(new[a % len(new)], new[b % len(new)]) for a, b in some] for some in (said, wanted)]
    for one, other in pick[0][:2]:
        with suppress(KnownError):
            matching.tell_apart(desk, one, other)
    before = dump(desk)
    done = []
    for one, other in pick[1]:
        with suppress(KnownError):
            seen = merging.beside(desk, one, other)
            choices = {each.field: str(side) for each in seen.fields}
            done.append(merge(desk, one, other, choices=choices, same_after_all=True))
            assert merges.misplaced(desk.database.connection) == 0
    while done:
        number = order.choice(done)
        with suppress(InputError):
            merging.unmerge(desk, number)
            done.remove(number)
    assert dump(desk) == before


# --- what knows persons -------------------------------------------------------------------------------


def test_a_draft_that_names_who_was_joined_is_about_the_kept_one(desk: Desk) -> None:
    twice(desk)
    merge(desk, 1, 2)
    who = matching.known(desk, 2)
    assert who is not None
    assert who.person_id == 1
    third = register(desk, replace(AGAIN, person_id=2, safe_contact=""))
    assert signals.details(desk, third).involvements[0].person_id == 1
    amending.add_person(desk, third, PersonDraft(role="witness", person_id=2))
    assert {one.person_id for one in signals.details(desk, third).involvements} == {1}
    with pytest.raises(InputError, match=r"merge\.joined_meanwhile"):
        amending.amend_person(desk, 2, 2, 1, AGAIN)
    with pytest.raises(InputError, match=r"match\.no_such_persons"):
        matching.tell_apart(desk, 2, 1)


def test_the_log_of_a_person_tells_of_who_was_joined_into_her(desk: Desk) -> None:
    twice(desk)
    merge(desk, 1, 2)
    desk.user = User(1, desk.user.name, Role.PRIVACY_OFFICER)
    before = set(logbook.ids(desk, LogFilter(person_id=2)))
    assert len(before) == 3  # registered, set beside, joined
    assert before <= set(logbook.ids(desk, LogFilter(person_id=1)))


def test_destroying_leaves_nothing_of_either_and_counts_a_person_once(desk: Desk) -> None:
    twice(desk)
    payload = '{"signal_id": 0, "persons": [{"person_id": 2}]}'
    drafts.keep(desk, "signal", payload, None)
    merge(desk, 1, 2)
    uids = set(desk.database.connection.execute(select(person.c.uid)).scalars())
    change = destroying.destroy(desk, [1, 2], DestroyDraft("unfounded", "Samira Proef"))
    assert change.persons == {1, 2}
    assert destroying.declarations(desk)[0].persons == 1
    assert [
        table for table in ("person", "person_key", "person_merge", "apart", "draft") if dump_of(desk, table)
    ] == []
    gone = set(desk.database.connection.exec_driver_sql("SELECT uid FROM destroyed").scalars())
    assert uids <= gone


def dump_of(desk: Desk, name: str) -> list[Any]:
    return list(desk.database.connection.execute(select(metadata.tables[name])))


def test_of_who_was_another_after_all_nothing_is_left_in_the_record_she_was_joined_with(desk: Desk) -> None:
    twice(desk)
    seen = merging.beside(desk, 1, 2)
    theirs = {one.field: str(Side.MERGED) for one in seen.fields if one.how == How.DIFFERENT}
    number = merge(desk, 1, 2, choices=theirs)
    assert persons.details(desk, 1).first_names == "Loebna"
    merging.unmerge(desk, number)
    assert (persons.details(desk, 1).first_names, persons.details(desk, 2).first_names) == (
        "Loubna",
        "Loebna",
    )
    assert "Loebna" not in str(dump_of(desk, "revision"))
    destroying.destroy(desk, [2], DestroyDraft("unfounded", "Samira Proef"))
    left = str([dump_of(desk, table.name) for table in metadata.sorted_tables])
    assert not any(word in left for word in ("Loebna", "Elmithal", "Niet op dinsdag"))


def test_an_older_backup_in_which_both_still_stand_forgets_both(desk: Desk) -> None:
    twice(desk)
    uids = list(desk.database.connection.execute(select(person.c.uid)).scalars())
    with desk.database.writing() as connection:
        forgotten = forgetting.forget(connection, [*forgetting.uids_of(connection, [1, 2]).values(), *uids])
    assert set(forgotten.persons) == set(uids)
    assert dump_of(desk, "person") == []


def test_once_the_signals_of_the_one_are_destroyed_there_is_nothing_to_take_apart(desk: Desk) -> None:
    twice(desk)
    number = merge(desk, 1, 2)
    destroying.destroy(desk, [2], DestroyDraft("unfounded", "Samira Proef"))
    before = dump(desk)
    with pytest.raises(InputError, match=r"merge\.nothing_left"):
        merging.unmerge(desk, number)
    assert dump(desk) == before


def test_the_check_tells_of_a_person_who_was_joined_with_nobody(desk: Desk) -> None:
    twice(desk)
    merge(desk, 1, 2)
    for values in ({"merged_into": 99}, {"merged_into": 2}):
        with desk.database.writing() as connection:
            connection.execute(update(person).where(person.c.id == 2).values(**values))
        assert [one.code for one in verifying.verify(desk)] == ["verify.joined_persons"]


# --- parting what was one from the beginning ------------------------------------------------------------


def test_who_was_wrongly_taken_for_one_becomes_two_and_joining_takes_it_back(desk: Desk) -> None:
    register(desk, LOUBNA, kind="notification")
    register(desk, replace(LOUBNA, birth=""), kind="notification")
    informing.decide(desk, not_yet(2))
    assert signals.details(desk, 2).involvements[0].person_id == 1
    sister = replace(LOUBNA, first_names="Hajar", birth="")
    for chosen, code in (([], "merge.split_none"), ([1, 2], "merge.split_all")):
        with pytest.raises(ProblemsError) as refused:
            merging.split_off(desk, 1, chosen, sister)
        assert codes(refused) == [("involvement_ids", code)]
    new_id = merging.split_off(desk, 1, [2], sister).created or 0
    moved = signals.details(desk, 2)
    assert (moved.involvements[0].person_id, moved.involvements[0].name) == (new_id, "Hajar El Mithal")
    assert len(moved.involvements[0].decisions) == 1
    assert moved.history[0].earlier == {"persons": {"2": 1}}
    assert apart.of(desk.database.connection, 1) == {new_id}
    assert list(signals.ids(desk, SignalFilter(search="Hajar"))) == [2]
    merge(desk, 1, new_id, same_after_all=True)
    assert {one.signal_id for one in persons.details(desk, 1).roles} == {1, 2}
    assert verifying.verify(desk) == []
    with pytest.raises(InputError):
        merging.split_off(desk, 1, [77], sister)
