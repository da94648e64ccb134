"""Left-to-right runs that a right-to-left line would turn around, found so that they can be kept.

The cases are measured ones: inside Arabic a hyphen between digits, a sign before a number, a unit
behind it and symbols at a Latin word's edge all move to the other side. Dates with slashes, hours
and Latin words alone come out right and are left as they are.
"""

from __future__ import annotations

import re

from deskeditor.domain.document import Direction, Inline, Isolate, Span

_D = "[0-9\u0660-\u0669\u06f0-\u06f9]"
#: Quantifiers are possessive and bounded: a page may hold a hundred thousand digits and dots.
_NUMBER = rf"{_D}++(?:[.,:/\u066b\u066c]{_D}++){{0,6}}+"
_BREAKS = re.compile(
    "|".join(
        (
            r"https?://[^\s<>«»“”\"\u0600-\u06ff]+",  # addresses
            rf"\+{_D}[{_D[1:-1]}\s().\-]{{0,40}}{_D}",  # +964 770-123-4567
            rf"(?<![\w-]){_NUMBER}(?:-{_NUMBER}){{1,8}}+(?![\w-])",  # 2-1, 12-2026, 2026-11-23
            rf"(?<![\w-]){_NUMBER}-[A-Za-z][A-Za-z0-9]*+",  # 16-F
            r"(?<![\w-])[A-Za-z][A-Za-z0-9]*+(?:-[A-Za-z0-9]++){0,8}+(?:\+\+?|#)",  # C++, C#, A+
            r"(?<![\w.])[.@#][A-Za-z][\w.]*",  # .NET, @handle, #tag
            rf"(?<![\w.,])(?:[-+−±]|[$€£¥]\s?){_NUMBER}%?",  # -5, $100, +3.5%
            rf"(?<!{_D}){_NUMBER}\s?(?:[%٪‰$€£¥]|°[CF]?)",  # 87.5%, 40 €, 21°C
        )
    )
)
_TRAILING = ".,:;!?)-"


def runs_to_isolate(text: str) -> tuple[tuple[int, int], ...]:
    """The code-point ranges of `text` that must be isolated in a right-to-left paragraph."""
    found = []
    for match in _BREAKS.finditer(text):
        start, end = match.span()
        while match.group().startswith("http") and text[end - 1] in _TRAILING:
            end -= 1
        found.append((start, end))
    return tuple(found)


def isolated(text: Inline, direction: Direction) -> Inline:
    """`text` with an isolate on every run its direction would break and no isolate covers yet."""
    if direction is Direction.LTR:
        return text
    held = [(s.start, s.end) for s in text.spans if isinstance(s.mark, Isolate)]
    new = [
        Span(start, end, Isolate())
        for start, end in runs_to_isolate(text.text)
        if not any(start < other_end and end > other for other, other_end in held)
    ]
    return Inline(text.text, (*text.spans, *new)) if new else text
