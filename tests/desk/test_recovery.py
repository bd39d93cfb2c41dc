"""The printed recovery page is proven by typing it back; until then nobody knows whether it works."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhdesk.desk import registries
from mhdesk.desk.desk import Desk
from mhdesk.errors import InputError
from tests.registry_fixtures import ReadyRegistry


def test_a_page_typed_back_is_remembered_as_proven(desk: Desk, registry: ReadyRegistry) -> None:
    assert not registries.recovery_is_proven(desk)
    change = registries.prove_recovery(desk, " ".join(registry.recovery_groups).lower())
    assert change.verb == "registry.recovery_proven"
    assert registries.recovery_is_proven(desk)


def test_a_page_with_a_typing_error_proves_nothing(desk: Desk, registry: ReadyRegistry) -> None:
    wrong = "00000" if registry.recovery_groups[3] != "00000" else "11111"
    typed = [*registry.recovery_groups[:3], wrong, *registry.recovery_groups[4:]]
    with pytest.raises(InputError) as refused:
        registries.prove_recovery(desk, " ".join(typed))
    assert refused.value.params["group"] == 4
    assert not registries.recovery_is_proven(desk)


def test_whether_a_page_was_ever_saved_and_when_it_was_proven_is_known(
    desk: Desk, registry: ReadyRegistry, tmp_path: Path
) -> None:
    assert not registries.recovery_page_was_written(desk)
    assert registries.recovery_proven_on(desk) is None
    registries.write_recovery_page(desk, registry.recovery_groups, tmp_path / "blad.pdf")
    registries.recovery_proven(desk)
    assert registries.recovery_page_was_written(desk)
    assert registries.recovery_proven_on(desk) == desk.today()
