"""From doubts to the three classes: error, a real word that does not fit, unknown name.

Owns the bars a doubt must clear, fitted by `evaluation` to stay under 2 errors and 3 checks in a
thousand words of clean news, and the evidence of the rest of the document: a word that keeps coming
back is meant, a candidate that stands elsewhere in the piece is likelier.
"""

from __future__ import annotations

import math

from deskeditor.checks.spelling.candidates import Slip
from deskeditor.checks.spelling.judging import HABITS, Doubt
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.domain.findings import FindingClass

#: The margin a slip must reach to be shown at all, in a word the dictionary knows and in another.
BARS_KNOWN = {
    Slip.HAMZA: 1.5, Slip.MARBUTA: 1.8, Slip.MAQSURA: 0.9, Slip.MIXED: 2.5, Slip.SWAP: 0.8,
    Slip.SIMILAR: 0.8,
}  # fmt: skip
BARS_ESTABLISHED = {
    Slip.HAMZA: 2.6, Slip.MARBUTA: 2.0, Slip.MAQSURA: 2.0, Slip.MIXED: 4.0, Slip.SWAP: 5.0,
    Slip.SIMILAR: 5.0,
}  # fmt: skip
BARS_RARE = {
    Slip.HAMZA: 3.6, Slip.MARBUTA: 1.5, Slip.MAQSURA: 1.5, Slip.MIXED: 2.5, Slip.SWAP: 0.4,
    Slip.SIMILAR: 0.5, Slip.MISSING: 7.0, Slip.EXTRA: 8.0, Slip.OTHER: 8.5,
}  # fmt: skip
BARS = {
    Standing.KNOWN: BARS_KNOWN,
    Standing.ESTABLISHED: BARS_ESTABLISHED,
    Standing.SEEN: BARS_RARE,
    Standing.UNKNOWN: BARS_RARE,
}
#: From this margin on, a slip in a word the dictionary does not know is an error.
SURE = 6.2
#: The same for a word the dictionary knows: only spelling habits can be that sure.
SURE_KNOWN = 8.0
_COMES_BACK, _STANDS_ELSEWHERE = 1.2, 1.0


def weighed(doubt: Doubt, times: int, candidate_times: int) -> float:
    """The margin with the document's own evidence: how often the word and the candidate stand."""
    elsewhere = _STANDS_ELSEWHERE * min(1.0, math.log1p(candidate_times))
    habit = doubt.slip in HABITS and doubt.standing is not Standing.UNKNOWN
    back = 0.0 if habit else _COMES_BACK * math.log(max(1, times))
    return doubt.margin + elsewhere - back


def classed(doubt: Doubt, margin: float) -> FindingClass | None:
    """The class of a doubt, or None where it is better left alone."""
    known = doubt.standing is Standing.KNOWN
    if doubt.slip is not None:
        bars = BARS.get(doubt.standing, {})
        if margin >= bars.get(doubt.slip, math.inf):
            sure = SURE_KNOWN if known else SURE
            certain = margin >= sure and (not known or doubt.slip in HABITS)
            return FindingClass.ERROR if certain else FindingClass.CHECK
    return FindingClass.NAME if doubt.standing is Standing.UNKNOWN else None
