"""Finding quotations and holding them against evidence: three questions, each with its floor.

Extraction over 600 and 6,000 words against cutting the same text into words (what any reading has
to do), and whether it grows with the length; one quotation held against 5,000 words against one
`rapidfuzz` partial ratio over them; a ledger of 200 quotations against 2 MB of evidence, read for
the first time, against cutting that evidence into words. Articles come from a folder or .jsonl
file given as argument; without one, the sample page over and over.
"""

from __future__ import annotations

import re
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from measure import rounds, seconds, tell
from rapidfuzz import fuzz

from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.checks.spelling.evaluation import texts_in
from deskeditor.domain.document import Document, Inline, Paragraph
from deskeditor.domain.quotes import QuoteKind
from deskeditor.language.alignment import hold, prepare

ROOT = Path(__file__).resolve().parents[1]
SIZES = (600, 6_000)
EVIDENCE_WORDS = 5_000
LEDGER = 200
EVIDENCE_BYTES = 2_000_000
_WORD = re.compile(r"\w+")


def article(lines: list[str], size: int) -> Document:
    """So many words as paragraphs; lines come again where there are too few."""
    kept: list[str] = []
    count = 0
    for line in cycle(lines):
        kept.append(line)
        count += len(line.split())
        if count >= size:
            break
    return Document(blocks=tuple(Paragraph(f"b{n}", Inline(line)) for n, line in enumerate(kept)))


def quotations(lines: list[str]) -> list[str]:
    """The words of everybody quoted in the lines."""
    document = Document(
        blocks=tuple(Paragraph(f"b{n}", Inline(line)) for n, line in enumerate(lines))
    )
    return [q.text for q in extract_quotes(document) if q.kind is QuoteKind.SPEECH]


def extraction(lines: list[str]) -> None:
    """Ratios of the extraction, and the growth from 600 to 6,000 words."""
    medians = []
    for size in SIZES:
        document = article(lines, size)
        text = "\n".join(slot.text.text for slot in document.slots())
        taken = rounds(
            {
                "cutting into words": lambda text=text: seconds(lambda: _WORD.findall(text)),
                "extraction": lambda given=document: seconds(lambda: extract_quotes(given)),
            }
        )
        tell(f"{size} words", taken, "cutting into words")
        medians.append(median(taken["extraction"]))
    growth = medians[1] / medians[0]
    print(f"  ten times the words take {growth:.1f} times as long")


def verification(lines: list[str], quoted: list[str]) -> None:
    """One quotation against 5,000 words, prepared before: every one of the first 20 in turn."""
    words = list(islice(cycle(" ".join(lines).split()), EVIDENCE_WORDS))
    evidence = " ".join(words)
    prepare(evidence)
    turns = cycle(quoted[:20])
    taken = rounds(
        {
            "rapidfuzz partial ratio": lambda: seconds(
                lambda: fuzz.partial_ratio(next(turns), evidence)
            ),
            "held against": lambda: seconds(lambda: hold(next(turns), evidence)),
        },
        21,
    )
    tell(f"one quotation against {EVIDENCE_WORDS} words", taken, "rapidfuzz partial ratio")
    print(f"  held against: median {median(taken['held against']) * 1000:.2f} ms")


def ledger(lines: list[str], quoted: list[str]) -> None:
    """200 quotations against 2 MB never seen before."""
    base = "\n".join(lines) + "\n"
    whole = (base * (EVIDENCE_BYTES // len(base.encode()) + 1)).encode()[:EVIDENCE_BYTES]
    evidence = whole.decode("utf-8", "ignore")
    asked = list(islice(cycle(quoted), LEDGER))

    def run() -> None:
        prepare.cache_clear()
        for each in asked:
            hold(each, evidence)

    taken = rounds(
        {
            "cutting the evidence into words": lambda: seconds(lambda: _WORD.findall(evidence)),
            "the ledger": lambda: seconds(run),
        },
        3,
    )
    tell(f"{LEDGER} quotations against 2 MB", taken, "cutting the evidence into words")


def main() -> None:
    """Print all of it."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample" / "page.txt"
    lines = [line for text in texts_in(source) for line in text.split("\n") if line.strip()]
    quoted = quotations(lines)
    extraction(lines)
    verification(lines, quoted)
    ledger(lines, quoted)


if __name__ == "__main__":
    main()
