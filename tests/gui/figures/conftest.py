"""Figures are tested over the region's own list of 2019, taken into a real registry."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhdesk.desk import figures, imports
from mhdesk.desk.figures import FiguresPreview
from mhdesk.domain.periods import Period, parse_period
from mhdesk.domain.splits import DEFAULT_BY
from tests.registry_fixtures import ReadyRegistry, StoppedClock

SHEET = Path("tests/data/signalen-2019.xlsx")


@pytest.fixture(scope="session")
def _registry_of_2019(
    _first_registry: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory
) -> ReadyRegistry:
    filled = _first_registry.at(tmp_path_factory.mktemp("figures") / "registry")
    desk = filled.open(StoppedClock())
    imports.take_in(desk, SHEET)
    desk.close()
    return filled


@pytest.fixture
def registry(_registry_of_2019: ReadyRegistry, tmp_path: Path) -> ReadyRegistry:
    """Return a registry of its own with the 36 signals of 2019, closed."""
    return _registry_of_2019.at(tmp_path / "registry")


@pytest.fixture(scope="session")
def preview(_registry_of_2019: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory) -> FiguresPreview:
    """Return the figures of 2019."""
    desk = _registry_of_2019.at(tmp_path_factory.mktemp("preview") / "registry").open(StoppedClock())
    seen = figures.preview(desk, parse_period("2019"), DEFAULT_BY)
    desk.close()
    return seen


@pytest.fixture
def year() -> Period:
    """Return 2019."""
    return parse_period("2019")
