"""Install a wheel where nothing else of the project is, and see whether it works there."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

FINDS_RESOURCES = """
from mhdesk import resources
for part in ("i18n/mhdesk_nl.qm", "i18n/messages/nl/common.toml", "fonts", "icons", "vocabulary"):
    assert "site-packages" in str(resources.path(part)), part
"""


def try_wheel(wheel: Path) -> None:
    """Install ``wheel`` beside this environment's libraries; raise CalledProcessError if it fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder, with_pip=True)
        scripts = Path(sysconfig.get_path("scripts", "venv", {"base": name}))
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": name}))
        python = scripts / Path(sys.executable).name
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
        subprocess.run([python, *install, wheel.resolve()], check=True)
        # A path in a .pth file lends the libraries but not the editable project beside them.
        (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        subprocess.run([python, "-c", FINDS_RESOURCES], check=True, cwd=name)
        subprocess.run([scripts / "mhdesk", "--version"], check=True, cwd=name)
        subprocess.run([scripts / "mhdesk", "self-test"], check=True, cwd=name)


if __name__ == "__main__":
    try_wheel(Path(sys.argv[1]))
