"""Every reason that was ever asked for can be read again: in what its page shows, and in the case on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mhdesk.desk import (
    agenda,
    agreements,
    case_papers,
    cases,
    meeting_sharing,
    meetings,
    participants,
    referral_list,
    referring,
    signals,
    trajectories,
    unmet,
)
from mhdesk.domain.agreements import AgreementDraft, typed
from mhdesk.domain.case_history import STATES_OF_A_GOAL, STATES_OF_A_TRAJECTORY, before
from mhdesk.domain.cases import (
    CaseDraft,
    CaseView,
    CloseDraft,
    EntryDraft,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.meetings import ItemDraft, MeetingDraft, ParticipantDraft, ShareDraft
from mhdesk.domain.referrals import AnswerDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft
from mhdesk.errors import ConflictError, InputError
from mhdesk.gui.referrals import describing
from tests.desk.busy import REFERRAL
from tests.desk.drafts import a_notification
from tests.reports.paper import text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.change import Change

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")

TODAY = "23-11-2026"
MARK = "Kenmerkwoord"
HELP = TrajectoryDraft(1, "legal", organisation_name="Bureau Bedacht", started_on=TODAY)


@pytest.fixture
def followed(desk: Desk) -> Desk:
    """Return a desk with a case in which a goal, a trajectory and an agreement stand."""
    signals.register(desk, a_notification())
    cases.open_for(desk, CaseDraft(1, opened_on=TODAY, risk="high", reasoning="Hij zoekt haar."))
    cases.add_goal(desk, GoalDraft(1, "Een woning."))
    trajectories.add(desk, HELP)
    agreements.add(desk, AgreementDraft(1, "Bellen.", "De Luwte", due_on="30-11-2026"))
    return desk


def the_case(desk: Desk) -> CaseView:
    (found,) = cases.of_person(desk, 1)
    return found


def end_goal(desk: Desk, result: str = "Een kamer.") -> Change:
    return cases.end_goal(desk, GoalEndDraft(1, "partly", TODAY, result))


def end_help(desk: Desk, result: str = "Klaar.") -> Change:
    return trajectories.end(desk, TrajectoryEndDraft(1, "stopped", TODAY, result))


def close(desk: Desk, text: str = "Klaar.") -> Change:
    agreements.finish(desk, 1, "Gebeld.")
    end_help(desk)
    return cases.close(desk, CloseDraft(1, TODAY, "other", "unknown", text))


def amend_help(desk: Desk, **told: Any) -> Change:  # noqa: ANN401 - any field
    (one,) = the_case(desk).trajectories
    return trajectories.amend(desk, 1, one.version, replace(HELP, **told))


def amend_agreement(desk: Desk, **told: Any) -> Change:  # noqa: ANN401 - any field
    (one,) = the_case(desk).agreements
    return agreements.amend(desk, replace(typed(one), **told))


def amend_goal(desk: Desk, text: str) -> Change:
    (one,) = the_case(desk).goals
    return cases.amend_goal(desk, GoalDraft(1, text, one.id, one.version))


# By what was asked: it is given, and then everything goes on as far as it can.
ASKED: dict[str, Callable[[Desk], object]] = {
    "why a risk": lambda desk: (
        cases.add_entry(desk, EntryDraft(1, "risk", TODAY, ["high"], MARK)),
        cases.add_entry(desk, EntryDraft(1, "risk", TODAY, ["low"], "Hij zit vast.")),
    ),
    "why a case was closed": lambda desk: (
        close(desk, MARK),
        cases.reopen(desk, ReopenDraft(1, TODAY, "Weer.")),
    ),
    "why a case was opened again": lambda desk: (
        close(desk),
        cases.reopen(desk, ReopenDraft(1, TODAY, MARK)),
    ),
    "what became of a goal": lambda desk: (end_goal(desk, MARK), cases.take_up_goal(desk, 1)),
    "what a goal was": lambda desk: (
        amend_goal(desk, MARK),
        end_goal(desk),
        amend_goal(desk, "Een kamer."),
    ),
    "what came of a trajectory": lambda desk: (end_help(desk, MARK), trajectories.take_up(desk, 1)),
    "what was noted at a trajectory": lambda desk: (amend_help(desk, note=MARK), amend_help(desk, note="")),
    "who gave a trajectory": lambda desk: (
        amend_help(desk, organisation_name=MARK),
        amend_help(desk, organisation_name="De Luwte"),
    ),
    "why an agreement was put off": lambda desk: (
        agreements.snooze(desk, 1, "25-11-2026", MARK),
        agreements.snooze(desk, 1, "26-11-2026", "Nog niet."),
    ),
    "why an agreement was put off that was done": lambda desk: (
        agreements.snooze(desk, 1, "25-11-2026", MARK),
        agreements.finish(desk, 1, "Gebeld."),
    ),
    "how an agreement was kept": lambda desk: agreements.finish(desk, 1, MARK),
    "what was agreed": lambda desk: (
        amend_agreement(desk, what=MARK),
        amend_agreement(desk, what="Schrijven."),
    ),
    "who would do it": lambda desk: (amend_agreement(desk, who=MARK), amend_agreement(desk, who="Wij")),
}


def shown(case: CaseView) -> str:
    """Return what the blocks of a case show."""
    told = [one.text for one in case.entries]
    for goal in case.goals:
        told += [goal.text, goal.result, *before(goal.history, STATES_OF_A_GOAL)]
    for line in case.trajectories:
        earlier = before(line.history, STATES_OF_A_TRAJECTORY)
        told += [line.note, line.result, line.organisation, *earlier]
    for one in case.agreements:
        told += [one.what, one.who, one.done_how, one.snooze_reason]
    return "\n".join(told)


@pytest.mark.parametrize("what", ASKED)
def test_what_was_asked_in_a_case_can_be_read_again(followed: Desk, what: str, tmp_path: Path) -> None:
    ASKED[what](followed)
    assert MARK in shown(the_case(followed)), what
    case_papers.save_case(followed, 1, tmp_path / "casus.pdf")
    assert MARK in text_of((tmp_path / "casus.pdf").read_bytes()), what


def test_a_change_of_nothing_but_a_state_says_nothing_of_its_own(followed: Desk) -> None:
    end_goal(followed)
    (goal,) = the_case(followed).goals
    assert len(goal.history) == 1
    assert not list(before(goal.history, STATES_OF_A_GOAL))


def test_nobody_writes_over_what_a_colleague_corrected(followed: Desk) -> None:
    (goal,), (agreed,) = the_case(followed).goals, the_case(followed).agreements
    amend_goal(followed, "Een kamer.")
    amend_agreement(followed, what="Schrijven.")
    with pytest.raises(ConflictError):
        cases.amend_goal(followed, GoalDraft(1, "Een huis.", goal.id, goal.version))
    with pytest.raises(ConflictError):
        agreements.amend(followed, replace(typed(agreed), what="Langsgaan."))


def test_a_correction_that_corrects_nothing_is_refused(followed: Desk) -> None:
    with pytest.raises(InputError, match=r"agreement\.nothing_new"):
        amend_agreement(followed)
    assert [one.kind for one in the_case(followed).entries] == ["risk", "opened"]


# --- referrals -----------------------------------------------------------------------------------------

PROPOSED = replace(
    REFERRAL, basis="consent_written", basis_note="Eerst schriftelijk.", note=MARK, proposed=True
)


def sent_otherwise(desk: Desk) -> None:
    number = referring.refer(desk, PROPOSED).created
    referring.send(desk, replace(REFERRAL, referral_id=number))


def answered_twice(desk: Desk) -> None:
    number = referring.refer(desk, REFERRAL).created or 0
    referring.answer(desk, AnswerDraft(number, "declined", TODAY, MARK))
    referring.answer(desk, AnswerDraft(number, "accepted", TODAY, "Toch plek."))


@pytest.mark.parametrize("happens", [sent_otherwise, answered_twice])
def test_what_was_said_at_a_referral_can_be_read_again(
    followed: Desk, happens: Callable[[Desk], None], tmp_path: Path
) -> None:
    happens(followed)
    (one,) = referral_list.of_person(followed, 1)
    today = followed.today()
    told = [*describing.lines(one, "", today), describing.remark(one), *describing.earlier_lines(one, today)]
    assert MARK in "\n".join(told)
    case_papers.save_case(followed, 1, tmp_path / "casus.pdf")
    assert MARK in text_of((tmp_path / "casus.pdf").read_bytes())


# --- beside the case -----------------------------------------------------------------------------------


def at_the_table(desk: Desk) -> None:
    """Let the case stand on the agenda of a meeting with one participant, who is told of it."""
    meetings.plan(desk, MeetingDraft("case_meeting", TODAY, case_ids=[1]))
    participants.add_participant(desk, 1, ParticipantDraft(1, name="Mo Verzinsel"))
    agenda.report(desk, 1, 1, ItemDraft("Wie regelt de opvang?", "Besproken verslag.", discussed=True))
    meeting_sharing.share(desk, ShareDraft(1, [1], ["name"], "other", MARK))


def found_after_all(desk: Desk) -> None:
    number = unmet.record(desk, UnmetNeedDraft(1, "shelter", TODAY, "no_place", note="Gebeld.")).created or 0
    unmet.meet(desk, number, MetDraft(TODAY, MARK))


def found_and_lost_again(desk: Desk) -> None:
    found_after_all(desk)
    unmet.reopen(desk, 1)


@pytest.mark.parametrize("happens", [at_the_table, found_after_all, found_and_lost_again])
def test_what_was_told_or_not_found_stands_on_paper(
    followed: Desk, happens: Callable[[Desk], None], tmp_path: Path
) -> None:
    happens(followed)
    case_papers.save_case(followed, 1, tmp_path / "casus.pdf")
    assert MARK in text_of((tmp_path / "casus.pdf").read_bytes())
