from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import dates
from mhdesk.domain.dates import Birth

SEEN = date(2019, 10, 12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS = [
    "januari",
    "februari",
    "mrt",
    "april",
    "mei",
    "juni",
    "jul",
    "augustus",
    "sept",
    "oktober",
    "nov",
    "dec",
]


@given(
    DAYS, st.sampled_from(["{0:%d-%m-%Y}", "{0.day}/{0.month}/{0.year}", "{0.day} {0.month} {0.year}", "{0}"])
)
def test_a_day_is_read_in_every_usual_order_of_numbers(day: date, spelling: str) -> None:
    assert dates.parse_day(spelling.format(day)) == day


@given(DAYS, st.sampled_from(["{0} {1} {2}", "{0}-{1}-{2}", " {0}  {1}. {2}"]), st.booleans())
def test_a_day_is_read_with_the_name_of_its_month(day: date, spelling: str, shout: bool) -> None:
    typed = spelling.format(day.day, MONTHS[day.month - 1], day.year)
    assert dates.parse_day(typed.upper() if shout else typed) == day


@given(DAYS)
def test_a_day_that_was_shown_is_read_back(day: date) -> None:
    assert dates.parse_day(dates.display_day(day)) == day


@pytest.mark.parametrize(
    ("typed", "year"),
    [("1-1-00", 2000), ("1-1-26", 2026), ("1-1-39", 2039), ("1-1-40", 1940), ("1-1-85", 1985)],
)
def test_two_digits_are_a_year_of_the_nearest_past(typed: str, year: int) -> None:
    assert dates.parse_day(typed) == date(year, 1, 1)


@pytest.mark.parametrize(
    "typed", ["31-02-2019", "29-02-2019", "0-1-2019", "1-13-2019", "00-00-0000", "31 apr 2019"]
)
def test_a_day_that_does_not_exist_still_looks_like_one(typed: str) -> None:
    assert dates.parse_day(typed) is None
    assert dates.looks_like_a_day(typed)
    assert dates.parse_birth(typed, SEEN) is None


@pytest.mark.parametrize(
    "typed", ["", "gisteren", "mei 2019", "2019", "12-2019", "1 foo 2019", "ca. 24 jr", "06-12345678"]
)
def test_what_is_no_day_does_not_look_like_one(typed: str) -> None:
    assert dates.parse_day(typed) is None
    assert not dates.looks_like_a_day(typed)


@given(
    DAYS,
    DAYS,
    st.sampled_from(["{0.day}-{0.month}", "{0:%d/%m}", "{0.day} {1}", "{0.day}{1}", " {0.day}-{1}. "]),
)
def test_a_day_without_its_year_is_the_last_one_or_with_ahead_the_next_unless_another_is_near(
    day: date, today: date, spelling: str
) -> None:
    typed = spelling.format(day, MONTHS[day.month - 1])
    back, ahead = dates.parse_near_day(typed, today), dates.parse_near_day(typed, today, ahead=True)
    if (day.month, day.day) != (2, 29):
        assert back is not None
        assert ahead is not None
    for found in (back, ahead):
        assert found is None or (found.month, found.day) == (day.month, day.day)
    month, year = timedelta(days=31), timedelta(days=366)
    assert back is None or today - year <= back <= today + month
    assert ahead is None or today - month <= ahead <= today + year
    if back and ahead and back != ahead:
        assert min(today - back, ahead - today) > month


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_day_of_the_week_is_one_of_the_last_or_of_the_next_seven_days(
    today: date, weekday: int, whole: bool
) -> None:
    names = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    typed = names[weekday] if whole else names[weekday][:2]
    back, ahead = dates.parse_near_day(typed, today), dates.parse_near_day(typed, today, ahead=True)
    assert back is not None
    assert ahead is not None
    assert back.weekday() == ahead.weekday() == weekday
    assert today - timedelta(days=6) <= back <= today < ahead <= today + timedelta(days=7)


@given(DAYS, DAYS, st.booleans())
def test_a_day_with_its_year_is_never_moved(day: date, today: date, ahead: bool) -> None:
    assert dates.parse_near_day(dates.display_day(day), today, ahead=ahead) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Gisteren", date(2026, 11, 22)),
        ("eergisteren", date(2026, 11, 21)),
        ("vandaag", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 24)),
        ("ma", date(2026, 11, 23)),
        ("25-11", date(2026, 11, 25)),  # its field says that this is still to come
        ("25-12", date(2025, 12, 25)),
        ("22 nov.", date(2026, 11, 22)),
    ],
)
def test_a_day_is_read_as_people_say_it(typed: str, day: date) -> None:
    assert dates.parse_near_day(typed, date(2026, 11, 23)) == day


