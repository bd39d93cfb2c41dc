"""What people do with a registry, and what must hold however it ended: by an error, a kill or a power cut.

Each work says what it was told: ``["saved", 3]`` when the desk said so, ``["error", code]`` when it said what went
wrong. What was said to be done must be there afterwards, and everything must be whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from mhdesk import vault
from mhdesk.desk import (
    backups,
    imports,
    informing,
    merging,
    opening,
    people,
    registries,
    restoring,
    signals,
    verifying,
)
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.views import Order, SignalFilter
from mhdesk.errors import KnownError
from mhdesk.store.migrations import upgrade
from mhdesk.store.schema import SCHEMA_VERSION
from mhdesk.vault import age, layout
from mhdesk.wording import say as sentence
from tests.faults.saver import a_draft
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER
from tests.store import golden
from tests.vault.registries import QUICK

DATA: Final = Path(__file__).resolve().parents[1] / "data"
SHEET: Final = DATA / "signalen-2019.csv"
ROWS: Final = 36
COLLEAGUE: Final = "Bram Verzonnen"
WORDS: Final = "wimpel granaat zwaluw kompas"
OTHER_WORDS: Final = "schelp notenbalk inkt greppel"

Told = list[object]
"""What was said and about what; a list, as JSON has it."""
Say = Callable[[Told], None]


@dataclass(frozen=True)
class Place:
    """A folder with a registry that nobody has open."""

    root: Path

    @property
    def registry(self) -> Path:
        return self.root / "registry"

    @property
    def stick(self) -> Path:
        """Return the second place for backups."""
        return self.root / "stick"

    def open(self, user: str = USER, passphrase: str = PASSPHRASE) -> Desk:
        """Open the registry as the window does, on a computer that remembers how far its log was."""
        computer = opening.ThisComputer(self.root / "state", login="this login")
        return opening.by_passphrase(self.registry, user, passphrase, computer=computer)

    def copy(self, root: Path) -> Place:
        root.parent.mkdir(exist_ok=True)
        shutil.copytree(self.root, root)
        return Place(root)


@dataclass(frozen=True)
class Work:
    """Something that people do. ``check`` returns what does not hold in an open registry, given what was told.

    ``accepted`` is what verifying may find when it was cut off: half done on the safe side, and said.
    """

    act: Callable[[Place, Say], None]
    check: Callable[[Place, Desk, list[Told]], list[str]]
    prepare: Callable[[Place], object] = lambda _: None
    user: str = USER
    passphrases: tuple[str, ...] = (PASSPHRASE,)
    accepted: tuple[str, ...] = ()


def make(root: Path) -> Place:
    """Make the registry that all are copied from; all keys of this process cost next to nothing from now on."""
    age.seal_with_passphrase.__defaults__ = (QUICK,)
    root.mkdir()
    draft = RegistryDraft(name="Voorbeeldregio", organisation="Stichting Proefhuis", user_name=USER)
    made = registries.new(root / "registry", draft, PASSPHRASE)
    signals.register(made.desk, a_draft())
    made.desk.close()
    return Place(root)


def at_the_desk(
    place: Place, say: Say, work: Callable[[Desk], None], user: str = USER, passphrase: str = PASSPHRASE
) -> None:
    """Open the registry as its user does, and work; an error at the door is said, and that was it."""
    opened: list[Desk] = []
    tried(say, "opened", lambda: opened.append(place.open(user, passphrase)))
    for desk in opened:
        work(desk)
        tried(say, "closed", desk.close)


def tried(say: Say, word: str, act: Callable[[], object]) -> None:
    """Do something and say that it was done, or what went wrong; what is not known is a bug and ends the process."""
    try:
        value = act()
    except KnownError as error:
        say(["error", error.code] if sentence(error.code, **error.params) else ["bug", error.code])
    else:
        say([word, value if isinstance(value, int | str) else None])


def count(desk: Desk, table: str, where: str = "1") -> int:
    question = f"SELECT count(*) FROM {table} WHERE {where}"
    return int(desk.database.connection.exec_driver_sql(question).scalar_one())


def told_of(told: list[Told], word: str) -> list[object]:
    return [value for said, value in told if said == word]


def signals_hold(_: Place, desk: Desk, told: list[Told]) -> list[str]:
    """Return what is amiss with the signals: said and gone, half there, or without their line in the log."""
    there = list(signals.ids(desk, SignalFilter(order=Order.RECORDED)))[::-1]
    found = []
    if not set(told_of(told, "saved")) <= set(there):
        found.append("a saved signal is gone")
    if there != list(range(1, len(there) + 1)):
        found.append("numbers have gaps")
    logged = count(desk, "audit_event", "verb = 'signal.registered'")
    if logged != len(there) - count(desk, "import_row"):
        found.append("the log tells of other signals than there are")
    if there and len(signals.details(desk, there[-1]).involvements) != 2:
        found.append("half a signal")
    return found


# --- the works ----------------------------------------------------------------------------------------


def save(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        for _ in range(3):
            tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def decision(involvement_id: int, today: date) -> InformDraft:
    return InformDraft(
        involvement_id=involvement_id,
        choice="not",
        ground="safety_victim",
        legal_ground="avg_14_5_b",
        reasoning="Hij leest haar telefoon. " * 40,
        decided_by="Noor",
        decided_on=f"{today:%d-%m-%Y}",
        agreed_by="Teamleider",
        review_on=f"{today + timedelta(days=60):%d-%m-%Y}",
    )


def decide(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        for number in (1, 2, 1):
            draft = decision(number, desk.today())
            tried(say, "decided", partial(_decided, desk, draft))
        tried(say, "closed signal", lambda: signals.change_status(desk, 1, "closed", "Vergissing.").verb)
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def _decided(desk: Desk, draft: InformDraft) -> int | None:
    return informing.decide(desk, draft).created


def decisions_hold(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    found = signals_hold(place, desk, told)
    there = count(desk, "inform_decision")
    if there < len(told_of(told, "decided")):
        found.append("a decision is gone")
    if there != count(desk, "audit_event", "verb = 'inform.decided'"):
        found.append("the log tells of other decisions than there are")
    if told_of(told, "closed signal") and signals.details(desk, 1).status != "closed":
        found.append("a signal is open again")
    return found


def join(place: Place, say: Say) -> None:
    """Let the two of the first signal be one person, and two again."""
    choices = {"first_names": "kept", "last_name": "kept"}
    draft = MergeDraft(1, 2, 1, 1, choices, "Zelfde man volgens de wijkagent.")

    def work(desk: Desk) -> None:
        done: list[Change] = []
        tried(say, "joined", lambda: done.append(merging.merge(desk, draft)))
        if done:
            tried(say, "parted", lambda: merging.unmerge(desk, 1).created)
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def persons_hold(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    """Return what is amiss: both are one with everything, or two with what each had; never half."""
    found = signals_hold(place, desk, told)
    joined, ever = count(desk, "person", "merged_into = 1"), count(desk, "person_merge")
    if count(desk, "person_merge", "undone_at IS NULL") != joined:
        found.append("the trail tells of something else")
    if count(desk, "involvement", "signal_id = 1 AND person_id = 1") != 1 + joined:
        found.append("somebody is half joined")
    if ever < len(told_of(told, "joined")) or joined > ever - len(told_of(told, "parted")):
        found.append("what was said to be done is not")
    return found


def take_in(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        tried(say, "taken in", lambda: imports.take_in(desk, SHEET).signals_created)
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def rows_hold(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    found = signals_hold(place, desk, told)
    there = count(desk, "import_row")
    if there not in {0, ROWS} or (told_of(told, "taken in") and there != ROWS):
        found.append(f"{there} rows of {ROWS}")
    return found


def early(place: Place) -> None:
    """Put the oldest golden registry in the place of this one."""
    shutil.rmtree(place.registry)
    shutil.copytree(DATA / "golden" / "1", place.registry)
    for path in (place.registry, *place.registry.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    one = vault.unlock(place.registry, user_name=golden.USER, passphrase=golden.PASSPHRASE)
    quicken(one, golden.PASSPHRASE)


def migrate(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work, golden.USER, golden.PASSPHRASE)


def schema_holds(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    del place
    found = []
    if upgrade.schema_version(desk.database.connection) != SCHEMA_VERSION:
        found.append("not this schema")
    if not 5 + len(told_of(told, "saved")) <= count(desk, "signal") <= 6:
        found.append("not as many signals")
    if count(desk, "audit_event", "verb = 'registry.upgraded'") != 1:
        found.append("the log does not tell of one upgrade")
    return found


def hire(place: Place) -> None:
    desk = place.open()
    people.add(desk, ColleagueDraft(name=COLLEAGUE), WORDS)
    desk.close()


def revoke(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        tried(say, "revoked", lambda: people.revoke(desk, 2).verb)
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def keys_hold(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    found = signals_hold(place, desk, told)
    active = desk.database.connection.exec_driver_sql("SELECT active FROM user WHERE id = 2").scalar_one()
    changed = count(desk, "audit_event", "verb = 'registry.key_changed'")
    if told_of(told, "revoked") and (active or not changed):
        found.append("a colleague was not revoked")
    if not active and not changed and not people.key_change_is_due(desk):
        found.append("nobody says that the key must change")
    if opens(place, COLLEAGUE, WORDS) and not active:
        found.append("a revoked colleague gets in")
    return found


def opens(place: Place, name: str, passphrase: str) -> bool:
    try:
        vault.unlock(place.registry, user_name=name, passphrase=passphrase)
    except KnownError:
        return False
    return True


def change_passphrase(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        tried(say, "changed", lambda: people.change_passphrase(desk, PASSPHRASE, OTHER_WORDS).verb)
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def passphrase_holds(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    found = signals_hold(place, desk, told)
    if told_of(told, "changed") and opens(place, USER, PASSPHRASE):
        found.append("the old passphrase still opens it")
    return found


def a_backup(place: Place) -> None:
    """Make a backup in both places, and work on after it."""
    place.stick.mkdir()
    desk = place.open()
    backups.choose_place(desk, place.stick)
    backups.make(desk)
    signals.register(desk, a_draft())
    desk.close()


def back_up(place: Place, say: Say) -> None:
    def work(desk: Desk) -> None:
        tried(say, "backed up", lambda: _backed_up(desk, say))
        tried(say, "saved", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def _backed_up(desk: Desk, say: Say) -> int:
    made = backups.make(desk)
    for notice in made.notices:  # one of both places failed
        say(["error", notice.code])
    return len(made.backups)


def backups_hold(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    """Return what is amiss: each place must hold a backup, each that looks like one must be one."""
    found = signals_hold(place, desk, told)
    # The one before has one signal, the one after it two; who was told of two copies has two.
    newest = {folder: _held(folder) for folder in (place.registry / "backups", place.stick)}
    found += [f"no backup in {folder.name}" for folder, held in newest.items() if not held]
    found += [f"a broken backup in {folder.name}" for folder, held in newest.items() if 0 in held]
    renewed = [folder for folder, held in newest.items() if 2 in held]
    if len(renewed) < max([0, *map(int, map(str, told_of(told, "backed up")))]):
        found.append("a backup is gone")
    return found


def _held(folder: Path) -> list[int]:
    """Return how many signals each backup holds, 0 for one that would not do."""
    found = []
    for backup in vault.backup_folders(folder):
        try:
            found.append(restoring.inspect(backup.folder, USER, PASSPHRASE).holds.signals)
        except KnownError:
            found.append(0)
    return found


def restore(place: Place, say: Say) -> None:
    backup = vault.backup_folders(place.stick)[-1].folder
    tried(say, "restored", lambda: restoring.restore(backup, place.registry, USER, PASSPHRASE).holds.signals)

    def work(desk: Desk) -> None:
        tried(say, "worked on", lambda: signals.register(desk, a_draft()).created)

    at_the_desk(place, say, work)


def generation_holds(place: Place, desk: Desk, told: list[Told]) -> list[str]:
    """Return what is amiss: it is the old registry or the restored one, and then the old one was put aside."""
    restored = count(desk, "audit_event", "verb = 'registry.restored'")
    aside = [
        _held_aside(one.folder) for one in vault.backup_folders(place.registry / "backups") if one.replaced
    ]
    found = [] if restored or not told_of(told, "restored") else ["it was not restored"]
    if aside != [2] * restored:
        found.append(f"{restored} times restored, and {aside} was put aside")
    there, more = count(desk, "signal"), len(told_of(told, "worked on"))
    if there not in {2 - restored + more, 3 - restored}:
        found.append(f"{there} signals")
    return [*found, *(path.name for path in place.registry.glob(".mhdesk-*"))]


def _held_aside(folder: Path) -> int:
    try:
        return restoring.inspect(folder, USER, PASSPHRASE).holds.signals
    except KnownError:
        return 0


WORKS: Final = {
    "save": Work(save, signals_hold),
    "decide": Work(decide, decisions_hold),
    "join": Work(join, persons_hold),
    "import": Work(take_in, rows_hold),
    # The clock that golden registries were made by may stand later than the real one.
    "migrate": Work(
        migrate, schema_holds, early, golden.USER, (golden.PASSPHRASE,), accepted=("verify.clock_back",)
    ),
    # A key that is gone before the row that says so: no access, and the row can be revoked once more.
    "revoke": Work(
        revoke,
        keys_hold,
        hire,
        accepted=("verify.user_key_missing", "verify.key_file_unknown", "verify.users_and_keys_differ"),
    ),
    "backup": Work(back_up, backups_hold, a_backup),
    "restore": Work(restore, generation_holds, a_backup),
    "passphrase": Work(change_passphrase, passphrase_holds, passphrases=(PASSPHRASE, OTHER_WORDS)),
}


# --- afterwards ---------------------------------------------------------------------------------------


def complaints(place: Place, work: Work, told: list[Told]) -> list[str]:
    """Return what does not hold in a registry in which ``work`` ended somehow after ``told``."""
    found, refused = [], []
    for passphrase in work.passphrases:
        try:
            desk = place.open(work.user, passphrase)
        except KnownError as error:
            refused.append(error.code)
            continue
        try:
            found += work.check(place, desk, told)
            found += {finding.code for finding in verifying.verify(desk)} - set(work.accepted)
        except (KnownError, SQLAlchemyError) as error:
            found.append(repr(error))
        finally:
            desk.close()
        return [*found, *(path.name for path in layout.left_behind(place.registry))]
    return [*found, *refused]
