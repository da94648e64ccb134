"""Folding: Arabic text made comparable, with a map back to the original offsets.

Owns which characters are one for a purpose (search, comparison, spelling) and where each folded
character came from. All of it is linear in the length of the text. Offsets are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache, lru_cache

#: Tashkeel and Quranic marks: what is written above and below letters.
TASHKEEL_MARKS = frozenset(
    chr(code)
    for low, high in ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC),
                      (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x08D3, 0x08FF))
    for code in range(low, high + 1)
)  # fmt: skip
TATWEEL_MARK = "\u0640"
#: Longer texts are folded anew each time: their maps would be megabytes.
_LONG = 20_000
#: Zero-width characters and bidi controls: seen by no reader.
CONTROL_MARKS = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)


class Fold(Flag):
    """What folding makes equal."""

    TASHKEEL = auto()  # marks off
    TATWEEL = auto()  # ـ off
    CONTROLS = auto()  # bidi controls, joiners, zero-width spaces, soft hyphens off
    FORMS = auto()  # presentation forms ﻻ → لا, Persian and Urdu ک ی ہ → ك ي ه
    HAMZA = auto()  # أ إ آ ٱ → ا
    CARRIERS = auto()  # ؤ → و, ئ → ي
    MAQSURA = auto()  # ى → ي
    MARBUTA = auto()  # ة → ه
    DIGITS = auto()  # ٠-٩ ۰-۹ → 0-9, ٪ → %, ٫ → ., ٬ → ,
    GLYPHS = auto()  # every double quotation glyph → ", single → '
    CASE = auto()  # Latin letters small

    #: What spelling compares: only what a reader does not read as another letter.
    SPELLING = TASHKEEL | TATWEEL | CONTROLS | FORMS
    #: What counts as the same word when a quotation is held against its source.
    ORTHOGRAPHIC = SPELLING | HAMZA | MAQSURA | DIGITS | GLYPHS
    #: What a person who searches means.
    SEARCH = SPELLING | HAMZA | CARRIERS | MAQSURA | MARBUTA | DIGITS | GLYPHS | CASE


def _forms() -> dict[str, str]:
    found = {"ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ې": "ي", "ۀ": "ه"}
    for low, high in ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC)):
        for code in range(low, high + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                found[chr(code)] = plain.strip() or ""
    return found


def _digits() -> dict[str, str]:
    found = {"٪": "%", "٫": ".", "٬": ","}
    for zero in (0x0660, 0x06F0):
        found.update({chr(zero + value): str(value) for value in range(10)})
    return found


def _parts(options: Fold) -> list[dict[str, str]]:
    tables: list[tuple[Fold, dict[str, str]]] = [
        (Fold.TASHKEEL, dict.fromkeys(TASHKEEL_MARKS, "")),
        (Fold.TATWEEL, {TATWEEL_MARK: ""}),
        (Fold.CONTROLS, dict.fromkeys(CONTROL_MARKS, "")),
        (Fold.HAMZA, dict.fromkeys("أإآٱ", "ا")),
        (Fold.CARRIERS, {"ؤ": "و", "ئ": "ي"}),
        (Fold.MAQSURA, {"ى": "ي"}),
        (Fold.MARBUTA, {"ة": "ه"}),
        (Fold.DIGITS, _digits()),
        (Fold.GLYPHS, {**dict.fromkeys("“”„‟«»＂", '"'), **dict.fromkeys("‘’‚‛‹›", "'")}),
        (Fold.CASE, {chr(code): chr(code).lower() for code in (*range(65, 91), *range(192, 223))}),
    ]
    return [table for option, table in tables if option in options]


@cache
def table(options: Fold) -> Mapping[int, str]:
    """The translation table of `options`, as `str.translate` takes it."""
    plain: dict[str, str] = {}
    for part in _parts(options):
        plain.update(part)
    whole = dict(plain)
    if Fold.FORMS in options:
        for form, letters in _forms().items():
            whole[form] = "".join(plain.get(letter, letter) for letter in letters)
    return {ord(char): text for char, text in whole.items()}


def fold(text: str, options: Fold = Fold.SEARCH) -> str:
    """`text` folded, without a map."""
    return text if text.isascii() and Fold.CASE not in options else text.translate(table(options))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each of its characters came from.

    Attributes:
        text: the folded text.
        starts: for each folded character, the original offset of the character it came from.
        ends: the original offset behind it, marks that were folded away after it included.
        length: code points of the original.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    length: int

    def origin(self, offset: int) -> int:
        """The original offset of the folded offset; the end of the text maps to the end."""
        return self.starts[offset] if offset < len(self.starts) else self.length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original range of the folded range `[start, end)`; an empty range stays empty."""
        if start >= end:
            here = self.origin(start)
            return here, here
        return self.starts[start], self.ends[end - 1]


@cache
def _uneven(options: Fold) -> re.Pattern[str]:
    """Whatever becomes nothing or several characters, so that offsets move behind it."""
    uneven = "".join(chr(code) for code, new in table(options).items() if len(new) != 1)
    return re.compile(f"[{re.escape(uneven)}]" if uneven else "(?!)")


def folded(text: str, options: Fold = Fold.SEARCH) -> Folded:
    """`text` folded, with its map back. Marks folded away belong to the letter before them.

    The last few texts are remembered: one rule after another asks for the same.
    """
    return _folded(text, options) if len(text) > _LONG else _remembered(text, options)


def _folded(text: str, options: Fold) -> Folded:
    changes = table(options)
    if _uneven(options).search(text) is None:
        size = len(text)
        return Folded(text.translate(changes), range(size), range(1, size + 1), size)
    starts: list[int] = []
    ends: list[int] = []
    behind = 0
    for found in _uneven(options).finditer(text):
        offset, char = found.start(), found.group()
        starts.extend(range(behind, offset))
        ends.extend(range(behind + 1, offset + 1))
        behind = offset + 1
        new = changes[ord(char)]
        if new:
            starts.extend([offset] * len(new))
            ends.extend([behind] * len(new))
        elif ends and char not in CONTROL_MARKS and ends[-1] == offset:
            ends[-1] = behind
    starts.extend(range(behind, len(text)))
    ends.extend(range(behind + 1, len(text) + 1))
    return Folded(text.translate(changes), tuple(starts), tuple(ends), len(text))


_remembered = lru_cache(maxsize=8)(_folded)
