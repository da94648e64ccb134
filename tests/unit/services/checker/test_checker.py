"""What the desk makes of a process that dies, babbles or cannot be started."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deskeditor.apart.frames import Data
from deskeditor.apart.process import Ended
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.publication import Publication
from deskeditor.domain.words import Bilingual
from deskeditor.services.checked import Report
from deskeditor.services.checker import Checker
from deskeditor.services.checker.checker import ChecksDown
from deskeditor.services.checker.report import Teller

FOUND = Report(
    (
        Finding("style.x", Category.STYLE, Severity.HINT, Anchor(Address("p"), 0, 1), "ا",
                Bilingual("خطأ", "wrong"), ("أ",)),
    ),
    failed=("dates.y",),
)  # fmt: skip
Answer = Callable[[Data], Data]


def sound(asked: Data) -> Data:
    """What a process that works answers."""
    said = Teller().tell(FOUND) | {"voices": [], "words": ["إذا"], "twins": []}
    return said | {"number": asked["number"], "log": []}


class Talker:
    """A process that answers as it is told to."""

    def __init__(self, answer: Answer) -> None:
        self.slow = self.killed = self.closed = False
        self.asked: list[str] = []
        self._answer = answer

    def ask(self, head: Data, raw: bytes = b"", *, patience: float) -> tuple[Data, bytes]:
        assert not raw
        assert patience >= head["patience"] >= 30
        self.asked.append(head["do"])
        return (sound(head) if head["do"] == "begin" else self._answer(head)), b""

    def kill(self) -> None:
        self.killed = True

    def close(self) -> None:
        self.closed = True


class Starter:
    """Starts one process behind the other, each with its own way to answer."""

    def __init__(self, *answers: Answer) -> None:
        self.waiting = list(answers)
        self.started: list[Talker] = []

    def __call__(self) -> Talker:
        if not self.waiting:
            raise OSError("no process any more")
        self.started.append(Talker(self.waiting.pop(0)))
        return self.started[-1]


def checker_of(tmp_path: Path, starter: Starter) -> Checker:
    return Checker(tmp_path, tmp_path / "d", begin=starter)


def check(checker: Checker) -> Report:
    return checker.check(Document(), Details(), Publication("p", "p"))


def dead(_: Data) -> Data:
    raise Ended


def babbling(**said: Any) -> Answer:
    return lambda asked: sound(asked) | said


@pytest.mark.parametrize(
    "first",
    [dead, babbling(number=99), babbling(findings=[[0, 7]]), babbling(reading="?"),
     babbling(log="«سر»"), babbling(voices=[3]), babbling(fault="TypeError in x.py:3"),
     lambda asked: {"number": asked["number"]}, lambda _: {}],
)  # fmt: skip
def test_another_process_answers_where_the_first_does_not(tmp_path: Path, first: Answer) -> None:
    starter = Starter(first, sound)
    assert check(checker_of(tmp_path, starter)) == FOUND
    assert [one.closed for one in starter.started] == [True, False]


def test_two_failures_are_told_once_and_the_next_question_tries_once(tmp_path: Path) -> None:
    starter = Starter(dead, dead, dead, sound)
    checker = checker_of(tmp_path, starter)
    with pytest.raises(ChecksDown) as caught:
        check(checker)
    assert caught.value.code == "checks-down"
    assert len(starter.started) == 2
    with pytest.raises(ChecksDown):
        check(checker)
    assert len(starter.started) == 3
    assert check(checker) == FOUND


def test_a_machine_with_no_room_for_a_process_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChecksDown):
        check(checker_of(tmp_path, Starter()))


@pytest.mark.expected_log("the rule dates.y is off")
def test_a_rule_that_broke_is_named_and_logged_with_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    line = "the rule dates.y is off for this run: KeyError in y.py:7"
    checker = checker_of(tmp_path, Starter(babbling(log=[line])))
    with caplog.at_level("ERROR"):
        assert check(checker).failed == ("dates.y",)
    assert caplog.messages == [line]


def test_what_failed_is_logged_without_a_word_of_the_text(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    garbage = babbling(findings=[{"new": [["سر المصدر"]]}], reading="سر المصدر")
    with caplog.at_level("DEBUG"):
        check(checker_of(tmp_path, Starter(garbage, sound)))
    assert "failed" in caplog.text
    assert "سر" not in caplog.text


def test_only_spelling_is_asked_for_suggestions(tmp_path: Path) -> None:
    starter = Starter(sound)
    checker = checker_of(tmp_path, starter)
    assert checker.suggestions(FOUND.findings[0]) == ("أ",)
    assert starter.started == []


def test_nothing_is_tried_again_once_it_was_ended(tmp_path: Path) -> None:
    starter = Starter()
    checker = checker_of(tmp_path, starter)

    def ended(_: Data) -> Data:
        checker.end()
        raise Ended

    starter.waiting = [ended, sound]
    with pytest.raises(ChecksDown):
        check(checker)
    assert len(starter.started) == 1
    assert starter.started[0].killed
    assert check(checker) == FOUND  # somebody asks anew


def test_warming_says_nothing_where_it_fails(tmp_path: Path) -> None:
    starter = Starter(dead, dead)
    checker_of(tmp_path, starter).warm()
    assert len(starter.started) == 2
