"""Which folders no registry should stand in, by what the system tells of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.folders import FolderFacts, doubts, may_be_marker

HOME = "/srv/noor/mhdesk/Gooi en Vechtstreek"


def codes(facts: FolderFacts) -> list[str]:
    return [problem.code for problem in doubts(facts) if problem.sentence()]


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "vfat", "fuseblk", "fuse.veracrypt", ""]
)
def test_a_disk_of_this_computer_is_fine(kind: str) -> None:
    assert codes(FolderFacts(HOME, kind, removable=True)) == []


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb2", "smb3", "fuse.sshfs", "fuse.gvfsd-fuse", "davfs", "9p"]
)
def test_a_network_drive_is_not(kind: str) -> None:
    assert codes(FolderFacts(HOME, kind)) == ["registry.folder_on_network"]


def test_a_drive_that_windows_calls_remote_is_not() -> None:
    assert codes(FolderFacts("Z:\\registers", remote=True)) == ["registry.folder_on_network"]
    assert codes(FolderFacts("\\\\server\\share\\registers")) == ["registry.folder_on_network"]


@pytest.mark.parametrize(
    "name",
    [
        *(
            ".dropbox",
            ".dropbox.cache",
            ".sync_3f2a1b.db",
            "._sync_3f2a1b.db",
            ".nextcloudsync.log",
            ".stfolder",
        ),
        *(".stversions", ".tmp.drivedownload", ".849C9593-D756-4E56-8D6E-42412F2A707B", "desktop.ini"),
    ],
)
def test_what_a_cloud_service_leaves_behind_gives_it_away(name: str) -> None:
    assert may_be_marker(name)
    assert codes(FolderFacts(HOME, "ext4", names=frozenset({name}))) == ["registry.folder_in_cloud"]


def test_other_ways_to_know_a_cloud_service() -> None:
    assert codes(FolderFacts(HOME, synced=True)) == ["registry.folder_in_cloud"]
    assert codes(FolderFacts(HOME, "fuse.rclone")) == ["registry.folder_in_cloud"]
    assert codes(FolderFacts("/srv/noor/OneDrive - Proefhuis/register")) == ["registry.folder_in_cloud"]


@given(st.text())
def test_names_of_a_registry_and_most_others_give_nothing_away(name: str) -> None:
    for own in ("registry.db", "registry.db-journal", "keys", "notes", "backups", f"x{name}"):
        assert not may_be_marker(own)
