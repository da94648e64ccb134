"""Build resources/language/wide.words from wordfreq's Arabic list.

Words that the news table counts often enough are left out: the news says more of them. Usage:

    python packaging/language/build_wide.py resources/language/news.bigrams OUT
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import wordfreq

from deskeditor.language.bigrams import BigramTable
from deskeditor.language.wide_words import write_wide

#: Words counted this often in the news need no second opinion.
ENOUGH = 200
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,20}")


def main(table: str, out: str) -> None:
    """Write the file."""
    news = BigramTable.read(Path(table))
    listed: dict[str, float] = wordfreq.get_frequency_dict("ar", "large")
    wide = {
        word: share
        for word, share in listed.items()
        if _WORD.fullmatch(word) and news.word(word) < ENOUGH
    }
    write_wide(wide, Path(out))
    print(f"{len(wide)} words, {Path(out).stat().st_size} bytes: {out}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
