"""What can be wrong with a table, as a tree of its own (this package knows nothing of the rest).

DisclosureError (ValueError)
├── BadCountError             a count is negative or not a whole number
├── DuplicateRowError         two rows give the same cell
├── TotalsDoNotAddUpError     a total differs from the sum of its parts
├── TooManyValuesError        more categories or atoms than a protected table can have
├── UnknownCategoryError      a code or dimension that the space does not have
├── BadLayoutError            cells, lines or rules that contradict their own definition
├── InconsistentHistoryError  what was published contradicts itself, or the data as they are now
└── NotCertifiedError         somebody asked for figures that are not proven safe

The message may name dimensions and categories, never a count.
"""

from __future__ import annotations


class DisclosureError(ValueError):
    """Stand at the root; ``code`` names the sentence that a front door should say."""

    code = "disclosure.error"


class BadCountError(DisclosureError):
    """A count is negative, or not a whole number."""

    code = "disclosure.bad_count"


class DuplicateRowError(DisclosureError):
    """Two rows of the input describe the same cell."""

    code = "disclosure.duplicate_row"


class TotalsDoNotAddUpError(DisclosureError):
    """A total in the input differs from the sum of its parts."""

    code = "disclosure.totals_do_not_add_up"


class TooManyValuesError(DisclosureError):
    """A dimension, or the product of all, is too large to be protected."""

    code = "disclosure.too_many_values"


class UnknownCategoryError(DisclosureError):
    """A code or a dimension is not part of the space."""

    code = "disclosure.unknown_category"


class BadLayoutError(DisclosureError):
    """Cells, lines or rules contradict their own definition."""

    code = "disclosure.bad_layout"


class InconsistentHistoryError(DisclosureError):
    """Published figures contradict each other, or the counts as they are today.

    ``cells`` are the ids concerned where they are known; empty when only the whole system contradicts itself.
    """

    code = "disclosure.inconsistent_history"

    def __init__(self, message: str, cells: tuple[object, ...] = ()) -> None:
        super().__init__(message)
        self.cells = cells


class NotCertifiedError(DisclosureError):
    """The figures are not proven safe, so there is nothing that may be published."""

    code = "disclosure.not_certified"
