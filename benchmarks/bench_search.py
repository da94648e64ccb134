"""Search of many articles, the newest twenty, against ripgrep over one file of the same texts.

The texts are drawn from a vocabulary with a newsroom's spread: few words everywhere, most of them
rare. Ours is a question to the index as the desk asks it; ripgrep is a process that counts lines.
Tells too how long the index took to make and how large it is beside the texts.

    .venv/bin/python benchmarks/bench_search.py [--articles 20000] [--words 300]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from measure import rounds, seconds, tell

from deskeditor.domain.search import Field
from deskeditor.language.search_query import read_query
from deskeditor.language.search_words import indexed
from deskeditor.services.machine import SystemClock
from deskeditor.sqlite.driver import connect
from deskeditor.store.open import open_store
from deskeditor.store.search_index import FtsIndex

_START = datetime(2020, 1, 1, tzinfo=UTC)
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
WORDS, VOCABULARY, ASKED = 300, 40_000, 40


def vocabulary(dice: random.Random) -> list[str]:
    """Made-up words of Arabic letters, some behind clitics."""
    made = ["".join(dice.choices(_LETTERS, k=dice.randint(3, 7))) for _ in range(VOCABULARY)]
    return [dice.choice(("", "", "ال", "و", "بال", "وال")) + word for word in made]


def texts(count: int, dice: random.Random, words: list[str], long: int) -> Iterator[str]:
    """Texts of `long` words; the n-th word of the vocabulary is taken about 1/n of the time."""
    weights = [1 / (number + 10) for number in range(len(words))]
    for _ in range(count):
        yield " ".join(dice.choices(words, weights, k=long))


def fill(
    folder: Path, count: int, dice: random.Random, words: list[str], long: int
) -> tuple[FtsIndex, float]:
    """A store with its lines, the index and the file for ripgrep; seconds the index took."""
    open_store(folder, SystemClock()).close()
    index = FtsIndex(folder / "search.db", folder / "store.db")
    lines = connect(folder / "store.db")
    lines.execute("PRAGMA foreign_keys=OFF").fetchall()
    lines.execute("BEGIN").fetchall()
    took = 0.0
    pieces = list(texts(count, dice, words, long))
    for number in range(count):
        at = (_START + timedelta(minutes=number) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
        lines.execute(
            "INSERT INTO article (id, owner, title, state, updated, words, desk, publication, head)"
            " VALUES (?, 'salma', '', 'draft', ?, 0, '', '', '')",
            (f"{number:032x}", int(at * 1_000_000)),
        ).fetchall()
    lines.execute("COMMIT").fetchall()
    lines.close()
    for number, text in enumerate(pieces):
        said = {Field.TEXT: indexed([text])}
        begin = perf_counter()
        index.put(f"{number:032x}", _START + timedelta(minutes=number), said)
        took += perf_counter() - begin
    (folder / "texts.txt").write_text("\n".join(pieces) + "\n", "utf-8")
    return index, took


def main() -> None:
    """Measure and tell."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--articles", type=int, default=20_000)
    given.add_argument("--words", type=int, default=WORDS)
    chosen = given.parse_args()
    count = chosen.articles
    dice = random.Random(7)
    words = vocabulary(dice)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        index, took = fill(folder, count, dice, words, chosen.words)
        size = sum(path.stat().st_size for path in folder.glob("search.db*"))
        plain = (folder / "texts.txt").stat().st_size
        long = chosen.words
        print(f"{count} articles of {long} words: the index is {size / plain:.2f} of the texts'")
        print(f"  size ({size / 2**20:.0f} MiB); {took / count * 1000:.2f} ms an article to keep")
        asked = [words[int(len(words) ** (number / ASKED))] for number in range(1, ASKED)]
        for title, questions in (
            ("words", [f"{word} " for word in asked]),
            ("prefixes", [word[:3] for word in asked]),
        ):
            wanted = [read_query(question, {}) for question in questions]

            def ours(wanted: list[object] = wanted) -> float:  # type: ignore[assignment]
                return median(seconds(lambda one=one: index.find(one, 20)) for one in wanted)

            def theirs(questions: list[str] = questions) -> float:
                return median(
                    seconds(
                        lambda one=one: subprocess.run(
                            ["rg", "-c", one.strip(), folder / "texts.txt"],
                            check=False,
                            stdout=subprocess.DEVNULL,
                        )
                    )
                    for one in questions[::8]
                )

            tell(f"Search for {title}", rounds({"ripgrep": theirs, "ours": ours}, 5), "ripgrep")
        index.close()


if __name__ == "__main__":
    main()
