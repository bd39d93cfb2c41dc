"""Words that went into a registry are nowhere else: not in a file, a file's name, a log or on the screen.

A day at the desk runs in processes with a home, a folder for temporary files and a working folder of their own.
Then every file below those is searched, and everything that was said on standard output and standard error.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pikepdf
import pypdfium2
import pytest
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from mhdesk import vault
from mhdesk.desk import verifying
from tests.exchange.mails import a_mail, with_file
from tests.faults.opened import desk_of
from tests.quick_keys import quicken
from tests.store.raw_pages import decrypted

ROOT: Final = Path(__file__).resolve().parent.parent
USER: Final = "Noor Denkbeeld"
PASSPHRASE: Final = "negen kranen drinken uit de grijze beek"
# Each is a word that nothing else in the world says.
WORDS: Final = {
    "first_names": "Zwxqlientje",
    "last_name": "Pfvkrtsma",
    "aggressor": "Bqzrtwout",
    "phone": "06 13 57 92 46",
    "safe_contact": "alleenvxqz",
    "organisation": "Stichting Kwxzvlt",
    "narrative": "hjqvzwdraad",
    "draft": "ontwxqvrp",
    "searched": "gezxqvocht",
    "reasoning": "omdatxqvz",
    "partner": "Opvang Wzxqv",
    "basis_note": "grondvxqzw",
    "note": "briefjxqvz",
    "answer": "antwxqvrd",
    "reason": "geslxqvten",
    "imported_name": "Ijqxvzbrand",
    "imported_note": "celvxqzwaard",
    "imported_oddity": "rarxqvzcel",
    "purpose": "doelwxqvz",
    "receiver": "ontvxqzanger",
    "mail_file": "zorgxqvzmail",
    "mail_sender": "Wvxqzafzender",
    "mail_subject": "ondwxqverp",
    "mail_text": "mailtxqvekst",
    "attached_file": "bijlxqvnaam",
    "attached": "bijlxqvinhoud",
    "wrong_passphrase": "foutvxqzwachtzin",
    "wrong_user": "Onbxqvzkend",
}
# These are typed but never kept; the others must be found inside the registry, or nothing was tried.
NOT_KEPT: Final = {"searched", "wrong_passphrase", "wrong_user"}
DIGITS: Final = "13579246"


# --- looking ---------------------------------------------------------------------------------------


def forms(word: str) -> set[bytes]:
    """Return how a word may stand in a file: in any encoding and case, in hexadecimal, in Base64."""
    cases = {word, word.lower(), word.upper(), word.replace(" ", "")}
    plain = {case.encode(code) for case in cases for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")}
    written = {word.encode().hex().encode(), word.encode().hex().upper().encode()}
    shifted = (base64.b64encode(b"\0" * shift + word.encode())[4 if shift else 0 : -4] for shift in range(3))
    return plain | written | {form for form in shifted if len(form) > 6}


def contents(path: Path) -> bytes:
    """Return what a file holds, and of a PDF also what is packed inside it and what it shows."""
    raw = path.read_bytes()
    if not raw.startswith(b"%PDF"):
        return raw
    with pikepdf.open(path) as pdf:
        streams = [
            one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and _readable(one)
        ]
        inside = repr(pdf.trailer) + repr(list(pdf.objects))
    document = pypdfium2.PdfDocument(path)
    shown = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return b"\n".join([raw, *streams, inside.encode(), shown.encode()])


def _readable(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") != "/Image"


def files_below(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def leaks(secrets: dict[str, set[bytes]], *folders: Path) -> list[str]:
    """Return where a secret stands in a file or its name."""
    found = []
    for path in files_below(*folders):
        content = contents(path) + b"\n" + str(path).encode()
        found += [
            f"{name} in {path}"
            for name, written in secrets.items()
            if any(form in content for form in written)
        ]
    return found


# --- the day ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """A computer of its own: where everything lies that a process of the day may write."""

    root: Path
    aside: Path
    """Where a mail lies that somebody drops: outside everything that is searched."""

    @property
    def registry(self) -> Path:
        """Return the folder of the registry."""
        return self.root / "documents" / "registry"

    @property
    def out(self) -> Path:
        """Return the folder into which figures go."""
        return self.root / "documents" / "out"

    def environment(self) -> dict[str, str]:
        """Return the environment of its processes: nothing of this one but where programs lie."""
        names = ("CACHE", "CONFIG", "DATA", "STATE")
        folders = {f"XDG_{name}_HOME": self.root / "home" / name.lower() for name in names}
        folders |= {
            "XDG_RUNTIME_DIR": self.root / "runtime",
            "HOME": self.root / "home",
            "TMPDIR": self.root / "tmp",
        }
        for folder in (*folders.values(), self.root / "work", self.root / "said"):
            folder.mkdir(parents=True, exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
            **{name: str(folder) for name, folder in folders.items()},
        }

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start a process of the day; what it says goes into files that are searched as well."""
        environment = self.environment()
        said = self.root / "said" / str(len(list((self.root / "said").iterdir())))
        with said.with_suffix(".out").open("wb") as out, said.with_suffix(".err").open("wb") as err:
            return subprocess.Popen(
                [sys.executable, *map(str, words)],
                cwd=self.root / "work",
                env=environment,
                umask=0o022,
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=err,
            )

    def run(self, given: str, *words: str | Path) -> int:
        """Run a process of the day to its end and return its exit status."""
        process = self.start(*words)
        process.communicate(given.encode())
        return process.returncode

    def mhdesk(self, *words: str | Path, passphrase: str = PASSPHRASE, user: str = USER) -> int:
        """Run a command of mhdesk as a script would."""
        command, *rest = words
        return self.run(
            passphrase, "-m", "mhdesk", command, *rest, "--user", user, "--passphrase-file", "-", "--json"
        )

    def ask(self, what: str) -> str:
        """Return the line that asks a day's script for something."""
        asked = {
            "registry": str(self.registry),
            "user": USER,
            "passphrase": PASSPHRASE,
            "words": WORDS,
            "mail": str(self.aside / f"{WORDS['mail_file']}.eml"),
            "what": what,
        }
        return json.dumps(asked) + "\n"

    def killed_in_the_middle(self) -> None:
        """Kill a process that has words on the disk that it did not commit."""
        process = self.start("-m", "tests.leaks_day")
        assert process.stdin
        process.stdin.write(self.ask("stop").encode())
        process.stdin.flush()
        newest = max((self.root / "said").glob("*.out"), key=lambda path: int(path.stem))
        while newest.read_bytes() != b"waiting\n":
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.communicate()


