"""``mhdesk verify`` names what was done to a registry, and ends with 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.test_commands import Shell, shell
from tests.quick_keys import quicken

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

__all__ = ["shell"]


def test_verify_names_an_older_registry_that_was_put_back(shell: Shell, registry: ReadyRegistry) -> None:
    quicken(registry.unlocked)
    database = registry.folder / "registry.db"
    shell.on("verify", registry.folder)
    older = database.read_bytes()
    assert shell.on("verify", registry.folder).status == 0
    database.write_bytes(older)
    called = shell.on("verify", registry.folder)
    assert (called.status, called.json["ok"]) == (1, False)
    assert [one["code"] for one in called.json["findings"]] == ["verify.older_than_computer"]
    assert all(one["message"] for one in called.json["findings"])


def test_the_command_line_says_in_the_log_that_it_left(
    shell: Shell, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    quicken(registry.unlocked)
    shell.on("verify", registry.folder)
    desk = registry.open(clock)
    verbs = (
        desk.database.connection.exec_driver_sql("SELECT verb FROM audit_event ORDER BY seq").scalars().all()
    )
    desk.close()
    assert verbs == ["registry.made", "registry.login", "registry.verified", "registry.closed"]
