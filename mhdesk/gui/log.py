"""The log of the window: what went wrong, by ids and places only, in a file that only its owner can read.

There is no file as long as nothing is logged. Nothing that is recorded or typed goes into it: bugs are logged
by :mod:`mhdesk.gui.faults`, and the layers below log ids.
"""

from __future__ import annotations

import contextlib
import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs

from mhdesk import files

KEPT: Final = 10
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class LogFile(logging.Handler):
    """Write records to a new file in ``folder``, made with the first of them; the newest ten files stay."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder or platformdirs.user_log_path("mhdesk", appauthor=False)
        self._descriptor: int | None = None
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record. A log that cannot be written must not stop the work: the record is lost then."""
        with contextlib.suppress(OSError):
            if self._descriptor is None:
                self._descriptor = self._begin()
            # The exception's own text may quote what somebody typed: type and places are in the message.
            record.exc_info = record.exc_text = record.stack_info = None
            os.write(self._descriptor, (self.format(record) + "\n").encode("utf-8", "replace"))

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        super().close()

    def _begin(self) -> int:
        files.make_folder(self._folder)
        for old in sorted(self._folder.glob("mhdesk-*.log"))[: -KEPT + 1]:
            old.unlink()
        moment = datetime.now().astimezone()
        return files.create_file(self._folder / f"mhdesk-{moment:%Y%m%d-%H%M%S}-{os.getpid()}.log")
