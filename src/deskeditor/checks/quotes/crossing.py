"""A quotation that runs over paragraphs: opened in one, opened again or closed in a later one."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskeditor.checks.quotes.glyphs import Paired
from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.document import Role

#: Paragraphs one quotation may run over; a glyph left open is not followed further.
LONGEST = 12
_OPENING = frozenset('“”«"„')


@dataclass(slots=True)
class Crossed:
    """`parts`: (line, open) → further pieces (line, start, end); `swallowed`: pairs in them."""

    parts: dict[tuple[int, int], list[tuple[int, int, int]]] = field(default_factory=dict)
    swallowed: set[tuple[int, int]] = field(default_factory=set)


def join_paragraphs(lines: tuple[Line, ...], paired: tuple[Paired, ...]) -> Crossed:
    """Join every span left open at a paragraph's end with what closes it further down."""
    crossed = Crossed()
    number = 0
    while number < len(lines):
        number = max(number + 1, _follow(lines, paired, number, crossed))
    return crossed


def _follow(
    lines: tuple[Line, ...], paired: tuple[Paired, ...], number: int, crossed: Crossed
) -> int:
    """Follow the open span of one line; answers the line to go on with."""
    opened = next((p for p in reversed(paired[number].pairs) if not p.balanced), None)
    if opened is None or lines[number].role is not Role.PARAGRAPH:
        return number + 1
    pieces: list[tuple[int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    for ahead in range(number + 1, min(number + 1 + LONGEST, len(lines))):
        if lines[ahead].role is not Role.PARAGRAPH:
            break
        first = paired[ahead].pairs[0] if paired[ahead].pairs else None
        lead = len(lines[ahead].text) - len(lines[ahead].text.lstrip())
        if first is not None and first.open == lead and lines[ahead].text[lead] in _OPENING:
            pieces.append((ahead, first.start, first.end))
            taken.add((ahead, first.open))
            if first.balanced:
                return _close(crossed, (number, opened.open), pieces, taken, ahead)
            continue
        stray = paired[ahead].strays[0] if paired[ahead].strays else None
        if stray is not None and (first is None or stray < first.open):
            pieces.append((ahead, 0, stray))
            return _close(crossed, (number, opened.open), pieces, taken, ahead)
        if first is not None or stray is not None:
            break
        pieces.append((ahead, 0, len(lines[ahead].text)))
    return number + 1


def _close(
    crossed: Crossed,
    key: tuple[int, int],
    pieces: list[tuple[int, int, int]],
    taken: set[tuple[int, int]],
    last: int,
) -> int:
    crossed.parts[key] = pieces
    crossed.swallowed |= taken
    return last
