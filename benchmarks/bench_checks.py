"""All rules over 600 and 10,000 words against `hunspell -d ar -l` on the same text; re-checks.

Four questions: a whole check of a text never seen (tables and dictionary loaded), the check after a
one-word edit, suggestions after the first, and the memory of all language data. Texts come from a
folder or .jsonl file given as argument; without one, the sample page over and over (which flatters
nobody: its words repeat, for hunspell too).

Every question is answered twice: by the clock, and by the work of the processor for us and for
hunspell alike, which other programs cannot lengthen as much.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import NamedTuple

from measure import seconds, tell

from deskeditor.checks.spelling.evaluation import texts_in
from deskeditor.domain.article import Details
from deskeditor.domain.document import Document
from deskeditor.domain.findings import Category
from deskeditor.domain.publication import Publication
from deskeditor.services.check_speed import EDITS, edited, load, piece
from deskeditor.services.checker.tidying import Tidying
from deskeditor.services.checking import Checking

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = ROOT / "resources" / "language"
PUBLICATION = Publication("bench", "bench")
SIZES = (600, 10_000)
ROUNDS = 6


class Taken(NamedTuple):
    """Seconds by the clock, and seconds of the processor for this process and its children."""

    clock: float
    own: float


def taken(work: Callable[[], object]) -> Taken:
    """What `work` takes once."""
    children = getrusage(RUSAGE_CHILDREN)
    begin, busy = perf_counter(), process_time()
    work()
    clock, own = perf_counter() - begin, process_time() - busy
    after = getrusage(RUSAGE_CHILDREN)
    theirs = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return Taken(clock, own + theirs)


def whole(checking: Checking, document: Document) -> Taken:
    """One check of a text never seen: what was remembered of texts is forgotten first.

    What is known of single words stays: a desk's day is full of the same words.
    """
    checking.speller.forget_places()
    checking.check(Document(), Details(), PUBLICATION)
    checking.check(Document(), Details(), PUBLICATION)
    return taken(lambda: checking.check(document, Details(), PUBLICATION))


def spell(text: Path) -> Taken:
    """Hunspell over the same text, as a process."""
    command = ["hunspell", "-i", "utf-8", "-d", "ar", "-l", str(text)]
    return taken(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))


def rechecks(
    checking: Checking, document: Document, tidying: Tidying, *, behind: bool
) -> tuple[list[Taken], list[Taken]]:
    """Checks after one word was added, behind or before one paragraph after another.

    As in the process that checks for the window, what nobody holds is searched for behind the
    answer; that is told apart.
    """
    checking.check(document, Details(), PUBLICATION)
    tidying.thoroughly()
    times: list[Taken] = []
    tidied: list[Taken] = []
    for number in range(EDITS):
        document = edited(document, number, behind=behind)
        now = document
        times.append(taken(lambda given=now: checking.check(given, Details(), PUBLICATION)))
        tidied.append(taken(tidying.lightly))
    return times, tidied


def suggestions(checking: Checking, document: Document) -> list[Taken]:
    """Each suggestion list of the spelling findings, the first left out."""
    report = checking.check(document, Details(), PUBLICATION, only=[Category.SPELLING])
    distinct = list({finding.text: finding for finding in report.findings}.values())
    times = [taken(lambda f=one: checking.suggestions(f)) for one in distinct[:200]]
    return times[1:]


def compare(size: int, checking: Checking, document: Document, text: Path) -> None:
    """Hunspell and all rules in turn: the ratio by the clock, then of the processor's work."""
    names = {
        "hunspell -d ar -l": lambda: spell(text),
        "all rules": lambda: whole(checking, document),
    }
    times: dict[str, list[Taken]] = {name: [] for name in names}
    for number in range(ROUNDS):
        for name, work in names.items():
            one = work()
            if number:  # the first is not counted
                times[name].append(one)
    for how in Taken._fields:
        measured = {name: [getattr(one, how) for one in all_] for name, all_ in times.items()}
        tell(f"{size} words, checked whole, by {how}", measured, "hunspell -d ar -l")


def main() -> None:
    """Print all of it."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample" / "page.txt"
    lines = [line for text in texts_in(source) for line in text.split("\n") if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        checking = Checking(LANGUAGE, Path(folder) / "dictionaries")
        print(f"memory of all language data: {load(checking) or 0:.0f} MiB")
        for size in SIZES:
            document = piece(lines, size)
            text = Path(folder) / f"{size}.txt"
            said = "\n".join(slot.text.text for slot in document.slots())
            text.write_text(said, "utf-8")
            first = seconds(lambda: checking.check(document, Details(), PUBLICATION))  # noqa: B023
            print(f"{size} words, {len(document.blocks)} paragraphs: the first ever {first:.2f} s")
            compare(size, checking, document, text)
            tidying = Tidying()
            for behind in (True, False):
                again, tidied = rechecks(checking, document, tidying, behind=behind)
                where = "behind" if behind else "before"
                for how in Taken._fields:
                    each = [getattr(one, how) * 1000 for one in again]
                    after = [getattr(one, how) * 1000 for one in tidied]
                    print(f"  after a word {where} a paragraph, by {how}: median "
                          f"{median(each):.1f} ms, worst {max(each):.1f} of {EDITS}; "
                          f"tidied behind the answer: {median(after):.1f} ms")  # fmt: skip
            tidying.end()
        lists = suggestions(checking, piece(lines, SIZES[-1]))
        for how in Taken._fields if len(lists) > 1 else ():
            each = [getattr(one, how) * 1000 for one in lists]
            print(f"suggestions, by {how}: p50 {median(each):.1f} ms, "
                  f"p95 {quantiles(each, n=20)[-1]:.1f} ms of {len(each)} lists")  # fmt: skip


if __name__ == "__main__":
    main()
