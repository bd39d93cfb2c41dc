"""What is built holds all that it needs, and what it is built from is pinned."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
BUILT_FROM = ["pyproject.toml", "hatch_build.py", "README.md", "LICENSE"]
TRANSLATION = Path("resources", "i18n", "mhdesk_nl.qm")


def build(project: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=project)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout and unpack it somewhere else."""
    folder = tmp_path_factory.mktemp("wheel")
    run = build(ROOT, folder)
    assert run.returncode == 0, run.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_a_wheel_finds_every_resource_of_the_checkout(installed: Path) -> None:
    here = ROOT / "resources"
    files = [file.relative_to(here) for file in here.rglob("*") if file.is_file() and file.suffix != ".ts"]
    wanted = "\n".join(file.as_posix() for file in files if not file.name.startswith("."))
    program = (
        "import sys; from mhdesk import resources\nfor line in sys.stdin: print(resources.path(line.strip()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        input=wanted,
        capture_output=True,
        text=True,
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
    )
    found = run.stdout.splitlines()
    assert len(found) == len(wanted.splitlines())
    assert all(Path(file).is_relative_to(installed) for file in found)


def test_a_wheel_declares_its_licence_and_its_command(installed: Path) -> None:
    (about,) = installed.glob("mhdesk-*.dist-info")
    assert "License-Expression: EUPL-1.2" in (about / "METADATA").read_text(encoding="utf-8")
    assert "15.Applicable Law" in (about / "licenses" / "LICENSE").read_text(encoding="utf-8")
    assert "mhdesk = mhdesk.__main__:main" in (about / "entry_points.txt").read_text(encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what a build needs, to break it."""
    project = tmp_path / "project"
    for name in ("mhdesk", "resources"):
        shutil.copytree(ROOT / name, project / name)
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, project)
    return project


def test_no_wheel_without_the_translation(checkout: Path) -> None:
    (checkout / TRANSLATION).unlink()
    run = build(checkout, checkout / "dist")
    assert run.returncode != 0
    assert "mhdesk_nl.qm is missing" in run.stderr
    assert not list((checkout / "dist").glob("*.whl"))


def test_no_wheel_with_an_old_translation(checkout: Path) -> None:
    os.utime(checkout / TRANSLATION, (0, 0))
    run = build(checkout, checkout / "dist")
    assert "mhdesk_nl.qm is older than its sources" in run.stderr


def pins(name: str) -> dict[str, set[str]]:
    """Return the pinned versions of every package of ``requirements/<name>.txt``."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


def demands(name: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = {"run": project["project"]["dependencies"], **project["dependency-groups"]}
    return [Requirement(text) for text in groups["run"] + (groups["dev"] if name == "dev" else [])]


@pytest.mark.parametrize("name", ["run", "dev"])
def test_everything_asked_for_is_pinned_to_a_version_that_fits(name: str) -> None:
    pinned = pins(name)
    unlike = [
        str(demand)
        for demand in demands(name)
        if not pinned.get(key := canonicalize_name(demand.name))
        or not all(map(demand.specifier.contains, pinned[key]))
    ]
    assert not unlike, "run `make lock`"


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_carries_hashes_and_no_place(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert all("==" in block and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_what_users_get_is_what_was_tested() -> None:
    tested = pins("dev")
    assert not {name: found for name, found in pins("run").items() if found != tested.get(name)}
