"""Left-to-right runs that a right-to-left line would turn around, found so that they can be kept.

The cases are measured ones: inside Arabic a hyphen between digits, a sign before a number, a unit
behind it and symbols at a Latin word's edge all move to the other side. Dates with slashes, hours
and Latin words alone come out right and are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskeditor.domain.document import (
    Block,
    Direction,
    Document,
    Figure,
    Heading,
    Inline,
    Isolate,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Span,
    Table,
)

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


def without_automatic(document: Document) -> Document:
    """A document that came in, less the isolates an export puts there by itself.

    They are no marks of anybody, and the next export puts them there again.
    """
    base, header = document.direction, document.header
    fields = ("kicker", "headline", "deck", "byline", "dateline")
    bare = {name: _bare(getattr(header, name), base) for name in fields}
    blocks = tuple(_bare_block(block, base) for block in document.blocks)
    return replace(document, header=replace(header, **bare), blocks=blocks)


def _bare_block(block: Block, base: Direction) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, text=_bare(block.text, block.direction or base))
        case Quotation():
            own = block.direction or base
            by = _bare(block.attribution, own)
            return replace(block, text=_bare(block.text, own), attribution=by)
        case ListBlock():
            items = (replace(i, text=_bare(i.text, i.direction or base)) for i in block.items)
            return replace(block, items=tuple(items))
        case Figure():
            return replace(block, caption=_bare(block.caption, base))
        case Table():
            rows = tuple(tuple(_bare(cell, base) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=_bare(block.caption, base))
        case Separator() | Note():
            return block


def _bare(text: Inline, direction: Direction) -> Inline:
    if direction is Direction.LTR or not any(isinstance(s.mark, Isolate) for s in text.spans):
        return text
    automatic = {(s.start, s.end) for s in isolated(Inline(text.text), direction).spans}
    kept = (
        span
        for span in text.spans
        if not (isinstance(span.mark, Isolate) and (span.start, span.end) in automatic)
    )
    return Inline(text.text, tuple(kept))
