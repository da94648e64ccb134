"""How one wording became another, word by word, as a person would tell it.

A changed word is one change, whatever of it changed; a word whose letters stayed and whose marks
above and below did not is said to be just that. Punctuation counts as a word of its own; spaces are
told by themselves where nothing else changed beside them. Positions are code points of each text.
What both begin and end with costs next to nothing; the rest costs its lengths multiplied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from deskeditor.language.folding import Fold, fold

#: A word with its marks and inner figures, or one sign.
_TOKEN = re.compile(
    "[^\\W_][\\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]*(?:[.,٫٬][0-9٠-٩]+)*|[^\\s]"
)
#: Words of the one text times words of the other that are compared word by word: some 0.7 s.
_MOST = 100_000_000


class ChangeKind(StrEnum):
    """What became of some words."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MARKS = "marks"
    SPACES = "spaces"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `[start, end)` of the old text became `[new_start, new_end)` of the new one.

    A change of MARKS is one of tashkeel or tatweel alone.
    """

    kind: ChangeKind
    start: int
    end: int
    new_start: int
    new_end: int


_Token = tuple[str, int, int]


def differences(old: str, new: str) -> tuple[Change, ...]:
    """What changed between two wordings, in order; empty where they read the same.

    Making the changes in the old wording gives the new one exactly. Of texts so long and so
    different that comparing them word by word would take seconds, the part that differs is told as
    one change.
    """
    if old == new:
        return ()
    before, after = _tokens(old), _tokens(new)
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    inner = before[head : len(before) - tail], after[head : len(after) - tail]
    found = list(_spaces(old, new, before[:head], after[:head]))
    if len(inner[0]) * len(inner[1]) > _MOST:
        ends = inner[0][0][1], inner[0][-1][2], inner[1][0][1], inner[1][-1][2]
        found.append(Change(ChangeKind.CHANGED, *ends))
    else:
        found += _told(old, new, (before, after), head, tail)
    rest = before[len(before) - tail :], after[len(after) - tail :]
    found += _spaces(old, new, *rest)
    return tuple(_exact(old, new, found))


def _tokens(text: str) -> list[_Token]:
    return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _alike(before: list[_Token], after: list[_Token]) -> int:
    """How many words both begin with."""
    most = min(len(before), len(after))
    return next((n for n in range(most) if before[n][0] != after[n][0]), most)


def _told(
    old: str, new: str, tokens: tuple[list[_Token], list[_Token]], head: int, tail: int
) -> Iterator[Change]:
    """The changes of the words between those both begin and end with."""
    before, after = tokens
    inner = before[head : len(before) - tail], after[head : len(after) - tail]
    for step in Levenshtein.opcodes([t[0] for t in inner[0]], [t[0] for t in inner[1]]):
        first, other_first = head + step.src_start, head + step.dest_start
        here = before[first : head + step.src_end]
        there = after[other_first : head + step.dest_end]
        if step.tag == "equal":
            yield from _spaces(old, new, here, there)
        elif step.tag == "replace":
            for one, other in zip(here, there, strict=True):  # as many words as before
                same = _plain(one[0]) == _plain(other[0])
                kind = ChangeKind.MARKS if same else ChangeKind.CHANGED
                yield Change(kind, one[1], one[2], other[1], other[2])
        elif step.tag == "delete":
            at = _place(after, other_first, new)
            start, end = _with_space(old, here)
            if first and head + step.src_end == len(before):
                start = before[first - 1][2]  # the space before goes with the last word
                at = after[other_first - 1][2] if other_first else at
            yield Change(ChangeKind.REMOVED, start, end, at, at)
        else:
            at = _place(before, first, old)
            start, end = _with_space(new, there)
            if first == len(before) and other_first:
                start = after[other_first - 1][2]  # the space before comes with the last word
                at = before[-1][2] if before else at
            yield Change(ChangeKind.ADDED, at, at, start, end)


def _exact(old: str, new: str, found: list[Change]) -> Iterator[Change]:
    """The changes, widened by the spaces beside them that are others now."""
    last = Change(ChangeKind.SPACES, 0, 0, 0, 0)
    for change in (*found, Change(ChangeKind.SPACES, len(old), len(old), len(new), len(new))):
        between = old[last.end : change.start], new[last.new_end : change.new_start]
        if between[0] == between[1]:
            if last.end > last.start or last.new_end > last.new_start:
                yield last
            last = change
            continue
        leads = [len(text) - len(text.lstrip()) for text in between]
        if not between[0].strip() or between[0][: leads[0]] != between[1][: leads[1]]:
            last = replace(last, end=last.end + leads[0], new_end=last.new_end + leads[1])
        if last.end > last.start or last.new_end > last.new_start:
            yield last
        between = old[last.end : change.start], new[last.new_end : change.new_start]
        tails = [len(text) - len(text.rstrip()) for text in between]
        last = change
        if between[0] != between[1]:
            start, new_start = change.start - tails[0], change.new_start - tails[1]
            last = replace(change, start=start, new_start=new_start)
    if last.end > last.start or last.new_end > last.new_start:
        yield last


def _plain(word: str) -> str:
    return fold(word, Fold.TASHKEEL | Fold.TATWEEL)


def _with_space(text: str, words: list[_Token]) -> tuple[int, int]:
    """Words with the space behind them, as they come and go."""
    end = words[-1][2]
    while end < len(text) and text[end] == " ":
        end += 1
    return words[0][1], end


def _place(words: list[_Token], number: int, text: str) -> int:
    """Where the word of this number begins; behind the last one, where the text ends."""
    return words[number][1] if number < len(words) else len(text)


def _spaces(old: str, new: str, before: list[_Token], after: list[_Token]) -> Iterator[Change]:
    """Between words that stayed: other spaces."""
    pairs = zip(before, before[1:], after, after[1:], strict=False)
    for one, following, other, next_one in pairs:
        if old[one[2] : following[1]] != new[other[2] : next_one[1]]:
            yield Change(ChangeKind.SPACES, one[2], following[1], other[2], next_one[1])
