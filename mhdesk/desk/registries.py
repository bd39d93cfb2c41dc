"""Make a registry, open it, and prove its recovery page."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from mhdesk import files, resources, vault
from mhdesk.desk import opening, people
from mhdesk.desk.desk import Clock, Desk, system_clock
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission, Role, User
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.reminders import recovery_test_is_due as is_due
from mhdesk.domain.text import clean, clean_name
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.store import audit, organisations, settings, users
from mhdesk.store.database import Database
from mhdesk.store.migrations import upgrade
from mhdesk.store.values import to_day


@dataclass(frozen=True, slots=True)
class NewRegistry:
    """A registry just made: the open desk, and the recovery key in groups to be printed and typed back."""

    desk: Desk
    recovery_groups: tuple[str, ...]


def new(
    folder: Path,
    draft: RegistryDraft,
    passphrase: str,
    *,
    recovery_out: Path | None = None,
    clock: Clock = system_clock,
    furnish_with: Callable[[Desk], object] | None = None,
) -> NewRegistry:
    """Make a registry folder with its first user and return it open; its recovery page to ``recovery_out``.

    ``furnish_with`` puts into the new registry what must stand in it from the first moment.

    Raises ProblemsError for a draft that does not stand, InputError for a weak passphrase, a folder that
    is not empty or a page that stands there already or cannot be written. After any of them, and after
    whatever ``furnish_with`` raises, there is neither a registry nor a page: both appear whole.
    """
    refuse_if(draft.validate())
    if recovery_out:
        _require_page_place(recovery_out, folder)
    name = clean_name(draft.user_name)
    founder = User(1, name, Role(draft.role))
    pages: list[bytes] = []

    def furnish(connection: vault.Connection, created: vault.Created) -> None:
        desk = Desk(created.unlocked, Database(vault.driver, lambda: connection), founder, clock)
        begin(desk, draft)
        settings.put(desk.database.connection, {people.RECOVERY_RECIPIENT: created.recovery_recipient})
        if furnish_with:
            furnish_with(desk)
        if recovery_out:
            write_recovery_page(
                desk, created.recovery.groups(), recovery_out, lambda _path, page: pages.append(page)
            )

    with _last(recovery_out, pages) as write_page:
        created = vault.create(folder, user_name=name, passphrase=passphrase, fill=furnish, finish=write_page)
    database = Database(vault.driver, lambda: vault.connect(created.unlocked))
    anchors = vault.Anchors(created.unlocked.registry_id, created.unlocked.folder, vault.state_folder())
    desk = Desk(created.unlocked, database, founder, clock, anchors)
    return NewRegistry(desk, created.recovery.groups())


def _require_page_place(page: Path, registry: Path) -> None:
    """Refuse a place at which something stands, and one in a registry: it holds nothing else."""
    if page.absolute().resolve().is_relative_to(registry.absolute().resolve()):
        raise InputError("desk.inside_registry", path=str(page))
    require_outside_registries(page)
    if page.exists() or page.is_symlink():
        raise InputError("desk.file_exists", path=str(page))


def require_outside_registries(place: Path) -> None:
    """Refuse a file or folder to be made in the folder of a registry; raises InputError."""
    if vault.inside_a_registry(place):
        raise InputError("desk.inside_registry", path=str(place))


@contextmanager
def _last(page: Path | None, content: list[bytes]) -> Iterator[Callable[[], None]]:
    """Give what writes the recovery page once its registry is ready; after an error there is no page of ours."""
    written: list[Path] = []

    def write() -> None:
        if page is None:
            return
        try:
            files.write_new(page, content[0])
        except FileExistsError:
            raise InputError("desk.file_exists", path=str(page)) from None
        except OSError:
            raise InputError("desk.cannot_write", path=str(page)) from None
        written.append(page)

    try:
        yield write
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


@verb("registry.made", "C", Permission.LOGIN)
def begin(work: Work, draft: RegistryDraft) -> Change:
    """Make the tables, the first user, the settings and the starting list of partners."""
    upgrade.upgrade(work.connection)
    retention = vocabulary("organisation_types")[draft.organisation_type]
    settings.put(
        work.connection,
        {
            "name": clean(draft.name),
            "organisation": clean(draft.organisation),
            "organisation_type": draft.organisation_type,
            "municipalities": ",".join(draft.municipalities),
            "prefix": draft.prefix,
            "retention_years": retention.get("retention_years"),
            "pattern_key": uuid4().hex,
        },
    )
    key_id = work.desk.unlocked.key_id
    user_id = users.add(
        work.connection,
        key_id=key_id,
        name=clean_name(draft.user_name),
        role=draft.role,
        created_at=work.recorded_at,
    )
    partners = tomllib.loads(resources.path("vocabulary", "partners.toml").read_text(encoding="utf-8"))
    organisations.add_all(work.connection, ((row["name"], row["group"]) for row in partners["organisation"]))
    work.concerns("user", [user_id])
    return Change("registry.made")


open_registry = opening.by_passphrase


@verb("registry.recovery_page", "E", Permission.LOGIN)
def write_recovery_page(
    work: Work,
    groups: tuple[str, ...],
    out: Path,
    keep: Callable[[Path, bytes], object] = files.write_bytes,
) -> Change:
    """Write the printable recovery page to ``out``, by ``keep``.

    Raises InputError when that place cannot be written or is in a registry.
    """
    require_outside_registries(out)
    from mhdesk.reports.recovery import recovery_page  # loads the PDF writer, which unlocking never needs

    page = recovery_page(groups, work.desk.setting("name"), work.today())
    try:
        keep(out, page)
    except OSError:
        raise InputError("desk.cannot_write", path=str(out)) from None
    return Change("registry.recovery_page")


def check_recovery(folder: Path, typed: str) -> None:
    """Prove that what somebody typed from the printed page opens this registry.

    Raises InputError that names the group with a typing error, or UnlockError for another key.
    """
    vault.check_recovery(folder, vault.parse_recovery(typed))


def prove_recovery(desk: Desk, typed: str) -> Change:
    """Prove the printed page as :func:`check_recovery` does and note it; until then the window keeps asking."""
    vault.prove_recovery(desk.unlocked, vault.parse_recovery(typed))
    return recovery_proven(desk)


@verb("registry.recovery_proven", "U", Permission.LOGIN)
def recovery_proven(work: Work) -> Change:
    """Note that somebody typed the recovery page back and that it opens this registry."""
    settings.put(work.connection, _proven(work))
    return Change("registry.recovery_proven")


def _proven(work: Work) -> dict[str, str]:
    """Return what is noted once a page was typed back: the day, and which recovery key it is that opens."""
    kept = {people.RECOVERY_PROVEN: work.today().isoformat()}
    listed = vault.recovery_openers(work.desk.unlocked)
    return kept | ({people.RECOVERY_RECIPIENT: listed[0]} if len(listed) == 1 else {})


def recovery_is_proven(desk: Desk) -> bool:
    """Say whether the recovery page of this registry was ever typed back."""
    return bool(settings.all_of(desk.database.connection).get(people.RECOVERY_PROVEN))


def recovery_proven_on(desk: Desk) -> date | None:
    """Return the day on which the recovery page was typed back last, None when it never was."""
    return to_day(settings.all_of(desk.database.connection).get(people.RECOVERY_PROVEN))


def recovery_page_was_written(desk: Desk) -> bool:
    """Say whether anybody ever saved a recovery page of this registry; without one its key may stand nowhere."""
    return audit.has(desk.database.connection, "registry.recovery_page")


def recovery_test_is_due(desk: Desk) -> bool:
    """Say whether the page should be tried again: a year after it was typed back last, or at once if it never was."""
    return is_due(recovery_proven_on(desk), desk.today())


@verb("registry.recovery_renewed", "U", Permission.ADMINISTER)
def renew_recovery(work: Work, groups: tuple[str, ...], typed: str) -> Change:
    """Let a new recovery page open the registry instead of the old one; takes about two seconds.

    ``groups`` are :func:`new_recovery_groups`, already on paper by :func:`write_recovery_page`; ``typed`` is what
    somebody typed back from that paper. Raises InputError that names the group with a typing error, and
    InputError("registry.recovery_not_this_page") for another page; the old page opens until this is done. With an older
    copy of the key files it goes on opening the database until that has another key: :func:`people.change_key` is due.
    """
    key = vault.parse_recovery(typed)
    if key != vault.parse_recovery(" ".join(groups)):
        raise InputError("registry.recovery_not_this_page")
    vault.renew_recovery(work.desk.unlocked, key)
    settings.put(work.connection, {**_proven(work), people.KEY_CHANGE_DUE: "yes"})
    return Change("registry.recovery_renewed")


def new_recovery_groups() -> tuple[str, ...]:
    """Return the groups of a new recovery key, which opens nothing before :func:`renew_recovery`."""
    return vault.new_recovery().groups()
