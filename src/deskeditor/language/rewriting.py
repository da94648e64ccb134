"""Letters and digits written another way: tashkeel off, tatweel off, digits of one kind.

Pure. Answers only the words that change, as `(start, end, new)` in code points, so that whatever
marks stand on the others stay untouched.
"""

from __future__ import annotations

import re
from enum import StrEnum

from deskeditor.language.folding import TASHKEEL_MARKS, TATWEEL_MARK
from deskeditor.language.tokens import TokenKind, tokenise

#: A word that is to be written anew: `[start, end)` of the text, and its new form.
Rewriting = tuple[int, int, str]
_LATIN, _ARABIC = "0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪"
_TO_ARABIC = str.maketrans(_LATIN, _ARABIC)
_TO_LATIN = str.maketrans(_ARABIC + "۰۱۲۳۴۵۶۷۸۹", _LATIN + "0123456789")
_MARKS = str.maketrans("", "", "".join(TASHKEEL_MARKS))
#: Tatweel between letters. At a word's end it says something: «لـ» before a name, «هـ» of a year.
_LETTER, _MARK = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3", "\u064b-\u065f\u0670"
_INSIDE = re.compile(rf"(?<=[{_LETTER}{_MARK}]){TATWEEL_MARK}+(?=[{_MARK}]*[{_LETTER}])")


class Manner(StrEnum):
    """How words are written anew."""

    NO_TASHKEEL = "strip_tashkeel"
    NO_TATWEEL = "strip_tatweel"
    LATIN_DIGITS = "digits_latin"
    ARABIC_DIGITS = "digits_arabic"


def rewritings(text: str, manner: Manner) -> list[Rewriting]:
    """The words of `text` that are written differently in `manner`, in order."""
    if manner in (Manner.LATIN_DIGITS, Manner.ARABIC_DIGITS):
        return _numbers(text, arabic=manner is Manner.ARABIC_DIGITS)
    found: list[Rewriting] = []
    for word in re.finditer(r"\S+", text):
        old = word.group()
        new = old.translate(_MARKS) if manner is Manner.NO_TASHKEEL else _INSIDE.sub("", old)
        if new != old:
            found.append((word.start(), word.end(), new))
    return found


def _numbers(text: str, *, arabic: bool) -> list[Rewriting]:
    """Numbers that stand alone: those in links, in Latin names and in models (HP-42) stay."""
    found: list[Rewriting] = []
    tokens = tokenise(text)
    for place, token in enumerate(tokens):
        if token.kind is not TokenKind.NUMBER or _touches_latin(text, token.start, token.end):
            continue
        end = token.end
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if after is not None and after.start == end and after.text in ("%", "٪"):
            end = after.end
        old = text[token.start : end]
        new = _as_arabic(old) if arabic else old.translate(_TO_LATIN)
        if new != old:
            found.append((token.start, end, new))
    return found


def _as_arabic(number: str) -> str:
    """Separators too, but a full stop that comes twice parts a date, no decimals."""
    if number.count(".") > 1:
        parts = number.split(".")
        return ".".join(part.translate(_TO_ARABIC) for part in parts)
    return number.translate(_TO_ARABIC)


def _touches_latin(text: str, start: int, end: int) -> bool:
    before = re.search(r"[A-Za-z][\w.+-]*$", text[max(0, start - 40) : start])
    return before is not None or bool(re.match(r"[A-Za-z]|-[A-Za-z]", text[end : end + 2]))
