"""The window is killed while somebody writes; it comes back with the text, the caret, the page."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deskeditor.bootstrap import build
from helpers import typist
from helpers.repository import ROOT


def child(home: Path, act: str) -> subprocess.CompletedProcess[str]:
    environ = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests"))),
    }
    return subprocess.run(
        [sys.executable, str(Path(typist.__file__)), str(home), act],
        env=environ, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = build(tmp_path / "home", "salma", "ar")
    desk.plant_sample()
    desk.close()
    return tmp_path / "home"


def looked(home: Path) -> dict[str, Any]:
    finished = child(home, "look")
    assert finished.returncode == 0, finished.stderr
    said: dict[str, Any] = json.loads(finished.stdout)
    return said


@pytest.mark.timeout(300)
def test_a_killed_window_comes_back_as_it_was(home: Path) -> None:
    killed = child(home, "type")
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    said = looked(home)

    assert said["lines"] == [typist.LINE] * typist.LINES, "every word typed is there"
    assert said["caret"] == [typist.CARET, typist.OFFSET]
    assert said["top"] == typist.TOP
    assert said["focus"]
    assert "محفوظ هنا" in said["saved"]
    assert looked(home) == said, "after closing in peace too"


@pytest.mark.timeout(300)
def test_undo_steps_back_through_the_session_that_was_killed(home: Path) -> None:
    killed = child(home, "pause")
    assert killed.returncode == -signal.SIGKILL, killed.stderr

    finished = child(home, "back")

    assert finished.returncode == 0, finished.stderr
    *seen, redone = json.loads(finished.stdout)
    assert seen == [[typist.LINE] * n or [""] for n in range(typist.PAUSES, -1, -1)]
    assert redone == [typist.LINE]
    again = json.loads(child(home, "back").stdout)
    assert (again[0], again[-2]) == (redone, [""]), "what was undone is not undone again"
