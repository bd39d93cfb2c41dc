"""The one message that goes round the window: something was written."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal


class Bus(QObject):
    """Carry each change from the page that made it to every page that shows it.

    ``changed`` carries a :class:`mhdesk.domain.change.Change`: ids only. A page that shows one
    of them asks again.
    """

    changed = QtSignal(object)
