"""Who may be the same person: plain data in, plain data out."""

from mhdesk.linkage.certain import keys

__all__ = ["keys"]
