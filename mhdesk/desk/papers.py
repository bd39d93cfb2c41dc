"""Let a paper leave the registry: outside every registry, for its owner only, and not without a line in the log."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mhdesk import files
from mhdesk.desk.registries import require_outside_registries
from mhdesk.errors import InputError


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is to stand at ``out`` once the log knows of it; until then it is hidden beside it."""

    out: Path

    @property
    def hidden(self) -> Path:
        """Return where it stands until then."""
        return self.out.with_name(f".{self.out.name}.part")

    def write(self, content: bytes) -> None:
        """Write what will stand there; raises OSError."""
        files.write_bytes(self.hidden, content)

    def remove(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(OSError):
            self.hidden.unlink(missing_ok=True)


def require_drawable(text: str) -> None:
    """Refuse a text of which paper would show boxes: a rule for safe contact that nobody can read is worse than none.

    Raises InputError.
    """
    from mhdesk.reports import inter  # loads the PDF writer

    if not inter.draws(text):
        raise InputError("desk.not_on_paper")


@contextlib.contextmanager
def leaving(out: Path) -> Iterator[Paper]:
    """Give a paper to be written by a verb; it appears at ``out``, in place of what stood there, once that is done.

    Raises InputError for a place that is in a registry or cannot be written; after any error nothing new stands there.
    """
    require_outside_registries(out)
    paper = Paper(out)
    try:
        yield paper
        paper.hidden.replace(out)
    except OSError:
        paper.remove()
        raise InputError("desk.cannot_write", path=str(out)) from None
    except BaseException:
        paper.remove()
        raise
