"""Editor's words inside a quotation: round or square brackets that hold more than a figure."""

from __future__ import annotations

import re

from deskeditor.checks.quotes.scan import Line
from deskeditor.domain.findings import Anchor
from deskeditor.language.glyphs import Pair

#: Brackets with at least two letters in them; (..) and (20) are no insertion.
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,400})[)\]]")
_ABBREVIATION = re.compile(r" ?[A-Z]{2,6} ?")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def insertions_in(line: Line, pair: Pair) -> tuple[Anchor, ...]:
    """The bracketed words inside the span, brackets included."""
    return tuple(
        Anchor(line.address, found.start(), found.end())
        for found in _BRACKETS.finditer(line.text, pair.start, pair.end)
        if _LETTERS.search(found.group(1)) and not _ABBREVIATION.fullmatch(found.group(1))
    )
