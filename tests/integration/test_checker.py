"""Checking apart: the same answers, and a window that outlives what the process does."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskeditor.apart.process import Child, Ended
from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph
from deskeditor.domain.errors import StoreError
from deskeditor.domain.findings import Dismissal
from deskeditor.domain.publication import HouseStyle, Publication
from deskeditor.domain.quotes import Evidence, Verdict
from deskeditor.domain.sources import Terms, Uttered
from deskeditor.services.checker import Checker
from deskeditor.services.checker.checker import ChecksDown
from deskeditor.services.checking import Checking
from deskeditor.services.register import key_of, reading_of
from helpers.repository import RESOURCES

PAPER = Publication("paper", "الجريدة")
LINES = (
    "قالت مديرة المرفأ هالة النجار إن الرافعات عادت الى العمل صباح أمس.",
    "وأضافت النجار: «لن نغلق الميناء مرة أخرى، والخطة جاهزة منذ عام».",
    "وذكر الناطق كوتشيلوفا أن العمال تسلموا رواتبهم كامله.",
)


def piece(*lines: str) -> Document:
    blocks = tuple(Paragraph(f"p{n}", Inline(line)) for n, line in enumerate(lines))
    return Document(Header(headline=Inline("المرفأ يعود إلى العمل")), blocks)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk") / "قواميس"


@pytest.fixture(scope="module")
def here(folder: Path) -> Checking:
    return Checking(RESOURCES / "language", folder)


@pytest.fixture(scope="module")
def checker(folder: Path) -> Iterator[Checker]:
    made = Checker(RESOURCES / "language", folder)
    yield made
    made.close()


def process(checker: Checker) -> Child:
    assert checker._link is not None
    assert isinstance(checker._link.process, Child)
    return checker._link.process


def test_the_answers_are_those_of_this_process(checker: Checker, here: Checking) -> None:
    first = piece(*LINES)
    moved = replace(first, blocks=(first.blocks[2], first.blocks[0]))
    edited = moved.with_text(Address("p0"), Inline("قالت هالة النجار إن الرافعات توقفت أمس."))
    for document in (first, moved, edited, Document(), first):
        there = checker.check(document, Details(), PAPER)
        assert there == here.check(document, Details(), PAPER)
        assert bool(there.quotes) == (len(document.blocks) == 3)


def test_what_an_edit_does_not_touch_stays_the_same_object(checker: Checker) -> None:
    document = piece(*LINES)
    before = checker.check(document, Details(), PAPER)
    edited = document.with_text(Address("p2"), Inline("وذكر الناطق أن العمال تسلموا رواتبهم."))
    after = checker.check(edited, Details(), PAPER)
    stayed = [f for f in after.findings if f.anchor.address.block != "p2"]
    assert stayed
    assert all(any(f is old for old in before.findings) for f in stayed)


def test_everything_a_check_looks_at_reaches_it(checker: Checker, here: Checking) -> None:
    document = piece(*LINES)
    found = here.check(document, Details(), PAPER)
    wrong = next(f for f in found.findings if f.text == "كامله")
    now = datetime(2026, 11, 4, tzinfo=UTC)
    aside = Dismissal(wrong.rule, wrong.anchor.address, wrong.text, "salma", now)
    kept = Evidence("e1", "0" * 64, "بيان.txt", "salma", now,
                    text="قالت: لن نغلق الميناء مرة أخرى، والخطة جاهزة منذ عام.")  # fmt: skip
    house = replace(PAPER, names=frozenset({"كوتشيلوفا"}), house=HouseStyle())
    told = checker.check(document, Details(), house, dismissals=(aside,), evidence=(kept,))
    assert told == here.check(document, Details(), house, dismissals=(aside,), evidence=(kept,))
    assert wrong in told.dismissed
    assert told.quotes[0].verdict is not Verdict.NOT_CHECKED
    assert "كوتشيلوفا" in {one.text for one in told.known}
    again = checker.check(document, Details(), PAPER)
    assert again == found


def test_words_and_terms_the_desk_learns_take_effect_with_the_next_check(folder: Path) -> None:
    words: set[str] = set()
    terms: dict[str, Terms] = {}
    checker = Checker(
        RESOURCES / "language", folder,
        enrich=lambda paper: replace(paper, words=frozenset(words)), terms=lambda: dict(terms),
    )  # fmt: skip
    document = piece(*LINES)
    first = checker.check(document, Details(), PAPER)
    assert "كامله" in {one.text for one in first.findings}
    words.add("كامله")
    off = {s.name: Terms.OFF_RECORD for s in first.sources}
    terms |= {key_of(name): term for name, term in off.items()}
    second = checker.check(document, Details(), PAPER)
    checker.close()
    assert "كامله" not in {one.text for one in second.findings}
    assert {source.terms for source in second.sources} == {Terms.OFF_RECORD}


def test_other_wordings_are_found_here_and_elsewhere(checker: Checker) -> None:
    asked: list[list[str]] = []
    words = "لن نغلق الميناء مرة ثانية أبداً، والخطة جاهزة منذ عام"
    said = Uttered("", "هالة النجار", "", words, "a2", "مقال آخر")

    def elsewhere(voices: list[str]) -> tuple[Uttered, ...]:
        asked.append(voices)
        return (replace(said, voice=voices[0]),)

    report, twins = checker.check_beside(piece(*LINES), Details(), PAPER, elsewhere)
    assert len(asked[0]) == 1
    assert [twin.article for twin in twins] == ["a2"]
    assert twins[0].quote == report.quotes[0].anchor
    assert checker.check_beside(piece(*LINES), Details(), PAPER, elsewhere)[1] == twins
    assert checker.check_beside(piece(*LINES), Details(), PAPER, lambda _: ())[1] == ()


def test_a_store_that_cannot_say_spoils_no_later_check(checker: Checker, here: Checking) -> None:
    def busy(_: list[str]) -> tuple[Uttered, ...]:
        raise StoreError("store-busy")

    with pytest.raises(StoreError):
        checker.check_beside(piece(*LINES), Details(), PAPER, busy)
    there = checker.check_beside(piece(*LINES[:2]), Details(), PAPER, lambda _: ())[0]
    assert there == here.check(piece(*LINES[:2]), Details(), PAPER)


def test_an_article_is_read_for_the_register_and_the_open_text_stays(checker: Checker) -> None:
    before = checker.check(piece(*LINES), Details(), PAPER)
    article = Article("a1", "salma", piece(*LINES[:2]))
    assert checker.reading_of(article) == reading_of(article)
    assert reading_of(article)[1][0].speaker.endswith("النجار")
    after = checker.check(piece(*LINES), Details(), PAPER)
    assert [*map(id, after.findings)] == [*map(id, before.findings)]


def test_suggestions_and_unknown_names(checker: Checker, here: Checking) -> None:
    document = piece(*LINES)
    wrong = next(f for f in checker.check(document, Details(), PAPER).findings if f.text == "كامله")
    assert checker.suggestions(wrong) == here.suggestions(wrong)
    with_another = checker.another()
    try:
        assert "كوتشيلوفا" in with_another.unknown_in(document, frozenset())
        assert "كوتشيلوفا" not in with_another.unknown_in(document, frozenset({"كوتشيلوفا"}))
        assert process(with_another).pid != process(checker).pid
    finally:
        with_another.close()


def test_a_process_that_died_is_replaced_and_the_text_checked_again(
    checker: Checker, here: Checking
) -> None:
    checker.check(piece(*LINES), Details(), PAPER)
    first = process(checker)
    os.kill(first.pid, signal.SIGKILL)
    assert checker.check(piece(*LINES), Details(), PAPER) == here.check(
        piece(*LINES), Details(), PAPER
    )
    assert process(checker).pid != first.pid


def test_a_process_that_hangs_is_killed_and_the_text_checked_again(folder: Path) -> None:
    hurried = Checker(RESOURCES / "language", folder)
    hurried.check(piece(*LINES), Details(), PAPER)
    hung = process(hurried)
    os.kill(hung.pid, signal.SIGSTOP)
    hurried._patience = 0.2
    with pytest.raises(ChecksDown):  # the second has no time to load what it needs
        hurried.check(piece(*LINES), Details(), PAPER)
    assert hung.slow
    assert not hung.alive
    hurried._patience = 60
    assert hurried.check(piece(*LINES), Details(), PAPER).findings
    hurried.close()


def test_closing_waits_for_no_check(folder: Path) -> None:
    busy = Checker(RESOURCES / "language", folder)
    busy.warm()
    os.kill(process(busy).pid, signal.SIGSTOP)
    caught: list[Exception] = []

    def ask() -> None:
        try:
            busy.check(piece(*LINES), Details(), PAPER)
        except ChecksDown as error:
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    while not busy._lock.locked():
        thread.join(0.01)
    busy.close()
    thread.join(20)
    assert not thread.is_alive()
    assert len(caught) == 1
    assert busy._link is None


#: A desk that checks, says who checks for it, and is then killed.
_DESK = """
import sys, time
from pathlib import Path
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document
from deskeditor.domain.publication import Publication
from deskeditor.services.checker import Checker
checker = Checker(Path(sys.argv[1]), Path(sys.argv[2]))
checker.check(Document(), Details(), Publication("p", "p"))
print(checker._link.process.pid, flush=True)
sys.stdin.read()
"""


def test_a_killed_window_leaves_no_process_behind(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _DESK, str(RESOURCES / "language"), str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as desk:  # fmt: skip
        assert desk.stdout is not None
        pid = int(desk.stdout.readline())
        watched = os.pidfd_open(pid)
        desk.kill()
    poll = select.poll()
    poll.register(watched, select.POLLIN)
    assert poll.poll(20_000), "it is still there"
    os.close(watched)


def begun(behind: str, folder: Path) -> Child:
    """The process as the desk starts it, told where everything lies."""
    language, tables = str(RESOURCES / "language"), str(folder / "tables")
    child = Child("deskeditor.services.checker.worker", behind, language, tables)
    begin = {"language": language, "tables": tables, "dictionaries": str(folder),
             "archive": str(folder / "archive"), "system": False}  # fmt: skip
    child.ask({"do": "begin", "number": 1, "patience": 30, **begin}, patience=100)
    return child


def test_the_process_stands_behind_others_and_writes_no_file(folder: Path) -> None:
    child = begun("10", folder)
    pid = child.pid
    assert os.getpriority(os.PRIO_PROCESS, pid) >= os.getpriority(os.PRIO_PROCESS, 0) + 10
    group = Path(f"/proc/{pid}/autogroup")
    if group.exists():
        assert group.read_text("ascii").split("nice")[1].strip() == "10"
    limits = Path(f"/proc/{pid}/limits").read_text("utf-8")
    assert "Max file size             0" in limits
    assert "Max core file size        0" in limits
    assert Path(f"/proc/{pid}/fd/2").resolve() == Path("/dev/null")
    child.close()


def test_a_question_that_never_ends_ends_the_process(folder: Path) -> None:
    child = begun("0", folder)
    many = {"do": "unknown", "number": 2, "patience": 0.01, "piece": {}, "listed": ["ا"] * 400_000}
    with pytest.raises(Ended):
        child.ask(many, patience=100)
    assert not child.slow  # nobody had to kill it
    child.close()
    assert child.code == -signal.SIGPROF


def test_the_language_is_not_loaded_in_this_process(folder: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from deskeditor.domain.article import Details\n"
        "from deskeditor.domain.document import Document\n"
        "from deskeditor.domain.publication import Publication\n"
        "from deskeditor.services.checker import Checker\n"
        "checker = Checker(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "checker.check(Document(), Details(), Publication('p', 'p'))\n"
        "checker.close()\nprint(*sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(RESOURCES / "language"), str(folder)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    loaded = done.stdout.split()
    heavy = ("deskeditor.checks", "deskeditor.language.bigrams", "enchant", "wordfreq")
    assert [name for name in loaded if name.startswith(heavy)] == []
