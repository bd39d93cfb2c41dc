"""A qtbot that waits longer than five seconds for what must come: a shared runner may pause a test that long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import CallbackBlocker, SignalBlocker

_PATIENCE: Final = 30_000
"""Milliseconds; what comes in time costs none of them."""


class PatientBot(QtBot):
    """Wait as pytest-qt does, only longer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        """Wait until the callback says so."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: object,
        *,
        timeout: int = _PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        """Wait for a signal of Qt."""
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)

    def waitCallback(self, *, timeout: int = _PATIENCE, raising: bool | None = None) -> CallbackBlocker:
        """Wait until what is given away is called."""
        return super().waitCallback(timeout=timeout, raising=raising)
