"""A quotation that runs over paragraphs: opened in one, opened again or closed in a later one."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskeditor.checks.quotes.extract import SlotReading
from deskeditor.domain.document import Role

#: Paragraphs one quotation may run over; a glyph left open is not followed further.
LONGEST = 12
_OPENING = frozenset('“”«"„')


@dataclass(slots=True)
class Crossed:
    """`parts`: (line, open) → further pieces (line, start, end); `swallowed`: pairs in them."""

    parts: dict[tuple[int, int], list[tuple[int, int, int]]] = field(default_factory=dict)
    swallowed: set[tuple[int, int]] = field(default_factory=set)


def join_paragraphs(texts: tuple[SlotReading, ...]) -> Crossed:
    """Join every span left open at a paragraph's end with what closes it further down."""
    crossed = Crossed()
    behind = 0
    for number, text in enumerate(texts):
        if text.opens and number >= behind:
            behind = _follow(texts, number, crossed)
    return crossed


def _follow(texts: tuple[SlotReading, ...], number: int, crossed: Crossed) -> int:
    """Follow the open span of one line; answers the line to go on with."""
    opened = next((p for p in reversed(texts[number].paired.pairs) if not p.balanced), None)
    if opened is None or texts[number].line.role is not Role.PARAGRAPH:
        return number + 1
    pieces: list[tuple[int, int, int]] = []
    taken: set[tuple[int, int]] = set()
    for ahead in range(number + 1, min(number + 1 + LONGEST, len(texts))):
        line, paired = texts[ahead].line, texts[ahead].paired
        if line.role is not Role.PARAGRAPH:
            break
        first = paired.pairs[0] if paired.pairs else None
        lead = len(line.text) - len(line.text.lstrip())
        if first is not None and first.open == lead and line.text[lead] in _OPENING:
            pieces.append((ahead, first.start, first.end))
            taken.add((ahead, first.open))
            if first.balanced:
                return _close(crossed, (number, opened.open), pieces, taken, ahead)
            continue
        stray = paired.strays[0] if paired.strays else None
        if stray is not None and (first is None or stray < first.open):
            pieces.append((ahead, 0, stray))
            return _close(crossed, (number, opened.open), pieces, taken, ahead)
        if first is not None or stray is not None:
            break
        pieces.append((ahead, 0, len(line.text)))
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
