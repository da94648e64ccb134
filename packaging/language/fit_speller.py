"""Fit src/deskeditor/checks/spelling/weights.py on texts with errors put into them.

Every word of the texts as they came, with each of its candidates, is a case against; every error
put in (the six kinds of the targets), with the right word, is a case for. Ridge logistic regression
by Newton's steps, in plain Python: some minutes. With --folds the margins of each text come from
weights fitted on the others: what thresholds are chosen from. Usage:

    python packaging/language/fit_speller.py DICTIONARIES TEXTS [--seeds 1,2,3] [--folds 5]
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deskeditor.checks.spelling.candidates import barred
from deskeditor.checks.spelling.context_words import neighbours, placed
from deskeditor.checks.spelling.evaluation import Evaluator, document_of, texts_in
from deskeditor.checks.spelling.features import of_document, of_place, of_words
from deskeditor.checks.spelling.injecting import Injection
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.speller import Speller
from deskeditor.language.bigrams import END, START, BigramTable
from deskeditor.language.dictionary import HunspellDictionary
from deskeditor.language.tokens import tokenise
from deskeditor.language.wide_words import WideWords

KINDS = (
    Injection.REAL_SWAP, Injection.SWAP, Injection.HAMZA, Injection.MARBUTA, Injection.MAQSURA,
    Injection.SIMILAR,
)  # fmt: skip
A_TEXT = 10
LANGUAGE = Path(__file__).parents[2] / "resources" / "language"
#: Newton's steps, at most; the ridge keeps weights small that few cases speak for.
STEPS, RIDGE = 25, 1.5
#: What moves less is settled; a case surer than this bends nothing.
SETTLED, FLAT = 1e-3, 1e-6
#: Errors put in stand once in a text; those of writers come back: what that may say is bounded.
BOUNDS = {"comes-back": (-1.2, 0.0), "elsewhere": (0.0, 2.0)}
#: A candidate commoner than the word by this (natural logarithm) makes the word a slip.
COMMONER = 1.5


#: The measures of a case by their places, and 1 where it is an error.
Row = tuple[list[tuple[int, float]], float]


@dataclass(frozen=True)
class Case:
    """One word with one candidate: its measures, whether it is an error, and where it stands."""

    text: int
    word: int  # number of the written word, so that its best candidate can be found
    kind: str  # "clean" or an injection
    known: bool
    slip: str
    right: bool
    measures: tuple[tuple[str, float], ...]


class Reader:
    """Turns texts into cases, as the speller sees them."""

    def __init__(self, speller: Speller) -> None:
        """Read with a speller's lexicon and scorer."""
        self.lexicon = speller.listing(frozenset())
        self.scorer = speller.scorer
        self.words = 0

    def _stranger(self, side: str) -> bool:
        if side in (START, END):
            return False
        entry = self.lexicon.entry(side)
        return entry.standing is Standing.UNKNOWN and not entry.candidates

    def cases(
        self, text: int, kind: str, word: str, sides: tuple[str, str], times: Mapping[str, int]
    ) -> Iterator[tuple[str, Case]]:
        """`(candidate, case)` for each candidate of one word."""
        self.words += 1
        if not 2 <= len(word) <= 20 or self.scorer is None:
            return
        standing = self.lexicon.entry(word).standing
        own = self.lexicon.counted(word)
        place = self.scorer.place(sides[0], word, sides[1])
        stranger = any(self._stranger(side) for side in sides)
        unknown = standing is Standing.UNKNOWN
        seen: set[str] = set()
        for candidate in self.lexicon.tries(own, standing):
            if candidate.word in seen or candidate.word == word or barred(candidate, sides[0]):
                continue
            seen.add(candidate.word)
            other = self.lexicon.counted(candidate.word)
            listed = self.lexicon.knows(candidate.word)
            there = self.scorer.place(sides[0], candidate.word, sides[1])
            slip = candidate.slip
            measures = (
                *of_words(own, other, slip, listed=listed, standing=standing),
                *of_place(place, there, slip, stranger=stranger),
                *of_document(times[word], times[candidate.word], slip, unknown=unknown),
            )
            yield (
                candidate.word,
                Case(
                    text, self.words, kind, standing is Standing.KNOWN, slip.value, False, measures
                ),
            )


