"""Quotation glyphs paired within a paragraph, whatever their direction, by family.

Published Arabic mixes “…”, ”…“, ”…”, «…» and "…". Each family is paired by the cheapest reading of
its glyphs as opening and closing (a Viterbi walk over three depths): what stands beside a glyph
says more than its shape. One stray glyph therefore costs one stray, instead of turning every later
pair inside out. Linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Glyph → family and the side its shape suggests (+1 opens, −1 closes, 0 either).
_GLYPHS = {
    "“": ("curly", 1), "”": ("curly", -1), "„": ("curly", 1), "‟": ("curly", 1),
    "«": ("angle", 3), "»": ("angle", -3),
    '"': ("straight", 0), "＂": ("straight", 0),
    "‘": ("single", 1), "’": ("single", -1),
    "‹": ("thin", 3), "›": ("thin", -3),
}  # fmt: skip
_GLYPH = re.compile("[" + "".join(_GLYPHS) + "]")
_OPENERS = frozenset("([{:،؛/-–—ـ“«‘„")
_CLOSERS = frozenset(".,،؛؟?!:…)]}»”’/-–—")
_DEPTHS = 3
#: What brings the next quotation: a joined verb and أن, or a colon.
_BRINGS = re.compile(r"\s+و\w{2,}(?:\s\w+)?(?:\s(?:[أإ]ن|بأن)\w{0,3}\s*|\s*:\s*)$")
#: Spans left open in one paragraph that are closed by another family's glyph; more is rubbish.
_RECOVERED = 20
_FAR = 10**6
_STRAY, _NEST, _SIDE = 5, 3, 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A quoted span: glyphs at `open` and `close`, content between them.

    `close` is −1 where the closing glyph is missing; then the content runs to `end`.
    """

    open: int
    close: int
    start: int
    end: int

    @property
    def balanced(self) -> bool:
        """Whether both glyphs are there."""
        return self.close >= 0


@dataclass(frozen=True, slots=True)
class Paired:
    """What the glyphs of one paragraph mean: pairs in order of opening, and closing glyphs left."""

    pairs: tuple[Pair, ...]
    strays: tuple[int, ...] = ()


def pair_glyphs(text: str) -> Paired:
    """The quoted spans of one paragraph, nested ones too, and the glyphs that close nothing."""
    families: dict[str, list[int]] = {}
    opened = False
    for found in _GLYPH.finditer(text):
        place = found.start()
        if _doubled(text, place):
            continue
        opened = opened or found.group() == "‘"
        if _is_mark(text, place, opened=opened):
            families.setdefault(_GLYPHS[found.group()][0], []).append(place)
    pairs: list[Pair] = []
    strays: list[int] = []
    for places in families.values():
        _walk(text, places, pairs, strays)
    pairs = [p for p in pairs if p.balanced or text[p.open] not in "‘’‹›"]
    strays = [place for place in strays if text[place] not in "‘’‹›"]
    _join_families(pairs, strays)
    return Paired(tuple(sorted(pairs, key=lambda p: (p.open, -p.end))), tuple(sorted(strays)))


def _doubled(text: str, place: int) -> bool:
    """Whether a straight glyph is the outer one of two in a row: «""نعم""», as tables export."""
    if text[place] != '"':
        return False
    opens = text[place + 1 : place + 2] == '"' and text[place + 2 : place + 3].isalnum()
    closes = place > 1 and text[place - 1] == '"' and not text[place - 2].isspace()
    return opens or (closes and not text[place + 1 : place + 2].isalnum())


def _join_families(pairs: list[Pair], strays: list[int]) -> None:
    """Close a span left open by the next stray of another family: «… with " at its end."""
    left = [index for index, pair in enumerate(pairs) if not pair.balanced][:_RECOVERED]
    for index in left:
        pair = pairs[index]
        close = min((place for place in strays if place > pair.open + 1), default=None)
        if close is not None:
            pairs[index] = Pair(pair.open, close, pair.open + 1, close)
            strays.remove(close)


def _is_mark(text: str, place: int, *, opened: bool) -> bool:
    """Whether the glyph quotes at all: an apostrophe and an inch sign do not."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] in "‘’":
        return not (before.isalnum() and after.isalnum()) and not (
            text[place] == "’" and before.isascii() and before.isalpha() and not opened
        )
    return not (text[place] == '"' and before.isdigit() and after.isdigit())


def _costs(text: str, place: int) -> tuple[int, int]:
    """What reading the glyph as opening and as closing costs."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    side = _GLYPHS[text[place]][1]
    opening = closing = 0
    room_before = before.isspace() or before in _OPENERS
    room_after = after.isspace() or after in _CLOSERS
    if room_before and not room_after:
        closing += _SIDE
    elif room_after and not room_before:
        opening += _SIDE
    elif before.isspace() and after in _CLOSERS:
        opening += 2
    if side > 0:
        closing += side
    elif side < 0:
        opening -= side
    return opening, closing


def _walk(text: str, places: list[int], pairs: list[Pair], strays: list[int]) -> None:
    """Read `places` as opening or closing at the least cost; add what follows to the lists."""
    best = [0, _FAR, _FAR]
    steps: list[list[tuple[int, str]]] = []
    for place in places:
        opening, closing = _costs(text, place)
        offers: list[list[tuple[int, int, str]]] = [[] for _ in range(_DEPTHS)]
        for depth, cost in enumerate(best):
            if depth + 1 < _DEPTHS:
                offers[depth + 1].append((cost + opening + _NEST * depth, depth, "open"))
            if depth:
                offers[depth - 1].append((cost + closing, depth, "close"))
                offers[depth].append((cost + opening + _STRAY, depth, "again"))
            else:
                offers[0].append((cost + closing + _STRAY, 0, "stray"))
        chosen = [min(offer) for offer in offers]
        best = [cost for cost, _, _ in chosen]
        steps.append([(depth, act) for _, depth, act in chosen])
    depth = min(range(_DEPTHS), key=lambda d: best[d] + _STRAY * d)
    acts: list[str] = []
    for step in reversed(steps):
        depth, act = step[depth]
        acts.append(act)
    _follow(text, places, list(reversed(acts)), pairs, strays)


def _follow(
    text: str, places: list[int], acts: list[str], pairs: list[Pair], strays: list[int]
) -> None:
    waiting: list[int] = []
    for place, act in zip(places, acts, strict=True):
        if act == "stray":
            strays.append(place)
        elif act == "close":
            opened = waiting.pop()
            pairs.append(Pair(opened, place, opened + 1, place))
        else:
            if act == "again":
                pairs.append(_unclosed(text, waiting.pop(), place))
            waiting.append(place)
    pairs.extend(_unclosed(text, opened, len(text)) for opened in waiting)


def _before_next(text: str, opened: int, limit: int) -> int:
    """Where a span left open ends before the words that bring the next: «… وأضاف أن "»."""
    found = _BRINGS.search(text, max(opened + 1, limit - 40), limit)
    return found.start() if found is not None and found.start() > opened + 2 else limit


def _unclosed(text: str, opened: int, limit: int) -> Pair:
    """A span whose closing glyph is missing: to the end, or to the next one's sentence."""
    end = limit
    if limit < len(text):
        stop = max(text.rfind(mark, opened, limit) for mark in ".؟!،")
        end = stop if stop > opened + 1 else _before_next(text, opened, limit)
    while end > opened + 1 and (text[end - 1].isspace() or text[end - 1] in ".،"):
        end -= 1
    return Pair(opened, -1, opened + 1, end)
