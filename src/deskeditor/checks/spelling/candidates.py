"""What a writer may have meant: candidates for one word, each typed by the slip that made it.

Only words the counts know are candidates. The number of strings tried is linear in the length of
the word; words longer than `LONGEST` have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, Protocol

from deskeditor.language.folding import Fold, fold

#: Longer than any Arabic word with its clitics; what is longer is no word to mend.
LONGEST = 20


class Slip(StrEnum):
    """How a word came to be written wrong."""

    HAMZA = "hamza"  # الى for إلى
    MARBUTA = "marbuta"  # مدرسه for مدرسة
    MAQSURA = "maqsura"  # فى for في
    MIXED = "mixed"  # several of the three
    SWAP = "swap"  # السباق for السابق
    SIMILAR = "similar"  # letters alike in sound or shape
    MISSING = "missing"  # a letter left out
    EXTRA = "extra"  # a letter too many
    OTHER = "other"  # another letter


class Candidate(NamedTuple):
    """One word that may have been meant."""

    word: str
    slip: Slip


class Vocabulary(Protocol):
    """What candidates are looked up in."""

    def __contains__(self, word: str) -> bool:
        """Whether the word is known."""
        ...

    def alike(self, word: str) -> tuple[str, ...]:
        """Words that differ only in hamza, ة/ه or ى/ي."""
        ...


#: Letters confused in hearing or in sight; each group's letters stand for one another.
_GROUPS = (
    "ضظ", "ضد", "دذ", "ذز", "زر", "تط", "تث", "ثس", "سص", "سش", "صض", "طظ", "حخ", "حج", "جخ",
    "حه", "عغ", "فق", "قك", "قغ", "بت", "بن", "بي", "تن", "ني", "تي", "ثن", "ءئ", "ؤو", "ئي",
    "ئؤ", "ءأ", "ذظ", "زظ", "غخ",
)  # fmt: skip
ALPHABET = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"


def _similar() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _GROUPS:
        for letter in group:
            others = (other for other in group if other != letter)
            found[letter] = "".join(dict.fromkeys(found.get(letter, "") + "".join(others)))
    return found


SIMILAR = _similar()


def orthographic(word: str, other: str) -> Slip:
    """Which of the three spelling habits tells two words of one skeleton apart."""
    if fold(word, Fold.HAMZA) == fold(other, Fold.HAMZA):
        return Slip.HAMZA
    if fold(word, Fold.MARBUTA) == fold(other, Fold.MARBUTA):
        return Slip.MARBUTA
    if fold(word, Fold.MAQSURA) == fold(other, Fold.MAQSURA):
        return Slip.MAQSURA
    return Slip.MIXED


def swapped(word: str) -> Iterator[str]:
    """The word with two neighbouring letters changed round, every place in turn."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


#: First letters that conjugate a verb or are a clitic: يعلن and تعلن are two right words.
PREFIXES = frozenset("يتنأابلكوفس")


def _lookalikes(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        for other in SIMILAR.get(letter, ""):
            if at == 0 and letter in PREFIXES and other in PREFIXES:
                continue
            if at == 1 and word[0] in "لسوف" and letter in "يتنأ" and other in "يتنأ":
                continue
            yield word[:at] + other + word[at + 1 :]


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _longer(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        for letter in ALPHABET:
            yield word[:at] + letter + word[at:]


def _others(word: str) -> Iterator[str]:
    for at in range(len(word)):
        for letter in ALPHABET:
            yield word[:at] + letter + word[at + 1 :]


def one_away(word: str) -> Iterator[str]:
    """Every string one letter away from the word, about 70 a letter; some may repeat."""
    yield from _shorter(word)
    yield from _longer(word)
    yield from _others(word)


def near(word: str, known: Vocabulary) -> tuple[Candidate, ...]:
    """Candidates of the slips that make real words too: spelling habits, swaps, similar letters."""
    if not 2 <= len(word) <= LONGEST:
        return ()
    found = {other: orthographic(word, other) for other in known.alike(word)}
    for slip, tries in ((Slip.SWAP, swapped(word)), (Slip.SIMILAR, _lookalikes(word))):
        for other in tries:
            if other in known:
                found.setdefault(other, slip)
    found.pop(word, None)
    return tuple(Candidate(*pair) for pair in found.items())


def far(word: str, known: Vocabulary) -> tuple[Candidate, ...]:
    """Candidates one letter away, for words that nobody knows; about 70 tries a letter."""
    if not 3 <= len(word) <= LONGEST:
        return ()
    found: dict[str, Slip] = {}
    for slip, tries in (
        (Slip.EXTRA, _shorter(word)),
        (Slip.MISSING, _longer(word)),
        (Slip.OTHER, _others(word)),
    ):
        for other in tries:
            if other in known:
                found.setdefault(other, slip)
    found.pop(word, None)
    return tuple(Candidate(*pair) for pair in found.items())


#: What an alif may have been meant to be; behind clitics, never deep inside a word.
_ALIFS = {"ا": "أإآ", "أ": "اإ", "إ": "اأ", "آ": "ا"}
_FRONTMOST = 6
_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل)")


def is_definite(word: str) -> bool:
    """Whether the word carries the article: then a final ه is no pronoun but, as a rule, a ة."""
    return len(word) > 4 and _DEFINITE.match(word) is not None


#: Behind these stands a verb or a clause, never a noun without the article.
_RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي قد لم لن سوف".split())


def barred(candidate: Candidate, left: str) -> bool:
    """Whether grammar bars it behind its left neighbour: «الذي باعه» is no «الذي باعة»."""
    if candidate.slip is not Slip.MARBUTA or not candidate.word.endswith("ة"):
        return False
    before = left[1:] if left[:1] in "وف" and len(left) > 3 else left
    return before in _RELATIVES and not is_definite(candidate.word)


def lookalikes(word: str) -> tuple[Candidate, ...]:
    """The word with one similar letter, whether or not the counts hold it."""
    return tuple(Candidate(other, Slip.SIMILAR) for other in _lookalikes(word) if other != word)


def swaps(word: str) -> tuple[Candidate, ...]:
    """The word with two neighbours changed round, whether or not the counts hold it."""
    return tuple(Candidate(other, Slip.SWAP) for other in swapped(word))


def habits(word: str) -> tuple[Candidate, ...]:
    """The word with one spelling habit mended, whether or not the counts hold it."""
    found: dict[str, Slip] = {}
    for at, letter in enumerate(word[:-1]):
        for new in _ALIFS.get(letter, "") if at < _FRONTMOST else ():
            found[f"{word[:at]}{new}{word[at + 1 :]}"] = Slip.HAMZA
    for old, new, slip in (
        ("ه", "ة", Slip.MARBUTA),
        ("ى", "ي", Slip.MAQSURA),
        ("ي", "ى", Slip.MAQSURA),
    ):
        if word.endswith(old):
            found[f"{word[:-1]}{new}"] = slip
    return tuple(Candidate(other, slip) for other, slip in found.items())
