"""What the system tells of a folder: mounts, sticks, and the traces of cloud services."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mhdesk import files
from mhdesk.domain.folders import doubts
from mhdesk.vault.folder_facts import folder_facts, is_removable, mount_of

MOUNTS = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
40 22 0:50 / /srv/noor/team rw - cifs //server/team rw
41 22 8:17 / /media/noor/STICK\040EEN rw - vfat /dev/sdb1 rw
42 40 0:51 / /srv/noor/team/ver rw - fuse.sshfs noor@server: rw
43 22 8:3 / /data rw - ext4 /dev/sda3 rw
44 22 0:60 / /data rw - nfs4 server:/data rw
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind", "device"),
    [
        ("/srv/noor/mhdesk", "ext4", "8:2"),
        ("/srv/noor/team/register", "cifs", "0:50"),
        ("/srv/noor/teamwerk", "ext4", "8:2"),
        ("/srv/noor/team/ver/weg", "fuse.sshfs", "0:51"),
        ("/media/noor/STICK EEN/register", "vfat", "8:17"),
        ("/data/register", "nfs4", "0:60"),
    ],
)
def test_a_folder_lies_on_the_innermost_and_latest_mount(path: str, kind: str, device: str) -> None:
    mount = mount_of(Path(path), MOUNTS)
    assert mount is not None
    assert (mount.file_system, mount.device) == (kind, device)


def test_a_system_that_tells_nothing_is_no_reason_to_refuse(tmp_path: Path) -> None:
    assert mount_of(tmp_path, "") is None
    assert doubts(folder_facts(tmp_path / "not there yet")) == []


def test_this_computer_tells_on_which_file_system_a_folder_lies(tmp_path: Path) -> None:
    stat = shutil.which("findmnt")
    assert stat, "these tests need findmnt, of util-linux"
    told = subprocess.run(
        [stat, "-n", "-o", "FSTYPE", "-T", str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert folder_facts(tmp_path).file_system == told.stdout.strip()


@pytest.mark.parametrize(
    ("disk", "removable", "expected"),
    [
        ("pci0000:00/0000:00:14.0/usb2/2-1/block/sdb/sdb1", "0", True),
        ("pci0000:00/ata1/block/sr0", "1", True),
        ("pci0000:00/nvme/block/nvme0n1/nvme0n1p2", "0", False),
    ],
)
def test_a_stick_is_known_by_its_bus_or_by_what_the_system_says(
    disk: str, removable: str, expected: bool, tmp_path: Path
) -> None:
    place = files.make_folder(tmp_path / "devices" / disk)
    whole = place if place.parent.name == "block" else place.parent
    files.write_text(whole / "removable", f"{removable}\n")
    disks = files.make_folder(tmp_path / "block")
    (disks / "8:17").symlink_to(place)
    assert is_removable("8:17", disks) is expected
    assert not is_removable("0:50", disks)


@pytest.mark.parametrize("name", [".dropbox", ".sync_0a1b.db", ".stfolder"])
def test_a_trace_above_the_folder_counts(name: str, tmp_path: Path) -> None:
    folder = files.make_folder(tmp_path / "werk" / "register")
    assert doubts(folder_facts(folder)) == []
    files.write_bytes(tmp_path / name, b"")
    assert [problem.code for problem in doubts(folder_facts(folder))] == ["registry.folder_in_cloud"]


def test_the_settings_of_a_service_beside_a_registry_are_no_trace(tmp_path: Path) -> None:
    files.make_folder(tmp_path / ".dropbox")
    assert doubts(folder_facts(tmp_path / "register")) == []


@pytest.mark.parametrize(
    ("content", "counts"),
    [
        ("[.ShellClassInfo]\nIconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe,6", True),
        ("[.ShellClassInfo]\nLocalizedResourceName=@%SystemRoot%\\system32\\shell32.dll,-21770", False),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_desktop_ini_counts_when_it_names_a_service(
    content: str, counts: bool, encoding: str, tmp_path: Path
) -> None:
    files.write_bytes(tmp_path / "desktop.ini", content.encode(encoding))
    assert bool(doubts(folder_facts(tmp_path / "register"))) is counts


def test_the_folder_that_windows_names_as_synced_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", os.fspath(tmp_path / "wolk"))
    assert doubts(folder_facts(tmp_path / "wolk" / "register")) != []
    assert doubts(folder_facts(tmp_path / "register")) == []
