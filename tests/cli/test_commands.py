"""The command line as a script sees it: JSON on standard output, messages beside it, an exit status."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mhdesk import vault
from mhdesk.cli.main import main
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

DATA = Path(__file__).resolve().parents[1] / "data"
SHEET = DATA / "signalen-2019.xlsx"


@dataclass(frozen=True)
class Called:
    """What one call came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is what it is
        """Return the one JSON object on standard output."""
        assert self.out.count("\n") == 1
        return json.loads(self.out)


class Shell:
    """Call mhdesk as a script would, with a passphrase file at hand."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.passphrase = folder / "wachtzin.txt"
        self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def __call__(self, *words: str | Path) -> Called:
        """Run one command."""
        self._capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as ended:
            status = int(ended.code or 0)
        told = self._capsys.readouterr()
        return Called(status, told.out, told.err)

    def on(self, command: str, registry: Path, *words: str | Path) -> Called:
        """Run a command on a registry, as its user, with --json."""
        who = ("--user", USER, "--passphrase-file", self.passphrase, "--json")
        return self(command, registry, *words, *who)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Return a shell with its passphrase file in ``tmp_path``."""
    return Shell(tmp_path, capsys)


def test_new_makes_a_registry_and_its_recovery_page(shell: Shell, tmp_path: Path) -> None:
    registry, page = tmp_path / "regio", tmp_path / "herstel.pdf"
    words = ("--role", "care_coordinator", "--recovery-out", page, "--organisation", "Stichting Proefhuis")
    called = shell.on("new", registry, *words)
    assert (called.status, called.json) == (0, {"registry": str(registry), "recovery": str(page)})
    assert page.read_bytes().startswith(b"%PDF")
    files = [path for path in registry.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in [page, *files]} == {0o600}
    assert shell.on("verify", registry).json == {"ok": True, "findings": []}


