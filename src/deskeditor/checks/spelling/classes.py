"""From doubts to the three classes: error, a real word that does not fit, unknown name.

Owns how sure a doubt must be to be shown and to be called an error (chosen with `fit_speller`), and
the evidence of the rest of the document: a word that keeps coming back is meant, a candidate that
stands elsewhere in the piece is likelier.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.checks.spelling.candidates import Slip
from deskeditor.checks.spelling.features import HABITS, of_document, worth
from deskeditor.checks.spelling.judging import Doubt
from deskeditor.checks.spelling.lexicon import Standing, weights_of
from deskeditor.checks.spelling.thresholds import (
    CERTAIN,
    NAMED,
    SHOWN_ESTABLISHED,
    SHOWN_KNOWN,
    SHOWN_SEEN,
    SHOWN_STRANGE,
    SURE,
    SURE_KNOWN,
    TITLED,
)
from deskeditor.domain.findings import FindingClass

#: Slips of a word's last letter: no title is written with them on purpose.
_ENDINGS = frozenset({Slip.MARBUTA, Slip.MAQSURA})


def weighed(doubt: Doubt, times: Mapping[str, int]) -> Doubt:
    """The doubt with the document's own evidence: how often the word and each candidate stand."""
    if not doubt.candidates:
        return doubt
    unknown = doubt.standing is Standing.UNKNOWN
    own = times.get(doubt.token.word, 0)
    ranked: list[tuple[float, int]] = []
    for place, (word, slip) in enumerate(zip(doubt.candidates, doubt.slips, strict=True)):
        measures = of_document(own, times.get(word, 0), slip, unknown=unknown)
        evidence = worth(measures, weights_of(doubt.standing, slip))
        ranked.append((-doubt.margins[place] - evidence, place))
    ranked.sort()
    order = [place for _, place in ranked]
    return doubt._replace(
        margin=-ranked[0][0],
        slip=doubt.slips[order[0]],
        candidates=tuple(doubt.candidates[place] for place in order),
        margins=tuple(-margin for margin, _ in ranked),
        slips=tuple(doubt.slips[place] for place in order),
    )


def shown_from(standing: Standing, slip: Slip) -> float:
    """The margin from which a doubt is shown."""
    if standing is Standing.KNOWN:
        return SHOWN_KNOWN.get(slip, 0.0)
    names = {Standing.ESTABLISHED: SHOWN_ESTABLISHED, Standing.SEEN: SHOWN_SEEN}.get(standing, {})
    return names.get(slip, SHOWN_STRANGE.get(slip, 0.0))


def classed(doubt: Doubt) -> FindingClass | None:
    """The class of a weighed doubt, or None where it is better left alone."""
    slip = doubt.slip
    never = doubt.token.word in CERTAIN
    needed = 0.0 if slip is None else shown_from(doubt.standing, slip)
    needed += TITLED if doubt.titled and slip not in _ENDINGS else 0.0
    needed += NAMED if doubt.named and slip not in HABITS else 0.0
    if slip is not None and (never or doubt.margin >= needed):
        known = doubt.standing is Standing.KNOWN
        certain = doubt.margin >= (SURE_KNOWN if known else SURE)
        certain = (certain and (not known or slip in HABITS)) or never
        return FindingClass.ERROR if certain else FindingClass.CHECK
    return FindingClass.NAME if doubt.standing is Standing.UNKNOWN else None
