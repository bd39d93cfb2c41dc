"""The rules of this house that no ready-made linter knows, checked on every file."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_FUNCTION = 80
MAX_FILE = 400

# Where a file may be written without mhdesk.files, and why. Everything else goes through it, so that
# only its owner can read what the app leaves on disk.
WRITES_ITSELF = {
    "mhdesk/files.py": "is the place that writes for the owner only",
    "mhdesk/cli/output.py": "sends what nobody reads to the null device, which keeps nothing",
    "mhdesk/gui/screens_viewer.py": "draws an invented picture into memory",
    "mhdesk/gui/viewer/reading_process.py": "reads a file from memory, in a process that can write none",
}

Violation = tuple[int, str]


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is, or is about to be, in version control."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.splitlines()
    return tuple(path for name in sorted(set(names)) if (path := ROOT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """Return the tracked Python files under ``folders``, or all of them."""
    files = [path for path in tracked() if path.suffix == ".py"]
    return [path for path in files if not folders or path.relative_to(ROOT).parts[0] in folders]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def name_of(node: ast.expr) -> str:
    """Return ``a.b.c`` for a chain of names, ``.c`` for an attribute of anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return f"{before}.{node.attr}" if before else f".{node.attr}"
    return ""


def offences(rule: Callable[[Path], Iterator[Violation]], *folders: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {what}"
        for path in python_files(*folders)
        for line, what in rule(path)
    ]


def demand_none(found: list[str]) -> None:
    """Fail with one line for each offence."""
    assert not found, "\n" + "\n".join(found)


def test_functions_fit_on_a_screen() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MAX_FUNCTION:
                    yield node.lineno, f"{node.name} has {lines} lines, more than {MAX_FUNCTION}"

    demand_none(offences(rule))


def test_files_stay_small() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MAX_FILE:
            yield 1, f"{lines} lines, more than {MAX_FILE}"

    demand_none(offences(rule, "mhdesk", "scripts", "benchmarks"))


WRITES = re.compile(
    r"(os\.(open|mkdir|makedirs|mknod|mkfifo|link|symlink)"
    r"|shutil\.(copy|copy2|copyfile|copytree|move|make_archive)"
    r"|tempfile\.\w+|(Named)?TemporaryFile|TemporaryDirectory|mkstemp|mkdtemp"
    r"|.*\.(mkdir|touch|symlink_to|hardlink_to|write_text|write_bytes)"
    r"|(.*\.)?(QSaveFile|QTemporaryFile|QTemporaryDir|FileHandler|RotatingFileHandler))"
)


