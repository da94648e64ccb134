"""Judging the words of one text: which do not fit, how surely, and what was meant.

Two passes: the second reads each word beside what its neighbours were probably meant to be, so that
two errors side by side do not hide one another. A margin is the logarithm of the odds that the word
is a slip; what each measure adds to it stands in `weights`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deskeditor.checks.spelling.candidates import Candidate, Slip, barred
from deskeditor.checks.spelling.context_words import Placed, neighbours, placed, titled
from deskeditor.checks.spelling.features import HABITS
from deskeditor.checks.spelling.given_names import GIVEN
from deskeditor.checks.spelling.lexicon import PLACES, Entry, Lexicon, Meant, Standing
from deskeditor.checks.spelling.scoring import HIGHEST, LOWEST, Scorer
from deskeditor.language.bigrams import END, START
from deskeditor.language.tokens import Token

#: Doubts below this are forgotten: the rest of a piece raises a margin by no more.
FAINT = -2.5
#: What cannot come near that is not looked into.
_HOPELESS = FAINT - 1e-6
_KEPT = 5
#: Words between two others that are remembered: a long piece has about so many.
_REMEMBERED = 12_000


class Doubt(NamedTuple):
    """A word in doubt: `margin` says how surely, `candidates` are in order, best first.

    `margins` and `slips` belong to the candidates, one each. `titled`: it stands in quotation
    glyphs that hold a word or three, as the titles of works, papers and sites do. `named`: it
    stands behind a given name, where a family name does.
    """

    token: Token
    standing: Standing
    times: int
    margin: float
    slip: Slip | None
    candidates: tuple[str, ...]
    margins: tuple[float, ...] = ()
    slips: tuple[Slip, ...] = ()
    titled: bool = False
    named: bool = False


_Scored = list[tuple[float, Meant]]


def _stranger(side: str, lexicon: Lexicon) -> bool:
    """Whether a neighbour is a word nobody knows and nothing near: names stand beside names."""
    entry = lexicon.entry(side) if side not in (START, END) else None
    return entry is not None and entry.standing is Standing.UNKNOWN and not entry.candidates


def best(
    entry: Entry, word: str, sides: tuple[str, str], lexicon: Lexicon, scorer: Scorer
) -> _Scored:
    """Candidates with their margins over the word itself, best first; hopeless ones are left out.

    What was worked out for a word between two others is remembered: after an edit the rest of the
    text stands as it stood.
    """
    known, key = lexicon.between, (word, *sides)
    found: _Scored | None = known.get(key)
    if found is None:
        if len(known) > _REMEMBERED:
            known.clear()
        found = known[key] = _best(entry, word, sides, lexicon, scorer)
    return found


def _best(
    entry: Entry, word: str, sides: tuple[str, str], lexicon: Lexicon, scorer: Scorer
) -> _Scored:
    left, right = sides
    own = scorer.place(left, word, right)
    needed = any(meant.slip not in HABITS for meant in entry.candidates)
    stranger = needed and any(_stranger(side, lexicon) for side in sides)
    weights = PLACES[entry.standing is Standing.KNOWN]
    scored: _Scored = []
    for meant in entry.candidates:
        if meant.slip is Slip.MARBUTA and barred(Candidate(meant.word, meant.slip), left):
            continue
        most = meant.prior + weights[meant.slip].most(own, LOWEST, HIGHEST, stranger=stranger)
        if most < _HOPELESS:  # whatever its neighbours are to it: they need not be asked
            continue
        other = scorer.place(left, meant.word, right)
        fits = weights[meant.slip].worth(own, other, stranger=stranger)
        scored.append((meant.prior + fits, meant))
    if len(scored) > 1:
        scored.sort(key=_margin, reverse=True)
    return scored


def _margin(pair: tuple[float, Meant]) -> float:
    return pair[0]


def doubts(tokens: Sequence[Token], lexicon: Lexicon, scorer: Scorer | None) -> tuple[Doubt, ...]:
    """The words of one text that are in doubt, however slightly, in order."""
    places = placed(tokens)
    words = [place.token.word for place in places]
    found: dict[int, _Scored] = {}
    if scorer is not None:
        found = _pass(places, words, words, lexicon, scorer)
        meant = list(words)
        likely = [at for at, scored in found.items() if scored[0][0] > 0]
        for at in likely:
            meant[at] = found[at][0][1].word
        again = _pass(places, words, meant, lexicon, scorer, only=_beside(places, likely))
        for at, scored in again.items():
            if at not in found or scored[0][0] > found[at][0][0]:
                found[at] = scored
    return tuple(_doubts(places, found, lexicon, titled(tokens)))


def _pass(
    places: Sequence[Placed],
    words: Sequence[str],
    meant: Sequence[str],
    lexicon: Lexicon,
    scorer: Scorer,
    *,
    only: frozenset[int] | None = None,
) -> dict[int, _Scored]:
    found: dict[int, _Scored] = {}
    for at in range(len(places)) if only is None else only:
        entry = lexicon.entry(words[at])
        if entry.candidates:
            scored = best(entry, words[at], neighbours(meant, places[at]), lexicon, scorer)
            if scored and scored[0][0] > FAINT:
                found[at] = scored
    return found


def _beside(places: Sequence[Placed], likely: Sequence[int]) -> frozenset[int]:
    """Places whose neighbour was probably meant to be another word."""
    return frozenset(
        side for at in likely for side in (places[at].left, places[at].right) if side >= 0
    )


def _doubts(
    places: Sequence[Placed],
    found: dict[int, _Scored],
    lexicon: Lexicon,
    within: frozenset[int],
) -> list[Doubt]:
    said: list[Doubt] = []
    for at, place in enumerate(places):
        token = place.token
        entry = lexicon.entry(token.word)
        inside = token.start in within
        behind = place.left >= 0 and places[place.left].token.word in GIVEN
        scored = [one for one in found.get(at, ())[:_KEPT] if one[0] > FAINT]
        if scored:
            margins = tuple(margin for margin, _ in scored)
            slips = tuple(one.slip for _, one in scored)
            names = tuple(one.word for _, one in scored)
            said.append(
                Doubt(token, entry.standing, entry.times, margins[0], slips[0], names, margins,
                      slips, inside, behind)
            )  # fmt: skip
        elif entry.standing is Standing.UNKNOWN and len(token.word) > 1:
            said.append(Doubt(token, entry.standing, entry.times, 0.0, None, ()))
    return said
