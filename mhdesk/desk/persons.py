"""Open one person: everything about her or him, over all signals and years."""

from __future__ import annotations

from mhdesk.desk.verbs import Work, logged_reading
from mhdesk.domain.people import Permission
from mhdesk.domain.persons import PersonDetails
from mhdesk.errors import InputError
from mhdesk.store import person_pages


@logged_reading("person.read", Permission.READ)
def details(work: Work, person_id: int) -> PersonDetails:
    """Open one person. The reading is logged with every role that it shows, and with others of whom it tells.

    A record that was joined with another one opens as that other. Raises InputError when there is nobody.
    """
    found = person_pages.details(work.connection, person_id, work.today())
    if found is None:
        raise InputError("person.not_here")
    work.concerns("person", [found.id], found.id)
    work.concerns("involvement", [one.involvement_id for one in found.roles], found.id)
    for involvement_id, other in found.besides:
        work.concerns("involvement", [involvement_id], other)
    for link in found.links:
        if link.person_id is not None:
            work.concerns("person", [link.person_id], link.person_id)
        elif link.signal_id is not None:
            work.concerns("signal", [link.signal_id])
    return found
