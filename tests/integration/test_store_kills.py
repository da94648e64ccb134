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

from deskeditor.domain.document import Paragraph
from deskeditor.store.keeping import SqliteKeeper
from helpers.newsroom import MovingClock, new_store
from helpers.repository import ROOT

WRITER = ROOT / "tests" / "helpers" / "writer.py"


def acknowledged(home: Path, wanted: int, extra: float) -> list[tuple[str, int]]:
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
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(kind, int(number)) for _, kind, number in whole]


def _more(pipe: IO[bytes], extra: float) -> bytes:
    """Wait until more is said, or `extra` ms have gone by: a moment nobody chose."""
    ready, _, _ = select.select([pipe], [], [], extra / 1000)
    return pipe.readline() if ready else b""


def check(home: Path, promised: list[tuple[str, int]]) -> None:
    assert SqliteKeeper(home / "store.db", MovingClock()).verify() == []
    newest = {kind: max(n for k, n in promised if k == kind) for kind, _ in promised}
    store = new_store(home)
    try:
        (row,) = store.rows()
        shown = store.article(row.id)
        assert shown is not None
        (block,) = shown.document.blocks
        assert isinstance(block, Paragraph)
        assert int(block.text.text.split()[0]) >= newest["autosave"]
        if "revision" in newest:
            kept = [store.revision(one.name).article for one in store.history(row.id)]
            texts = [a.document.blocks[0] for a in kept]
            numbers = [b.text.text.split() for b in texts if isinstance(b, Paragraph)]
            assert max(int(words[0]) for words in numbers if words) >= newest["revision"]
        if "image" in newest:
            assert store.images([f"{newest['image']:064x}"])
    finally:
        store.close()


def kill_often(home: Path, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    promised: list[tuple[str, int]] = []
    for _ in range(kills):
        promised += acknowledged(home, chance.randrange(1, 12), chance.uniform(0, 3))
        check(home, promised)
    return len(promised)


def test_fifteen_kills_lose_nothing(tmp_path: Path) -> None:
    assert kill_often(tmp_path / "home", 15, 7) > 15


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_three_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    saves = kill_often(tmp_path / "home", 300, 11)
    print(f"300 kills, {saves} acknowledged saves, 0 lost")  # noqa: T201 - the line of `make soak`
