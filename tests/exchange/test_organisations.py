from __future__ import annotations

import pytest

from mhdesk.exchange.organisations import Organisations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Comensha", "CoMensha"),
        ("Inspectie SZW", "Nederlandse Arbeidsinspectie"),
        ("politie/AVIM", "AVIM"),
        ("Oranjehuis", "Oranjehuis (Blijf Groep)"),
        ("zorg en veiligheidshuis", "Zorg- en Veiligheidshuis"),
        ("GGZ", "GGZ"),
        ("crisisdienst 18+", "Crisisdienst 18+"),
        ("crisisdienst 18-", "Crisisdienst 18-"),
        ("Crisisdienst 18", None),
        ("Stichting Nergens", None),
        ("", None),
    ],
)
def test_spellings_lead_to_the_name_in_the_list(text: str, name: str | None) -> None:
    assert Organisations().find(text) == name


def test_what_a_registry_added_is_known_too() -> None:
    assert Organisations(["Stichting Nergens"]).find("stichting nergens") == "Stichting Nergens"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Moviera / GGZ", ("Moviera", "GGZ")),
        ("Moviera en Comensha", ("Moviera", "CoMensha")),
        ("Moviera / politie/AVIM", ("Moviera", "AVIM")),
        ("Leger des Heils", ("Leger des Heils",)),
        ("Moviera, moviera", ("Moviera",)),
        ("Moviera / iets anders", ()),
    ],
)
def test_several_are_read_only_when_each_is_known(text: str, names: tuple[str, ...]) -> None:
    assert Organisations().find_all(text) == names
