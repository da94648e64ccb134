"""All counts behind one question: the news, the wide web, and the publication's own archive.

Owns how the three are added up. The news counts words and pairs, the archive adds its own, the
wide list only says that a word exists and how common it is. Each may be missing.
"""

from __future__ import annotations

from deskeditor.language.bigrams import BigramTable
from deskeditor.language.wide_words import WideWords

#: From this share of all words on, a word of the wide list is one; below, it may be a slip there.
IN_USE = 2e-8
#: What the wide web counts for beside the news: its slips and its speech are not the desk's.
WIDE_SHARE = 0.25


class Vocabulary:
    """Counts of words and pairs. Look-ups take 1 to 3 µs; thread-safe."""

    def __init__(
        self,
        news: BigramTable | None,
        wide: WideWords | None = None,
        archive: BigramTable | None = None,
    ) -> None:
        """`archive` is what `language train` learned of the publication's own texts."""
        self._tables = tuple(table for table in (news, archive) if table is not None)
        self._wide = wide
        self.total = sum(table.total for table in self._tables)

    def __contains__(self, word: str) -> bool:
        """Whether the word is in use anywhere."""
        return any(word in table for table in self._tables) or self._share(word) >= IN_USE

    def _share(self, word: str) -> float:
        return self._wide.frequency(word) if self._wide is not None else 0.0

    def word(self, word: str) -> int:
        """Occurrences in the news and the archive."""
        return sum(table.word(word) for table in self._tables)

    def weight(self, word: str) -> float:
        """Occurrences as they would be in the news, the wide web's at a quarter."""
        return self.word(word) + WIDE_SHARE * self.total * self._share(word)

    def pair(self, left: str, right: str) -> int:
        """Occurrences of the two in a row, in the news and the archive."""
        return sum(table.pair(left, right) for table in self._tables)

    def alike(self, word: str) -> tuple[str, ...]:
        """Other words that differ only in hamza, ة/ه or ى/ي."""
        found = (other for table in self._tables for other in table.alike(word))
        return tuple(dict.fromkeys(found))
