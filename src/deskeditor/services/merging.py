"""Two leaves of one article's history, brought together word by word where the words allow it."""

from __future__ import annotations

from dataclasses import replace

from deskeditor.domain.article import Article
from deskeditor.domain.document import Inline
from deskeditor.domain.document.merge import Merged, merge
from deskeditor.domain.rows import RevisionRow
from deskeditor.language.differences import Change, differences

_Changes = tuple[Change, ...]


def leaves(rows: tuple[RevisionRow, ...]) -> tuple[RevisionRow, ...]:
    """The revisions nothing was made from, newest first: more than one is a fork."""
    parents = {parent for row in rows for parent in row.parents}
    return tuple(row for row in rows if row.name not in parents)


def common(rows: tuple[RevisionRow, ...], left: str, right: str) -> str | None:
    """The newest revision both leaves grew from; None where their histories never met."""
    mine = ancestors(rows, left)
    theirs = ancestors(rows, right)
    return next((row.name for row in rows if row.name in mine and row.name in theirs), None)


def ancestors(rows: tuple[RevisionRow, ...], name: str) -> set[str]:
    """A revision and all it was made from."""
    parents = {row.name: row.parents for row in rows}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents.get(one, ()))
    return found


def merged(base: Article, left: Article, right: Article) -> Merged:
    """The texts of two articles brought together."""
    return merge(base.document, left.document, right.document, woven)


def beside(base: Article, left: Article, right: Article) -> Article:
    """What stands beside the text, of both: details as the side has them that changed them.

    Where both changed the same one, the left's stands. Whatever was confirmed or set aside on
    either side is kept.
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
        dismissals=tuple(dict.fromkeys((*left.dismissals, *right.dismissals))),
        ledger=tuple(dict.fromkeys((*left.ledger, *right.ledger))),
    )


def woven(base: Inline, left: Inline, right: Inline) -> Inline | None:
    """Both sides' changes of one text; None where they touch or change the same looks."""
    mine, theirs = differences(base.text, left.text), differences(base.text, right.text)
    steps = sorted(
        [(change, left) for change in mine] + [(change, right) for change in theirs],
        key=lambda step: (step[0].start, step[0].end),
    )
    made, at = Inline(), 0
    last: tuple[int, Inline] | None = None
    for change, side in steps:
        touches = last is not None and change.start == last[0] and side is not last[1]
        if change.start < at or touches:
            return None
        stretch = _kept((base, left, right), (mine, theirs), at, change.start)
        if stretch is None:
            return None
        made = made + stretch + side.slice(change.new_start, change.new_end)
        at, last = change.end, (change.start, side)
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
