"""All rules over 600 and 10,000 words against `hunspell -d ar -l` on the same text; re-checks.

Four questions: a whole check of a text never seen (tables and dictionary loaded), the check after a
one-word edit, suggestions after the first, and the memory of all language data. Texts come from a
folder or .jsonl file given as argument; without one, the sample page over and over (which flatters
nobody: its words repeat, for hunspell too).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from measure import rounds, seconds, tell

from deskeditor.checks.spelling.evaluation import texts_in
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph
from deskeditor.domain.findings import Category
from deskeditor.domain.publication import Publication
from deskeditor.services.checking import Checking

ROOT = Path(__file__).resolve().parents[1]
LANGUAGE = ROOT / "resources" / "language"
PUBLICATION = Publication("bench", "bench")
SIZES = (600, 10_000)
EDITS = 40


def article(lines: list[str], size: int) -> Document:
    """So many words as paragraphs; lines come again where there are too few."""
    kept: list[str] = []
    count = 0
    for line in cycle(lines):
        kept.append(line)
        count += len(line.split())
        if count >= size:
            break
    blocks = tuple(Paragraph(f"b{n}", Inline(line)) for n, line in enumerate(kept))
    return Document(Header(headline=Inline(lines[0][:60])), blocks)


def resident() -> float:
    """This process's resident memory, MiB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 2**20


def whole(checking: Checking, document: Document) -> float:
    """One check of a text never seen: what was remembered of texts is forgotten first.

    What is known of single words stays: a desk's day is full of the same words.
    """
    checking.speller.forget_places()
    checking.check(Document(), Details(), PUBLICATION)
    checking.check(Document(), Details(), PUBLICATION)
    return seconds(lambda: checking.check(document, Details(), PUBLICATION))


def spell(text: Path) -> float:
    """Hunspell over the same text, as a process."""
    command = ["hunspell", "-i", "utf-8", "-d", "ar", "-l", str(text)]
    return seconds(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))


def rechecks(checking: Checking, document: Document) -> list[float]:
    """Seconds of checks after one word was added, in one paragraph after another."""
    checking.check(document, Details(), PUBLICATION)
    taken: list[float] = []
    for number in range(EDITS):
        block = document.blocks[number * 37 % len(document.blocks)]
        address = Address(block.id)
        text = document.text_at(address) or Inline("")
        document = document.with_text(address, Inline(f"{text.text} كلمة"))
        edited = document
        taken.append(seconds(lambda given=edited: checking.check(given, Details(), PUBLICATION)))
    return taken


def suggestions(checking: Checking, document: Document) -> list[float]:
    """Seconds of each suggestion list of the spelling findings, the first left out."""
    report = checking.check(document, Details(), PUBLICATION, only=[Category.SPELLING])
    distinct = list({finding.text: finding for finding in report.findings}.values())
    times = [seconds(lambda f=one: checking.suggestions(f)) for one in distinct[:200]]
    return times[1:]


def main() -> None:
    """Print all of it."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample" / "page.txt"
    lines = [line for text in texts_in(source) for line in text.split("\n") if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        checking = Checking(LANGUAGE, Path(folder) / "dictionaries")
        before = resident()
        speller = checking.speller
        assert speller.dictionary is None or speller.dictionary.knows("قال")
        print(f"memory of all language data: {resident() - before:.0f} MiB")
        for size in SIZES:
            document = article(lines, size)
            text = Path(folder) / f"{size}.txt"
            said = "\n".join(slot.text.text for slot in document.slots())
            text.write_text(said, "utf-8")
            first = seconds(lambda: checking.check(document, Details(), PUBLICATION))  # noqa: B023
            print(f"{size} words, {len(document.blocks)} paragraphs: the first ever {first:.2f} s")
            taken = rounds(
                {
                    "hunspell -d ar -l": lambda text=text: spell(text),
                    "all rules": lambda given=document: whole(checking, given),
                },
                5,
            )
            tell(f"{size} words, checked whole", taken, "hunspell -d ar -l")
            again = rechecks(checking, document)
            print(f"  after a one-word edit: median {median(again) * 1000:.1f} ms, "
                  f"worst {max(again) * 1000:.1f} ms of {len(again)}")  # fmt: skip
        lists = suggestions(checking, article(lines, SIZES[-1]))
        if len(lists) > 1:
            p95 = quantiles(lists, n=20)[-1]
            print(f"suggestions: p50 {median(lists) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms "
                  f"of {len(lists)} lists")  # fmt: skip


if __name__ == "__main__":
    main()
