"""An open registry with the person at it."""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mhdesk.desk.findings import Finding
from mhdesk.domain.people import Permission, User
from mhdesk.domain.views import RegistryInfo
from mhdesk.errors import NotAllowedError
from mhdesk.store import settings, signals
from mhdesk.store.database import Database
from mhdesk.vault import Anchors, Unlocked

if TYPE_CHECKING:  # the matcher knows its desk
    from mhdesk.desk.matching import Matcher

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return this moment with the time zone of this computer."""
    return datetime.now().astimezone()


class Desk:
    """Hold the one connection to an unlocked registry. Belongs to the thread that opened it.

    ``anchors`` is what this computer remembers of the log; without it nothing is compared and nothing kept.
    ``put_back`` says that the log does not go on from it, ``warnings`` everything that the opening found; ``listed``
    are the lists of names that the log mentions already; ``matcher`` compares persons, once somebody asked.
    """

    def __init__(
        self,
        unlocked: Unlocked,
        database: Database,
        user: User,
        clock: Clock,
        anchors: Anchors | None = None,
    ) -> None:
        self.unlocked = unlocked
        self.database = database
        self.user = user
        self.station = platform.node()
        self.anchors = anchors
        self.put_back: Finding | None = None
        self.warnings: tuple[Finding, ...] = ()
        self.listed: set[str] = set()
        self.matcher: Matcher | None = None
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Return the folder of the registry."""
        return self.unlocked.folder

    def now(self) -> datetime:
        """Return this moment, with its time zone."""
        return self._clock()

    def today(self) -> date:
        """Return this day at this desk."""
        return self.now().date()

    def demand(self, permission: Permission) -> None:
        """Raise NotAllowedError when this person's role does not carry ``permission``."""
        if not self.user.may(permission):
            raise NotAllowedError("desk.not_allowed")

    def setting(self, name: str) -> str:
        """Return one setting of the registry; raises KeyError when it has none of this name."""
        return settings.all_of(self.database.connection)[name]

    def info(self) -> RegistryInfo:
        """Return what the window shows about the registry itself."""
        kept = settings.all_of(self.database.connection)
        return RegistryInfo(
            registry_id=self.unlocked.registry_id,
            name=kept["name"],
            organisation=kept["organisation"],
            organisation_type=kept["organisation_type"],
            municipalities=tuple(kept["municipalities"].split(",")),
            prefix=kept["prefix"],
            user_name=self.user.name,
            user_role=self.user.role,
            signals=signals.count(self.database.connection),
        )

    def is_closed(self) -> bool:
        """Say whether the registry was closed: nothing can be asked any more."""
        return self.database.connection.closed

    def close(self) -> None:
        """Close the registry and forget its names; closing twice is harmless."""
        self.matcher = None
        self.database.close()
