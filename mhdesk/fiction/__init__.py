"""Invent signals: nobody in them exists, and the same seed invents the same again.

For the demonstration registry, the screens and the benchmarks. Plain data in, plain data out: what comes out
are drafts as somebody might have typed them, with the decisions, referrals and answers that followed.
"""

from mhdesk.fiction.invention import invent
from mhdesk.fiction.story import Answered, Assessed, Decided, Done, Ended, Event, Referred, Story, Triaged

__all__ = [
    "Answered",
    "Assessed",
    "Decided",
    "Done",
    "Ended",
    "Event",
    "Referred",
    "Story",
    "Triaged",
    "invent",
]