def read(speller: Speller, texts: Sequence[str], seeds: Sequence[int]) -> list[Case]:
    """Every case of the texts as they came and of the errors put into them."""
    reader = Reader(speller)
    cases: list[Case] = []
    for number, text in enumerate(texts):
        document = document_of(text)
        lines = {block.id: block.text.text for block in document.blocks}
        placings = {name: placed(tokenise(line)) for name, line in lines.items()}
        times = Counter(p.token.word for places in placings.values() for p in places)
        for places in placings.values():
            words = [place.token.word for place in places]
            for at, place in enumerate(places):
                found = reader.cases(number, "clean", words[at], neighbours(words, place), times)
                cases.extend(case for _, case in found if not published_slip(case))
        for seed in seeds:
            victims = Evaluator(speller, seed=seed * 1000 + number)
            for kind in KINDS:
                for _ in range(A_TEXT):
                    chosen = victims.spoil(document, kind)
                    if chosen is None:
                        continue
                    name, token, wrong = chosen
                    line = lines[name][: token.start] + wrong + lines[name][token.end :]
                    places = placed(tokenise(line))
                    words = [place.token.word for place in places]
                    at = next(n for n, p in enumerate(places) if p.token.start == token.start)
                    now = times + Counter([wrong])
                    now[token.word] -= 1
                    sides = neighbours(words, places[at])
                    found = list(reader.cases(number, kind.name, words[at], sides, now))
                    right = [c for other, c in found if other == token.word]
                    lost = Case(number, reader.words, kind.name, True, "none", True, ())
                    cases.extend(replace(case, right=True) for case in right or [lost])
    return cases


def published_slip(case: Case) -> bool:
    """Whether the case is a slip that was published (الى, التى): it speaks for no side."""
    said = dict(case.measures)
    habit = case.slip in ("hamza", "maqsura", "marbuta") and "typed-hamza" not in said
    return habit and not case.known and "listed" in said and said["ratio"] > COMMONER


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of the measures."""
    names = sorted({name for case in cases for name, _ in case.measures})
    place = {name: number for number, name in enumerate(names)}
    rows = [
        ([(place[name], value) for name, value in case.measures], 1.0 if case.right else 0.0)
        for case in cases
        if case.measures
    ]
    weights = [0.0] * len(names)
    if not any(label for _, label in rows):
        return {}
    for _ in range(STEPS):
        step = solved(*_slopes(rows, weights))
        moved = 0.0
        for name, at in place.items():
            low, high = BOUNDS.get(name, (-50.0, 50.0))
            new = max(low, min(high, weights[at] - step[at]))
            moved = max(moved, abs(new - weights[at]))
            weights[at] = new
        if moved < SETTLED:
            break
    return {name: round(weights[place[name]], 2) for name in names}


def _slopes(rows: Sequence[Row], weights: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    """The second and first derivatives of what is to be made small, at the weights."""
    size = len(weights)
    bends = [[RIDGE if at == other else 0.0 for other in range(size)] for at in range(size)]
    slopes = [RIDGE * weight for weight in weights]
    for row, label in rows:
        value = sum(weights[at] * measure for at, measure in row)
        odds = 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
        spread = odds * (1 - odds)
        for at, measure in row:
            slopes[at] += (odds - label) * measure
        if spread < FLAT:
            continue
        for at, measure in row:
            line, part = bends[at], spread * measure
            for other, also in row:
                line[other] += part * also
    return bends, slopes


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric, positive system of equations, by elimination."""
    size = len(right)
    for at in range(size):
        for below in range(at + 1, size):
            share = matrix[below][at] / matrix[at][at]
            if share:
                for other in range(at, size):
                    matrix[below][other] -= share * matrix[at][other]
                right[below] -= share * right[at]
    for at in reversed(range(size)):
        known = sum(matrix[at][other] * right[other] for other in range(at + 1, size))
        right[at] = (right[at] - known) / matrix[at][at]
    return right


def margin(case: Case, weights: Mapping[str, float]) -> float:
    """The margin of one case."""
    if not case.measures:
        return -99.0
    return sum(weights.get(name, 0.0) * value for name, value in case.measures)


def group(case: Case) -> str:
    """Cases that share weights: words the dictionary lacks, and those it has, by their slip."""
    return f"known-{case.slip}" if case.known else "strange"


def fitted(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """The weights of each group."""
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[group(case)].append(case)
    return {name: fit(own) for name, own in sorted(groups.items())}


def out_of_fold(cases: Sequence[Case], folds: int) -> list[tuple[Case, float]]:
    """Each word's best case, with a margin from weights that did not see its text."""
    best: dict[int, tuple[Case, float]] = {}
    for fold in range(folds):
        rest = [case for case in cases if case.text % folds != fold]
        weights = fitted(rest)
        for case in cases:
            if case.text % folds == fold:
                value = margin(case, weights.get(group(case), {}))
                if case.word not in best or value > best[case.word][1]:
                    best[case.word] = (case, value)
    return list(best.values())


def main() -> None:
    """Fit, and print the weights as JSON; with --folds the margins instead, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionaries", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    speller = Speller(
        BigramTable.read(LANGUAGE / "news.bigrams"),
        HunspellDictionary(args.dictionaries),
        wide=WideWords.read(LANGUAGE / "wide.words"),
    )
    seeds = [int(seed) for seed in args.seeds.split(",")]
    cases = read(speller, list(texts_in(args.texts)), seeds)
    if args.folds:
        for case, value in out_of_fold(cases, args.folds):
            print(json.dumps([case.text, case.kind, case.known, case.slip, round(value, 3)]))
        return
    print(json.dumps(fitted(cases), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