@pytest.mark.parametrize(
    "typed", ["", "25", "31-11", "29-02", "11-26", "2511", "1 foo", "mei", "06-12345678"]
)
def test_what_names_no_day_near_is_not_guessed(typed: str) -> None:
    assert dates.parse_near_day(typed, date(2026, 11, 23)) is None


def test_a_leap_day_is_a_day() -> None:
    assert dates.parse_day("29-02-2020") == date(2020, 2, 29)


@given(st.text())
def test_nothing_that_is_typed_makes_the_readers_fail(typed: str) -> None:
    dates.parse_time(typed)
    dates.parse_near_day(typed, SEEN)
    day, birth = dates.parse_day(typed), dates.parse_birth(typed, SEEN)
    assert day is None or birth == Birth(day.isoformat())
    assert birth is None or birth.on.isascii()


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("12-05-2004", Birth("2004-05-12")),
        ("mei 2004", Birth("2004-05")),
        ("5-2004", Birth("2004-05")),
        ("05/2004", Birth("2004-05")),
        ("2004", Birth("2004")),
        ("ca. 24 jr", Birth("1995", estimated=True)),
        ("ca 24", Birth("1995", estimated=True)),
        ("circa 24 jaar", Birth("1995", estimated=True)),
        ("ongeveer 24 jaar oud", Birth("1995", estimated=True)),
        ("±24", Birth("1995", estimated=True)),
        ("24 jr.", Birth("1995", estimated=True)),
        ("0", Birth("2019", estimated=True)),
        ("13-2004", None),
        ("foo 2004", None),
        ("121", None),
        ("jong", None),
        ("٢٠٠٤", None),
    ],
)
def test_a_birth_is_read_as_far_as_it_is_known(typed: str, birth: Birth | None) -> None:
    assert dates.parse_birth(typed, SEEN) == birth


@given(st.integers(0, dates.OLDEST_AGE), DAYS)
def test_an_age_is_that_age_on_the_day_it_was_guessed(age: int, seen_on: date) -> None:
    birth = dates.parse_birth(f"ca. {age} jr", seen_on)
    assert birth
    assert birth.estimated
    assert birth.age_on(seen_on) == age


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_birth_that_was_shown_is_read_back(day: date, known: int) -> None:
    birth = Birth(day.isoformat()[:known])
    assert dates.parse_birth(dates.display_birth(birth), SEEN) == birth


def test_a_guessed_birth_says_so() -> None:
    assert dates.display_birth(Birth("1995", estimated=True)) == "ca. 1995"


@pytest.mark.parametrize(
    ("on", "day", "age"),
    [
        ("2004-05-12", date(2022, 5, 11), 17),
        ("2004-05-12", date(2022, 5, 12), 18),
        ("2004-02-29", date(2022, 2, 28), 17),
        ("2004-02-29", date(2022, 3, 1), 18),
        ("2004-05", date(2022, 4, 30), 17),
        ("2004-05", date(2022, 5, 1), 18),
        ("2004", date(2022, 6, 30), 17),
        ("2004", date(2022, 7, 1), 18),
    ],
)
def test_somebody_is_eighteen_on_the_birthday_and_not_before(on: str, day: date, age: int) -> None:
    assert Birth(on).age_on(day) == age


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("14:30", time(14, 30)), ("14.30", time(14, 30)), ("14u30", time(14, 30)), ("1430", time(14, 30))),
        *(
            ("02:08", time(2, 8)),
            ("0208", time(2, 8)),
            ("208", time(2, 8)),
            ("14 uur", time(14)),
            ("2", time(2)),
        ),
        *(("24:00", None), ("14:60", None), ("", None), ("nacht", None), ("14:30:00:00", None)),
    ],
)
def test_a_time_is_read_as_people_say_it(typed: str, read: time | None) -> None:
    assert dates.parse_time(typed) == read
