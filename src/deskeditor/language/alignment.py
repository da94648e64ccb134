"""A quotation held against a text of evidence: found word for word, altered, cut, or not there.

Owns the comparison and its verdict. Words are compared folded (tashkeel, hamza, digits, glyphs)
with a map back to both texts. Only an exact run of words is verbatim or orthographic; everything
less is shown as altered with its words, and a likeness too small is not found. No score passes by
itself: a changed لم, لن or لا or a changed number is loud. One comparison is linear in the
evidence once it has been prepared (kept for the last 32 texts).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from deskeditor.domain.quotes import Comparison, Verdict, WordChange
from deskeditor.language.folding import Fold, fold

#: Share of the quotation's words that must stand in one place of the evidence, in order, for the
#: place to be shown as the same words altered; below it the quotation is not found.
LIKENESS = 0.5
#: Words other than particles that must agree there.
CONTENT_WORDS = 2
#: Words at the edge of a quotation that may be other words for what the evidence says there.
_AT_THE_EDGE = 3
#: Words whose folded form is remembered: long evidence says most of its words again and again.
_KEPT = 65_536
#: A word that stands more often than this in the evidence says nothing about the place.
_COMMON = 40

_WORD = re.compile("[^\\W_][\\w\u064b-\u065f\u0670\u0640]*(?:[.,٫٬][0-9٠-٩]+)*|%|٪")
_ELLIPSIS = re.compile(r"\(?(?:…|\.{2,})\)?|\[(?:…|\.{2,})\]")
_NEGATIONS = frozenset(
    "لا لم لن ليس ليست ليسوا لسنا لست ما غير دون بدون عدم كلا لما ولا ولم ولن وليس فلا فلم فلن وما"
    " ألا ان_لا لاسيما".split()
)
_NUMBERS = frozenset(
    "واحد اثنان اثنين ثلاثة ثلاث اربعة اربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر"
    " عشرون عشرين ثلاثون ثلاثين اربعون اربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون"
    " تسعين مئة مائة مئتان مئتين مئات الف الفين الاف مليون مليونا مليوني ملايين مليار مليارا"
    " مليارات نصف ربع ثلث".split()
)
_PARTICLES = _NEGATIONS | frozenset(
    "في من على الى عن مع ان او ثم قد هذا هذه ذلك تلك التي الذي هو هي كان كانت بعد"
    " قبل كل بين حتى".split()
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: folded, and their code points in it."""

    text: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Evidence ready to be searched: its words, and where each stands."""

    words: _Words
    places: dict[str, tuple[int, ...]]


def _read(text: str, skip: Sequence[tuple[int, int]] = (), low: int = 0, high: int = -1) -> _Words:
    end = len(text) if high < 0 else high
    found = [
        match
        for match in _WORD.finditer(text, low, end)
        if not skip or not any(start <= match.start() < stop for start, stop in skip)
    ]
    plain = tuple(_folded(match.group()) for match in found)
    return _Words(text, plain, tuple(m.start() for m in found), tuple(m.end() for m in found))


@lru_cache(maxsize=_KEPT)
def _folded(word: str) -> str:
    return fold(word, Fold.ORTHOGRAPHIC)


@lru_cache(maxsize=32)
def prepare(evidence: str) -> Prepared:
    """Evidence ready for any number of comparisons; linear in its length."""
    words = _read(evidence)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(words.folded):
        places[word].append(index)
    return Prepared(words, {word: tuple(found) for word, found in places.items()})


def hold(
    quoted: str,
    evidence: str,
    *,
    evidence_id: str = "",
    insertions: Iterable[tuple[int, int]] = (),
) -> Comparison:
    """Hold a quotation against a text.

    Args:
        quoted: the quotation's content, without its glyphs.
        evidence: the text it is held against.
        evidence_id: named in the answer.
        insertions: code points of `quoted` that are the editor's and are not compared.
    """
    ready = prepare(evidence)
    skip = tuple(insertions)
    pieces = [
        words
        for words in (_read(quoted, skip, low, high) for low, high in _segments(quoted))
        if words.folded
    ]
    if not pieces or not ready.words.folded:
        return Comparison(Verdict.NOT_FOUND, evidence_id)
    whole = _read(quoted, skip)
    for parts in ([whole], pieces):
        exact = _in_order(parts, ready)
        if exact is not None:
            return _exact(parts, exact, ready, evidence_id)
    return _nearest(whole, ready, evidence_id)


def best(held: Iterable[Comparison]) -> Comparison | None:
    """The comparison that says most: verbatim before altered, altered before not found."""
    return min(held, key=lambda c: (_RANK.index(c.verdict), len(c.changes)), default=None)


_RANK = (
    Verdict.VERBATIM, Verdict.ORTHOGRAPHIC, Verdict.CUT, Verdict.ALTERED, Verdict.TRANSLATED,
    Verdict.NOT_FOUND, Verdict.NOT_CHECKED,
)  # fmt: skip


def _segments(quoted: str) -> list[tuple[int, int]]:
    """The runs of the quotation between its ellipses, in code points."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _ELLIPSIS.finditer(quoted):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(quoted))]


