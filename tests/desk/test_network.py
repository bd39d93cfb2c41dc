"""The network: nothing is deleted, what was said before stays, and no colleague's work is written over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import network, referring, signals, unmet
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.network import CapacityDraft, OrganisationDraft
from mhdesk.domain.periods import parse_period
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import destroying, revisions
from tests.desk.drafts import a_notification
from tests.desk.network_calls import (
    CONTACT,
    COVENANT,
    EXPERIENCE,
    MET,
    NEED,
    OFFER,
    ORGANISATION,
    TODAY,
    an_offer,
    an_organisation,
)

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.change import Change


def made(change: Change) -> int:
    assert change.created is not None
    return change.created


def test_an_organisation_shows_everything_that_belongs_to_it(desk: Desk) -> None:
    number = made(network.add_organisation(desk, ORGANISATION))
    network.add_contact(desk, number, CONTACT)
    network.add_offer(desk, number, OFFER)
    network.add_covenant(desk, number, COVENANT)
    network.add_experience(desk, number, EXPERIENCE)
    one = network.organisation(desk, number)
    assert (one.name, one.side, one.phone) == ("Huize Verzonnen", "care", "06 00000001")
    assert [contact.function for contact in one.contacts] == ["bereikbare dienst"]
    assert [(offer.places, offer.age_from, offer.sexes) for offer in one.offers] == [(0.5, 18, ("female",))]
    assert [covenant.title for covenant in one.covenants] == ["Privacyconvenant Proefregio"]
    assert [told.text for told in one.experiences] == ["Nam meteen op."]
    (row,) = [row for row in network.organisations(desk) if row.id == number]
    assert (row.offers, row.covenants) == (("shelter",), 1)


def test_an_organisation_is_told_apart_by_its_name_whatever_the_case(desk: Desk) -> None:
    network.add_organisation(desk, ORGANISATION)
    with pytest.raises(ProblemsError) as refused:
        network.add_organisation(desk, OrganisationDraft("HUIZE verzonnen", "shelter"))
    assert [problem.code for problem in refused.value.problems] == ["network.name_taken"]


def test_what_it_said_before_stays_and_an_older_version_is_refused(desk: Desk) -> None:
    number = an_organisation(desk)
    network.amend_organisation(desk, number, 1, ORGANISATION)
    (kept,) = revisions.of(desk.database.connection, "organisation", [number])[number]
    assert kept.earlier["name"] == "Huis Bedacht"
    with pytest.raises(ConflictError):
        network.amend_organisation(desk, number, 1, OrganisationDraft("Anders", "care"))


def test_an_organisation_that_ended_is_out_of_choices_and_stays_to_be_read(desk: Desk) -> None:
    number = an_organisation(desk)
    an_offer(desk, organisation_id=number)
    assert network.find_help(desk, Wanted())
    network.end_organisation(desk, number, TODAY)
    assert not network.find_help(desk, Wanted())
    assert number not in {row.id for row in network.organisations(desk)}
    assert number in {row.id for row in network.organisations(desk, ended=True)}
    assert number not in {view.id for view in referring.all_organisations(desk)}
    assert network.organisation(desk, number).ended_on == date(2026, 11, 23)
    network.resume_organisation(desk, number)
    assert number in {row.id for row in network.organisations(desk)}


def test_the_last_word_about_free_places_counts_and_the_one_before_is_kept(desk: Desk) -> None:
    number = an_offer(desk)
    network.hear_capacity(desk, number, CapacityDraft("0,5", "20-11-2026"))
    network.hear_capacity(desk, number, CapacityDraft("0", TODAY))
    (offer,) = network.organisation(desk, 1).offers
    assert (offer.places_free, offer.free_on) == (0.0, date(2026, 11, 23))
    kept = revisions.of(desk.database.connection, "offer", [number])[number]
    assert [one.earlier["places_free"] for one in kept] == [0.5, None]


def test_an_offer_that_ended_cannot_end_again(desk: Desk) -> None:
    number = an_offer(desk)
    network.end_offer(desk, number, TODAY)
    with pytest.raises(InputError, match=r"network\.ended_already"):
        network.end_offer(desk, number, TODAY)


def test_a_need_is_open_until_it_is_met_and_opens_again(desk: Desk) -> None:
    number = made(unmet.record(desk, NEED))
    assert [one.id for one in unmet.open_needs(desk)] == [number]
    unmet.meet(desk, number, MET)
    assert unmet.open_needs(desk) == ()
    with pytest.raises(InputError, match=r"network\.met_already"):
        unmet.meet(desk, number, MET)
    unmet.reopen(desk, number)
    (one,) = unmet.open_needs(desk)
    assert (one.met_on, one.met_how, one.version) == (None, "", 3)


def test_needs_are_counted_for_inside_with_the_people_behind_them(desk: Desk) -> None:
    known = PersonDraft(first_names="Lina", last_name="Verzonnen")
    signal_id = made(signals.register(desk, a_notification(persons=[known])))
    person_id = signals.details(desk, signal_id).involvements[0].person_id
    for day in ("20-11-2026", "21-11-2026", TODAY):
        unmet.record(desk, UnmetNeedDraft(person_id, "shelter", day, "no_place"))
    unmet.record(desk, UnmetNeedDraft(None, "care", "31-12-2025", "waiting"))
    unmet.meet(desk, made(unmet.record(desk, NEED)), MET)
    counts = unmet.count(desk, parse_period("2026"))
    assert (counts.needs, counts.people, counts.without_person, counts.met) == (4, 1, 1, 1)
    assert dict(counts.by)["reason"] == (("no_place", 4),)
    assert dict(counts.by)["municipality"] == (("unknown", 3), ("GM0402", 1))


def test_a_need_about_nobody_who_is_known_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"desk\.no_such_person"):
        unmet.record(desk, UnmetNeedDraft(99, "shelter", TODAY, "no_place"))


def test_what_was_not_found_for_somebody_goes_with_the_person_and_so_does_its_history(desk: Desk) -> None:
    known = PersonDraft(first_names="Lina", last_name="Verzonnen")
    signal_id = made(signals.register(desk, a_notification(persons=[known])))
    person_id = signals.details(desk, signal_id).involvements[0].person_id
    draft = UnmetNeedDraft(person_id, "shelter", TODAY, "no_place", note="Twee keer gebeld.")
    number = made(unmet.record(desk, draft))
    unmet.meet(desk, number, MET)
    assert [one.id for one in unmet.needs_of(desk, person_id or 0)] == [number]
    connection = desk.database.connection
    with desk.database.writing():
        destroying.forget(connection, destroying.uids_of(connection, [signal_id]).values())
    assert unmet.needs_of(desk, person_id or 0) == ()
    assert revisions.of(connection, "unmet_need", [number]) == {}
