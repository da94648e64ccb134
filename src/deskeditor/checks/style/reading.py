"""What the reading rules count in one text: sentences, words, ways of hiding who acts.

Bounds follow what published Arabic news does: half its sentences have 23 words or fewer, one in
fifty more than 50 (796 sentences of 60 articles).
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.domain.document import Role, Slot
from deskeditor.language.clitics import FRONTS
from deskeditor.language.tokens import Token, TokenKind

#: Texts that are read as sentences.
PROSE = frozenset({Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM, Role.DECK})
_ENDS = frozenset(".!؟?…")
_COUNTED = frozenset({TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER})
_SHORTEST = 4
#: Words whose stems are remembered.
_KEPT = 65_536


class Sentence(NamedTuple):
    """One sentence: `[start, end)` code points and its words."""

    start: int
    end: int
    words: tuple[Token, ...]


def sentences(context: CheckContext, slot: Slot) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return context.per_slot("sentences", slot, lambda given: _sentences(context.tokens(given)))


def _sentences(tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    words: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind in _COUNTED:
            words.append(token)
        elif words and (token.kind is TokenKind.BREAK or _ends(tokens, at)):
            found.append(Sentence(words[0].start, words[-1].end, tuple(words)))
            words = []
    if words:
        found.append(Sentence(words[0].start, words[-1].end, tuple(words)))
    return tuple(found)


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark ends a sentence: a full stop inside a name («العربية.نت») does not."""
    token = tokens[at]
    if token.text[0] not in _ENDS:
        return False
    if token.text != "." or not 0 < at < len(tokens) - 1:
        return True
    before, behind = tokens[at - 1], tokens[at + 1]
    inside = before.end == token.start and behind.start == token.end
    return not (inside and behind.kind in _COUNTED)


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """A word without the article and what is joined before it; short words stay whole."""
    for front in FRONTS:
        if word.startswith(front) and len(word) - len(front) >= _SHORTEST:
            return word[len(front) :]
    return word


def commonest(tokens: tuple[Token, ...], shortest: int, most: int) -> list[tuple[str, int]]:
    """The stems of at least `shortest` letters that stand oftener than `most` times, the three
    most frequent, these first.
    """
    stems = [stem(token.word) for token in tokens if len(token.word) >= shortest]
    if len(stems) - len(set(stems)) < most:  # none can stand so often
        return []
    return [(said, count) for said, count in Counter(stems).most_common(3) if count > most]
