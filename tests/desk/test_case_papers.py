"""A case on paper: every reason that was asked for, how she is reached safely, and never who reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import agreements, case_papers, cases, informing, referring, signals, trajectories
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, CloseDraft, EntryDraft, GoalDraft, GoalEndDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.errors import InputError
from tests.desk.busy import REFERRAL
from tests.desk.drafts import a_notification
from tests.reports.paper import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

TODAY = "23-11-2026"


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """Return a desk with a case in which everything happened, closed."""
    signals.register(desk, a_notification(organisation="Wijkteam Geheimveld", source_confidential=True))
    informing.decide(
        desk,
        InformDraft(
            1,
            "not_yet",
            ground="safety_victim",
            legal_ground="wmo_5_3_1_2",
            reasoning="Hij leest haar telefoon mee.",
            decided_by="Noor",
            decided_on=TODAY,
            review_on="07-12-2026",
        ),
    )
    referring.refer(desk, REFERRAL)
    cases.open_for(desk, CaseDraft(1, opened_on=TODAY, risk="high", reasoning="Hij zoekt haar.\nElke dag."))
    cases.add_goal(desk, GoalDraft(1, "Een eigen woning met tuin."))
    cases.end_goal(desk, GoalEndDraft(1, "partly", TODAY, "Een kamer zonder tuin."))
    trajectories.add(desk, TrajectoryDraft(1, "legal", organisation_name="Bureau Bedacht", started_on=TODAY))
    trajectories.end(desk, TrajectoryEndDraft(1, "stopped", TODAY, "Zij wilde geen aangifte."))
    agreements.add(desk, AgreementDraft(1, "Sleutel ophalen.", "De Luwte", due_on="30-11-2026"))
    agreements.snooze(desk, 1, "25-11-2026", "Zij is ziek.")
    agreements.finish(desk, 1, "Opgehaald door het wijkteam.")
    cases.add_entry(desk, EntryDraft(1, "information", TODAY, ["rights"], "Folder in het Łemkisch gegeven."))
    cases.close(desk, CloseDraft(1, TODAY, "goals_reached", "improved", "Zij wilde zelf verder."))
    return desk


def test_every_reason_that_was_asked_for_stands_on_paper(closed: Desk, tmp_path: Path) -> None:
    case_papers.save_case(closed, 1, tmp_path / "casus.pdf")
    told = " ".join(text_of((tmp_path / "casus.pdf").read_bytes()).split())
    for said in (
        "Casus C-2026-0001",
        "Veilig contact",
        "Hij zoekt haar. Elke dag.",
        "Een kamer zonder tuin.",
        "Bureau Bedacht",
        "Zij wilde geen aangifte.",
        "Zij is ziek.",
        "Opgehaald door het wijkteam.",
        "rechten van slachtoffers",
        "Folder in het Łemkisch gegeven.",
        "Zij wilde zelf verder.",
        "doelen bereikt",
        "situatie verbeterd",
        "Hij leest haar telefoon mee.",
        "toestemming",
    ):
        assert said in told, said
    assert "Geheimveld" not in told


def test_the_file_tells_nothing_by_itself(closed: Desk, tmp_path: Path) -> None:
    out = tmp_path / "casus.pdf"
    case_papers.save_case(closed, 1, out)
    assert out.stat().st_mode & 0o077 == 0
    content = out.read_bytes()
    assert b"/StructTreeRoot" in content
    assert b"/Author" not in content


def test_a_case_that_is_not_there_leaves_no_file(closed: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"case\.no_such"):
        case_papers.save_case(closed, 99, tmp_path / "casus.pdf")
    assert not (tmp_path / "casus.pdf").exists()
