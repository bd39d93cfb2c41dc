"""Who may be the same person: plain data in, plain data out.

:func:`keys` and :func:`same` link for certain, without asking; :class:`Index` proposes to somebody who decides.
"""

from mhdesk.linkage.certain import keys, same
from mhdesk.linkage.index import Candidate, Index, Person
from mhdesk.linkage.registry import Pair, Progress, whole_registry
from mhdesk.linkage.rules import SURE_ENOUGH, Level, Rules
from mhdesk.linkage.weighing import FieldMatch

__all__ = [
    "SURE_ENOUGH",
    "Candidate",
    "FieldMatch",
    "Index",
    "Level",
    "Pair",
    "Person",
    "Progress",
    "Rules",
    "keys",
    "same",
    "whole_registry",
]
