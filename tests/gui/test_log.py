"""The log says where something went wrong, never what was typed; there is none as long as nothing did."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from mhdesk.gui.log import KEPT, LogFile
from tests.conftest import ExpectedLogs

SECRET = "Roman Fictief"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    handler = LogFile(tmp_path / "log")
    logger = logging.getLogger("mhdesk.test")
    logger.addHandler(handler)
    yield logger
    logger.removeHandler(handler)
    handler.close()


def test_there_is_no_file_as_long_as_nothing_goes_wrong(log: logging.Logger, tmp_path: Path) -> None:
    log.info("all is well")
    assert not (tmp_path / "log").exists()


def test_the_file_is_for_its_owner_only_and_holds_no_exception_text(
    log: logging.Logger, tmp_path: Path, expected_logs: ExpectedLogs
) -> None:
    expected_logs("bug 17")
    try:
        raise ValueError(SECRET)
    except ValueError:
        log.exception("bug 17")
    (file,) = (tmp_path / "log").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_text(encoding="utf-8")
    assert "bug 17" in content
    assert SECRET not in content


def test_only_the_newest_files_stay(log: logging.Logger, tmp_path: Path, expected_logs: ExpectedLogs) -> None:
    expected_logs("again")
    folder = tmp_path / "log"
    folder.mkdir()
    for year in range(2000, 2020):
        (folder / f"mhdesk-{year}0101-000000-1.log").write_text("", encoding="utf-8")
    log.error("again")
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == KEPT
    assert names[0].startswith("mhdesk-2011")


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, expected_logs: ExpectedLogs) -> None:
    expected_logs("lost")
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    handler = LogFile(blocked / "log")
    logger = logging.getLogger("mhdesk.test")
    logger.addHandler(handler)
    logger.error("lost")
    logger.removeHandler(handler)
    assert blocked.read_text(encoding="utf-8") == ""