def _in_order(pieces: list[_Words], ready: Prepared) -> list[int] | None:
    """Where each piece stands word for word, one behind the other; None where one does not."""
    places: list[int] = []
    low = 0
    for piece in pieces:
        place = _window(piece.folded, ready, low)
        if place is None:
            return None
        places.append(place)
        low = place + len(piece.folded)
    return places


def _window(words: tuple[str, ...], ready: Prepared, low: int) -> int | None:
    """The first window of the evidence at or behind word `low` that holds exactly these words."""
    rarest = min(range(len(words)), key=lambda index: len(ready.places.get(words[index], ())))
    for place in ready.places.get(words[rarest], ()):
        first = place - rarest
        if first >= low and ready.words.folded[first : first + len(words)] == words:
            return first
    return None


def _exact(
    pieces: list[_Words], places: list[int], ready: Prepared, evidence_id: str
) -> Comparison:
    evidence = ready.words
    same = all(
        piece.text[piece.starts[i] : piece.ends[i]]
        == evidence.text[evidence.starts[place + i] : evidence.ends[place + i]]
        for piece, place in zip(pieces, places, strict=True)
        for i in range(len(piece.folded))
    )
    last = places[-1] + len(pieces[-1].folded) - 1
    verdict = Verdict.VERBATIM if same else Verdict.ORTHOGRAPHIC
    if len(pieces) > 1:
        verdict = Verdict.CUT
    return Comparison(verdict, evidence_id, evidence.starts[places[0]], evidence.ends[last])


def _nearest(whole: _Words, ready: Prepared, evidence_id: str) -> Comparison:
    """The place most like the quotation, with the words that differ; or not found."""
    low, high = _likely(whole.folded, ready)
    if low >= high:
        return Comparison(Verdict.NOT_FOUND, evidence_id)
    low, high = _core(whole.folded, ready, low, high)
    window = ready.words.folded[low:high]
    steps = LCSseq.opcodes(whole.folded, window)
    kept = [(s.src_start, s.src_end, s.dest_start) for s in steps if s.tag == "equal"]
    same = [word for start, end, _ in kept for word in whole.folded[start:end]]
    content = sum(word not in _PARTICLES for word in same)
    if len(same) < LIKENESS * len(whole.folded) or content < min(CONTENT_WORDS, len(whole.folded)):
        return Comparison(Verdict.NOT_FOUND, evidence_id)
    before, behind = _edge(kept[0][0]), _edge(len(whole.folded) - kept[-1][1])
    first = max(low, low + kept[0][2] - before)
    last = min(high, low + kept[-1][2] + kept[-1][1] - kept[-1][0] + behind) - 1
    changes = tuple(
        _change(whole, ready.words, (step.src_start, step.src_end), dest)
        for step in steps
        if step.tag != "equal"
        and (
            dest := _inside(
                step.dest_start + low,
                step.dest_end + low,
                first,
                last + 1,
                quoted=step.src_end > step.src_start,
            )
        )
    )
    start, end = ready.words.starts[first], ready.words.ends[last]
    return Comparison(Verdict.ALTERED, evidence_id, start, end, _joined(changes))


