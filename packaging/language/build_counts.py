"""Build resources/language/news.bigrams from two lists of counts.

Each list is tab-separated UTF-8, plain or .xz: `word<TAB>count` and `left<TAB>right<TAB>count`,
with <s> and </s> for the ends of sentences. Usage:

    python packaging/language/build_counts.py UNIGRAMS BIGRAMS OUT
"""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

from deskeditor.language.bigrams import write_table


def rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf-8")
    return (line.split("\t") for line in text.splitlines() if line)


def main(unigrams: str, bigrams: str, out: str) -> None:
    """Read both lists and write the table."""
    words = {word: int(count) for word, count in rows(Path(unigrams))}
    pairs = {(left, right): int(count) for left, right, count in rows(Path(bigrams))}
    write_table(words, pairs, Path(out))
    size = Path(out).stat().st_size
    print(f"{len(words)} words, {len(pairs)} pairs, {size} bytes: {out}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
