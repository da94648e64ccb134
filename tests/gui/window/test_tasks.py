"""Threads: the newest job of a key is answered, known errors are told, words are never dropped."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.domain.errors import StoreError
from deskeditor.ui.tasks import Tasks


def test_only_the_newest_job_of_a_key_is_answered(qtbot: QtBot) -> None:
    tasks, answers = Tasks(), list[str]()
    gate = threading.Event()
    tasks.run("checks", lambda: gate.wait(5) and "قديم", lambda a: answers.append(str(a)), key="c")
    for number in range(5):
        tasks.run("checks", lambda n=number: f"جديد {n}", answers.append, key="c")  # type: ignore[misc]
    gate.set()

    qtbot.waitUntil(lambda: tasks.quiet, timeout=5_000)
    assert answers == ["جديد 4"]
    tasks.close()


def test_answers_come_in_the_gui_thread(qtbot: QtBot) -> None:
    tasks, threads = Tasks(), list[object]()
    tasks.run(
        "store", threading.current_thread, lambda t: threads.extend([t, threading.current_thread()])
    )
    qtbot.waitUntil(lambda: len(threads) == 2, timeout=5_000)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    tasks.close()


def test_a_known_error_is_told_and_the_lane_goes_on(qtbot: QtBot) -> None:
    tasks, told, answers = Tasks(), list[object](), list[int]()
    tasks.known.connect(told.append)

    def fail() -> None:
        raise StoreError("disk-full")

    tasks.run("store", fail)
    tasks.run("store", lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2], timeout=5_000)
    assert isinstance(told[0], StoreError)
    tasks.close()


@pytest.mark.expected_log(r"ERROR deskeditor\.ui\.tasks: a task failed")
def test_an_error_of_ours_is_logged_and_said(qtbot: QtBot) -> None:
    tasks, said = Tasks(), list[str]()
    tasks.broken.connect(said.append)
    tasks.run("images", lambda: 1 // 0)
    qtbot.waitUntil(lambda: said == ["ZeroDivisionError"], timeout=5_000)
    tasks.close()


def test_closing_finishes_what_holds_words_and_drops_the_rest() -> None:
    tasks, written, checked = Tasks(), list[int](), list[int]()
    gate = threading.Event()
    tasks.run("checks", lambda: gate.wait(5))
    tasks.run("checks", lambda: checked.append(1))
    for number in range(20):
        tasks.run("store", lambda n=number: written.append(n))  # type: ignore[misc]
    threading.Timer(0.05, gate.set).start()
    tasks.close()

    assert written == list(range(20))
    assert checked == []
    tasks.run("store", lambda: written.append(99))
    assert 99 not in written
