"""The speller: table, dictionary and word lists behind one question, "which words are in doubt?".

Lives as long as the checker, so that what it learned of a word is kept from run to run. Not
thread-safe: the checking service asks it under its lock.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskeditor.checks.spelling.judging import Doubt, doubts
from deskeditor.checks.spelling.lexicon import Lexicon, Table
from deskeditor.checks.spelling.scoring import Scorer
from deskeditor.domain.ports import Dictionary
from deskeditor.language.bigrams import BigramTable
from deskeditor.language.tokens import Token
from deskeditor.language.vocabulary import Vocabulary
from deskeditor.language.wide_words import WideWords


class Speller:
    """Doubts about the words of one text after another."""

    def __init__(
        self,
        news: BigramTable | None,
        dictionary: Dictionary | None,
        *,
        wide: WideWords | None = None,
        archive: BigramTable | None = None,
    ) -> None:
        """Without counts only unknown words are found, without a dictionary only what counts."""
        table = Vocabulary(news, wide, archive) if news is not None else None
        self.table: Table | None = table
        self.dictionary = dictionary
        self.scorer = Scorer(table) if table is not None else None
        self._listed: frozenset[str] = frozenset()
        self._lexicon = Lexicon(table, dictionary)

    def listing(self, listed: frozenset[str]) -> Lexicon:
        """The lexicon with the publication's own words and names in it."""
        if listed != self._listed:
            self._listed = listed
            self._lexicon = Lexicon(self.table, self.dictionary, listed)
        return self._lexicon

    def forget_places(self) -> None:
        """Forget what was worked out for words beside others: as before a text never seen."""
        self._lexicon.between.clear()
        if self.scorer is not None:
            self.scorer.forget()

    def doubts(
        self, tokens: Sequence[Token], listed: frozenset[str] = frozenset()
    ) -> tuple[Doubt, ...]:
        """The words in doubt, in order; `listed` words are never questioned."""
        return doubts(tokens, self.listing(listed), self.scorer)
