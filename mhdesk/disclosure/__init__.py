"""Protect figures so that nobody is found in them, and attack figures to see whether somebody is.

A library of its own (numpy, highspy): no files, no SQL, no Qt, nothing of the rest of mhdesk.

    space = Space((Dimension("form", FORMS), Dimension("municipality", PLACES, sensitive=False)))
    tables = [space.table("form"), space.table("municipality")]
    system = space.system(space.count(records), tables)     # records: (form, municipality) pairs
    result = protect(system, Rules(), earlier=ledger, seed=key)
    if result.certified:
        write(result.published())                            # the only thing that may leave
    else:
        explain(result.findings, result.told_before)

How to read the parts
    Space, Dimension, Table   profiles (atoms), classifications, wanted tables; one id per figure: its conditions,
                              (("form", "labour"),), and () for the grand total, so tables share what they share
    System, Published         true counts under a layout; what a reader sees (None: withheld). Only the first is secret
    Rules, Weights            what counts as a disclosure, and what withholding costs; they travel with a release
    protect -> Protected      per cell: status, why, what it protects, what a reader can know; certified or nothing
    round_figures -> Rounding nothing blank: multiples of 3 or 5 that add up; audit_rounded judges such figures
    propose_merges            which categories to merge so that (nearly) nothing is withheld, and what that loses
    compare                   what each of these methods would cost, for somebody who has to choose
    audit -> AuditReport      exact whole-number bounds of all that is withheld; judges other people's tables too
    Blocks                    many dimensions without the product of all: spaces side by side that share some of them
    join                      unrelated dimensions side by side that share the grand total only

Releases over time: give the space a dimension of slices (quarters), tables ``within`` some of them, and ``split``
by it; what follows by subtraction (half-year minus quarter) is then protected as well. An earlier release is a
``Published`` over the same space: keep its tables, values and rules, and rebuild it with ``Space.published``.

What is stated: cells from 1 to minimum-1 are withheld; what follows by subtraction is a count too; small groups do not
all fall into one category. A reader knows all of it, that counts are whole and that zeros are shown. A result is
certified by a fresh audit, which is certified by explicit alternative tables; anything unproven counts as disclosed.
"""

from mhdesk.disclosure.audit import AuditReport, Finding, Interval, Reason, audit
from mhdesk.disclosure.blocks import Blocks
from mhdesk.disclosure.errors import (
    BadCountError,
    BadLayoutError,
    DisclosureError,
    DuplicateRowError,
    InconsistentHistoryError,
    NotCertifiedError,
    TooManyValuesError,
    TotalsDoNotAddUpError,
    UnknownCategoryError,
)
from mhdesk.disclosure.layout import (
    Cell,
    CellId,
    IntArray,
    Layout,
    Line,
    Published,
    System,
    join,
    publish,
    union,
)
from mhdesk.disclosure.merging import Proposal, Recode, Wishes, propose_merges
from mhdesk.disclosure.methods import Method, MethodCost, compare
from mhdesk.disclosure.protect import Outcome, Protected, Status, protect
from mhdesk.disclosure.rounded import Rounded, audit_rounded
from mhdesk.disclosure.rounding import RoundedCell, Rounding, round_figures
from mhdesk.disclosure.rules import ALL_RULES, Rules, Weights
from mhdesk.disclosure.tables import Dimension, Space, Table, read_table

__all__ = [
    "ALL_RULES",
    "AuditReport",
    "BadCountError",
    "BadLayoutError",
    "Blocks",
    "Cell",
    "CellId",
    "Dimension",
    "DisclosureError",
    "DuplicateRowError",
    "Finding",
    "InconsistentHistoryError",
    "IntArray",
    "Interval",
    "Layout",
    "Line",
    "Method",
    "MethodCost",
    "NotCertifiedError",
    "Outcome",
    "Proposal",
    "Protected",
    "Published",
    "Reason",
    "Recode",
    "Rounded",
    "RoundedCell",
    "Rounding",
    "Rules",
    "Space",
    "Status",
    "System",
    "Table",
    "TooManyValuesError",
    "TotalsDoNotAddUpError",
    "UnknownCategoryError",
    "Weights",
    "Wishes",
    "audit",
    "audit_rounded",
    "compare",
    "join",
    "propose_merges",
    "protect",
    "publish",
    "read_table",
    "round_figures",
    "union",
]
