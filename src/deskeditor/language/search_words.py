"""Words as a search index keeps them: folded, and under what they may be without clitics.

Pure. A text is kept as its folded words in order, so that phrases are found; behind them stand the
readings of words that carry clitics, so that المدرسة finds وبالمدرسة. Which reading is the true
one nobody asks: a search shows what it found, and a reader sees at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from deskeditor.language.clitics import without_back, without_front
from deskeditor.language.folding import fold
from deskeditor.language.tokens import Token, TokenKind, tokenise

#: A reading shorter than this, in letters, says too little to be looked for.
SHORTEST = 3
_KEPT = (TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER, TokenKind.LINK, TokenKind.OTHER)
_SEPARATORS = str.maketrans("", "", ",\u066c")


def words_of(token: Token) -> tuple[str, ...]:
    """The index words of one token: none for punctuation, several for a link or 3.5."""
    if token.kind not in _KEPT:
        return ()
    text = fold(token.text)
    if token.kind is TokenKind.NUMBER:
        text = text.translate(_SEPARATORS)
    return tuple("".join(char if char.isalnum() else " " for char in text).split())


def index_words(text: str) -> Iterator[str]:
    """Every index word of a text, in order."""
    for token in tokenise(text):
        yield from words_of(token)


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """What a folded word may be without its clitics; never the word itself.

    A ت before a pronoun may stand for ة, which is folded to ه: مدرسته is read as مدرسه.
    """
    found: set[str] = set()
    fronted = [word, *(rest for _, rest in without_front(word))]
    for front, rest in without_front(word):
        if front.endswith("لل") or (front.endswith("ل") and rest.startswith("ل")):
            found.add(f"ال{rest}")  # للبيت is ل and البيت
    for stem in fronted:
        found.add(stem)
        found.update(fold(rest) for rest, _ in without_back(stem))
    return frozenset(one for one in found if len(one) >= SHORTEST and one != word)


@lru_cache(maxsize=5_000)
def asked(word: str) -> tuple[str, ...]:
    """What a folded word is looked for as: itself, and itself without an article in front."""
    found = [word]
    for front, rest in without_front(word):
        if front.endswith(("ال", "لل")) and len(rest) >= SHORTEST:
            found.append(rest)
            break
    return tuple(found)


def indexed(texts: Iterable[str]) -> str:
    """Texts as the index keeps them: words in order, then the readings, each once."""
    words: list[str] = []
    more: set[str] = set()
    for text in texts:
        for word in index_words(text):
            words.append(word)
            more |= readings(word)
        words.append(GAP)
    return " ".join([*words, *sorted(more.difference(words))])


#: Stands between texts, so that no phrase is found across two; no word of a text is folded to it.
GAP = "\u241e"
