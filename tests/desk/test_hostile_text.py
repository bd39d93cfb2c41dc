"""Whatever is put into any field of any draft: refused with a sentence and nothing saved, or saved and readable."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from mhdesk.desk import drafts, figures, imports, informing, referring, signals, verifying
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.periods import parse_period
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from mhdesk.store import audit
from mhdesk.wording import say
from tests.desk.drafts import a_notification
from tests.registry_fixtures import ReadyRegistry, StoppedClock

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

HOSTILE: Final = {
    "nothing": "",
    "a lone surrogate": "naam \ud800 verder",
    "a NUL": "naam\0verder",
    "a turn of direction": "naam \u202e redrev",
    "a megabyte": "lang " * 200_000,
    "a formula": "=cmd|' /C calc'!A0",
    "syntax": '"; DROP TABLE signal; -- NEAR( {0} %s',
    "controls": "naam\x1b[31m\x07\x7f\r\nverder",
    "digits of another script": "٠٦١٢٣٤٥٦٧٨",
    "no character": "\ufffe\uffff",
    "a day that is none": "00-00-0000",
    "the last day": "31-12-9999",
}
DECISION: Final = InformDraft(
    involvement_id=1,
    choice="not_yet",
    ground="safety_victim",
    legal_ground="avg_14_5_b",
    reasoning="Hij leest mee.",
    decided_by="Noor",
    decided_on="23-11-2026",
    review_on="30-11-2026",
)
TOLD: Final = replace(
    DECISION, choice="inform", review_on="", informed_on="23-11-2026", informed_how="In een gesprek."
)
REFERRAL: Final = ReferralDraft(
    signal_id=1,
    involvement_id=1,
    organisation_name="Proefhuis",
    purpose="care",
    basis="not_asked",
    basis_note="Zij was niet bereikbaar.",
    referred_on="23-11-2026",
)
ANSWER: Final = AnswerDraft(1, "accepted", "23-11-2026", "Welkom.")
LINA: Final = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202", birth="1990")


def texts_of(draft: Any) -> list[str]:  # noqa: ANN401 - any of the drafts
    return [field.name for field in fields(draft) if isinstance(getattr(draft, field.name), str)]


Act = Callable[["Desk", Any], object]


def with_each_text(place: str, draft: Any, act: Act) -> dict[str, Act]:  # noqa: ANN401 - as above
    """Return for each text in a draft the act of handing the draft in with another text there."""

    def handing_in(name: str) -> Act:
        return lambda desk, text: act(desk, replace(draft, **{name: text}))

    return {f"{place}.{name}": handing_in(name) for name in texts_of(draft)}


HEADERS: Final = (
    "Datum melding",
    "Naam slachtoffer",
    "Slachtoffer geïnformeerd?",
    "Doorverwezen naar",
    "Opmerkingen",
)


def history_in(header: str) -> Act:
    """Return the act of taking in a spreadsheet whose one row says another text under ``header``."""
    row = dict(zip(HEADERS, ("12-10-2019", "Lina Voorbeeld", "ja", "Proefhuis", "belt zelf"), strict=True))

    def take_in(desk: Desk, text: str) -> object:
        path: Path = desk.folder.with_name("history.csv")
        with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEADERS, (row | {header: text}).values()])
        return imports.take_in(desk, path)

    return take_in


CASES: Final[dict[str, Act]] = {
    **with_each_text("signal", a_notification(), signals.register),
    **with_each_text("person", LINA, lambda desk, one: signals.register(desk, a_notification(persons=[one]))),
    **with_each_text("waiting", DECISION, informing.decide),
    **with_each_text("informed", TOLD, informing.decide),
    **with_each_text("referral", REFERRAL, referring.refer),
    **with_each_text("answer", ANSWER, referring.answer),
    "other form": lambda desk, text: signals.register(desk, a_notification(other_forms=[text])),
    "status": lambda desk, text: signals.change_status(desk, 1, text, "Daarom."),
    "reason": lambda desk, text: signals.change_status(desk, 1, "closed", text),
    "search": lambda desk, text: signals.ids(desk, SignalFilter(search=text)),
    "draft": lambda desk, text: drafts.keep(desk, "signal", text, None),
    **{f"cell {header}": history_in(header) for header in HEADERS},
    "purpose": lambda desk, text: publish(desk, text, ""),
    "receiver": lambda desk, text: publish(desk, "", text),
}


def publish(desk: Desk, purpose: str, receiver: str) -> object:
    out: Path = desk.folder.with_name("out")
    out.mkdir(exist_ok=True)
    return figures.publish(desk, parse_period("2026"), ["form"], out, ("csv",), purpose, receiver)


@pytest.fixture(scope="module")
def with_a_referral(
    _first_registry: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory
) -> ReadyRegistry:
    """Return a registry with a signal and a referral."""
    made = _first_registry.at(tmp_path_factory.mktemp("hostile") / "registry")
    desk = made.open(StoppedClock())
    signals.register(desk, a_notification(persons=[LINA]))
    referring.refer(desk, REFERRAL)
    desk.close()
    return made


@pytest.fixture
def busy_desk(with_a_referral: ReadyRegistry, tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    """Return an open desk over a copy of it."""
    opened = with_a_referral.at(tmp_path / "registry").open(clock)
    yield opened
    opened.close()


def refusal(act: Act, desk: Desk, text: str) -> KnownError | None:
    """Return how ``text`` was refused; None when it was taken. Anything else is a bug."""
    try:
        act(desk, text)
    except KnownError as refused:
        return refused
    return None


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_in_words_or_saved_and_readable(case: str, busy_desk: Desk) -> None:
    for kind, text in HOSTILE.items():
        before = audit.head(busy_desk.database.connection)
        refused = refusal(CASES[case], busy_desk, text)
        if refused:
            assert say(refused.code, **refused.params), kind
            assert audit.head(busy_desk.database.connection) == before, kind  # with it, all is rolled back
    for number in signals.ids(busy_desk, SignalFilter()):
        assert signals.details(busy_desk, number).reference
    assert drafts.mine(busy_desk) is not None
    assert verifying.verify(busy_desk) == []