def _core(words: tuple[str, ...], ready: Prepared, low: int, high: int) -> tuple[int, int]:
    """The stretch without words that agree by chance at its edges: a particle that stands apart.

    «ما» three words before the sentence that is quoted is no part of it.
    """
    steps = LCSseq.opcodes(words, ready.words.folded[low:high])
    kept = [(s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps if s.tag == "equal"]
    while len(kept) > 1 and _strays(words, kept[0], _between(kept[0], kept[1])):
        kept.pop(0)
    while len(kept) > 1 and _strays(words, kept[-1], _between(kept[-2], kept[-1])):
        kept.pop()
    if not kept:
        return low, high
    before, behind = _edge(kept[0][0]), _edge(len(words) - kept[-1][1])
    return max(low, low + kept[0][2] - before), min(high, low + kept[-1][3] + behind)


def _edge(words: int) -> int:
    """How many words of the evidence stand for so many that do not agree at the quotation's edge.

    A few are other words for the same; of more, none: the quotation goes on where this ends.
    """
    return words if words <= _AT_THE_EDGE else 0


_Run = tuple[int, int, int, int]


def _between(one: _Run, other: _Run) -> int:
    """How many more words stand between two runs in the evidence than in the quotation."""
    return (other[2] - one[3]) - (other[0] - one[1])


def _strays(words: tuple[str, ...], run: _Run, apart: int) -> bool:
    """Whether a run is only particles, or one word, and stands apart from the next."""
    said = words[run[0] : run[1]]
    alone = len(said) == 1 or all(word in _PARTICLES for word in said)
    return alone and apart > 2 * len(said)


def _inside(start: int, end: int, first: int, last: int, *, quoted: bool) -> tuple[int, int] | None:
    """A step's evidence words kept inside the place found; None where nothing is left of it."""
    low, high = max(start, first), min(end, last)
    if low >= high:
        return (low, low) if quoted else None
    return low, high


def _likely(words: tuple[str, ...], ready: Prepared) -> tuple[int, int]:
    """The stretch of the evidence in which most of the rarer words stand, with some room."""
    room = len(words) // 2 + 8
    votes: defaultdict[int, float] = defaultdict(float)
    size = max(4, len(words) // 2)
    for index, word in enumerate(words):
        places = ready.places.get(word, ())
        if not places or len(places) > _COMMON:
            continue
        weight = (0.2 if word in _PARTICLES else 1.0) / len(places) ** 0.5
        for place in places:
            bucket = (place - index) // size
            votes[bucket] += weight
            votes[bucket + 1] += weight * 0.9
    if not votes:
        return 0, 0
    bucket = max(votes, key=lambda each: (votes[each], -each))
    low = max(0, bucket * size - room)
    return low, min(len(ready.words.folded), bucket * size + len(words) + size + room)


def _change(
    whole: _Words, evidence: _Words, quoted: tuple[int, int], held: tuple[int, int]
) -> WordChange:
    """One difference; `quoted` and `held` are ranges of words."""
    words = {*whole.folded[slice(*quoted)]} ^ {*evidence.folded[slice(*held)]}
    quote = _span(whole, *quoted)
    source = _span(evidence, *held)
    return WordChange(
        whole.text[quote[0] : quote[1]],
        evidence.text[source[0] : source[1]],
        *quote,
        *source,
        loud=any(is_loud(word) for word in words),
    )


def _span(words: _Words, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return words.starts[start], words.ends[end - 1]
    place = words.starts[start] if start < len(words.starts) else len(words.text)
    return place, place


def _joined(changes: tuple[WordChange, ...]) -> tuple[WordChange, ...]:
    """A word taken out beside a word put in is one change."""
    found: list[WordChange] = []
    for change in changes:
        last = found[-1] if found else None
        if last is not None and bool(last.quoted) != bool(change.quoted) and _touch(last, change):
            taken, put = (last, change) if last.quoted else (change, last)
            found[-1] = replace(
                taken,
                evidenced=put.evidenced,
                evidence_start=put.evidence_start,
                evidence_end=put.evidence_end,
                loud=last.loud or change.loud,
            )
        else:
            found.append(change)
    return tuple(found)


def _touch(left: WordChange, right: WordChange) -> bool:
    """Whether nothing that agrees stands between two changes."""
    near_quote = right.quote_start - left.quote_end <= 2
    near_evidence = right.evidence_start - left.evidence_end <= 2
    return near_quote and near_evidence


def negates(word: str) -> bool:
    """Whether a word of a text (not folded) turns the meaning round, a joined و or ف aside."""
    folded = fold(word, Fold.ORTHOGRAPHIC)
    plain = folded[1:] if len(folded) > 2 and folded[0] in "وف" else folded
    return folded in _NEGATIONS or plain in _NEGATIONS


def is_loud(word: str) -> bool:
    """Whether a folded word turns or counts: a negation or a number, a joined و or ف aside."""
    plain = word[1:] if len(word) > 2 and word[0] in "وف" else word
    counted = any(form in _NUMBERS or form.removeprefix("ال") in _NUMBERS for form in (word, plain))
    return counted or word in _NEGATIONS or plain in _NEGATIONS or any(c.isdigit() for c in word)
