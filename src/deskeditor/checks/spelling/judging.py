"""Judging the words of one text: which do not fit, how surely, and what was meant.

Two passes: the second reads each word beside what its neighbours were probably meant to be, so that
two errors side by side do not hide one another. Every number was fitted by `evaluation`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from deskeditor.checks.spelling.candidates import Candidate, Slip, is_definite
from deskeditor.checks.spelling.context_words import Placed, neighbours, placed
from deskeditor.checks.spelling.lexicon import Entry, Lexicon, Standing
from deskeditor.checks.spelling.scoring import Scorer
from deskeditor.language.bigrams import END, START
from deskeditor.language.tokens import Token

#: What a slip costs, by how well the written word is known: so much better must a candidate fit.
_KNOWN = {
    Slip.HAMZA: 1.5, Slip.MARBUTA: 1.6, Slip.MAQSURA: 0.8, Slip.MIXED: 3.5, Slip.SWAP: 3.4,
    Slip.SIMILAR: 5.7,
}  # fmt: skip
_ESTABLISHED = {
    Slip.HAMZA: 2.6, Slip.MARBUTA: 2.0, Slip.MAQSURA: 2.0, Slip.MIXED: 5.0, Slip.SWAP: 8.0,
    Slip.SIMILAR: 10.0,
}  # fmt: skip
_RARE = {
    Slip.HAMZA: 3.4, Slip.MARBUTA: 1.5, Slip.MAQSURA: 1.5, Slip.MIXED: 3.5, Slip.SWAP: 3.4,
    Slip.SIMILAR: 5.3, Slip.MISSING: 12.0, Slip.EXTRA: 13.0, Slip.OTHER: 14.5,
}  # fmt: skip
COST = {
    Standing.KNOWN: _KNOWN,
    Standing.ESTABLISHED: _ESTABLISHED,
    Standing.SEEN: _RARE,
    Standing.UNKNOWN: _RARE,
}
HABITS = frozenset({Slip.HAMZA, Slip.MARBUTA, Slip.MAQSURA, Slip.MIXED})
#: A candidate the dictionary knows in place of a word it does not know, and the other way round.
KNOWN_GAIN, UNKNOWN_LOSS = 3.5, 6.0
#: What a hamza that was typed, in a word the dictionary knows, weighs against another reading.
TYPED_HAMZA = 5.0
#: What it adds to a slip between two known words that the candidate (first) and the word itself
#: (second) were seen beside none, one or both of the neighbours.
ATTESTED = {
    (0, 0): -0.6, (0, 1): -2.0, (0, 2): -3.0, (1, 0): 0.5, (1, 1): -1.5, (1, 2): -3.0,
    (2, 0): 2.5, (2, 1): 1.2, (2, 2): 0.0,
}  # fmt: skip
#: What a neighbour that nobody knows takes from a slip: the word is likely a name too.
STRANGER = 1.5


class Doubt(NamedTuple):
    """A word in doubt: `margin` says how surely, `candidates` are in order, best first."""

    token: Token
    standing: Standing
    times: int
    margin: float
    slip: Slip | None
    candidates: tuple[str, ...]


def _typed(word: str) -> bool:
    """Whether somebody took the trouble to type a hamza on an alif: it is seldom a slip."""
    return any(letter in word for letter in "أإآ")


def gain(entry: Entry, word: str, candidate: Candidate, lexicon: Lexicon) -> float:
    """What the dictionary's word adds to or takes from a candidate, its cost included."""
    cost = COST[entry.standing].get(candidate.slip, math.inf)
    if candidate.slip is Slip.HAMZA and _typed(word):
        cost += TYPED_HAMZA if entry.standing is Standing.KNOWN or "آ" in word else 0.0
    if (
        candidate.slip is Slip.MARBUTA
        and candidate.word.endswith("ة")
        and is_definite(candidate.word)
    ):
        cost -= KNOWN_GAIN
    known = lexicon.knows(candidate.word)
    if entry.standing is Standing.KNOWN:
        return -cost if known else -cost - UNKNOWN_LOSS
    if known and (entry.standing < Standing.ESTABLISHED or candidate.slip in HABITS):
        return KNOWN_GAIN - cost
    return -cost


