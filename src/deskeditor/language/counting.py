"""Counting: words, characters and graphemes as a newsroom counts them.

A number is a word in any system of digits, a word with its clitics is one word, a web address is
one. Graphemes are what a person sees as one character: a letter with its tashkeel, an emoji with
its joiners.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskeditor.language.folding import CONTROL_MARKS
from deskeditor.language.tokens import TokenKind, tokenise

_WORDS = frozenset({TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER, TokenKind.LINK})
#: One grapheme: a flag, or a base with what is written on it, joined emoji as one.
_GRAPHEME = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|\r\n"
    "|[\\s\\S](?:[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u200c\u20d0-\u20f0\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[\u2190-\u2bff\U0001f000-\U0001faff])*+"
)
_UNSEEN = dict.fromkeys(ord(char) for char in CONTROL_MARKS - {"\u200c", "\u200d"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How long a text is. `characters` are graphemes, spaces included, line breaks not."""

    words: int = 0
    characters: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(self.words + other.words, self.characters + other.characters)


def graphemes(text: str) -> int:
    """What a person counts as characters; controls that nobody sees and line breaks are none."""
    seen = text.translate(_UNSEEN).replace("\n", "")
    if seen.isascii():
        return len(seen)
    return sum(1 for _ in _GRAPHEME.finditer(seen))


def after(text: str, limit: int) -> int:
    """The offset behind the first `limit` graphemes; the end where the text has fewer."""
    seen = [at for at, char in enumerate(text) if char != "\n" and ord(char) not in _UNSEEN]
    plain = "".join(text[at] for at in seen)
    for number, match in enumerate(_GRAPHEME.finditer(plain)):
        if number == limit:
            return seen[match.start()]
    return len(text)


def words(text: str) -> int:
    """Words and numbers of any script."""
    tokens = tokenise(text)
    total = 0
    glued = -1
    for token in tokens:
        if token.kind in _WORDS or (token.kind is TokenKind.OTHER and token.text[0].isalpha()):
            total += token.start != glued
            glued = token.end
    return total


def count(text: str) -> Counts:
    """Both counts of a text."""
    return Counts(words(text), graphemes(text))
