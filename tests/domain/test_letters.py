"""The information letter: what the law asks is in it, and nothing of anybody else, whoever gets it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.domain import letters
from mhdesk.domain.contact import Contact
from mhdesk.domain.letters import LetterDraft, Origin, Sender, compose
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.sources import Consent
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from tests.domain.made_up import DAY, Secrets

CONTACT = Contact("Kerkbrink 1", "035 000 00 01", "team@voorbeeld.example", "fg@voorbeeld.example")
SENDER = Sender("Stichting Proefhuis", "care_coordination", CONTACT, 15)
LANGUAGES = [*letters.languages()]


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of templates in which a test may write; it begins with those that mhdesk has."""
    for file in letters._folder().glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(letters, "_folder", lambda: tmp_path)
    letters._read.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def _fresh_templates() -> object:
    yield
    letters._read.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_whole_and_says_everything_that_the_law_asks(language: str) -> None:
    secrets = Secrets()
    one = secrets.person(1, name="Lina Voorbeeld", phone="+31600000012")
    draft = LetterDraft(1, language, Origin.PROFESSIONAL, "Noor Denkbeeld")
    told = "\n".join(compose(draft, one, SENDER, DAY, language).lines())
    for words in ("Stichting Proefhuis", "Kerkbrink 1", "035 000 00 01", "fg@voorbeeld.example", "15"):
        assert words in told
    for words in ("Noor Denkbeeld", "Lina Voorbeeld", "Autoriteit Persoonsgegevens", "112", "23-11-2026"):
        assert words in told
    assert "{" not in told
    assert "..." not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("organisation_type", vocabulary("organisation_types").codes())
def test_what_nobody_filled_in_is_left_open_in_plain_sight(language: str, organisation_type: str) -> None:
    sender = Sender("Stichting Proefhuis", organisation_type, Contact(), 5)
    letter = compose(LetterDraft(1), Secrets().person(1, name=""), sender, DAY, language)
    told = "\n".join(letter.lines())
    assert told.count("...)") == 3
    assert letter.addressee == ""
    assert "@" not in told


@settings(max_examples=60)
@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from([*vocabulary("channels").codes()]),
    st.sampled_from([*vocabulary("disciplines").codes()]),
    st.sampled_from([*vocabulary("source_capacities").codes()]),
    st.sampled_from(["", *Consent]),
    st.booleans(),
    st.sampled_from([(VICTIM, AGGRESSOR), (AGGRESSOR, VICTIM)]),
)
def test_nothing_of_anybody_else_gets_into_a_letter(
    language: str,
    channel: str,
    discipline: str,
    capacity: str,
    consent: str,
    secret: bool,
    roles: tuple[str, str],
) -> None:
    secrets = Secrets()
    one, other = secrets.person(1, role=roles[0]), secrets.person(2, role=roles[1])
    details = secrets.signal(
        one,
        other,
        channel=channel,
        discipline=discipline,
        source_capacity=capacity,
        source_consent=consent,
        source_confidential=secret,
    )
    secrets.texts.discard(one.name)
    for origin in letters.origins(details):
        draft = LetterDraft(1, language, origin)
        assert draft.validate(details) == []
        for letter in letters.letters(draft, one, SENDER, DAY):
            told = "\n".join(letter.lines())
            assert not [text for text in secrets.texts if text in told]
            assert not [
                role for role in vocabulary("involvement_roles") if role.nl in told or role.en in told
            ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_victim_and_an_aggressor_get_the_same_words(language: str) -> None:
    victim = Secrets().person(1, role=VICTIM)
    aggressor = dataclasses.replace(victim, role=AGGRESSOR)
    draft = LetterDraft(1, language)
    assert compose(draft, victim, SENDER, DAY, language) == compose(draft, aggressor, SENDER, DAY, language)


@pytest.mark.parametrize(
    ("told", "proposed"),
    [
        ({}, Origin.PROFESSIONAL),
        ({"source_ground": "threat_to_victim"}, Origin.SECRET),
        ({"source_confidential": True}, Origin.SECRET),
        ({"source_capacity": "private"}, Origin.SECRET),
        ({"source_capacity": "private", "source_consent": "given"}, Origin.SECRET),
        ({"source_capacity": "unknown", "discipline": "self"}, Origin.SECRET),
        ({"source_capacity": "anonymous", "channel": "crime_tip_line"}, Origin.SECRET),
        ({"channel": "advertisement"}, Origin.PUBLIC),
        ({"channel": "advertisement", "source_confidential": True}, Origin.SECRET),
    ],
)
def test_of_a_source_that_stays_secret_not_even_the_kind_is_told(
    told: dict[str, object], proposed: Origin
) -> None:
    secrets = Secrets()
    details = secrets.signal(secrets.person(1), **told)
    assert letters.origins(details)[0] == proposed
    refused = LetterDraft(1, origin=Origin.PROFESSIONAL).validate(details)
    assert bool(refused) is (proposed != Origin.PROFESSIONAL)


def test_another_language_comes_first_and_dutch_after_it() -> None:
    one = Secrets().person(1)
    made = letters.letters(LetterDraft(1, "es"), one, SENDER, DAY)
    assert [letter.language for letter in made] == ["es", "nl"]
    assert len(letters.letters(LetterDraft(1, "nl"), one, SENDER, DAY)) == 1


def test_a_team_adds_a_language_by_adding_a_file(own_folder: Path) -> None:
    text = (own_folder / "en.toml").read_text("utf-8")
    (own_folder / "ro.toml").write_text(
        text.replace('language = "en"', 'language = "ro"').replace('"English"', '"Română"'), "utf-8"
    )
    assert letters.languages()["ro"] == "Română"
    assert compose(LetterDraft(1, "ro"), Secrets().person(1), SENDER, DAY, "ro").language == "ro"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('language = "ro"', 'language = "en"'),
        ("{years} years", "some years"),
        ("{known}.", "{known.__class__}."),
        ('when = "origin_secret"', 'when = ""'),
        ('heading = "Are you in danger?"\n', ""),
        ('text = "Call 112. Help is there day and night."', 'text = ""'),
        ('nothing = "no name and no address"', ""),
        ('id = "rights"', 'id = "wrongs"'),
        ("[known]", "[known"),
        ("{organisation}.", "{organisation."),
    ],
)
def test_a_template_that_is_not_whole_is_refused(own_folder: Path, before: str, after: str) -> None:
    text = (own_folder / "en.toml").read_text("utf-8").replace('language = "en"', 'language = "ro"')
    assert before in text
    (own_folder / "ro.toml").write_text(text.replace(before, after), "utf-8")
    assert "ro" in letters.languages()
    with pytest.raises(InputError) as refused:
        letters.load("ro")
    assert refused.value.code == "letter.template_broken"
    assert refused.value.params == {"name": "ro.toml"}
