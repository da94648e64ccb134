"""A slot's text as words with their bare forms: what every step of quote finding reads.

Owns the cutting into words and the folding used to look words up. It never changes the text:
every word carries its code points `[start, end)`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from deskeditor.domain.document import Address, Role

#: Slots in which somebody may be quoted; alternative texts, credits and desk notes are not read.
READ = frozenset({
    Role.KICKER, Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.HEADING, Role.QUOTATION,
    Role.ATTRIBUTION, Role.LIST_ITEM, Role.CAPTION, Role.CELL,
})  # fmt: skip

#: Words whose forms are remembered: a language has that many in daily use.
_KEPT = 32_768
_WORD = re.compile("[\\w\u064b-\u065f\u0670\u0640]+(?:[.'’][A-Za-z]\\w*)*")
_OFF = dict.fromkeys((*range(0x64B, 0x660), 0x670, 0x640))
_BARE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", **{chr(c): None for c in _OFF}})
#: Not behind a single letter: «د. فلان».
_BREAK = re.compile(r"(?<!(?<!\w)\w)[.؟?!…]+(?=[\s\"”“»)]|$)|\n")


@lru_cache(maxsize=_KEPT)
def bare(word: str) -> str:
    """`word` without tashkeel and tatweel and with plain alifs: the form the word lists use."""
    return word.translate(_BARE)


class Word(NamedTuple):
    """One word of a line and its bare form; a tuple, for a page makes hundreds of them."""

    text: str
    start: int
    end: int
    bare: str


@dataclass(frozen=True, slots=True)
class Line:
    """One slot's text, cut into words; `breaks` are the offsets behind each end of a sentence."""

    address: Address
    role: Role
    text: str
    words: tuple[Word, ...]
    breaks: tuple[int, ...]
    starts: tuple[int, ...] = field(repr=False)
    bares: frozenset[str] = field(default=frozenset(), repr=False, compare=False)
    _places: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, name: str, words: Collection[str]) -> tuple[int, ...]:
        """The indices of the words that are among `words`, a list called `name`; looked for once.

        Every word of saying asks what stands behind it: walking there each time would cost a
        hundred words for each.
        """
        found = self._places.get(name)
        if found is None:
            there = {word for word in self.bares if word in words}
            found = tuple(n for n, w in enumerate(self.words) if w.bare in there) if there else ()
            self._places[name] = found
        return found

    def gap(self, index: int) -> str:
        """What stands between word `index - 1` and word `index`; at either end, to the edge."""
        start = self.words[index - 1].end if index > 0 else 0
        end = self.words[index].start if index < len(self.words) else len(self.text)
        return self.text[start:end]

    def word_at(self, offset: int) -> int:
        """The index of the first word that starts at or behind `offset`."""
        return bisect_left(self.starts, offset)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins, in code points."""
        place = bisect_left(self.breaks, offset + 1)
        return self.breaks[place - 1] if place else 0

    def sentence_end(self, offset: int) -> int:
        """Where the sentence that holds `offset` ends, in code points."""
        place = bisect_left(self.breaks, offset + 1)
        return self.breaks[place] if place < len(self.breaks) else len(self.text)


def scan(address: Address, role: Role, text: str) -> Line:
    """`text` as a line."""
    words = tuple(
        Word(found.group(), found.start(), found.end(), plain)
        for found in _WORD.finditer(text)
        if (plain := bare(found.group()))
    )
    breaks = tuple(found.end() for found in _BREAK.finditer(text))
    starts = tuple(word.start for word in words)
    return Line(address, role, text, words, breaks, starts, frozenset(word.bare for word in words))
