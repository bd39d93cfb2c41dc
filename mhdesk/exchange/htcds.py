"""A victim in the codes of the Human Trafficking Case Data Standard 2.0 (IOM), with one Dutch extension.

Only what is known is told: there is no code for "nobody asked". HTCDS has no code for criminal exploitation;
``exploitation_forms.toml`` gives it one of its own (``nl:CriminalExploitation``), which the document says of itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

STANDARD: Final = "HTCDS 2.0"
EXTENSION: Final = "nl:"
"""What a code of ours begins with, so that nobody takes it for one of the standard."""
_CASE_STATUS: Final = {"open": "Active", "closed": "Closed"}
# The mark of a whole day (2004-05-12): what is less is told as a year only.
_WHOLE_DAY: Final = len("2004-05-12")


@dataclass(frozen=True, slots=True)
class Victim:
    """What is known of one victim, in the codes of our vocabularies.

    ``birth`` is ISO as far as known; ``first_names`` and ``last_name`` are filled only where a name may leave.
    """

    reference: str
    forms: tuple[str, ...] = ()
    sex: str = UNKNOWN
    birth: str = ""
    birth_estimated: bool = False
    nationality: str = UNKNOWN
    case_status: str = ""
    first_names: str = ""
    last_name: str = ""


def exploitation_code(form: str) -> str:
    """Return the code of a form of exploitation, one of ours where the standard has none, "" for an unknown one."""
    words = vocabulary("exploitation_forms")
    return words[form].get("htcds") or words[form].get("htcds_extension") if form in words else ""


def form_of(code: str) -> str:
    """Return our form of exploitation for a code, "unknown" for one that we do not have."""
    found = (term.code for term in vocabulary("exploitation_forms") if exploitation_code(term.code) == code)
    return next(found, UNKNOWN) if code else UNKNOWN


def gender_code(sex: str) -> str:
    """Return the code of a sex; what this version does not know is told as unknown."""
    words = vocabulary("sexes")
    return words[sex if sex in words else UNKNOWN].get("htcds")


def sex_of(code: str) -> str:
    """Return our sex for a code, "unknown" for one that we do not have."""
    return next((term.code for term in vocabulary("sexes") if term.get("htcds") == code), UNKNOWN)


def citizenship_code(nationality: str) -> str:
    """Return the country (ISO 3166-1 alpha-2), "" for an unknown one."""
    known = nationality in vocabulary("nationalities")
    return nationality if known and nationality.isupper() and len(nationality) == 2 else ""


def record(one: Victim) -> dict[str, str | list[str]]:
    """Return what is known of a victim, by field of the standard, in the order in which it is registered."""
    codes = list(dict.fromkeys(filter(None, map(exploitation_code, one.forms))))
    whole = len(one.birth) == _WHOLE_DAY and not one.birth_estimated
    told: dict[str, str | list[str]] = {
        "reference": one.reference,
        "vic_TraffickingStatus": "Possible",
        "vic_TypeOfExploitation": codes,
        "prs_Gender": gender_code(one.sex) if one.sex != UNKNOWN else "",
        "prs_Birthdate": one.birth if whole else "",
        "nl_BirthYear": one.birth[:4] if not whole else "",
        "prs_Citizenship": citizenship_code(one.nationality),
        "cas_Status": _CASE_STATUS.get(one.case_status, ""),
        "prs_FirstName": one.first_names,
        "prs_LastName": one.last_name,
    }
    return {name: value for name, value in told.items() if value}


def document(victims: Iterable[Victim], made_on: str) -> bytes:
    """Return victims as a JSON document that names its standard and what it adds to it."""
    told = [record(one) for one in victims]
    used = {
        code for one in told for code in one.get("vic_TypeOfExploitation", []) if code.startswith(EXTENSION)
    }
    extensions = {code: vocabulary("exploitation_forms")[form_of(code)].en for code in sorted(used)}
    if any("nl_BirthYear" in one for one in told):
        extensions["nl_BirthYear"] = "year of birth where the day is not known"
    content = {"standard": STANDARD, "extensions": extensions, "made_on": made_on, "records": told}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
