"""One name spelled two ways in a piece: ماكغورك here, ماكجورك there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic, replacement
from deskeditor.checks.spelling.reading import Judged, judged
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.clitics import without_front

#: The shortest name compared letter by letter, and the most names of one piece.
SHORTEST, MOST = 5, 60
#: Longer words are no names.
LONGEST = 40
#: Fronts a name is written with; what is left is the name.
_FRONTS = ("و", "ف", "ب", "ل", "ك", "وب", "ول")
#: Endings that make another word of a name: «سوري» and «سوريا» are no slip.
_ENDINGS = frozenset("اةهيىنتو")


class _Place(NamedTuple):
    """One word of a text: the name in it, where, and what is joined to its front."""

    name: str
    text: str
    anchor: Anchor
    front: str = ""


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Whether two names are probably one: a letter apart, inside the word."""
    if one == other or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if one.startswith(other) or other.startswith(one):
        return False
    if one[:-1] == other[:-1] and {one[-1], other[-1]} & _ENDINGS:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


def _unknown(context: CheckContext) -> frozenset[str]:
    """Words of the piece that nobody knows."""
    words = judged(context)
    return context.memory.made("names.unknown", (words,), lambda: _names(words))


def _names(words: tuple[Judged, ...]) -> frozenset[str]:
    said = (one.doubt.token.word for one in words if one.kind is FindingClass.NAME)
    return frozenset(word for word in said if SHORTEST <= len(word) <= LONGEST)


def _reads(context: CheckContext) -> tuple[object, ...]:
    """The unknown names and every place of them, where there are not too many."""
    names = _unknown(context)
    if not names or len(names) > MOST:
        return ((),)
    return names, context.flat(RULE.id, partial(_in_slot, context, names), given=names)


@lru_cache(maxsize=4)
def _shelves(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The names by their first letter: only those may be alike."""
    return {first: tuple(n for n in names if n[0] == first) for first in {n[0] for n in names}}


@lru_cache(maxsize=65_536)
def _cuts(word: str) -> tuple[tuple[str, str], ...]:
    """The word itself, and what a name in it may be behind what is joined to it."""
    return (("", word), *without_front(word, _FRONTS))


def _near(context: CheckContext, slot: Slot, names: frozenset[str]) -> tuple[_Place, ...]:
    """Where the names stand in one text, and every word there that is like one of them."""
    found: list[_Place] = []
    shelves = _shelves(names)
    for token in context.words(slot):
        if not SHORTEST <= len(token.word) <= LONGEST:
            continue
        for front, rest in _cuts(token.word):
            if rest in names or any(alike(rest, name) for name in shelves.get(rest[0], ())):
                anchor = Anchor(slot.address, token.start, token.end)
                found.append(_Place(rest, token.text, anchor, front))
                break
    return tuple(found)


def _run(context: CheckContext) -> Iterator[Finding]:
    names = _unknown(context)
    if not names or len(names) > MOST:
        return
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in context.flat(RULE.id, partial(_in_slot, context, names), given=names):
        places[place.name].append(place)
    told: set[str] = set()
    for one, other in combinations(places, 2):
        if not alike(one, other) or {one, other} & told:
            continue
        keep, change = sorted((one, other), key=lambda name: (-len(places[name]), name in names))
        told.add(change)
        yield from _findings(places[change], places[keep][0])


def _in_slot(context: CheckContext, names: frozenset[str], slot: Slot) -> tuple[_Place, ...]:
    return _near(context, slot, names)


def _findings(places: list[_Place], kept: _Place) -> Iterator[Finding]:
    for place in places:
        new = f"{place.front}{kept.name}"
        yield RULE.finding(
            place.anchor, place.text, suggestions=(new,), fixes=(replacement(place.anchor, new),),
            related=(kept.anchor,), other=kept.name,
        )  # fmt: skip


RULE = DocumentRule(
    id="style.mixed-names",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.CONSISTENCY,
    title=Bilingual("اسم كُتب بصورتين", "One name, two spellings"),
    message=Bilingual(
        "«{text}» هنا و«{other}» في موضع آخر: أهما اسم واحد؟",
        "“{text}” here and “{other}” elsewhere: one name?",
    ),
    must_match=(
        "التقى كوتشيلوفا الوفد 😀.\n\nوقالت كوتشيلوفا إن 25 من WHO وصلوا.\n\nثم غادرت كوتشيلفا.",
    ),
    must_not_match=(
        "التقت كوتشيلوفا الوفد 😀، وشكرت كوتشيلوفا أعضاءه.",
        "التقى كوتشيلوفا الوفد 😀.\n\nوقالت كوتشيلوفا إن 25 من WHO وصلوا.",
        "التقت كوتشيلوفا وبريجنسكيا الوفد 😀.",
    ),
    run=_run,
    reads=_reads,
)
