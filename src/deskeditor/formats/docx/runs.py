"""Text cut into runs as Word reads direction: right-to-left runs carry `w:rtl`, the others do not.

Word orders the weak characters of a run (digits, signs, spaces) by the run's own direction, so a
run is cut at every change of script. Numbers stand in left-to-right runs: there Word leaves the
digits as they were written, and does not turn them by the reader's settings.
"""

from __future__ import annotations

import re

from deskeditor.domain.document import Direction

_RTL = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_LATIN = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u058f\u1e00-\u1fff"
_DIGIT = "0-9"
#: In Arabic: from a Latin letter through all that is not Arabic to the last Latin letter or digit;
#: or a number with the separators inside it.
_LEFT = re.compile(
    rf"[{_LATIN}](?:[^{_RTL}\n\t]*[{_LATIN}{_DIGIT}])?|[{_DIGIT}]+(?:[.,:/][{_DIGIT}]+)*"
)
#: In a left-to-right paragraph: from an Arabic letter to the last one.
_RIGHT = re.compile(rf"[{_RTL}](?:[^{_LATIN}{_DIGIT}\n\t]*[{_RTL}])?")
_CLOSING = {"(": ")", "[": "]", "{": "}"}

#: A number with its unit, whose order readers take either way.
_UNIT = re.compile(r"[\d.,:/\u066b\u066c]+\s?(?:[%٪‰$€£¥]|°[CF]?)")

Run = tuple[str, bool]


def direction_runs(text: str, base: Direction) -> list[Run]:
    """`text` as `(piece, is right-to-left)` in order, in a paragraph of direction `base`."""
    other = _LEFT if base is Direction.RTL else _RIGHT
    own = base is Direction.RTL
    runs: list[Run] = []
    last = 0
    for match in other.finditer(text):
        start, end = match.start(), _balanced(text, match.start(), match.end())
        if start < last:
            continue
        runs += [(text[last:start], own), (text[start:end], not own)]
        last = end
    runs.append((text[last:], own))
    return [run for run in runs if run[0]]


def anchored(text: str) -> str:
    """A left-to-right piece held in its order by U+200E where its edge would move.

    Word needs only the run; other programs order by characters alone. A number with its unit reads
    right either way and is left as it was written.
    """
    if _UNIT.fullmatch(text):
        return text
    before = "" if re.match(f"[{_LATIN}]", text) else "\u200e"
    after = "" if re.search(f"[{_LATIN}{_DIGIT}]$", text) else "\u200e"
    return f"{before}{text}{after}"


def _balanced(text: str, start: int, end: int) -> int:
    """`end`, moved behind the brackets opened in the piece and closed right after it."""
    opened = [_CLOSING[c] for c in text[start:end] if c in _CLOSING]
    while opened and text[end : end + 1] == opened[-1] and opened.pop() not in text[start:end]:
        end += 1
    return end
