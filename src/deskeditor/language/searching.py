"""Finding words in a text as a person means them: without tashkeel, hamza forms, tatweel, digits.

Pure. The text is folded with a map back, so matches are ranges of the original, code points
`[start, end)`; marks on the last letter belong to the match. A person's regular expression can
take exponential time: every search has a deadline in seconds and lets other threads run.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deskeditor.domain.errors import BadInput
from deskeditor.language.folding import TASHKEEL_MARKS, TATWEEL_MARK, Fold, Folded, folded, table

#: The longest pattern taken, in code points, and the most matches looked for in one text.
LONGEST, MOST = 300, 10_000
#: Seconds one search may take over all its texts; a pattern's are the processor's, so that a busy
#: machine takes longer by the clock.
PATIENCE = 2.0
_ALWAYS = Fold.CONTROLS | Fold.FORMS | Fold.GLYPHS
_HAMZA = Fold.HAMZA | Fold.CARRIERS | Fold.MAQSURA | Fold.MARBUTA
_SPECIAL = frozenset(r".^$*+?{}[]\|()")
_QUANTIFIERS = frozenset("*+?{")


class BadQuery(BadInput):
    """A search that cannot be made: the pattern is wrong, too long or too slow."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. The four switches say what makes no difference.

    `hamza` covers the seats of hamza, alif maqsura and ta marbuta: what people write either way.
    """

    text: str
    tashkeel: bool = True
    hamza: bool = True
    tatweel: bool = True
    digits: bool = True
    case: bool = True
    whole_word: bool = False
    expression: bool = False

    @property
    def options(self) -> Fold:
        """What is folded."""
        wanted = _ALWAYS
        for on, part in (
            (self.tashkeel, Fold.TASHKEEL),
            (self.tatweel, Fold.TATWEEL),
            (self.hamza, _HAMZA),
            (self.digits, Fold.DIGITS),
            (self.case and not self.expression, Fold.CASE),
        ):
            if on:
                wanted |= part
        return wanted


@dataclass(frozen=True, slots=True)
class Match:
    """One place in the original; `groups` are the original's words, by number and by name."""

    start: int
    end: int
    groups: Mapping[str, str]


class Search:
    """One query made ready, with one deadline over all the texts it is asked for."""

    def __init__(self, query: Query, patience: float = PATIENCE) -> None:
        """Read the pattern.

        Raises:
            BadQuery: it is longer than `LONGEST`, or no regular expression.
        """
        if len(query.text) > LONGEST:
            raise BadQuery("search-too-long", limit=LONGEST)
        self.query = query
        self._patience, self._end = patience, time.monotonic() + patience
        self._pattern = _compiled(query)

    def matches(self, text: str) -> list[Match]:
        """Every match in `text` that is not empty, in order; none overlap.

        Raises:
            BadQuery: the deadline passed.
        """
        if self._pattern is None or not text:
            return []
        source = folded(text, self.query.options)
        found: list[Match] = []
        try:
            left = max(0.001, self._end - time.monotonic())
            for one in self._pattern.finditer(source.text, timeout=left, concurrent=True):
                if one.start() < one.end() and self._stands(text, source, one):
                    found.append(_match(text, source, one))
                if len(found) >= MOST:
                    break
        except TimeoutError as error:
            raise BadQuery("search-slow", seconds=self._patience) from error
        return found

    def _stands(self, text: str, source: Folded, one: Any) -> bool:
        if not self.query.whole_word:
            return True
        start, end = source.span(one.start(), one.end())
        return not (_in_word(text, start - 1) and _in_word(text, start)) and not (
            _in_word(text, end - 1) and _in_word(text, end)
        )

    def replacement(self, match: Match, template: str) -> str:
        """What stands in a match's place; an expression's template may name groups, as \\1."""
        if not self.query.expression:
            return template
        return _TEMPLATE.sub(lambda hit: _filled(hit, match), template)


_TEMPLATE = re.compile(r"\\(?:(\d)|g<(\w+)>|(\\)|(n|t))")


def _filled(hit: Any, match: Match) -> str:
    number, name, slash, control = hit.groups()
    if slash:
        return "\\"
    if control:
        return "\n" if control == "n" else "\t"
    return match.groups.get(number or name, "")


def _match(text: str, source: Folded, one: Any) -> Match:
    start, end = source.span(one.start(), one.end())
    groups = {"0": text[start:end]}
    for number in range(1, (one.re.groups or 0) + 1):
        a, b = one.span(number)
        left, right = source.span(a, b) if 0 <= a < b else (0, 0)
        groups[str(number)] = text[left:right]
    groups.update({name: groups[str(number)] for name, number in one.re.groupindex.items()})
    return Match(start, end, groups)


def _in_word(text: str, place: int) -> bool:
    if not 0 <= place < len(text):
        return False
    char = text[place]
    return char.isalnum() or char in TASHKEEL_MARKS or char in (TATWEEL_MARK, "\u200c", "\u200d")


def _compiled(query: Query) -> Any:
    """The pattern to look for in folded text; None where nothing is left to look for."""
    import regex

    if not query.expression:
        plain = query.text.translate(table(query.options))
        return regex.compile(regex.escape(plain)) if plain.strip() or query.text == " " else None
    if not query.text:
        return None
    flags = regex.MULTILINE | (regex.IGNORECASE if query.case else 0)
    try:
        return regex.compile("".join(_folded_pattern(query)), flags)
    except (regex.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise BadQuery("search-pattern") from error


def _folded_pattern(query: Query) -> Iterator[str]:
    """A pattern whose letters are folded as the text is, its signs left as they stand.

    A mark that is folded away leaves the pattern too, but where a sign counts it or a set holds it
    it stays: it matches nothing there, and the pattern keeps its form.
    """
    changes, pattern = table(query.options), query.text
    escaped, in_set = False, False
    for place, char in enumerate(pattern):
        if escaped or char == "\\":
            escaped = not escaped
            yield char
            continue
        in_set = (in_set or char == "[") and char != "]"
        new = changes.get(ord(char), char)
        if new == "":
            follower = pattern[place + 1 : place + 2]
            yield char if in_set or (follower and follower in _QUANTIFIERS) else ""
        else:
            yield re.escape(new) if new != char and set(new) & _SPECIAL else new
