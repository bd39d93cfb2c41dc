"""Today says what waits in order of harm, and in each line why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.views import DraftView, TodayItem, TodayKind
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.signals import payloads
from mhdesk.gui.today import lines
from mhdesk.gui.widgets.rows import Group, Line
from tests.gui.today.waits import NOW, TODAY, due_in, item, waiting

pytestmark = pytest.mark.usefixtures("dutch")


def heads(shown: lines.Rows) -> list[str]:
    return [row.title for _, row in shown if isinstance(row, Group)]


def line(one: TodayItem, **more: object) -> Line:
    return lines.line_of(one, waiting(one, **more))


def test_groups_stand_in_order_of_harm() -> None:
    shown = lines.rows_of(
        waiting(
            *due_in(-3, 0, 2, 30),
            item(TodayKind.ANSWER),
            item(TodayKind.DRAFT, draft_id=1),
            item(TodayKind.REVIEW_IMPORTED, count=12),
        )
    )
    assert heads(shown) == [
        "Eerst",
        "Vandaag",
        "Deze week",
        "Later",
        "Wacht op antwoord",
        "Afmaken",
        "Nakijken",
    ]


def test_an_empty_group_is_not_named() -> None:
    assert heads(lines.rows_of(waiting(*due_in(0)))) == ["Vandaag"]


@pytest.mark.parametrize(("days", "group"), [(-1, "Eerst"), (0, "Vandaag"), (6, "Deze week"), (7, "Later")])
def test_a_week_ends_on_sunday(days: int, group: str) -> None:
    assert heads(lines.rows_of(waiting(*due_in(days)))) == [group]


def test_what_does_not_fit_is_counted() -> None:
    shown = lines.rows_of(waiting(*due_in(-1), open_terms=313))
    assert heads(shown) == ["Eerst", "Nog 312 taken wachten"]


def test_a_missed_term_says_so_with_its_day() -> None:
    shown = line(item(due=date(2026, 11, 20)))
    assert (shown.title, shown.mark) == ("Besluit nemen over informeren: Lina Voorbeeld", Mark.LATE)
    assert (shown.clock, shown.day) == ("3 dagen te laat", "uiterlijk vr 20-11")
    assert shown.reason == "Vermoedelijk slachtoffer, GV-2026-0001. Vastgelegd op vr 23-10, nog geen besluit."


def test_a_review_asks_the_question_again_and_says_why() -> None:
    shown = line(item(TodayKind.REVIEW, TODAY + timedelta(days=3), ground="safety_victim", role="aggressor"))
    assert shown.title == "Opnieuw bekijken: Lina Voorbeeld informeren?"
    assert shown.reason.endswith("Reden: veiligheid van het slachtoffer.")
    assert (shown.clock, shown.day) == ("nog 3 dagen", "uiterlijk do 26-11")


def test_a_decision_to_inform_waits_until_it_is_done() -> None:
    assert line(item(TodayKind.INFORM, TODAY)).reason.endswith("dat is nog niet gedaan.")


def test_somebody_without_a_name_is_still_somebody() -> None:
    assert line(item(due=TODAY, name="", role="aggressor")).title.endswith("vermoedelijke pleger zonder naam")


def test_an_answer_that_is_awaited_is_somebody_elses_turn() -> None:
    shown = line(item(TodayKind.ANSWER, organisation="Arbeidsinspectie", started_on=date(2026, 11, 11)))
    assert shown.title == "Antwoord verwacht: Arbeidsinspectie over GV-2026-0001"
    assert (shown.mark, shown.clock) == (Mark.WAITING, "wacht 12 dagen")


def test_imported_signals_are_one_line() -> None:
    shown = line(item(TodayKind.REVIEW_IMPORTED, count=12))
    assert (shown.title, shown.mark) == ("Ingevoerde signalen nakijken: 12", Mark.TASK)


@pytest.mark.parametrize(
    ("author", "title"),
    [
        ("Bram Verzonnen", "Snel genoteerd door Bram Verzonnen, zo 22-11 23:14"),
        ("", "Snel genoteerd, zo 22-11 23:14"),
    ],
)
def test_a_quick_note_says_who_wrote_it_and_how_it_begins(author: str, title: str) -> None:
    written = NOW - timedelta(hours=3)
    view = DraftView(
        7, "quick", written, payloads.pack(SignalDraft(narrative="Acht mensen\n\nin één huisje."))
    )
    note = item(TodayKind.QUICK_NOTE, draft_id=7, saved_at=written, name=author)
    shown = line(note, notes={7: view})
    assert (shown.title, shown.reason) == (title, "Acht mensen in één huisje.")
    assert shown.mark is Mark.DRAFT


def test_quick_notes_come_before_everything_else() -> None:
    assert heads(lines.rows_of(waiting(*due_in(-3, 0), item(TodayKind.QUICK_NOTE, draft_id=1)))) == [
        "Snel genoteerd",
        "Eerst",
        "Vandaag",
    ]


def unfinished(draft: SignalDraft) -> Line:
    saved = NOW - timedelta(hours=3)
    view = DraftView(7, payloads.FORM_SIGNAL, saved, payloads.pack(draft))
    return line(item(TodayKind.DRAFT, draft_id=7, saved_at=saved), drafts={7: view})


def test_an_unfinished_form_is_known_again_by_the_first_thing_told() -> None:
    person = PersonDraft(first_names="Mai", last_name="Voorbeeld")
    assert unfinished(SignalDraft(kind="notification", persons=[person])).title == (
        "Melding afmaken: Mai Voorbeeld"
    )
    assert unfinished(SignalDraft(municipality="GM0402")).title == "Signaal afmaken: Hilversum"
    assert unfinished(SignalDraft(kind="advice")).title == "Adviesvraag afmaken"


def test_an_unfinished_form_says_how_far_it_got() -> None:
    told = SignalDraft(received_on="22-11-2026", narrative="Acht mensen in één huisje.")
    assert unfinished(told).reason == "Er ontbreekt niets meer; het is nog niet vastgelegd."
    assert unfinished(SignalDraft()).reason == "Twee antwoorden ontbreken of kloppen nog niet."
    assert unfinished(told).day == "bewaard zo 22-11 23:14"


def test_what_a_colleague_left_names_who_began_it() -> None:
    saved = NOW - timedelta(hours=3)
    left = DraftView(7, payloads.FORM_SIGNAL, saved, payloads.pack(SignalDraft()), "Bram Verzonnen")
    shown = line(item(TodayKind.DRAFT, draft_id=7, saved_at=saved), drafts={7: left})
    assert shown.reason == "Begonnen door Bram Verzonnen. Twee antwoorden ontbreken of kloppen nog niet."


def test_a_waiting_list_is_named_with_its_day() -> None:
    on_list = item(TodayKind.WAITING_LIST, organisation="Proefhuis", started_on=date(2026, 11, 12))
    assert line(on_list).reason == "Op de wachtlijst sinds do 12-11."


def test_an_unfinished_decision_names_its_signal() -> None:
    view = DraftView(7, payloads.FORM_INFORM, NOW, '{"signal_id": 5}')
    one = item(TodayKind.DRAFT, draft_id=7)
    shown = line(one, drafts={7: view}, references={5: "GV-2026-0005"})
    assert shown.title == "Besluit over informeren afmaken: GV-2026-0005"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((), ""),
        ((-2, -1, 0, 0), " Twee taken zijn over de termijn, twee lopen vandaag af."),
        ((-2, 5), " Eén taak is over de termijn."),
        ((0, 5), " Niets is over de termijn, één loopt vandaag af."),
        (tuple(range(-12, 0)), " 12 taken zijn over de termijn."),
    ],
)
def test_one_line_sums_up(days: tuple[int, ...], told: str) -> None:
    assert lines.summary_of(waiting(*due_in(*days))) == f"Maandag 23 november, 02:14.{told}"


def test_what_was_agreed_says_who_does_it_and_about_whom() -> None:
    agreed = item(
        TodayKind.AGREEMENT,
        signal_id=None,
        name="Lina Voorbeeld",
        reference="C-2026-0014",
        ground="De huisarts bellen.",
        organisation="Opvang De Luwte",
        due=TODAY + timedelta(days=2),
        person_id=1,
    )
    told = line(agreed)
    assert told.title == "Afgesproken: De huisarts bellen."
    assert told.reason == "Lina Voorbeeld, C-2026-0014. Dit doet: Opvang De Luwte."
    assert line(replace(agreed, organisation="")).reason.endswith("Jij doet dit.")


def test_a_last_day_says_of_which_trajectory_and_whether_it_is_past() -> None:
    ending = item(
        TodayKind.TRAJECTORY,
        signal_id=None,
        name="Lina Voorbeeld",
        reference="C-2026-0014",
        ground="reflection_period",
        organisation="",
        due=TODAY + timedelta(days=9),
        person_id=1,
    )
    assert line(ending).title == "Laatste dag van een traject: bedenktijd"
    past = line(replace(ending, due=TODAY - timedelta(days=1), colleague="Bram"))
    assert (past.title, past.mark) == ("Voorbij de laatste dag: bedenktijd", Mark.LATE)
    assert past.reason.endswith("Coördinator: Bram.")
