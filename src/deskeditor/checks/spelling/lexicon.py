"""Who knows a word: the dictionary, the desk's own lists, the counts; and what may be meant by it.

Remembers its verdicts by word, so that each distinct word is looked up once. Belongs to one
checker; its dictionary may be absent, its counts too.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple, Protocol

from deskeditor.checks.spelling.candidates import (
    LONGEST,
    Candidate,
    Slip,
    Vocabulary,
    far,
    is_definite,
    near,
    unlisted,
)
from deskeditor.checks.spelling.scoring import Counts
from deskeditor.domain.ports import Dictionary
from deskeditor.language.clitics import bare, name_forms

#: From this count on a word is an established one, whatever the dictionary says.
ESTABLISHED = 30
#: Below this count a word that the dictionary does not know is unknown.
RARE = 8
#: Longer strings of letters are no words; nobody is asked about them.
LONGEST_ASKED = 40
_MEMORY = 100_000


class Table(Counts, Vocabulary, Protocol):
    """A table of counts that can be searched."""


class Standing(IntEnum):
    """How well a word is known."""

    UNKNOWN = 0
    SEEN = 1  # in the counts only, and not often
    ESTABLISHED = 2  # often in the counts, not in the dictionary
    KNOWN = 3  # in the dictionary
    LISTED = 4  # on a list of the desk: never questioned


class Entry(NamedTuple):
    """What is known of one word."""

    standing: Standing
    times: int
    candidates: tuple[Candidate, ...]


class Lexicon:
    """Verdicts on words."""

    def __init__(
        self,
        table: Table | None,
        dictionary: Dictionary | None,
        listed: frozenset[str] = frozenset(),
    ) -> None:
        """`listed` are words and names of the publication; clitics on them are understood."""
        self.table = table
        self.dictionary = dictionary
        self._listed = listed
        self._entries: dict[str, Entry] = {}
        self._known: dict[str, bool] = {}

    def entry(self, word: str) -> Entry:
        """What is known of a word (without tashkeel and tatweel)."""
        found = self._entries.get(word)
        if found is None:
            if len(self._entries) > _MEMORY:
                self._entries.clear()
            found = self._entries[word] = self._read(word)
        return found

    def knows(self, word: str) -> bool:
        """Whether the dictionary has the word; with no dictionary, whether it is established."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) > _MEMORY:
                self._known.clear()
            if self.dictionary is not None:
                found = self.dictionary.knows(word)
            else:
                found = self.table is None or self.table.word(word) >= ESTABLISHED
            self._known[word] = found
        return found

    def _read(self, word: str) -> Entry:
        if len(word) > LONGEST_ASKED:
            return Entry(Standing.LISTED, 0, ())
        if self._listed and any(form in self._listed for form in name_forms(word)):
            return Entry(Standing.LISTED, 0, ())
        count = self.table.word(word) if self.table is not None else 0
        if self.knows(word):
            standing = Standing.KNOWN
        elif count >= ESTABLISHED:
            standing = Standing.ESTABLISHED
        else:
            standing = Standing.SEEN if count >= RARE else Standing.UNKNOWN
        return Entry(standing, count, self._candidates(word, standing))

    def _sound(self, word: str) -> bool:
        """Whether the dictionary knows the word and its stem is in use: it accepts strange ones."""
        if not self.knows(word) or self.table is None:
            return False
        return any(len(form) > 2 and self.table.word(form) >= RARE for form in bare(word))

    def _candidates(self, word: str, standing: Standing) -> tuple[Candidate, ...]:
        if self.table is None or len(word) > LONGEST:
            return ()
        found = near(word, self.table)
        if standing is Standing.UNKNOWN:
            known = {candidate.word for candidate in found}
            found += tuple(c for c in far(word, self.table) if c.word not in known)
            known.update(candidate.word for candidate in found)
            found += tuple(c for c in unlisted(word) if c.word not in known and self._sound(c.word))
        elif is_definite(word) and word.endswith("ه"):
            other = f"{word[:-1]}ة"
            if other not in {candidate.word for candidate in found} and self.knows(other):
                found += (Candidate(other, Slip.MARBUTA),)
        return found
