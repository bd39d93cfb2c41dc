"""When two records are certainly the same person: equal name with equal phone or equal whole birth date."""

from __future__ import annotations

from mhdesk.domain.dates import Birth
from mhdesk.domain.text import fold

_WHOLE_DAY = len("2004-05-12")


def keys(first_names: str, last_name: str, phone: str, birth: Birth | None) -> tuple[str, ...]:
    """Return the strings that another record of certainly the same person shares at least one of.

    ``phone`` is E.164 or empty. Without a name, or with neither phone nor a whole, not estimated birth
    date, nothing is certain and nothing is returned.
    """
    name = " ".join(fold(f"{first_names} {last_name}").split())
    if not name:
        return ()
    known = [f"name+phone:{name}|{phone}"] if phone else []
    if birth and not birth.estimated and len(birth.on) == _WHOLE_DAY:
        known.append(f"name+birth:{name}|{birth.on}")
    return tuple(known)
