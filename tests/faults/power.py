"""What a power cut may leave on a disk: worked out from a recording of everything that was done to it.

What was written and not synced since may be there, be gone, or be torn at a sector; a new name, a rename and a
removal last once their folder was synced, and before that in the order in which they were made. One recording gives
as many cuts as one likes: a process need not be started for each.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.disk import Call

SECTOR: Final = 512
TRASHED: Final = 0.03
"""How often a sector that was being written holds neither the old nor the new."""
KEPT: Final = (0.0, 0.5, 0.9, 1.0)
"""How likely what was not synced is there all the same: one of these for each cut."""


@dataclass(eq=False)
class Node:
    """A file, or a folder, whatever its name is by now; ``first_…`` is what it held when the recording began."""

    folder: bool = False
    content: bytearray = field(default_factory=bytearray)
    entries: dict[str, Node] = field(default_factory=dict)
    first_content: bytes = b""
    first_entries: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Write:
    """Bytes that went into a file; without ``data`` the file was cut off at ``offset``."""

    node: Node
    offset: int
    data: bytes | None


@dataclass(frozen=True, eq=False)
class Entry:
    """A name that got another meaning: ``node`` from now on, None for gone. ``source`` is what a rename came from."""

    folder: Node
    name: str
    node: Node | None
    source: tuple[Node, str] | None = None

    def touches(self, folder: Node) -> bool:
        """Say whether syncing this folder makes it last."""
        return folder is self.folder or (self.source is not None and folder is self.source[0])


@dataclass(frozen=True, eq=False)
class Sync:
    """Everything about this file or folder lasts from here on."""

    node: Node


@dataclass(frozen=True, eq=False)
class Said:
    """What somebody was told at this moment: it was done."""

    word: list[object]


Event = Write | Entry | Sync | Said


def picture(path: Path) -> Node:
    """Return what lies at ``path`` now, with everything below it."""
    if path.is_dir():
        entries = {one.name: picture(one) for one in sorted(path.iterdir())}
        return Node(folder=True, entries=entries, first_entries=dict(entries))
    content = path.read_bytes()
    return Node(content=bytearray(content), first_content=content)


class Recorder:
    """Record what this process does to a folder, from the first change to the last. Nothing fails."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._of_sqlite: set[Node] = set()
        self.disk = picture(root)
        self.events: list[Event] = []

    def finish(self) -> None:
        """Take in what was written last and not synced."""
        self._look(self.disk, self._root)

    def before(self, call: Call) -> int:
        """Take in what Python wrote into files by itself; let everything happen."""
        if call.name not in {"write", "truncate"}:
            self._look(self.disk, self._root)
        return 0

    def after(self, call: Call) -> None:
        """Take in one change."""
        place = Path(call.path)
        if not place.is_relative_to(self._root):
            return
        {
            "create": self._create,
            "open": self._open,
            "mkdir": self._create,
            "write": self._write,
            "truncate": self._write,
            "sync": self._sync,
            "unlink": self._remove,
            "rmdir": self._remove,
            "rename": self._rename,
        }[call.name](call)

    def say(self, word: list[object]) -> None:
        """Note that somebody was told."""
        self.events.append(Said(word))

    def _find(self, path: Path) -> Node | None:
        node = self.disk
        for part in path.relative_to(self._root).parts:
            found = node.entries.get(part)
            if found is None:
                return None
            node = found
        return node

    def _folder(self, path: Path) -> Node:
        found = self._find(path.parent)
        assert found is not None, path
        return found

    def _create(self, call: Call) -> None:
        path = Path(call.path)
        if self._find(path) is None:
            self._enter(path, Node(folder=call.name == "mkdir"))

    def _open(self, call: Call) -> None:
        """Take in what Python put into a file that is SQLite's from now on: reading it would drop its locks."""
        node = self._find(Path(call.path))
        assert node is not None, call.path
        if node not in self._of_sqlite:
            self._compare(node, Path(call.path).read_bytes())
            self._of_sqlite.add(node)

    def _enter(self, path: Path, node: Node | None, source: tuple[Node, str] | None = None) -> None:
        folder = self._folder(path)
        if node is None:
            folder.entries.pop(path.name, None)
        else:
            folder.entries[path.name] = node
        self.events.append(Entry(folder, path.name, node, source))

    def _write(self, call: Call) -> None:
        node = self._find(Path(call.path))
        assert node is not None, call.path
        self._put(node, call.offset, call.data if call.name == "write" else None)

    def _put(self, node: Node, offset: int, data: bytes | None) -> None:
        apply(node.content, offset, data)
        self.events.append(Write(node, offset, data))

    def _sync(self, call: Call) -> None:
        if node := self._find(Path(call.path)):
            self.events.append(Sync(node))

    def _remove(self, call: Call) -> None:
        self._enter(Path(call.path), None)

    def _rename(self, call: Call) -> None:
        source, path = Path(call.path), Path(call.to)
        node, folder = self._find(source), self._folder(source)
        assert node is not None, call.path
        folder.entries.pop(source.name)
        self._enter(path, node, (folder, source.name))

    def _look(self, node: Node, path: Path) -> None:
        """Take in files that Python made or changed; what SQLite writes is known, and must not be opened here."""
        for child in sorted(path.iterdir()):
            known = node.entries.get(child.name)
            if known is None:
                known = Node(folder=child.is_dir())
                self._enter(child, known)
            if known.folder:
                self._look(known, child)
            elif known not in self._of_sqlite:
                self._compare(known, child.read_bytes())

    def _compare(self, node: Node, content: bytes) -> None:
        if bytes(node.content) != content:
            self._put(node, 0, None)
            self._put(node, 0, content)


