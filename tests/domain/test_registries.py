from __future__ import annotations

import pytest

from mhdesk.domain.people import Role
from mhdesk.domain.registries import RegistryDraft, folder_problems, region_municipalities


def draft(**known: object) -> RegistryDraft:
    made = RegistryDraft(name="Gooi en Vechtstreek", user_name="Joke Testpersoon")
    for name, value in known.items():
        setattr(made, name, value)
    return made


def problems(made: RegistryDraft) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in made.validate() if problem.sentence()]


def test_a_name_and_a_person_are_enough() -> None:
    assert problems(draft()) == []
    assert draft().municipalities == region_municipalities()


def test_a_region_is_its_municipalities_and_neither_the_unknown_nor_the_rest_of_the_country() -> None:
    assert len(region_municipalities()) == 8
    assert all(code.startswith("GM") for code in region_municipalities())


@pytest.mark.parametrize("role", Role)
def test_every_role_may_own_a_registry(role: Role) -> None:
    assert problems(draft(role=role)) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", " ", "registry.name_missing"),
        ("name", "x" * 201, "draft.too_long"),
        ("user_name", "", "registry.user_name_missing"),
        ("organisation", "x" * 201, "draft.too_long"),
        ("organisation_type", "bakker", "draft.choice_unknown"),
        ("role", "policy_adviser", "registry.role_policy_adviser"),
        ("role", "directeur", "registry.role_unknown"),
        ("municipalities", [], "registry.municipalities_unknown"),
        ("municipalities", ["GM0363"], "registry.municipalities_unknown"),
        ("municipalities", ["GM0402", "unknown"], "registry.municipalities_unknown"),
        ("prefix", "", "registry.prefix_unreadable"),
        ("prefix", "gv", "registry.prefix_unreadable"),
        ("prefix", "GV-", "registry.prefix_unreadable"),
        ("prefix", "GOOIS", "registry.prefix_unreadable"),
    ],
)
def test_each_problem_stands_at_its_field(field: str, value: object, code: str) -> None:
    assert problems(draft(**{field: value})) == [(field, code)]


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        (r"C:\Users\noor\OneDrive - Proefhuis\register", "registry.folder_in_cloud"),
        ("/data/noor/Dropbox/register", "registry.folder_in_cloud"),
        ("/Volumes/Google Drive/register", "registry.folder_in_cloud"),
        ("/Users/noor/Library/Mobile Documents/com~apple~CloudDocs/register", "registry.folder_in_cloud"),
        (r"C:\Users\noor\iCloudDrive\register", "registry.folder_in_cloud"),
        ("/data/noor/nextcloud/register", "registry.folder_in_cloud"),
        ("/data/noor/SURFdrive/register", "registry.folder_in_cloud"),
        (r"\\server\deel\register", "registry.folder_on_network"),
        ("//server/deel/register", "registry.folder_on_network"),
    ],
)
def test_a_folder_that_leaves_this_computer_is_refused(folder: str, code: str) -> None:
    assert [(one.field, one.code) for one in folder_problems(folder) if one.sentence()] == [("folder", code)]


@pytest.mark.parametrize("folder", ["/data/noor/mhdesk/Wolkenveld", r"D:\mhdesk\register", "~/register"])
def test_a_folder_of_this_computer_is_fine(folder: str) -> None:
    assert folder_problems(folder) == []


def test_numbers_of_signals_do_not_begin_as_those_of_cases_do() -> None:
    draft = RegistryDraft(name="Voorbeeldregio", user_name="Noor", prefix="C")
    assert [one.code for one in draft.validate()] == ["registry.prefix_of_cases"]
