"""The words of a text with their neighbours, as the table of pairs counts neighbours.

Numbers, Latin words and a slash between two month names do not part neighbours; every other mark
and every line break does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deskeditor.language.bigrams import END, START
from deskeditor.language.tokens import Token, TokenKind

_THROUGH = frozenset({TokenKind.NUMBER, TokenKind.LATIN})


#: Quotation glyphs, and those of them that always open.
_GLYPHS, _OPENING = frozenset('"“”„«»'), frozenset("“„«")
_TITLE = 3
_WORDS = frozenset({TokenKind.WORD, TokenKind.LATIN, TokenKind.NUMBER})


class Placed(NamedTuple):
    """A word and the places of its neighbours in the list; -1 at a sentence's end."""

    token: Token
    left: int
    right: int


def placed(tokens: Sequence[Token]) -> tuple[Placed, ...]:
    """The Arabic words among the tokens, each with its neighbours."""
    words: list[Token] = []
    joined: list[bool] = []
    near = False
    for token in tokens:
        if token.kind is TokenKind.WORD:
            words.append(token)
            joined.append(near)
            near = True
        elif token.kind not in _THROUGH and token.text != "/":
            near = False
    joined.append(False)
    return tuple(
        Placed(token, at - 1 if joined[at] else -1, at + 1 if joined[at + 1] else -1)
        for at, token in enumerate(words)
    )


def titled(tokens: Sequence[Token]) -> frozenset[int]:
    """Where words begin that stand in quotation glyphs holding no more than `_TITLE` words."""
    found: list[int] = []
    opened: list[int] | None = None
    for token in tokens:
        if token.kind is TokenKind.PUNCTUATION and token.text in _GLYPHS:
            if opened is None or token.text in _OPENING:
                opened = []
            else:
                found += opened if len(opened) <= _TITLE else ()
                opened = None
        elif token.kind is TokenKind.BREAK:
            opened = None
        elif opened is not None and token.kind in _WORDS:
            opened.append(token.start)
    return frozenset(found)


def neighbours(words: Sequence[str], place: Placed) -> tuple[str, str]:
    """The words on both sides, as `words` now reads."""
    left = words[place.left] if place.left >= 0 else START
    right = words[place.right] if place.right >= 0 else END
    return left, right
