"""Attribution wording looked up in running text: quick, linear, outside quotations or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.domain.document import Slot
from deskeditor.language.folding import Fold, folded

#: What is folded before wording is looked up.
FOLD = Fold.SPELLING | Fold.HAMZA


def wording(
    slot: Slot, pattern: re.Pattern[str], needs: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Where a pattern over folded words stands in a text, in code points.

    Each match holds one of `needs`: looking for these costs a tenth of trying the pattern.
    """
    plain = folded(slot.text.text, FOLD)
    if not holds(plain.text, needs):
        return
    for match in pattern.finditer(plain.text):
        yield plain.span(match.start(1), match.end(1))


def holds(text: str, needs: tuple[str, ...]) -> bool:
    """Whether a text has any of some words."""
    return any(word in text for word in needs)


def whole_words(alternatives: str) -> re.Pattern[str]:
    """A pattern for wordings parted by spaces or `|` lines; a joined و or ف may stand before."""
    return re.compile(rf"(?<!\w)(?:[وف])?((?:{alternatives}))(?!\w)")
