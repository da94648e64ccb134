"""From doubts to the three classes: error, a real word that does not fit, unknown name.

Owns how sure a doubt must be to be called an error (fitted by `evaluation`), and the evidence of
the rest of the document: a word that keeps coming back is meant, a candidate that stands elsewhere
in the piece is likelier.
"""

from __future__ import annotations

import math

from deskeditor.checks.spelling.judging import HABITS, Doubt
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.domain.findings import FindingClass

#: From this margin on, a slip in a word the dictionary does not know is an error.
SURE = 2.7
#: The same for a word the dictionary knows: only spelling habits can be that sure.
SURE_KNOWN = 6.5
_COMES_BACK, _STANDS_ELSEWHERE = 1.2, 1.0


def weighed(doubt: Doubt, times: int, candidate_times: int) -> float:
    """The margin with the document's own evidence: how often the word and the candidate stand."""
    elsewhere = _STANDS_ELSEWHERE * min(1.0, math.log1p(candidate_times))
    habit = doubt.slip in HABITS and doubt.standing is not Standing.UNKNOWN
    back = 0.0 if habit else _COMES_BACK * math.log(max(1, times))
    return doubt.margin + elsewhere - back


def classed(doubt: Doubt, margin: float) -> FindingClass | None:
    """The class of a doubt, or None where it is better left alone."""
    if doubt.slip is not None and margin >= 0:
        known = doubt.standing is Standing.KNOWN
        certain = margin >= (SURE_KNOWN if known else SURE)
        certain = certain and (not known or doubt.slip in HABITS)
        return FindingClass.ERROR if certain else FindingClass.CHECK
    return FindingClass.NAME if doubt.standing is Standing.UNKNOWN else None
