"""The place Management over a real registry whose keys cost next to no work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from mhdesk.desk import people
from mhdesk.desk.desk import Desk
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role
from mhdesk.gui.bus import Bus
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.runner import DeskRunner, InlineRunner
from mhdesk.gui.shell.context import PageContext
from tests.gui.conftest import Trail
from tests.gui.widgets.screen import Screen
from tests.quick_keys import quicken
from tests.registry_fixtures import ReadyRegistry

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"

Shown = Callable[..., ManagePage]


@pytest.fixture
def team(registry: ReadyRegistry, desk: Desk, cheap_keys: None) -> Desk:
    """Return the desk of a registry with a colleague (user 2), at which user 1 sits."""
    del cheap_keys  # asked for what it does
    quicken(registry.unlocked)
    people.add(desk, ColleagueDraft(COLLEAGUE, Role.VT_WORKER), WORDS)
    return desk


@pytest.fixture
def manage(team: Desk, trail: Trail, screen: Screen, dutch: QApplication) -> Shown:
    """Return what shows the place, with one of its sections; ``runner`` and ``width`` can be others."""
    del dutch  # asked for what it does
    info = team.info()

    def show(section: str = "users", runner: DeskRunner | None = None, width: int = 1158) -> ManagePage:
        context = PageContext(runner or InlineRunner(team), Bus(), trail, info, team.user)
        page = ManagePage(context)
        page.resize(width, 668)
        screen.open(page)
        page.entered()
        page.open_section(section)
        return page

    return show
