"""The DB-API module that speaks SQLCipher; named once, so that nobody else imports it."""

from __future__ import annotations

from types import ModuleType
from typing import Final

import sqlcipher3.dbapi2

DRIVER: Final[ModuleType] = sqlcipher3.dbapi2
