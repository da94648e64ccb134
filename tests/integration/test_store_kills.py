"""A process that saves is killed with SIGKILL, again and again: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from helpers.promises import Promise, broken, read
from helpers.repository import ROOT

WRITER = ROOT / "tests" / "helpers" / "writer.py"


def acknowledged(home: Path, wanted: int, extra: float) -> list[Promise]:
    """Start the writer, let it be promised `wanted` saves and run `extra` ms more, then kill it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    child = subprocess.Popen(
        [sys.executable, str(WRITER), str(home)], stdout=subprocess.PIPE, env=environment
    )
    with child:
        assert child.stdout is not None
        seen = b"".join(child.stdout.readline() for _ in range(wanted))
        late = _more(child.stdout, extra)
        child.kill()
        lines = (seen + late + child.stdout.read()).decode().splitlines(keepends=True)
    return read(lines)


def _more(pipe: IO[bytes], extra: float) -> bytes:
    """Wait until more is said, or `extra` ms have gone by: a moment nobody chose."""
    ready, _, _ = select.select([pipe], [], [], extra / 1000)
    return pipe.readline() if ready else b""


def kill_often(home: Path, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    promised: list[Promise] = []
    for _ in range(kills):
        promised += acknowledged(home, chance.randrange(1, 12), chance.uniform(0, 3))
        assert broken(home, promised) == ""
    return len(promised)


def test_fifteen_kills_lose_nothing(tmp_path: Path) -> None:
    assert kill_often(tmp_path / "home", 15, 7) > 15


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    saves = kill_often(tmp_path / "home", 300, 11)
    print(f"300 kills, {saves} acknowledged saves, 0 lost")  # noqa: T201 - the line of `make soak`
