"""Two leaves of one article's history, brought together word by word where the words allow it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

from deskeditor.domain.ancestry import ancestors
from deskeditor.domain.article import Article
from deskeditor.domain.document import Inline
from deskeditor.domain.document.merge import Merged, merge
from deskeditor.domain.rows import RevisionRow
from deskeditor.language.differences import Change, differences

_Changes = tuple[Change, ...]
T = TypeVar("T")


def leaves(rows: tuple[RevisionRow, ...]) -> tuple[RevisionRow, ...]:
    """The revisions nothing was made from, newest first: more than one is a fork."""
    parents = {parent for row in rows for parent in row.parents}
    return tuple(row for row in rows if row.name not in parents)


def common(rows: tuple[RevisionRow, ...], left: str, right: str) -> str | None:
    """The newest revision both leaves grew from; None where their histories never met."""
    mine, theirs = ancestors(rows, (left,)), ancestors(rows, (right,))
    return next((row.name for row in rows if row.name in mine and row.name in theirs), None)


def merged(base: Article, left: Article, right: Article) -> Merged:
    """The texts of two articles brought together."""
    return merge(base.document, left.document, right.document, woven)


def beside(base: Article, left: Article, right: Article) -> Article:
    """What stands beside the text, of both: details as the side has them that changed them.

    Where both changed the same one, the left's stands. What was confirmed, mended, set aside or
    taken back on one side is so.
    """
    details = left.details
    for name in type(details).__dataclass_fields__:
        was = getattr(base.details, name)
        mine, theirs = getattr(left.details, name), getattr(right.details, name)
        if mine == was != theirs:
            details = replace(details, **{name: theirs})
    return replace(
        left,
        details=details,
        dismissals=_three(
            base.dismissals, left.dismissals, right.dismissals,
            lambda one: (one.rule, one.address, one.text),
        ),
        ledger=_three(base.ledger, left.ledger, right.ledger, lambda one: one.id),
    )  # fmt: skip


def _three(
    base: tuple[T, ...], left: tuple[T, ...], right: tuple[T, ...], key: Callable[[T], Hashable]
) -> tuple[T, ...]:
    """Lines of both sides, each as the side has it that changed it; the left's where both did."""
    was, mine, theirs = ({key(one): one for one in side} for side in (base, left, right))
    made = []
    for own in dict.fromkeys((*mine, *theirs)):
        old, ours, other = was.get(own), mine.get(own), theirs.get(own)
        taken = other if ours == old else ours
        if taken is None and old not in (ours, other):
            taken = other
        if taken is not None:
            made.append(taken)
    return tuple(made)


def woven(base: Inline, left: Inline, right: Inline) -> Inline | None:
    """Both sides' changes of one text; None where they touch or change the same looks."""
    mine, theirs = differences(base.text, left.text), differences(base.text, right.text)
    steps = sorted(
        [(change, left) for change in mine] + [(change, right) for change in theirs],
        key=lambda step: (step[0].start, step[0].end),
    )
    made, at = Inline(), 0
    last: Inline | None = None
    for change, side in steps:
        other = last is not None and side is not last
        if change.start < at or (other and change.start == at):
            return None
        stretch = _kept((base, left, right), (mine, theirs), at, change.start)
        if stretch is None:
            return None
        made = made + stretch + side.slice(change.new_start, change.new_end)
        at, last = change.end, side
    stretch = _kept((base, left, right), (mine, theirs), at, len(base))
    return None if stretch is None else made + stretch


def _kept(
    texts: tuple[Inline, Inline, Inline], changes: tuple[_Changes, _Changes], start: int, end: int
) -> Inline | None:
    """Words neither side changed, with the looks of the side that changed those."""
    base = texts[0].slice(start, end)
    sides = []
    for text, own in zip(texts[1:], changes, strict=True):
        shift = sum(c.new_end - c.new_start - (c.end - c.start) for c in own if c.end <= start)
        there = text.slice(start + shift, end + shift)
        sides.append(there if there.text == base.text else None)
    left, right = sides
    if left is None or right is None:
        return base if left is right else None
    if right in (left, base):
        return left
    return right if left == base else None
