"""Which sections there are, in the order in which they are listed."""

from __future__ import annotations

from typing import Final

from mhdesk.gui.manage.backups_section import BackupsSection
from mhdesk.gui.manage.check_section import CheckSection
from mhdesk.gui.manage.computer_section import ComputerSection
from mhdesk.gui.manage.contact_section import ContactSection
from mhdesk.gui.manage.log_section import LogSection
from mhdesk.gui.manage.own_key_section import OwnKeySection
from mhdesk.gui.manage.recovery_section import RecoverySection
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.users_section import UsersSection

SECTIONS: Final[tuple[type[ManageSection], ...]] = (
    UsersSection,
    OwnKeySection,
    RecoverySection,
    BackupsSection,
    CheckSection,
    LogSection,
    ContactSection,
    ComputerSection,
)
