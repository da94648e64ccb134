"""How fast the checks are on any texts, on this machine: whole, after an edit, suggestions, memory.

`deskeditor language evaluate` and `benchmarks/bench_checks.py` ask it. Times are the work of the
processor, which other programs cannot lengthen as much as the clock. What nobody holds any more is
searched for behind each answer, as in the process that checks for the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph
from deskeditor.domain.findings import Category
from deskeditor.domain.publication import Publication
from deskeditor.services.checker.tidying import Tidying
from deskeditor.services.checking import Checking

#: Words of the piece that is edited, the edits, and suggestion lists asked for.
WORDS, EDITS, LISTS = 10_000, 40, 200
_PAGE, _MIB = 4096, 2**20
_HEADLINE = 60
#: How often a line may stand in the piece, so that it reads as a piece at all.
_AGAIN = 4
_STATISTICS = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds of the processor, and MiB.

    Attributes:
        words: words of the piece that was measured.
        whole: a check of the whole piece, for 1,000 words of it.
        behind: a check after one word was added behind a paragraph, the median of several.
        before: the same with the word before it, so that every place in the paragraph moves.
        worst: the slowest of both.
        suggestions: 19 of 20 lists of suggestions are made in this; None where nothing is in doubt.
        memory: what dictionary, counts and word lists take; None where the system does not say.
    """

    words: int
    whole: float
    behind: float
    before: float
    worst: float
    suggestions: float | None
    memory: float | None


def resident() -> float | None:
    """The memory this process has, MiB; None where the system does not say."""
    try:
        return int(_STATISTICS.read_text("ascii").split()[1]) * _PAGE / _MIB
    except (OSError, ValueError, IndexError):
        return None


def load(checking: Checking) -> float | None:
    """Load all language data; how much memory that took, MiB, nothing where it was loaded."""
    before = resident()
    speller = checking.speller
    if speller.dictionary is not None:
        speller.dictionary.knows("قال")
    after = resident()
    return None if before is None or after is None else after - before


def piece(lines: Iterable[str], words: int = WORDS) -> Document:
    """So many words as paragraphs; where there are too few, lines come again, up to four times."""
    lines = [line for line in lines if line.strip()]
    words = min(words, _AGAIN * sum(len(line.split()) for line in lines))
    kept: list[str] = []
    count = 0
    for line in cycle(lines):
        kept.append(line)
        count += len(line.split())
        if count >= words:
            break
    blocks = tuple(Paragraph(f"b{number}", Inline(line)) for number, line in enumerate(kept))
    return Document(Header(headline=Inline(kept[0][:_HEADLINE] if kept else "")), blocks)


def edited(document: Document, number: int, *, behind: bool) -> Document:
    """The piece with one word more at a paragraph; the paragraphs are taken all over it."""
    block = document.blocks[number * 37 % len(document.blocks)]
    address = Address(block.id)
    text = (document.text_at(address) or Inline("")).text
    return document.with_text(address, Inline(f"{text} كلمة" if behind else f"كلمة {text}"))


def measure_speed(
    lines: Iterable[str],
    checking: Checking,
    publication: Publication,
    *,
    memory: float | None = None,
    words: int = WORDS,
    edits: int = EDITS,
) -> Speed:
    """Measure on a piece made of the lines; takes some ten seconds for 10,000 words."""
    document = piece(lines, words)
    count = sum(len(slot.text.text.split()) for slot in document.slots())

    def check(now: Document) -> None:
        checking.check(now, Details(), publication)

    check(document)  # what is known of single words is loaded
    checking.speller.forget_places()
    check(Document())
    check(Document())
    whole = _milliseconds(lambda: check(document))
    tidying = Tidying()
    try:
        tidying.thoroughly()
        times: dict[bool, list[float]] = {True: [], False: []}
        for behind, taken in times.items():
            for number in range(edits):
                document = edited(document, number, behind=behind)
                taken.append(_milliseconds(partial(check, document)))
                tidying.lightly()
    finally:
        tidying.end()
    lists = _suggestions(checking, document, publication)
    return Speed(
        words=count,
        whole=whole / count * 1000,
        behind=median(times[True]),
        before=median(times[False]),
        worst=max(*times[True], *times[False]),
        suggestions=lists,
        memory=memory,
    )


def _suggestions(checking: Checking, document: Document, publication: Publication) -> float | None:
    """What 19 of 20 lists take; the first is left out."""
    report = checking.check(document, Details(), publication, only=[Category.SPELLING])
    distinct = list({finding.text: finding for finding in report.findings}.values())[:LISTS]
    times = [_milliseconds(partial(checking.suggestions, one)) for one in distinct][1:]
    return quantiles(times, n=20)[-1] if len(times) > 1 else None


def _milliseconds(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return (process_time() - begin) * 1000
