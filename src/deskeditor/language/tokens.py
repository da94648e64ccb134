"""Tokens: Arabic words, Latin words, numbers, links and punctuation, with code-point offsets.

Owns what one word is: tashkeel, tatweel, joiners and bidi controls inside a word belong to it;
controls around it do not. One pass of one pattern without backtracking, so that the time is linear
in the text whatever the text holds. Space makes no token; a line break does.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from deskeditor.language.folding import Fold, fold


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"  # Arabic letters
    LATIN = "latin"  # Latin letters, digits and inner hyphens or apostrophes
    NUMBER = "number"  # digits of any system with inner separators: 1,500 or ٣٫٥
    LINK = "link"  # a web address, an e-mail address, a #tag or an @name
    PUNCTUATION = "punctuation"  # one mark
    BREAK = "break"  # a line break
    OTHER = "other"  # other scripts, emoji, stray marks


class Token(NamedTuple):
    """One token: `[start, end)` code points of its text.

    `word` is the text without tashkeel, tatweel, controls and presentation forms; for tokens that
    are no words it is the text itself.
    """

    kind: TokenKind
    start: int
    end: int
    text: str
    word: str


_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
_LETTER += "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
_MARK += "\u06ea-\u06ed\u08d3-\u08ff"
_CONTROL = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_PUNCTUATION = re.escape(".,;:!?،؛؟٪%…-–—/\\\"'“”„‟«»‹›‘’‚‛()[]{}<>*&#@+=_|~^°$€£٭•·٬٫ـ")
_PATTERN = re.compile(
    rf"(?P<word>[{_LETTER}](?:[{_MARK}{_CONTROL}]*+[{_LETTER}])*+[{_MARK}]*+)"
    rf"|(?P<number>[{_DIGIT}]++(?:[.,\u066b\u066c][{_DIGIT}]++)*+)"
    r"|(?P<link>(?:https?://|www\.)[^\s“”«»\"<>()\[\]،؛]++"
    r"|[A-Za-z0-9._+-]{1,64}+@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++|[#@]\w++)"
    rf"|(?P<latin>[{_LATIN}][{_LATIN}{_DIGIT}]*+(?:['’.&_+-][{_LATIN}{_DIGIT}]++)*+\+{{0,2}}+)"
    r"|(?P<break>\n)"
    rf"|(?P<punctuation>[{_PUNCTUATION}])"
    rf"|(?P<other>[{_CONTROL}]++|[{_MARK}]++|\w++|[^\w\s{_PUNCTUATION}]++)"
)
#: Words whose plain forms are remembered, and the longest of them.
_REMEMBERED, _LONG = 65_536, 40


@lru_cache(maxsize=_REMEMBERED)
def _known(word: str) -> str:
    return fold(word, Fold.SPELLING)


def _plain(word: str) -> str:
    return _known(word) if len(word) <= _LONG else fold(word, Fold.SPELLING)


_KINDS = {kind.value: kind for kind in TokenKind}


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order. Linear time; knows no error."""
    found: list[Token] = []
    for match in _PATTERN.finditer(text):
        kind = _KINDS[str(match.lastgroup)]
        start, end = match.span()
        said = match.group()
        word = said
        if kind is TokenKind.WORD:
            word = _plain(said)
        elif kind is TokenKind.LINK:
            found.extend(_link(start, said))
            continue
        found.append(Token(kind, start, end, said, word))
    return tuple(found)


def _link(start: int, said: str) -> list[Token]:
    """A link, and the marks behind it that end the sentence and not the address."""
    bare = said.rstrip(".,:!?؟")
    cut = start + len(bare)
    after = [
        Token(TokenKind.PUNCTUATION, cut + place, cut + place + 1, mark, mark)
        for place, mark in enumerate(said[len(bare) :])
    ]
    return [Token(TokenKind.LINK, start, cut, bare, bare), *after]


def words(text: str) -> tuple[Token, ...]:
    """Only the Arabic words of `text`."""
    return tuple(token for token in tokenise(text) if token.kind is TokenKind.WORD)