def apply(content: bytearray, offset: int, data: bytes | None) -> None:
    """Write ``data`` at ``offset``, or without any end the file there; what lies between is zeros."""
    if data is None:
        del content[offset:]
    content.extend(bytes(max(0, offset - len(content))))
    if data is not None:
        content[offset : offset + len(data)] = data


class Cut:
    """The disk as the power goes after some of the events: ``said`` is what somebody had been told by then."""

    def __init__(self, disk: Node, events: list[Event], dice: random.Random) -> None:
        self._disk = disk
        self._dice = dice
        self._kept = dice.choice(KEPT)
        self._contents: dict[Node, bytearray] = {}
        self._entries: dict[Node, dict[str, Node]] = {}
        self.said = [event.word for event in events if isinstance(event, Said)]
        named_until = dice.choice((0, dice.randint(0, len(events)), len(events)))
        for number, (event, lasts) in enumerate(zip(events, _lasting(events), strict=True)):
            if isinstance(event, Write):
                self._write(event, lasts=lasts)
            elif isinstance(event, Entry) and (lasts or number < named_until):
                self._enter(event)

    def _content(self, node: Node) -> bytearray:
        return self._contents.setdefault(node, bytearray(node.first_content))

    def _names(self, node: Node) -> dict[str, Node]:
        return self._entries.setdefault(node, dict(node.first_entries))

    def _enter(self, event: Entry) -> None:
        if event.source and self._names(event.source[0]).get(event.source[1]) is event.node:
            del self._names(event.source[0])[event.source[1]]
        if event.node is None:
            self._names(event.folder).pop(event.name, None)
        else:
            self._names(event.folder)[event.name] = event.node

    def _write(self, event: Write, *, lasts: bool) -> None:
        content = self._content(event.node)
        if lasts or self._dice.random() < self._kept:
            apply(content, event.offset, event.data)
        elif event.data is not None and self._dice.random() < 0.5:
            self._tear(content, event.offset, event.data)

    def _tear(self, content: bytearray, offset: int, data: bytes) -> None:
        """Write some sectors of what was to be written, and into a few of them nothing that anybody wrote."""
        end = offset + len(data)
        for place in range(offset - offset % SECTOR, end, SECTOR):
            begin, stop = max(place, offset), min(place + SECTOR, end)
            if self._dice.random() < TRASHED:
                apply(content, begin, self._dice.randbytes(stop - begin))
            elif self._dice.random() < 0.5:
                apply(content, begin, data[begin - offset : stop - offset])

    def leave(self, place: Path) -> None:
        """Put down at ``place`` what is left."""
        self._put(self._disk, place)

    def _put(self, node: Node, place: Path) -> None:
        if not node.folder:
            place.write_bytes(self._content(node))
            return
        place.mkdir()
        for name, child in self._names(node).items():
            self._put(child, place / name)


def _lasting(events: list[Event]) -> list[bool]:
    """Return for each event whether a later sync made it last."""
    synced: set[Node] = set()
    found = []
    for event in reversed(events):
        if isinstance(event, Sync):
            synced.add(event.node)
        lasts = isinstance(event, Write) and event.node in synced
        found.append(lasts or (isinstance(event, Entry) and any(map(event.touches, synced))))
    return found[::-1]


def moment(events: list[Event], dice: random.Random) -> int:
    """Return when the power goes: anywhere, or just after somebody was told that something was done."""
    told = [number for number, event in enumerate(events, start=1) if isinstance(event, Said)]
    if told and dice.random() < 0.5:
        return min(len(events), dice.choice(told) + dice.randrange(4))
    return dice.randint(0, len(events))
