"""The pictures of the network: who can help, an organisation, and what was not found; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.finding_help import Wanted
from mhdesk.gui.network.list_page import NetworkPage
from mhdesk.gui.network.organisation_page import OrganisationPage

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_TONIGHT: Final = Wanted(sex="female", age=19, children="one", languages=("pl",), tonight=True)


def _list(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.go("network")
    return window


def _help(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.find_help(_TONIGHT, None)
    return window


def _page(studio: Studio) -> tuple[QWidget, OrganisationPage]:
    from mhdesk.desk import network

    told = [(one.covenants, len(one.offers), -one.id) for one in network.organisations(studio.desk)]
    window = studio.main()
    window.pages.go("network")
    window.pages.open_organisation(-max(told)[-1])
    studio.settle()
    page = window.pages.page
    if not isinstance(page, OrganisationPage):
        raise TypeError("the organisation did not open")
    return window, page


def _organisation(studio: Studio) -> QWidget:
    return _page(studio)[0]


def _offer(studio: Studio) -> QWidget:
    window, page = _page(studio)
    if page.shown is not None:
        page.acts.offer(page.shown, page.shown.one.offers[0].id)
    return window


def _covenant(studio: Studio) -> QWidget:
    window, page = _page(studio)
    if page.shown is not None:
        page.acts.covenant(page.shown, 0)
    return window


def _capacity(studio: Studio) -> QWidget:
    window, page = _page(studio)
    if page.shown is not None:
        page.acts.capacity(page.shown, page.shown.one.offers[0].id)
    return window


def _need(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.find_help(_TONIGHT, None)
    studio.settle()
    if isinstance(page := window.pages.page, NetworkPage):
        page.need_button.click()
    return window


def _missing(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.go("network")
    window.pages.show_needs()
    return window


NETWORK_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "netwerk": _list,
    "netwerk-hulp-zoeken": _help,
    "netwerk-organisatie": _organisation,
    "netwerk-aanbod": _offer,
    "netwerk-convenant": _covenant,
    "netwerk-vrije-plaatsen": _capacity,
    "netwerk-niet-gevonden": _need,
    "netwerk-wat-ontbreekt": _missing,
}
