"""Learning the publication's own language from its archive: counts, neighbours, recurring names.

The counts are written beside the dictionaries in the home and added to the shipped ones at every
look-up; no sentence can be read back from them. Linear in the archive; one pass.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deskeditor.checks.spelling.classes import shown_from
from deskeditor.checks.spelling.context_words import placed
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.speller import Speller
from deskeditor.language.bigrams import END, START, BigramTable, write_table
from deskeditor.language.tokens import tokenise

#: Words and pairs seen less often are not kept: most are slips.
KEPT = 2
#: A word nobody knows is a name once it stands so often, in so many texts.
NAME_TIMES, NAME_TEXTS = 4, 3
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Learned:
    """What was read and what was kept of it; `names` are words nobody knew, commonest first."""

    texts: int
    tokens: int
    words: int
    pairs: int
    names: tuple[tuple[str, int], ...]


def learn(texts: Iterable[str], speller: Speller, out: Path) -> Learned:
    """Read an archive and write its counts to `out`, in place of those of an earlier reading.

    Raises:
        OSError: the file cannot be written; the earlier one stays.
    """
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    texts_with: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(texts, start=1):  # noqa: B007 - counted for the answer
        read = _read(text, words, pairs)
        texts_with.update(read)
    kept_words = {word: count for word, count in words.items() if count >= KEPT}
    kept_pairs = {
        pair: count
        for pair, count in pairs.items()
        if count >= KEPT and all(side in kept_words or side in (START, END) for side in pair)
    }
    _write(kept_words, kept_pairs, out)
    names = tuple(
        (word, count)
        for word, count in words.most_common()
        if count >= NAME_TIMES and texts_with[word] >= NAME_TEXTS and _is_name(word, speller)
    )
    return Learned(number, words.total(), len(kept_words), len(kept_pairs), names)


def _read(text: str, words: Counter[str], pairs: Counter[tuple[str, str]]) -> set[str]:
    """Count one text; answers its words."""
    places = placed(tokenise(text))
    said = [place.token.word for place in places]
    for at, place in enumerate(places):
        if len(said[at]) > _LONGEST:
            continue
        words[said[at]] += 1
        left = said[place.left] if place.left >= 0 else START
        if len(left) <= _LONGEST:
            pairs[left, said[at]] += 1
        if place.right < 0:
            pairs[said[at], END] += 1
    return set(said)


def _write(words: dict[str, int], pairs: dict[tuple[str, str], int], out: Path) -> None:
    part = out.with_name(f"{out.name}.part{os.getpid()}")
    out.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        write_table(words, pairs, part)
        part.replace(out)
        BigramTable.read(out, out.parent)  # laid out now: whoever checks may write nothing
    finally:
        part.unlink(missing_ok=True)


def _is_name(word: str, speller: Speller) -> bool:
    """Whether nobody knows the word and nothing near it is likely meant."""
    entry = speller.listing(frozenset()).entry(word)
    if entry.standing is not Standing.UNKNOWN or len(word) < 3:
        return False
    return all(one.prior < shown_from(entry.standing, one.slip) for one in entry.candidates)