def spreadsheet(path: Path) -> Path:
    """Write a list of signals in which cells hold words."""
    header = (
        "Datum melding",
        "Naam slachtoffer",
        "Geb.datum",
        "Vorm v. uitbuiting",
        "Opmerkingen",
        "Gemeente",
    )
    row = (
        "12-10-2019",
        WORDS["imported_name"],
        WORDS["imported_oddity"],
        "Seksuele uitbuiting",
        WORDS["imported_note"],
    )
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, cells in enumerate((header, (*row, WORDS["imported_oddity"]))):
        sheet.write_row(number, 0, cells)
    book.close()
    return path


def mail(aside: Path) -> None:
    """Write a mail in which everything holds a word, the name of the file too."""
    told = a_mail(
        WORDS["mail_text"], subject=WORDS["mail_subject"], **{"from": f"{WORDS['mail_sender']} <a@b.invalid>"}
    )
    with_file(told, f"{WORDS['attached_file']}.txt", WORDS["attached"].encode(), "application/x-proef")
    (aside / f"{WORDS['mail_file']}.eml").write_bytes(bytes(told))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, vault.Unlocked, dict[str, int]]:
    """Let the day pass; return where, the keys, and how each process ended."""
    aside = tmp_path_factory.mktemp("stick")
    place = Place(tmp_path_factory.mktemp("computer"), aside)
    place.environment()
    mail(aside)
    page = place.out / "herstel.pdf"
    new = ("new", place.registry, "--role", "care_coordinator", "--recovery-out", page)
    ended = {"new": place.mhdesk(*new, "--organisation", "Stichting Proefhuis")}
    unlocked = vault.unlock(place.registry, user_name=USER, passphrase=PASSPHRASE)
    quicken(unlocked, PASSPHRASE)
    ended["work"] = place.run(place.ask("work"), "-m", "tests.leaks_day")
    ended["import"] = place.mhdesk("import", place.registry, spreadsheet(aside / "lijst.xlsx"))
    why = ("--purpose", WORDS["purpose"], "--receiver", WORDS["receiver"], "--formats", "pdf,csv,json")
    ended["figures"] = place.mhdesk("figures", place.registry, "--period", "2019", "--out", place.out, *why)
    ended["wrong passphrase"] = place.mhdesk("verify", place.registry, passphrase=WORDS["wrong_passphrase"])
    ended["wrong user"] = place.mhdesk("verify", place.registry, user=WORDS["wrong_user"])
    ended["verify"] = place.mhdesk("verify", place.registry)
    ended["crash"] = place.run(place.ask("crash"), "-m", "tests.leaks_day")
    place.killed_in_the_middle()
    return place, unlocked, ended


Day = tuple[Place, vault.Unlocked, dict[str, int]]


