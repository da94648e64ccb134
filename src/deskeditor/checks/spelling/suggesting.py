"""Suggestions for one word: what the counts propose first, then what the dictionary does.

Asked for when a person opens a finding, away from the GUI thread: the dictionary may take 0.4 s.
"""

from __future__ import annotations

from deskeditor.checks.spelling.candidates import LONGEST, far, near
from deskeditor.checks.spelling.lexicon import Table
from deskeditor.domain.ports import Dictionary
from deskeditor.language.folding import Fold, fold

#: Longer lists are not read.
MOST = 7


def suggest(
    text: str, first: tuple[str, ...], table: Table | None, dictionary: Dictionary | None
) -> tuple[str, ...]:
    """Words that may be meant, best first, at most `MOST`; `first` keeps its place."""
    word = fold(text, Fold.SPELLING)
    if not 2 <= len(word) <= LONGEST:
        return first
    found = dict.fromkeys(first)
    if table is not None:
        ranked = [(table.word(c.word), c.word) for c in near(word, table)]
        found.update(dict.fromkeys(other for _, other in sorted(ranked, reverse=True)[:MOST]))
    if dictionary is not None and len(found) < MOST:
        found.update(dict.fromkeys(dictionary.suggest(word)))
    if table is not None and len(found) < MOST:
        ranked = [(table.word(c.word), c.word) for c in far(word, table)]
        found.update(dict.fromkeys(other for _, other in sorted(ranked, reverse=True)))
    found.pop(word, None)
    return tuple(found)[:MOST]
