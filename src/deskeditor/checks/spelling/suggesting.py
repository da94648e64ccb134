"""Suggestions for one word: what the counts propose, and only where there are none the dictionary.

Asked for when a person opens a finding, away from the GUI thread. Hunspell's own list takes 180 ms
on average and, for a name nobody knows, holds strange words; ours takes a tenth of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskeditor.checks.spelling.candidates import LONGEST, Candidate, Slip, far, near, one_away
from deskeditor.checks.spelling.lexicon import ESTABLISHED, Table
from deskeditor.domain.ports import Dictionary
from deskeditor.language.folding import Fold, fold

#: Longer lists are not read.
MOST = 7
#: Words of more letters are not sought two letters away: that takes a look-up for each of 10,000.
LONGEST_FAR = 12
#: A word that was written together with the next has at least this many letters on each side.
_PART = 2


def suggest(
    text: str, first: tuple[str, ...], table: Table | None, dictionary: Dictionary | None
) -> tuple[str, ...]:
    """Words that may be meant, best first, at most `MOST`; `first` keeps its place."""
    word = fold(text, Fold.SPELLING)
    if not 2 <= len(word) <= LONGEST:
        return first
    found = dict.fromkeys(first)
    if table is None:
        found.update(dict.fromkeys(dictionary.suggest(word) if dictionary is not None else ()))
    else:
        found.update(dict.fromkeys(_ranked(near(word, table), table)))
        found.update(dict.fromkeys(_apart(word, table)))
        found.update(dict.fromkeys(_ranked(far(word, table), table)))
        if not found:
            found.update(dict.fromkeys(_ranked(_two(word, table), table)))
    found.pop(word, None)
    return tuple(found)[:MOST]


def _ranked(candidates: Iterable[Candidate], table: Table) -> list[str]:
    """The commonest candidates, commonest first."""
    ranked = sorted({(table.weight(each.word), each.word) for each in candidates}, reverse=True)
    return [word for _, word in ranked[:MOST]]


def _apart(word: str, table: Table) -> Iterator[str]:
    """Two words written as one, where they are neighbours in the news: فيالعراق."""
    for at in range(_PART, len(word) - _PART + 1):
        if table.pair(word[:at], word[at:]) >= ESTABLISHED:
            yield f"{word[:at]} {word[at:]}"


def _two(word: str, table: Table) -> Iterator[Candidate]:
    """Established words one letter away from the word without one of its letters."""
    if not 4 <= len(word) <= LONGEST_FAR:
        return
    tries: set[str] = set()
    for at in range(len(word)):
        tries.update(one_away(word[:at] + word[at + 1 :]))
    for other in tries:
        if table.word(other) >= ESTABLISHED:
            yield Candidate(other, Slip.OTHER)
