"""A computer whose kernel numbers the logins, or does not: machines that build and containers do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

UNNUMBERED = "4294967295"


def log_in(place: Path, monkeypatch: pytest.MonkeyPatch, session: str) -> None:
    """Let this computer say that this process belongs to the login ``session``."""
    proc = place / "proc"
    boot = proc / "sys" / "kernel" / "random" / "boot_id"
    boot.parent.mkdir(parents=True, exist_ok=True)
    boot.write_text("5f1381dc-ea1b\n")
    (proc / "self").mkdir(exist_ok=True)
    (proc / "self" / "sessionid").write_text(session)
    monkeypatch.setattr("mhdesk.vault.logins._PROC", proc)
