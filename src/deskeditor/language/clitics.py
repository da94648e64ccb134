"""Clitics: what Arabic writes onto a word's front and back.

Owns which strings may be a clitic and how a word may be cut; whether what remains is a word, the
caller knows. At most 25 cuts a word.
"""

from __future__ import annotations

from collections.abc import Iterator

#: Written onto the front: conjunction, preposition, article, future; longest first.
FRONTS = (
    "وبال", "فبال", "وكال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال",
    "وب", "فب", "ول", "فل", "وك", "فك", "وس", "فس", "و", "ف", "ب", "ك", "ل", "س", "أ",
)  # fmt: skip
#: Written onto the back: pronouns; longest first.
BACKS = (
    "كما", "هما", "هم", "هن", "كم", "ها", "نا", "ني", "ه", "ك", "ي",
)  # fmt: skip
#: Fronts that a proper name takes.
NAME_FRONTS = ("وب", "فب", "ول", "فل", "وك", "و", "ف", "ب", "ل", "ك")
_SHORTEST = 2


def without_front(word: str, fronts: tuple[str, ...] = FRONTS) -> Iterator[tuple[str, str]]:
    """`(front, rest)` for every front the word may carry, longest first."""
    for front in fronts:
        rest = word[len(front) :]
        if len(rest) >= _SHORTEST and word.startswith(front):
            # لل swallows the article's alif: للبيت is ل + البيت.
            yield front, rest


def without_back(word: str) -> Iterator[tuple[str, str]]:
    """`(rest, back)` for every back the word may carry; a ت before it may stand for ة."""
    for back in BACKS:
        rest = word[: -len(back)]
        if len(rest) >= _SHORTEST and word.endswith(back):
            yield rest, back
            if rest.endswith("ت"):
                yield f"{rest[:-1]}ة", back


def bare(word: str) -> Iterator[str]:
    """Every reading of the word without clitics, the whole word first; some may repeat."""
    yield word
    for _, rest in without_front(word):
        yield rest
    for rest, _ in without_back(word):
        yield rest


def name_forms(word: str) -> Iterator[str]:
    """What a name may be underneath: the word, and the word without what names take in front."""
    yield word
    for front, rest in without_front(word, NAME_FRONTS):
        yield rest
        if front.endswith("ل") and rest.startswith("ل"):
            yield f"ا{rest}"
