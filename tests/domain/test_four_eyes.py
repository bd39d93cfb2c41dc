"""Who may agree to a decision not to inform: never who took it, whoever typed it in."""

from __future__ import annotations

from mhdesk.domain.four_eyes import may_answer


def test_who_took_the_decision_is_no_second_person_whoever_recorded_it() -> None:
    assert may_answer(2, "Bram Verzonnen", recorded_by=1, decided_by="Noor Denkbeeld")
    assert not may_answer(1, "Noor Denkbeeld", recorded_by=1, decided_by="Iemand Anders")
    assert not may_answer(2, "Bram Verzonnen", recorded_by=1, decided_by=" bram  VERZONNEN ")
