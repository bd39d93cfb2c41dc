"""Who may be the same person: plain data in, plain data out."""

from mhdesk.linkage.certain import keys, same

__all__ = ["keys", "same"]