@pytest.mark.parametrize(
    "words",
    [
        ("--role", "policy_adviser"),
        ("--role", "koning"),
        ("--role", "care_coordinator", "--municipalities", "Atlantis"),
        ("--role", "care_coordinator", "--organisation-type", "bakkerij"),
    ],
)
def test_new_refuses_what_it_does_not_know_and_leaves_nothing(
    words: tuple[str, ...], shell: Shell, tmp_path: Path
) -> None:
    page = tmp_path / "herstel.pdf"
    called = shell.on("new", tmp_path / "regio", "--recovery-out", page, *words)
    assert called.status == 2
    assert called.json["problems"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["wachtzin.txt"]


def test_new_with_a_page_that_cannot_be_written_makes_no_registry(shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "wachtzin.txt" / "herstel.pdf"
    called = shell.on("new", tmp_path / "regio", "--role", "care_coordinator", "--recovery-out", page)
    assert called.status == 2
    assert not (tmp_path / "regio").exists()


def test_new_does_not_write_over_a_file_that_stands_there(shell: Shell, tmp_path: Path) -> None:
    called = shell.on(
        "new", tmp_path / "regio", "--role", "care_coordinator", "--recovery-out", shell.passphrase
    )
    assert (called.status, called.json["error"]) == (2, "desk.file_exists")
    assert shell.passphrase.read_text(encoding="utf-8") == PASSPHRASE + "\n"
    assert not (tmp_path / "regio").exists()


def test_new_removes_no_page_that_somebody_else_wrote_meanwhile(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "herstel.pdf"

    def while_it_is_made(*given: Any, **known: Any) -> Any:  # noqa: ANN401 - as whatever it stands for
        page.write_bytes(b"van iemand anders")
        return made(*given, **known)

    made = vault.create
    monkeypatch.setattr(vault, "create", while_it_is_made)
    called = shell.on("new", tmp_path / "regio", "--role", "care_coordinator", "--recovery-out", page)
    assert (called.status, called.json["error"]) == (2, "desk.file_exists")
    assert page.read_bytes() == b"van iemand anders"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["herstel.pdf", "wachtzin.txt"]


@pytest.mark.parametrize("at", ["herstel.pdf", "keys/herstel.pdf", "backups/nieuw/herstel.pdf"])
def test_a_recovery_page_has_no_place_in_a_registry(
    at: str, shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    for folder in (registry.folder, tmp_path / "regio"):
        called = shell.on(
            "new", tmp_path / "regio", "--role", "care_coordinator", "--recovery-out", folder / at
        )
        assert (called.status, called.json["error"]) == (2, "desk.inside_registry")
    assert not (tmp_path / "regio").exists()
    assert not (registry.folder / "backups" / "nieuw").exists()


def test_a_refused_call_leaves_no_folder_behind(
    shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    out = tmp_path / "diep" / "map"
    assert shell.on("figures", registry.folder, "--period", "2019", "--by", "naam", "--out", out).status == 2
    page = out / "herstel.pdf"
    assert shell.on("new", registry.folder, "--role", "care_coordinator", "--recovery-out", page).status == 2
    assert shell.on("new", tmp_path / "regio", "--role", "koning", "--recovery-out", page).status == 2
    shell.passphrase.write_text("een heel andere lange wachtzin\n", encoding="utf-8")
    assert shell.on("figures", registry.folder, "--period", "2019", "--out", out).status == 3
    assert not (tmp_path / "diep").exists()


@pytest.mark.parametrize("at", [".", "uit", "keys", "backups/uit"])
def test_figures_have_no_place_in_a_registry(at: str, shell: Shell, registry: ReadyRegistry) -> None:
    before = sorted(registry.folder.rglob("*"))
    called = shell.on("figures", registry.folder, "--period", "2019", "--out", registry.folder / at)
    assert (called.status, called.json["error"]) == (2, "desk.inside_registry")
    assert sorted(registry.folder.rglob("*")) == before


def test_a_format_named_twice_is_written_once(shell: Shell, registry: ReadyRegistry, tmp_path: Path) -> None:
    words = ("--period", "2019", "--out", tmp_path / "uit", "--formats", "json,json, json")
    assert [Path(name).name for name in shell.on("figures", registry.folder, *words).json["files"]] == [
        "R-2026-001.json"
    ]


def test_a_file_too_large_for_a_passphrase_is_refused(shell: Shell, registry: ReadyRegistry) -> None:
    shell.passphrase.write_text("x" * 5000, encoding="utf-8")
    called = shell.on("verify", registry.folder)
    assert (called.status, called.json["error"]) == (2, "cli.passphrase_file_too_long")


def test_a_registry_that_cannot_be_made_leaves_no_page(shell: Shell, tmp_path: Path) -> None:
    registry, page = tmp_path / "regio", tmp_path / "herstel.pdf"
    registry.mkdir()
    (registry / "iets").write_text("van iemand anders", encoding="utf-8")
    called = shell.on("new", registry, "--role", "care_coordinator", "--recovery-out", page)
    assert called.status == 2
    assert not page.exists()


@pytest.mark.parametrize("role", ["privacy_officer", "vt_worker"])
def test_a_role_with_few_permissions_can_begin_a_registry(role: str, shell: Shell, tmp_path: Path) -> None:
    called = shell.on("new", tmp_path / "regio", "--role", role, "--recovery-out", tmp_path / "herstel.pdf")
    assert called.status == 0


def test_a_weak_passphrase_makes_no_registry(shell: Shell, tmp_path: Path) -> None:
    shell.passphrase.write_text("Welkom2026!\n", encoding="utf-8")
    page = tmp_path / "herstel.pdf"
    called = shell.on("new", tmp_path / "regio", "--role", "care_coordinator", "--recovery-out", page)
    assert called.status == 2
    assert not (tmp_path / "regio").exists()
    assert not page.exists()


def test_import_tells_what_it_did(shell: Shell, registry: ReadyRegistry) -> None:
    called = shell.on("import", registry.folder, SHEET)
    told = called.json
    assert called.status == (1 if told["problems"] else 0)
    assert (told["rows_read"], told["signals_created"], told["persons_created"]) == (36, 36, 35)
    assert told["persons_linked"] == 1
    again = shell.on("import", registry.folder, SHEET).json
    assert (again["signals_created"], again["already_there"]) == (0, 36)


def test_import_names_each_cell_that_it_did_not_understand(shell: Shell, registry: ReadyRegistry) -> None:
    called = shell.on("import", registry.folder, DATA / "signalen-2019.csv")
    assert called.status == 1
    problem = called.json["problems"][0]
    assert set(problem) == {"row", "column", "code", "message"}
    assert problem["row"] > 1
    assert problem["column"] == "Naam slachtoffer"


def test_progress_of_a_long_import_names_each_number_once(
    shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    path = tmp_path / "lijst.csv"
    lines = (f"12-10-2019;burger;{number}e verhaal" for number in range(1, 1_601))
    path.write_text("\n".join(("Datum melding;Bron / melder;Opmerkingen", *lines)), encoding="utf-8")
    called = shell.on("import", registry.folder, path)
    assert called.json["signals_created"] == 1_600
    assert called.err.splitlines() == ["500/1600", "1000/1600", "1500/1600"]


def test_a_dry_run_writes_nothing(shell: Shell, registry: ReadyRegistry) -> None:
    told = shell.on("import", registry.folder, SHEET, "--dry-run").json
    assert (told["signals_created"], told["would_create"]) == (0, 36)
    assert shell.on("import", registry.folder, SHEET).json["already_there"] == 0


def bad_files(folder: Path) -> dict[str, Path]:
    """Make files that are not what their name says."""
    contents = {
        "foto.xlsx": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(3000),
        "nul.csv": b"Datum;Naam\x00\x00;\n1-1-2019;x\x00;\n",
        "leeg.xlsx": b"",
        "zonder-kop.csv": b"appel;peer\n1;2\n",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in contents} | {"er-niet.xlsx": folder / "er-niet.xlsx"}


def test_files_that_are_no_list_of_signals_are_refused(
    shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    for name, path in bad_files(tmp_path).items():
        called = shell.on("import", registry.folder, path)
        assert called.status == 2, name
        assert called.json["message"].endswith("."), name
    assert shell.on("import", registry.folder, SHEET).json["signals_created"] == 36


def test_figures_tell_their_release(shell: Shell, registry: ReadyRegistry, tmp_path: Path) -> None:
    shell.on("import", registry.folder, SHEET)
    out = tmp_path / "uit" / "cijfers"
    told = shell.on(
        "figures", registry.folder, "--period", "2019", "--out", out, "--formats", "pdf,html,xlsx,csv,json"
    ).json
    assert told["release"] == "R-2026-001"
    assert (told["cells"], told["suppressed"]) == (19, 7)
    assert told["audit"] == {"certified": True, "checked": 7, "disclosed": []}
    assert sorted(path.name for path in out.iterdir()) == sorted(Path(name).name for name in told["files"])
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {0o600}


def test_figures_count_persons_and_needs_by_a_prefix(
    shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    wanted = ("--by", "form,persons:sex*age,needs:kind", "--formats", "csv")
    told = shell.on("figures", registry.folder, "--period", "2025", "--out", tmp_path / "uit", *wanted).json
    names = [Path(name).name for name in told["files"] if name.endswith(".csv")]
    assert names == [
        f"R-2026-001-{word}.csv" for word in ("vorm", "personen-geslacht-leeftijd", "hulp-soort")
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("--period", "2019-12-31..2019-01-01"),
        ("--period", "2019-02-30..2019-03-01"),
        ("--period", "vorig jaar"),
        ("--period", "2019", "--by", "naam"),
        ("--period", "2019", "--by", "persons:form"),
        ("--period", "2019", "--formats", "docx"),
    ],
)
def test_figures_that_cannot_be_are_refused(
    words: tuple[str, ...], shell: Shell, registry: ReadyRegistry, tmp_path: Path
) -> None:
    called = shell.on("figures", registry.folder, "--out", tmp_path / "uit", *words)
    assert called.status == 2
    assert called.json["message"]
    assert not list(tmp_path.glob("uit/*"))


def test_figures_to_a_place_that_is_no_folder_are_refused(shell: Shell, registry: ReadyRegistry) -> None:
    called = shell.on("figures", registry.folder, "--period", "2019", "--out", shell.passphrase)
    assert called.status == 2
    assert called.json["error"] == "desk.cannot_write"


def test_a_wrong_passphrase_is_status_3(shell: Shell, registry: ReadyRegistry) -> None:
    shell.passphrase.write_text("een heel andere lange wachtzin\n", encoding="utf-8")
    called = shell.on("verify", registry.folder)
    assert called.status == 3
    assert "Caps Lock" in called.json["message"]


def test_a_registry_in_use_is_status_3(shell: Shell, registry: ReadyRegistry, clock: StoppedClock) -> None:
    opened = registry.open(clock)
    try:
        assert shell.on("verify", registry.folder).status == 3
    finally:
        opened.close()


def test_what_is_no_registry_is_status_2(shell: Shell, tmp_path: Path) -> None:
    assert shell.on("verify", tmp_path).status == 2
    assert shell.on("verify", tmp_path / "er-niet").status == 2


@pytest.mark.parametrize("content", [b"", b"geen database" * 1000])
def test_a_damaged_database_is_status_4_and_is_not_replaced(
    content: bytes, shell: Shell, registry: ReadyRegistry
) -> None:
    database = registry.folder / "registry.db"
    database.write_bytes(content)
    assert shell.on("verify", registry.folder).status == 4
    assert database.read_bytes() == content


def test_a_missing_database_is_status_4_and_is_not_made_anew(shell: Shell, registry: ReadyRegistry) -> None:
    (registry.folder / "registry.db").unlink()
    assert shell.on("verify", registry.folder).status == 4
    assert not (registry.folder / "registry.db").exists()


def test_verify_finds_an_edited_line_of_the_log(
    shell: Shell, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    opened = registry.open(clock)
    opened.database.connection.exec_driver_sql("UPDATE audit_event SET role = 'administrator' WHERE seq = 1")
    opened.close()
    called = shell.on("verify", registry.folder)
    assert called.status == 1
    assert [finding["code"] for finding in called.json["findings"]] == ["verify.audit_chain"]


def test_a_call_that_makes_no_sense_is_status_2(shell: Shell) -> None:
    assert shell("figures").status == 2
    assert shell("--nonsens").status == 2


def test_version_names_every_part(shell: Shell) -> None:
    called = shell("--version")
    assert called.status == 0
    names = {line.split()[0] for line in called.out.splitlines()}
    assert {"mhdesk", "commit", "SQLCipher", "SQLite", "Qt", "OpenSSL", "Python"} <= names


def test_help_speaks_the_language_asked_for(shell: Shell) -> None:
    assert "Controleer of het register heel is" in shell("verify", "--help").out
    assert "Check whether the registry is whole" in shell("verify", "--lang", "en", "--help").out
