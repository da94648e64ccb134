"""What speaks for and against a candidate: the measures that judging adds up.

Owns their names and how they are taken. Some hang on the two words alone (taken once a word), some
on the neighbours. `weights` says what each is worth; `packaging/language/fit_speller.py` fits it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deskeditor.checks.spelling.candidates import Slip, is_definite

HABITS = frozenset({Slip.HAMZA, Slip.MARBUTA, Slip.MAQSURA, Slip.MIXED})
#: What a word that stands nowhere counts for.
NOWHERE = 0.08
#: Words are about this long; every letter more makes a chance likeness less likely.
_COMMON_LENGTH = 6
_TYPED = frozenset("أإآ")


class Counted(NamedTuple):
    """A word with what is counted of it: in the news, and everywhere (`weight`)."""

    word: str
    times: int
    weight: float


class Place(NamedTuple):
    """How a word fits between its neighbours: ties to both, and beside how many it was seen."""

    left: float
    right: float
    seen: int


def of_words(
    own: Counted, other: Counted, slip: Slip, *, listed: bool, standing: int
) -> Iterator[tuple[str, float]]:
    """Measures of the two words alone; `listed` says whether the dictionary has the candidate."""
    yield "ratio", math.log(max(other.weight, NOWHERE) / max(own.weight, NOWHERE))
    yield "news-ratio", math.log((other.times + 0.5) / (own.times + 0.5))
    yield "common", math.log(own.times + 1)
    yield "length", float(len(own.word) - _COMMON_LENGTH)
    yield f"slip-{slip}", 1.0
    yield f"standing-{standing}", 1.0
    if own.weight == 0:
        yield "nowhere", 1.0
    if listed:
        yield "listed", 1.0
    if slip is Slip.HAMZA and not _TYPED.isdisjoint(own.word):
        yield "typed-hamza", 1.0
        if "آ" in own.word:
            yield "typed-madda", 1.0
    if slip is Slip.MARBUTA and other.word.endswith("ة"):
        yield "to-marbuta", 1.0
        if is_definite(other.word):
            yield "definite-marbuta", 1.0


def of_place(
    own: Place, other: Place, slip: Slip, *, stranger: bool
) -> Iterator[tuple[str, float]]:
    """Measures of the neighbourhood; `stranger`: a neighbour is a name nobody knows."""
    yield "left", other.left - own.left
    yield "right", other.right - own.right
    if slip in HABITS:
        yield "habit-seen", other.seen / 2
        yield "habit-own-seen", own.seen / 2
        return
    yield f"seen-{other.seen}-{own.seen}", 1.0
    if stranger:
        yield "stranger", 1.0


class PlaceWeights(NamedTuple):
    """What the measures of `of_place` are worth for one kind of slip, looked up once."""

    left: float
    right: float
    habit: bool
    habit_seen: float
    habit_own: float
    seen: tuple[tuple[float, ...], ...]
    stranger: float

    def worth(self, own: Place, other: Place, *, stranger: bool) -> float:
        """`worth` of `of_place`, ten times as fast: it is asked for each candidate of each word."""
        sum_ = self.left * (other.left - own.left) + self.right * (other.right - own.right)
        if self.habit:
            return sum_ + self.habit_seen * (other.seen / 2) + self.habit_own * (own.seen / 2)
        sum_ += self.seen[other.seen][own.seen]
        return sum_ + self.stranger if stranger else sum_

    def most(self, own: Place, lowest: float, highest: float, *, stranger: bool) -> float:
        """The most that `worth` can come to where ties lie within the bounds."""
        sum_ = max(self.left * (highest - own.left), self.left * (lowest - own.left))
        sum_ += max(self.right * (highest - own.right), self.right * (lowest - own.right))
        if self.habit:
            return sum_ + max(0.0, self.habit_seen) + self.habit_own * (own.seen / 2)
        sum_ += max(row[own.seen] for row in self.seen)
        return sum_ + self.stranger if stranger else sum_


def place_weights(slip: Slip, weights: Mapping[str, float]) -> PlaceWeights:
    """The weights of the neighbourhood for a kind of slip."""

    def of(name: str) -> float:
        return weights.get(name, 0.0)

    seen = tuple(tuple(of(f"seen-{other}-{own}") for own in range(3)) for other in range(3))
    return PlaceWeights(
        of("left"), of("right"), slip in HABITS, of("habit-seen"), of("habit-own-seen"), seen,
        of("stranger"),
    )  # fmt: skip


def of_document(
    times: int, candidate_times: int, slip: Slip, *, unknown: bool
) -> Iterator[tuple[str, float]]:
    """Measures of the rest of the piece: how often the word and the candidate stand in it."""
    if unknown or slip not in HABITS:
        yield "comes-back", math.log(max(1, times))
    yield "elsewhere", min(1.0, math.log1p(candidate_times))


def worth(measures: Iterator[tuple[str, float]], weights: Mapping[str, float]) -> float:
    """The measures added up, each by its weight."""
    return sum(weights.get(name, 0.0) * value for name, value in measures)
