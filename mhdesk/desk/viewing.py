"""Look at a file of a signal inside the app. Nothing of it is written anywhere; the log says that it was read."""

from __future__ import annotations

from mhdesk.desk import attachments
from mhdesk.desk.desk import Desk
from mhdesk.domain.viewing import Shown
from mhdesk.exchange.shown import look_at


def view(desk: Desk, attachment_id: int) -> Shown:
    """Return a file as it can be looked at.

    Raises InputError for a file that was taken away, DamageError where it is not what was recorded.
    """
    content = attachments.read(desk, attachment_id)
    return look_at(content, attachments.name_of(desk, attachment_id))
