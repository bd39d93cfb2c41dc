"""Where a registry stands, and why that may cost work or keep what was destroyed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mhdesk.domain.problems import Problem
from mhdesk.domain.registries import folder_problems

_NETWORK: Final = re.compile(
    r"nfs\d?|cifs|smb\d|smbfs|smb|ncpfs|afs|9p|ceph|glusterfs|davfs2?|webdav|afpfs"
    r"|fuse\.(sshfs|davfs2?|gvfsd-fuse|glusterfs|ceph|s3fs|goofys|smbnetfs|curlftpfs)"
)
_CLOUD: Final = re.compile(r"fuse\.(rclone|onedriver|google-drive-ocamlfuse|gdfuse|dropbox|pcloud|icloud.*)")
# What the clients of cloud services leave in the folders that they copy.
_MARKERS: Final = re.compile(
    r"\.dropbox(\.cache|\.attr)?"
    r"|\.?_?sync_[0-9a-z]+\.db|\.(owncloud|nextcloud)sync\.log"
    r"|\.stfolder|\.stversions"
    r"|\.tmp\.drive(down|up)load"
    r"|\.849c9593-d756-4e56-8d6e-42412f2a707b"
    r"|desktop\.ini",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What the system tells of a folder.

    ``file_system`` is its type as the system calls it, "" when that is unknown; ``remote`` and ``removable`` what is
    known of its drive; ``synced`` whether the system names it as the folder of a cloud service; ``names`` what stands
    in the folder and those above it, as far as :func:`may_be_marker` is interested.
    """

    path: str
    file_system: str = ""
    remote: bool = False
    removable: bool = False
    synced: bool = False
    names: frozenset[str] = frozenset()


def may_be_marker(name: str) -> bool:
    """Say whether a file of this name may tell that a folder is copied elsewhere."""
    return bool(_MARKERS.fullmatch(name))


def doubts(facts: FolderFacts) -> list[Problem]:
    """Return why a registry should not stand in a folder: at most one reason, [] for none.

    A cloud service keeps old copies elsewhere, also of what was destroyed, and may write while the registry is open; on
    a network drive nobody can trust the locks.
    """
    if facts.synced or _CLOUD.fullmatch(facts.file_system) or any(map(may_be_marker, facts.names)):
        return [Problem("folder", "registry.folder_in_cloud")]
    if facts.remote or _NETWORK.fullmatch(facts.file_system):
        return [Problem("folder", "registry.folder_on_network")]
    return folder_problems(facts.path)
