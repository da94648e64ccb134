"""The power goes at any moment: what was acknowledged stands, and the store opens whole.

The real stack is recorded call by call (`helpers.power`), and the home is built as the disk may
hold it after a cut. The harness is held to fail where SQLite is told not to sync.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from deskeditor.domain.errors import KnownError
from helpers.power import MODES, Disk, record
from helpers.promises import broken, read
from helpers.repository import ROOT

WRITER = ROOT / "tests" / "helpers" / "writer.py"


def recorded(folder: Path, rounds: int, synchronous: str) -> Disk:
    """One run of the writer from an empty home."""
    home = folder / f"home-{synchronous}"
    environment = f"PYTHONPATH={ROOT / 'tests'}"
    argv = ["env", environment, sys.executable, str(WRITER), str(home), str(rounds), synchronous]
    disk = record(argv, home, folder / "calls")
    (folder / "calls").unlink()
    return disk


def cuts(disk: Disk, folder: Path, trials: int, seed: int) -> Counter[str]:
    """How many cuts went well, by what was wrong with the others."""
    chance = random.Random(seed)
    assert len(disk.promised(len(disk.ops))) >= 16
    first = next(n for n, op in enumerate(disk.ops) if op.kind == "said")
    told: Counter[str] = Counter()
    for trial in range(trials):
        upto = chance.randrange(first + 1, len(disk.ops) + 1)
        out = folder / "cut"
        disk.cut(upto, MODES[trial % len(MODES)], chance, out)
        try:
            wrong = broken(out, read(disk.promised(upto)))
        except KnownError as error:
            wrong = f"cannot be opened: {error.code}"
        told["good" if not wrong else wrong.split(":")[0].rstrip("0123456789 ")] += 1
        shutil.rmtree(out)
    return told


def test_twenty_power_cuts_lose_nothing(tmp_path: Path) -> None:
    assert cuts(recorded(tmp_path, 16, "FULL"), tmp_path, 20, 11) == {"good": 20}


def test_the_harness_finds_a_store_that_does_not_sync(tmp_path: Path) -> None:
    assert cuts(recorded(tmp_path, 16, "OFF"), tmp_path, 20, 11)["good"] < 20


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_six_hundred_power_cuts_lose_nothing(tmp_path: Path) -> None:
    full = cuts(recorded(tmp_path, 120, "FULL"), tmp_path, 600, 11)
    off = cuts(recorded(tmp_path, 120, "OFF"), tmp_path, 600, 11)
    print(f"\n600 power cuts, synchronous=FULL: {dict(full)}")  # noqa: T201 - of `make soak`
    print(f"600 power cuts, synchronous=OFF: {dict(off)}")  # noqa: T201
    assert full == {"good": 600}
    assert off["good"] < 600
