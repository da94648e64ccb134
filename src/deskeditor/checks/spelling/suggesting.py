"""Suggestions for one word: what the counts propose, and where they know nothing the dictionary.

Asked for when a person opens a finding, away from the GUI thread: the dictionary may take 0.4 s.
"""

from __future__ import annotations

from deskeditor.checks.spelling.candidates import LONGEST, far, near
from deskeditor.checks.spelling.lexicon import Table
from deskeditor.domain.ports import Dictionary
from deskeditor.language.folding import Fold, fold

#: Longer lists are not read.
MOST = 7
#: With so many of ours the dictionary is not asked: it takes 180 ms on average, we take 2.
ENOUGH = 1


def suggest(
    text: str, first: tuple[str, ...], table: Table | None, dictionary: Dictionary | None
) -> tuple[str, ...]:
    """Words that may be meant, best first, at most `MOST`; `first` keeps its place."""
    word = fold(text, Fold.SPELLING)
    if not 2 <= len(word) <= LONGEST:
        return first
    found = dict.fromkeys(first)
    if table is not None:
        for candidates in (near(word, table), far(word, table)):
            ranked = sorted(((table.weight(c.word), c.word) for c in candidates), reverse=True)
            found.update(dict.fromkeys(other for _, other in ranked[:MOST]))
    if dictionary is not None and len(found) < ENOUGH:
        found.update(dict.fromkeys(dictionary.suggest(word)))
    found.pop(word, None)
    return tuple(found)[:MOST]
