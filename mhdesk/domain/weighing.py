"""What is weighed, point by point, before a right of a person concerned is restricted (UAVG art. 41 lid 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary

POINTS: Final = "weighing_points"


def is_asked(legal_ground: str) -> bool:
    """Say whether a decision on this ground has to be weighed point by point."""
    grounds = vocabulary("legal_grounds")
    return legal_ground in grounds and grounds[legal_ground].get("weighs") == POINTS


def filled_in(weighing: Mapping[str, str]) -> dict[str, str]:
    """Return the points that say something, in the order of the law; points that there are not are left out."""
    return {point: said for point in vocabulary(POINTS).codes() if (said := clean(weighing.get(point, "")))}


def problems(weighing: Mapping[str, str], legal_ground: str) -> list[Problem]:
    """Return what must be mended: no point is asked by itself, one at least is where the ground asks for it."""
    if not is_asked(legal_ground):
        return []
    said = filled_in(weighing)
    if not said:
        return [Problem("weighing", "inform.weighing_missing")]
    return [found for point in said for found in length_problems(field_of(point), said[point], LONGEST_TEXT)]


def field_of(point: str) -> str:
    """Return the name of the field in which a point is filled in."""
    return f"weighing.{point}"


def pack(weighing: Mapping[str, str]) -> str:
    """Return the points as they are kept; nothing for nothing."""
    said = filled_in(weighing)
    return json.dumps(said, ensure_ascii=False) if said else ""


def unpack(text: str) -> tuple[tuple[str, str], ...]:
    """Return the points as kept, each with what was said."""
    return tuple((str(point), str(said)) for point, said in json.loads(text).items()) if text else ()
