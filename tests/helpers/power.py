"""Power cuts, simulated: what a program asked of the disk is recorded, and disks are built of it.

`record` runs a program under strace. `Disk.cut` builds the files as they may lie there when the
power goes behind any of its calls: what was synced is there; of the rest nothing, everything, or
any part in any order, writes torn at sectors of 512 bytes. Names follow the same rule: a file made,
renamed or removed is so for certain only once its folder was synced.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink"
_LINE = re.compile(r"\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(\d+)<([^>]*)>")
_SECTOR = 512
MODES = ("none", "all", "some", "torn")


@dataclass
class Op:
    """One call: its kind, the file (a number, not a name) or names it is about, and its bytes."""

    kind: str
    file: int = -1
    at: int = 0
    data: bytes = b""
    names: tuple[str, ...] = ()


@dataclass
class Disk:
    """All calls of one run, in order; `home` is the folder they are about."""

    home: Path
    ops: list[Op] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    def promised(self, upto: int) -> list[str]:
        """The lines that were said before call number `upto`."""
        return [op.data.decode() for op in self.ops[:upto] if op.kind == "said"]

    def cut(self, upto: int, mode: str, chance: random.Random, out: Path) -> None:
        """Build the files as they may lie after a power cut before call number `upto`."""
        synced: dict[object, int] = {}
        for number, op in enumerate(self.ops[:upto]):
            if op.kind == "sync":
                synced[op.file] = number
            elif op.kind == "sync folder":
                synced[op.names[0]] = number
        files: dict[int, bytearray] = {}
        names: dict[str, int] = {}
        for number, op in enumerate(self.ops[:upto]):
            if op.kind in ("write", "size"):
                if number < synced.get(op.file, -1):
                    _apply(files, op, op.data)
                elif mode == "all" or (mode != "none" and chance.random() < 0.5):
                    _apply(files, op, _torn(op.data, chance) if mode == "torn" else op.data)
            elif op.kind in ("make", "rename", "remove"):
                sure = number < synced.get(os.path.dirname(op.names[-1]), -1)  # noqa: PTH120
                if sure or mode == "all" or (mode != "none" and chance.random() < 0.5):
                    _name(names, op)
        for name, file in names.items():
            place = out / os.path.relpath(name, self.home)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(files.get(file, b""))


def _apply(files: dict[int, bytearray], op: Op, data: bytes) -> None:
    held = files.setdefault(op.file, bytearray())
    if op.kind == "size":
        del held[op.at :]
        held.extend(bytes(op.at - len(held)))
        return
    held.extend(bytes(max(0, op.at - len(held))))
    held[op.at : op.at + len(data)] = data


def _torn(data: bytes, chance: random.Random) -> bytes:
    if len(data) <= _SECTOR:
        return data
    return data[: chance.randrange(len(data) // _SECTOR + 1) * _SECTOR]


def _name(names: dict[str, int], op: Op) -> None:
    if op.kind == "make":
        names[op.names[0]] = op.file
    elif op.kind == "remove":
        names.pop(op.names[0], None)
    else:
        names.pop(op.names[0], None)
        names[op.names[1]] = op.file


def record(argv: Sequence[str], home: Path, log: Path) -> Disk:
    """Run a program to its end and read what it asked of the disk under `home`, empty before."""
    said = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        ["strace", "-f", "-qq", "-xx", "-y", "-s", "300000", "-e", f"trace={_CALLS}",
         "-o", str(log), *argv],
        check=True, stdout=subprocess.PIPE, env=said,
    )  # fmt: skip
    disk = Disk(home)
    with log.open() as lines:
        for line in lines:
            found = _LINE.match(line)
            if found and int(found[3]) >= 0:
                _take(disk, found[1], found[2], int(found[3]))
    return disk


def _plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if text.startswith("\\x") else text


def _take(disk: Disk, call: str, said: str, answer: int) -> None:
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(said)]
    if call in ("rename", "unlink"):
        names = tuple(os.path.abspath(text.decode()) for text in texts)  # noqa: PTH100
        if _ours(disk, names[0]):
            file = disk.names.pop(names[0])
            if call == "rename":
                disk.names[names[1]] = file
            disk.ops.append(Op({"rename": call, "unlink": "remove"}[call], file, names=names))
        return
    if call == "openat":
        _open(disk, said, texts)
        return
    handle = _FD.match(said)
    assert handle is not None, said
    name = _plain(handle[2])
    if call == "write" and handle[1] == "1" and texts[0].startswith(b"ack"):
        disk.ops.append(Op("said", data=texts[0]))
    elif call in ("fsync", "fdatasync") and Path(name).is_dir():
        disk.ops.append(Op("sync folder", names=(name,)))
    elif _ours(disk, name):
        _change(disk, call, said, (disk.names[name], texts[0] if texts else b"", answer))


def _change(disk: Disk, call: str, said: str, about: tuple[int, bytes, int]) -> None:
    file, data, answer = about
    number = int(said.rpartition(", ")[2]) if call in ("pwrite64", "ftruncate") else 0
    if call in ("fsync", "fdatasync"):
        disk.ops.append(Op("sync", file))
    elif call == "ftruncate":
        disk.sizes[file] = number
        disk.ops.append(Op("size", file, number))
    else:
        assert answer == len(data), "strace cut the bytes short"
        at = number if call == "pwrite64" else disk.sizes[file]  # `write` is only used to append
        disk.sizes[file] = max(disk.sizes[file], at + len(data))
        disk.ops.append(Op("write", file, at, data))


def _open(disk: Disk, said: str, texts: list[bytes]) -> None:
    name = os.path.abspath(texts[0].decode()) if texts else ""  # noqa: PTH100
    if not name.startswith(f"{disk.home}/") or name.endswith("-shm"):
        return
    if "O_CREAT" in said and name not in disk.names:
        disk.names[name] = len(disk.sizes)
        disk.sizes.append(0)
        disk.ops.append(Op("make", disk.names[name], names=(name,)))
    elif "O_TRUNC" in said and name in disk.names:
        disk.sizes[disk.names[name]] = 0
        disk.ops.append(Op("size", disk.names[name], 0))


def _ours(disk: Disk, name: str) -> bool:
    return name in disk.names
