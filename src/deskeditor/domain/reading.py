"""How a piece reads, in numbers a person can use. Nothing of it is an error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Counts of the running text.

    Attributes:
        median: words of the sentence in the middle, `longest` of the longest one.
        long: sentences longer than the house wishes.
        hidden: ways of hiding who acted («تم»، «من قبل»، «عملية»…).
        nouns: verbal nouns.
    """

    sentences: int = 0
    words: int = 0
    median: int = 0
    longest: int = 0
    long: int = 0
    hidden: int = 0
    nouns: int = 0

    @property
    def nouns_percent(self) -> float:
        """Verbal nouns among the words, in percent."""
        return 100 * self.nouns / self.words if self.words else 0.0