def test_the_day_went_as_meant(day: Day) -> None:
    place, _, ended = day
    said = {path.name: path.read_text(encoding="utf-8") for path in (place.root / "said").iterdir()}
    assert ended == {
        "new": 0,
        "work": 0,
        "import": 1,
        "figures": 0,
        "wrong passphrase": 3,
        "wrong user": 3,
        "verify": 0,
        "crash": 1,
    }, said
    assert "IntegrityError" in (place.root / "home" / "everything.log").read_text(encoding="utf-8")
    assert any("IntegrityError" in text for text in said.values())
    assert (place.registry / "registry.db-journal").stat().st_size > 0
    assert {path.suffix for path in place.out.iterdir()} == {".pdf", ".csv", ".json"}


def test_nothing_that_was_written_down_stands_anywhere_in_clear(day: Day) -> None:
    place, unlocked, _ = day
    secrets = {name: forms(word) for name, word in WORDS.items()}
    secrets["digits"] = forms(DIGITS)
    secrets["passphrase"] = forms(PASSPHRASE)
    secrets["database key"] = {
        *forms(unlocked.database_key.digits),
        bytes.fromhex(unlocked.database_key.digits),
    }
    secrets["identity"] = forms(unlocked.identity)
    secrets["signing key"] = {
        *forms(unlocked.signing_key.private_bytes_raw().hex()),
        unlocked.signing_key.private_bytes_raw(),
    }
    assert leaks(secrets, place.root) == []


def test_every_word_that_was_written_down_is_inside_the_registry(day: Day, tmp_path: Path) -> None:
    place, unlocked, _ = day
    copy = replace(unlocked, folder=tmp_path / "registry")
    shutil.copytree(place.registry, copy.folder)
    desk = desk_of(copy)
    assert verifying.verify(desk) == []  # whole again, after the kill
    desk.close()
    pages = decrypted(copy.folder / "registry.db", copy.database_key)
    kept = {name: word for name, word in WORDS.items() if name not in NOT_KEPT} | {"phone": DIGITS}
    assert [name for name, word in kept.items() if word.encode() not in pages] == []
    assert [name for name in NOT_KEPT if WORDS[name].encode() in pages] == []


def test_the_database_does_not_look_like_one(day: Day) -> None:
    place, _, _ = day
    for path in (place.registry / "registry.db", place.registry / "registry.db-journal"):
        assert b"SQLite" not in path.read_bytes()


def test_nobody_else_can_read_what_the_day_left(day: Day) -> None:
    place, _, _ = day
    made = list((place.root / "documents").rglob("*"))
    open_to_others = [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_to_others == []
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600, 0o700}


def test_elsewhere_the_day_left_a_log_of_the_window_that_tells_places_only(day: Day) -> None:
    place, _, _ = day
    elsewhere = files_below(*(place.root / name for name in ("home", "tmp", "work", "runtime")))
    anchors = [path for path in elsewhere if re.fullmatch(r"anchor-[0-9a-f-]+\.json", path.name)]
    assert all(re.fullmatch(r'[\w\s{}":,.+-]*', path.read_text(encoding="utf-8")) for path in anchors)
    rest = [path for path in elsewhere if path not in anchors]
    log, everything = sorted(rest, key=lambda path: path.name == "everything.log")
    assert everything.name == "everything.log"  # the test's own, which holds all that any library says
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    told = log.read_text(encoding="utf-8")
    assert re.search(r"bug [0-9a-f]{8}: IntegrityError at .*leaks_day\.py:\d+ break_off", told)
    assert "Traceback" not in told


# --- the search itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_the_search_sees_a_word_in_any_encoding(
    tmp_path: Path, code: str, change: Callable[[str], str]
) -> None:
    (tmp_path / "log").write_bytes(b"\0\1" + change(WORDS["last_name"]).encode(code) + b"\xff")
    assert len(leaks({"name": forms(WORDS["last_name"])}, tmp_path)) == 1


@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_the_search_sees_a_word_that_was_wrapped(tmp_path: Path, before: str) -> None:
    text = f"{before}{WORDS['last_name']} en verder".encode()
    for number, wrapped in enumerate(
        (base64.b64encode(text), text.hex().encode(), text.hex().upper().encode())
    ):
        (tmp_path / str(number)).write_bytes(wrapped)
    assert len(leaks({"name": forms(WORDS["last_name"])}, tmp_path)) == 3


def test_the_search_sees_a_word_in_a_name_and_inside_a_pdf(tmp_path: Path) -> None:
    (tmp_path / f"{WORDS['note']}.txt").write_bytes(b"")
    for name, title in (("shown", "x"), ("told", WORDS["note"])):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"), pageCompression=1)
        canvas.setTitle(title)
        canvas.drawString(100, 100, WORDS["note"] if name == "shown" else "x")
        canvas.save()
        assert WORDS["note"].encode() not in (tmp_path / "shown.pdf").read_bytes()
    assert len(leaks({"note": forms(WORDS["note"])}, tmp_path)) == 3
