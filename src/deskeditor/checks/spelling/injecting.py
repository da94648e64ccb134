"""Errors put into clean text on purpose, one kind at a time, to measure what the speller finds.

The kinds are the slips of published Arabic news. Words of fewer than three letters and words that
neither the dictionary nor the news knows are left alone: nobody can say what would be an error in
them. A swap that gives a word of the dictionary is a real-word error, any other a non-word one.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from random import Random

from deskeditor.checks.spelling.candidates import swapped

Knows = Callable[[str], bool]


class Injection(StrEnum):
    """One kind of error."""

    REAL_SWAP = "real-word transposition"
    SWAP = "non-word transposition"
    HAMZA = "hamza dropped"
    MARBUTA = "ة to ه"
    MAQSURA = "ى and ي"
    SIMILAR = "similar letter"
    DELETION = "letter left out"
    INSERTION = "letter too many"
    SUBSTITUTION = "another letter"


#: Letters confused in hearing or in sight, as writers do; for measuring, not for correcting.
_PAIRS = (
    "ضظ", "دذ", "سص", "تط", "ثس", "ذز", "حه", "قك", "حخ", "جح", "رز", "عغ", "شس", "فق", "طظ", "صض",
)  # fmt: skip
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_BARE = {"أ": "ا", "إ": "ا", "آ": "ا"}
_TWO_WAYS = (("أمريك", "أميرك"), ("امريك", "اميرك"))
_BACK = tuple((two, one) for one, two in _TWO_WAYS)
SHORTEST = 3


def _one(options: list[str], random: Random) -> str | None:
    return random.choice(options) if options else None


def _swap(word: str, knows: Knows, random: Random, *, real: bool) -> str | None:
    options = [other for other in swapped(word) if knows(other) is real]
    return _one([other for other in options if not _variants(word, other)], random)


def _variants(word: str, other: str) -> bool:
    """Whether the two are spellings of one name, both right: أمريكا and أميركا."""
    return any(word.replace(one, two) == other for one, two in (*_TWO_WAYS, *_BACK))


def _replaced(word: str, at: int, new: str) -> str:
    return f"{word[:at]}{new}{word[at + 1 :]}"


def _hamza(word: str, random: Random) -> str | None:
    return _one([_replaced(word, at, _BARE[c]) for at, c in enumerate(word) if c in _BARE], random)


def _similar(word: str, random: Random) -> str | None:
    options = [
        _replaced(word, at, other)
        for at, letter in enumerate(word)
        for pair in _PAIRS
        if letter in pair
        for other in pair
        if other != letter
    ]
    return _one(options, random)


def _maqsura(word: str) -> str | None:
    last = {"ى": "ي", "ي": "ى"}.get(word[-1])
    return None if last is None else f"{word[:-1]}{last}"


def injected(word: str, kind: Injection, knows: Knows, random: Random) -> str | None:
    """The word with one error of a kind, or None where the kind does not apply to it."""
    at = random.randrange(len(word))
    letter = random.choice(_LETTERS)
    wrong: str | None = None
    match kind:
        case Injection.REAL_SWAP | Injection.SWAP:
            wrong = _swap(word, knows, random, real=kind is Injection.REAL_SWAP)
        case Injection.HAMZA:
            wrong = _hamza(word, random)
        case Injection.MARBUTA:
            wrong = f"{word[:-1]}ه" if word.endswith("ة") else None
        case Injection.MAQSURA:
            wrong = _maqsura(word)
        case Injection.SIMILAR:
            wrong = _similar(word, random)
        case Injection.DELETION:
            wrong = word[:at] + word[at + 1 :]
        case Injection.INSERTION:
            wrong = word[:at] + letter + word[at:]
        case Injection.SUBSTITUTION:
            wrong = _replaced(word, at, letter)
    return None if wrong == word else wrong
