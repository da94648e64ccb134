"""One utterance in two wordings: whether two quotations of one voice say the same otherwise."""

from __future__ import annotations

from deskeditor.checks.quotes.likeness import plain, stems
from deskeditor.language.folding import Fold, fold

#: Share of the shorter quotation's meaning words the other must have.
ALIKE = 0.6
#: Meaning words both must have at least.
SHARED = 5


def reworded(first: str, second: str) -> bool:
    """Whether two texts say one thing in different words; one that quotes the other does not."""
    mine, other = stems(first), stems(second)
    both = len(mine & other)
    if both < SHARED or both < ALIKE * min(len(mine), len(other)):
        return False
    return plain(first) not in plain(second) and plain(second) not in plain(first)


def voice_of(speaker: str) -> str:
    """What all names a text gives one speaker share: the last word, folded."""
    return fold("".join(speaker.split()[-1:]), Fold.SEARCH)
