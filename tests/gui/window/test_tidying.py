"""Python's own tidying: put off until the window is ready, and over nothing that stands then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.ui.tasks import Tasks
from deskeditor.ui.tidying import Tidying, put_off


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_stands_is_set_apart_once_everything_was_answered(qtbot: QtBot) -> None:
    put_off()
    assert not gc.isenabled()
    tasks = Tasks()
    tidying = Tidying(tasks)
    tasks.run("store", lambda: None)
    assert gc.get_freeze_count() == 0
    qtbot.waitUntil(lambda: tasks.quiet and tidying.apart)
    assert gc.isenabled()
    stood = gc.get_freeze_count()
    assert stood > 10_000
    assert len(gc.get_objects()) < stood / 10
    tasks.close()
    tidying.close()
    assert gc.get_freeze_count() == 0


def test_a_window_that_is_closed_before_sets_nothing_apart(qtbot: QtBot) -> None:
    tasks = Tasks()
    tidying = Tidying(tasks)
    tidying.close()
    tasks.run("store", lambda: None)
    qtbot.waitUntil(lambda: tasks.quiet)
    assert gc.get_freeze_count() == 0
    tasks.close()
