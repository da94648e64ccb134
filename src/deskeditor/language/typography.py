"""Typography as one types: what a typed character becomes in the house's style.

Pure, and looks only at what stands before the caret in its paragraph. Left alone: Latin runs (two
Latin words or more in a row, or nothing but Latin), addresses of pages and of mail, and whatever
says the same as it was. Offsets are code points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskeditor.domain.publication import Digits, HouseStyle, QuoteGlyphs

_ARABIC = "\u0620-\u063f\u0641-\u064a\u064b-\u065f\u0670-\u06d3"
_LETTER = re.compile(f"[{_ARABIC}]")
_WORD = re.compile(f"[A-Za-z\u00c0-\u024f]+|[{_ARABIC}]+")
_ADDRESS = re.compile(r"(?:://|www\.|@|^[/#])")
_SPACES = " \u00a0"
#: What a space never stands before, and what a letter never touches.
_CLOSING = "،؛؟.:!»”)]"
_BEFORE_LETTER = "،؛؟!:»”"
_OPENING = "«“([–—-"
_LATIN_DIGITS, _ARABIC_DIGITS = "0123456789", "٠١٢٣٤٥٦٧٨٩"
_NEW_DIGITS = {
    Digits.LATIN: str.maketrans(_ARABIC_DIGITS, _LATIN_DIGITS),
    Digits.ARABIC: str.maketrans(_LATIN_DIGITS, _ARABIC_DIGITS),
}
_MARKS = {",": "،", ";": "؛", "?": "؟"}
#: The characters that may become something; a letter only after one of `AFTER`.
TRIGGERS = frozenset('",;?.:!»”)]،؛؟-% \u00a0٪' + _LATIN_DIGITS + _ARABIC_DIGITS)
AFTER = frozenset(_BEFORE_LETTER + ".")


@dataclass(frozen=True, slots=True)
class Smart:
    """`drop` characters before the typed one go, and it becomes `text`."""

    drop: int
    text: str


def smart(before: str, typed: str, house: HouseStyle) -> Smart | None:
    """What the character `typed` after `before` becomes; None where it stays as it is."""
    if len(typed) != 1 or _foreign(before):
        return None
    if typed == '"':
        return Smart(0, _quote(before, house.quotes))
    if typed in _LATIN_DIGITS + _ARABIC_DIGITS:
        return _digit(before, typed, house.digits)
    if typed in "%٪":
        return _percent(before, typed)
    if typed in _SPACES:
        return _space(before)
    if typed == "-":
        return Smart(1, "–") if before.endswith("-") and not before.endswith("--") else None
    if _LETTER.match(typed):
        return _letter(before, typed)
    return _mark(before, typed)


def _foreign(before: str) -> bool:
    """Whether one is writing Latin, or an address."""
    token = before.rsplit(None, 1)[-1] if before.strip() and not before[-1:].isspace() else ""
    if _ADDRESS.search(token):
        return True
    words = _WORD.findall(before[-120:])[-2:]
    return bool(words) and all(not _LETTER.match(word) for word in words)


def _open_quotes(before: str) -> list[str]:
    """The opening glyphs that are still open, the outermost first."""
    pairs = {"«": "»", "“": "”"}
    found: list[str] = []
    for character in before:
        if character in pairs:
            found.append(character)
        elif found and character == pairs[found[-1]]:
            found.pop()
    return found


def _quote(before: str, house: QuoteGlyphs) -> str:
    opened = _open_quotes(before)
    begins = not before or before[-1].isspace() or before[-1] in _OPENING
    if opened and not begins:
        return "»" if opened[-1] == "«" else "”"
    if not begins and not before.endswith(("لـ", "بـ", "كـ", "وـ", "ـ")):
        return house.pair[1]
    outer, inner = house.pair[0], "“" if house.pair[0] == "«" else "«"
    return inner if opened and opened[-1] == outer else outer


def _digit(before: str, typed: str, house: Digits) -> Smart | None:
    if re.search(r"[A-Za-z]\S*$", before):
        return None  # a model or a name: HP-42
    spaced = _letter_space(before)
    new = typed.translate(_NEW_DIGITS[house])
    return Smart(0, spaced + new) if spaced or new != typed else None


def _letter_space(before: str) -> str:
    """The space that must stand before a number after a comma; not inside 1,000 or 10:30."""
    return " " if before[-1:] in ("،", "؛", "؟") else ""


def _percent(before: str, typed: str) -> Smart | None:
    found = re.search(rf"([0-9٠-٩])([{_SPACES}]*)$", before)
    if found is None:
        return None
    new = "%" if found.group(1) in _LATIN_DIGITS else "٪"
    drop = len(found.group(2))
    return Smart(drop, new) if drop or new != typed else None


def _space(before: str) -> Smart | None:
    if re.search(r"[0-9٠-٩],$", before):
        return Smart(1, "، ")
    if re.search(rf"[{_ARABIC}»”)0-9] -$", before):
        return Smart(1, "– ")
    if re.search(rf"[،؛؟.:!»”–][{_SPACES}]$", before):
        return Smart(1, " ")
    return None


def _letter(before: str, typed: str) -> Smart | None:
    last = before[-1:]
    if last and last in _BEFORE_LETTER:
        return Smart(0, " " + typed)
    # A stop after a word of one letter is a title's: «د.أحمد», «أ.م.د».
    if last == "." and re.search(f"[{_ARABIC}]{{3,}}[»”)]?\\.$", before):
        return Smart(0, " " + typed)
    return None


def _mark(before: str, typed: str) -> Smart | None:
    new = _MARKS.get(typed, typed)
    if new == "،" and before[-1:].isdigit():
        return None  # it may be the comma of 1,000: a space after it tells
    if new not in _CLOSING:
        return None
    found = re.search(rf"(?<=[^\s{_SPACES}«“(\[])[{_SPACES}]+$", before)
    drop = len(found.group()) if found else 0
    if typed in ".:" and drop and not _LETTER.search(before[-drop - 2 : -drop]):
        drop = 0
    return Smart(drop, new) if drop or new != typed else None
