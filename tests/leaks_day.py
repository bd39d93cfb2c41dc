"""A day at the desk in a process of its own, with words that must never come out of the registry.

The words, the passphrase and what to do come by standard input, so that they stand in no file and no argument.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, update

from mhdesk import files
from mhdesk.desk import (
    attachments,
    drafts,
    figures,
    finding,
    informing,
    mail_in,
    referring,
    registries,
    signals,
    today,
    viewing,
)
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Permission
from mhdesk.domain.periods import parse_period
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.gui import faults
from mhdesk.gui.log import LogFile
from mhdesk.store.schema import person, signal_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mhdesk.desk.desk import Desk

Words = dict[str, str]


def work_through(desk: Desk, words: Words) -> None:
    """Use every step of the desk once."""
    number = signals.register(desk, a_signal(words)).created or 0
    draft = drafts.keep(desk, "signal", json.dumps({"narrative": words["draft"]}), None).created
    drafts.keep(desk, "signal", json.dumps({"narrative": words["draft"] + "!"}), draft)
    for typed in (words["narrative"], words["last_name"], words["phone"], words["searched"]):
        signals.ids(desk, SignalFilter(search=typed))
        finding.begin(desk)
        finding.find(desk, typed)
    shown = signals.details(desk, number)
    decision = InformDraft(
        involvement_id=shown.involvements[0].id,
        choice="not",
        ground="safety_victim",
        legal_ground="avg_14_5_b",
        reasoning=words["reasoning"],
        decided_by="Noor",
        decided_on=f"{desk.today():%d-%m-%Y}",
        agreed_by="Teamleider",
        review_on=f"{desk.today() + timedelta(days=7):%d-%m-%Y}",
    )
    informing.decide(desk, decision)
    referring.refer(desk, a_referral(number, words))
    answer = AnswerDraft(1, "declined", decision.decided_on, words["answer"])
    referring.answer(desk, answer)
    signals.change_status(desk, number, "closed", words["reason"])
    signals.rows(desk, [number])
    today.items(desk)
    figures.preview(desk, parse_period(str(desk.today().year)), ["form"])


def take_mail_in(desk: Desk, path: Path) -> None:
    """Make a mail a signal, and leave a second draft of it unfinished."""
    draft = mail_in.take_in(desk, path).change.created or 0
    typed = SignalDraft(**json.loads(drafts.load(desk, draft).payload))
    number = signals.register(desk, typed, from_draft=draft).created or 0
    for file in signals.details(desk, number).attachments:
        viewing.view(desk, file.id)
    attachments.put_back(desk, attachments.remove(desk, 1))
    mail_in.take_in(desk, path)


def a_signal(words: Words) -> SignalDraft:
    """Return a signal in which every field of free text holds a word."""
    victim = PersonDraft(
        first_names=words["first_names"],
        last_name=words["last_name"],
        phone=words["phone"],
        birth="1988",
        safe_contact=words["safe_contact"],
    )
    return SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on="01-02-2020",
        organisation=words["organisation"],
        narrative=f"Het ging om {words['narrative']}. " * 20,
        persons=[victim, PersonDraft(role="aggressor", first_names=words["aggressor"])],
    )


def a_referral(number: int, words: Words) -> ReferralDraft:
    """Return a referral to an organisation that is not on the list."""
    return ReferralDraft(
        signal_id=number,
        organisation_name=words["partner"],
        purpose="care",
        basis="not_asked",
        basis_note=words["basis_note"],
        referred_on="01-03-2020",
        note=words["note"],
    )


def go_wrong(desk: Desk, words: Words) -> None:
    """Make every kind of mistake with a word in hand, and let each be told as loudly as possible."""
    bad = SignalDraft(
        received_on=words["narrative"], municipality=words["last_name"], narrative=words["narrative"]
    )
    bad.persons = [
        PersonDraft(first_names=words["first_names"], birth="31-02-1990", phone=words["safe_contact"])
    ]
    mistakes = (
        lambda: signals.register(desk, bad),
        lambda: break_off(desk, words),
        lambda: signals.ids(desk, SignalFilter(kind=f"{words['searched']} \ud800")),
        lambda: mail_in.take_in(desk, desk.folder / f"{words['mail_file']}.msg"),
        lambda: attachments.add(desk, 1, desk.folder / words["attached_file"]),
        lambda: figures.publish(desk, parse_period("2020"), [words["searched"]], desk.folder),
    )
    for mistake in mistakes:
        try:
            mistake()
        except ProblemsError as error:
            logging.getLogger("test").exception("%s", [problem.code for problem in error.problems])
        except Exception as error:
            traceback.print_exc()
            logging.getLogger("test").exception("that went wrong")
            faults.unexpected(error)


@verb("test.broken_off", "C", Permission.WRITE)
def break_off(work: Work, words: Mapping[str, str]) -> Change:
    """Write words, then fail on a row that is there already."""
    row = {
        "sex": "unknown",
        "nationality": "unknown",
        "recorded_at": work.recorded_at,
        "uid": words["last_name"],
    }
    for _ in range(2):
        work.connection.execute(insert(person).values(**row, first_names=words["first_names"]))
    return Change("test.broken_off")


@verb("test.stopped", "U", Permission.WRITE)
def stop_in_the_middle(work: Work, words: Mapping[str, str]) -> Change:
    """Change words so that they go to the disk uncommitted, and wait there to be killed."""
    work.connection.exec_driver_sql("PRAGMA cache_size = 10")
    row = {"sex": "unknown", "nationality": "unknown", "recorded_at": work.recorded_at}
    for number in range(200):
        values = {**row, "uid": str(number), "first_names": words["first_names"] * 20}
        work.connection.execute(insert(person).values(**values))
    work.connection.execute(update(signal_text).values(narrative=words["narrative"] * 2))
    sys.stdout.write("waiting\n")
    sys.stdout.flush()
    sys.stdin.read()
    return Change("test.stopped")


def main() -> None:
    """Read what to do and do it."""
    files.private_process()
    asked = json.loads(sys.stdin.readline())
    logging.basicConfig(filename=Path.home() / "everything.log", level=logging.DEBUG)
    logging.getLogger().addHandler(LogFile())
    desk = registries.open_registry(Path(asked["registry"]), asked["user"], asked["passphrase"])
    words = asked["words"]
    if asked["what"] == "work":
        work_through(desk, words)
        take_mail_in(desk, Path(asked["mail"]))
        go_wrong(desk, words)
        desk.close()
    elif asked["what"] == "crash":
        break_off(desk, words)
    else:
        stop_in_the_middle(desk, words)


if __name__ == "__main__":
    main()