def _stranger(side: str, lexicon: Lexicon) -> bool:
    """Whether a neighbour is a word nobody knows and nothing near: names stand beside names."""
    entry = lexicon.entry(side) if side not in (START, END) else None
    return entry is not None and entry.standing is Standing.UNKNOWN and not entry.candidates


def best(
    entry: Entry, word: str, sides: tuple[str, str], lexicon: Lexicon, scorer: Scorer
) -> list[tuple[float, Candidate]]:
    """Candidates with their margins over the word itself, best first."""
    left, right = sides
    known = entry.standing is Standing.KNOWN
    foreign = STRANGER if known and any(_stranger(side, lexicon) for side in sides) else 0.0
    seen = scorer.attested(left, word, right) if known else 0
    own = scorer.score(left, word, right)
    scored: list[tuple[float, Candidate]] = []
    for candidate in entry.candidates:
        margin = scorer.score(left, candidate.word, right) - own
        margin += gain(entry, word, candidate, lexicon)
        if known and candidate.slip not in HABITS:
            margin += ATTESTED[scorer.attested(left, candidate.word, right), seen] - foreign
        scored.append((margin, candidate))
    return sorted(scored, key=lambda pair: -pair[0])


def doubts(tokens: Sequence[Token], lexicon: Lexicon, scorer: Scorer | None) -> tuple[Doubt, ...]:
    """The words of one text that are in doubt, however slightly, in order."""
    places = placed(tokens)
    words = [place.token.word for place in places]
    found: dict[int, list[tuple[float, Candidate]]] = {}
    if scorer is not None:
        found = _pass(places, words, words, lexicon, scorer)
        meant = list(words)
        for at, scored in found.items():
            meant[at] = scored[0][1].word
        again = _pass(places, words, meant, lexicon, scorer, only=_beside(places, found))
        for at, scored in again.items():
            if at not in found or scored[0][0] > found[at][0][0]:
                found[at] = scored
    return tuple(_doubts(places, found, lexicon))


def _pass(
    places: Sequence[Placed],
    words: Sequence[str],
    meant: Sequence[str],
    lexicon: Lexicon,
    scorer: Scorer,
    *,
    only: frozenset[int] | None = None,
) -> dict[int, list[tuple[float, Candidate]]]:
    found: dict[int, list[tuple[float, Candidate]]] = {}
    for at in range(len(places)) if only is None else only:
        entry = lexicon.entry(words[at])
        if entry.candidates:
            scored = best(entry, words[at], neighbours(meant, places[at]), lexicon, scorer)
            if scored[0][0] > 0:
                found[at] = scored
    return found


def _beside(
    places: Sequence[Placed], found: dict[int, list[tuple[float, Candidate]]]
) -> frozenset[int]:
    """Places whose neighbour was probably meant to be another word."""
    return frozenset(
        side for at in found for side in (places[at].left, places[at].right) if side >= 0
    )


def _doubts(
    places: Sequence[Placed], found: dict[int, list[tuple[float, Candidate]]], lexicon: Lexicon
) -> list[Doubt]:
    said: list[Doubt] = []
    for at, place in enumerate(places):
        token = place.token
        entry = lexicon.entry(token.word)
        scored = found.get(at)
        if scored:
            names = tuple(candidate.word for margin, candidate in scored[:5] if margin > 0)
            margin, top = scored[0]
            said.append(Doubt(token, entry.standing, entry.times, margin, top.slip, names))
        elif entry.standing is Standing.UNKNOWN and len(token.word) > 1:
            said.append(Doubt(token, entry.standing, entry.times, 0.0, None, ()))
    return said