def _opens_for_writing(call: ast.Call, name: str) -> bool:
    """Say whether ``open(...)`` or ``path.open(...)`` may write: a mode that cannot be read here may."""
    if name == "open":
        arguments = call.args[1:2]
    elif name.endswith(".open") and name not in {"os.open", "webbrowser.open"}:
        arguments = call.args[:1]
    else:
        return False
    modes = arguments or [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    return any(
        not (isinstance(mode, ast.Constant) and not set(str(mode.value)) & set("wax+")) for mode in modes
    )


def _bare_writes(path: Path) -> Iterator[Violation]:
    for call in calls(path):
        name = name_of(call.func)
        through_us = name.removeprefix("mhdesk.").startswith("files.")
        if (WRITES.fullmatch(name) or _opens_for_writing(call, name)) and not through_us:
            yield call.lineno, f"{name}() writes a file: use mhdesk.files"


def test_files_are_written_for_their_owner_only() -> None:
    found = offences(_bare_writes, "mhdesk")
    demand_none([line for line in found if line.split(":")[0] not in WRITES_ITSELF])


def test_no_file_is_excused_that_needs_no_excuse() -> None:
    assert [path for path in WRITES_ITSELF if not any(_bare_writes(ROOT / path))] == []


def test_qts_signal_never_takes_the_name_of_the_regions_record() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtCore"):
                continue
            if any(alias.name == "Signal" and alias.asname != "QtSignal" for alias in node.names):
                yield node.lineno, "import Signal as QtSignal"

    demand_none(offences(rule))


def test_texts_of_the_window_can_be_found_by_the_translator() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        for call in calls(path):
            name = name_of(call.func)
            texts = call.args[:1] if name.endswith(".tr") or name == "tr" else []
            if name.endswith("QCoreApplication.translate"):
                texts = call.args[:2]
            if any(not (isinstance(text, ast.Constant) and isinstance(text.value, str)) for text in texts):
                yield call.lineno, "translate a plain string, then format it"

    demand_none(offences(rule, "mhdesk"))


def imports(path: Path) -> Iterator[Violation]:
    """Yield the line and the full name of everything that ``path`` imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def test_the_window_opens_no_connection() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        return (found for found in imports(path) if re.match(r"PySide6\.Qt(Network|Web)", found[1]))

    demand_none(offences(rule))


def test_every_exception_to_a_lint_rule_says_why() -> None:
    excuse = re.compile(r"#\s*(noqa|type:\s*ignore|pragma)\b")
    with_reason = re.compile(r"# (noqa: [A-Z0-9, ]+ - |type: ignore\[[\w, -]+\]  ?# )\S+ \S+")

    def rule(path: Path) -> Iterator[Violation]:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            comment = token.string if token.type == tokenize.COMMENT else ""
            if excuse.search(comment) and not with_reason.search(comment):
                yield (
                    token.start[0],
                    f"{comment}: write `# noqa: X1 - why it is` or `# type: ignore[x]  # why it is`",
                )

    demand_none(offences(rule))


SKIPS = re.compile(r"pytest\.(skip|xfail|importorskip|mark\.(skip|skipif|xfail))")


def test_tests_are_never_skipped_and_never_pretend() -> None:
    def rule(path: Path) -> Iterator[Violation]:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and SKIPS.fullmatch(name_of(node)):
                yield node.lineno, f"{name_of(node)}: make it run"
        for line, name in imports(path):
            if name.startswith("unittest.mock"):
                yield line, "use the real thing"

    demand_none(offences(rule, "tests"))


# Letters in brackets keep these patterns from finding themselves.
ELSEWHERE = re.compile(
    r"(?<![\w./-])/(w[o]rk|r[o]ot|o[p]t|home/(?!user\b)\w+|tm[p]/dev)/"
    r"|\.\./sh[a]red"
    r"|py[p]i\.org|python[h]osted\.org|registry\.npm[j]s|deb\.deb[i]an\.org|crates\.[i]o"
    r"|--(extra-)?index-u[r]l\b|--find-lin[k]s\b"
)


def test_nothing_names_a_machine_or_a_place_to_download_from() -> None:
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture, a font or a workbook
        found += [
            f"{path.relative_to(ROOT).as_posix()}:{number}: {match[0]}"
            for number, line in enumerate(lines, 1)
            if (match := ELSEWHERE.search(line))
        ]
    demand_none(found)


COUNT_REFERENCES = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range(20_000):
    label.setText("text")
assert abs(sys.getrefcount(None) - before) < 1_000, (before, sys.getrefcount(None))
"""


def test_pyside_gives_back_the_references_it_takes() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None a call, until the process dies."""
    command = [sys.executable, "-c", COUNT_REFERENCES]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("source", "writes"),
    [
        ("open(p)", False),
        ("open(p, 'rb')", False),
        ("open(p, 'w')", True),
        ("open(p, mode=m)", True),
        ("p.open()", False),
        ("p.open('ab')", True),
        ("Path(p).write_text('x')", True),
        ("files.write_text(p, 'x')", False),
        ("folder.parent.mkdir()", True),
        ("tempfile.mkdtemp()", True),
        ("os.open(p, os.O_RDONLY)", True),
        ("shutil.copy2(a, b)", True),
    ],
)
def test_the_rule_on_writing_sees_what_writes(source: str, writes: bool, tmp_path: Path) -> None:
    example = tmp_path / "example.py"
    example.write_text(source, encoding="utf-8")
    assert bool(list(_bare_writes(example))) is writes


NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
NUMBERED = re.compile(r"^\| (\d+) \|.*\|$", re.MULTILINE)


def _tests_in(path: Path) -> set[str]:
    nodes = ast.walk(tree(path)) if path.is_file() else ()
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def test_every_test_that_security_names_exists() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = NAMED.findall(text)
    assert [f"{file}::{name}" for file, name in named if name not in _tests_in(ROOT / file)] == []
    rows = [row[0] for row in NUMBERED.finditer(text)]
    assert [row.split("|")[1].strip() for row in rows] == [str(number) for number in range(1, 41)]
    proven = [row for row in rows if NAMED.search(row) or "not yet" in row or "`make bench`" in row]
    assert proven == rows
