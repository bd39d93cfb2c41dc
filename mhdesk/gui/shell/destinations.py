"""Which pages there are and where they live; a page's module is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.page import Page

Factory = Callable[..., Page]

# "module:class"; made with the context, then with what stands behind it.
_HOMES: Final = {
    "today": "mhdesk.gui.today.page:TodayPage",
    "signals": "mhdesk.gui.signals.list_page:SignalsPage",
    "signal": "mhdesk.gui.signals.signal_page:SignalPage",  # signal_id
    "signal_form": "mhdesk.gui.signals.form_page:SignalFormPage",  # draft_id or None
    "import": "mhdesk.gui.signals.import_page:ImportPage",
    "figures": "mhdesk.gui.figures.page:FiguresPage",
}


@dataclass(frozen=True, slots=True)
class Destination:
    """One place of the navigation: key, word (translated in the context "Navigation"), icon."""

    key: str
    title: str
    icon: str


DESTINATIONS: Final = (
    Destination("today", QT_TRANSLATE_NOOP("Navigation", "Today"), "today"),
    Destination("signals", QT_TRANSLATE_NOOP("Navigation", "Signals"), "signals"),
    Destination("figures", QT_TRANSLATE_NOOP("Navigation", "Figures"), "figures"),
)


def make_page(key: str, context: PageContext, *subject: object) -> Page:
    """Load and make one page. Raises KeyError for a key that does not exist."""
    module, _, name = _HOMES[key].partition(":")
    factory = cast("Factory", getattr(import_module(module), name))
    return factory(context, *subject)
