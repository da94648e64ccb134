"""What two texts of one article differ in: the values a panel, a page and a command read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Address, Document, Mark, Role, Suggestion
from deskeditor.domain.document.proposals import proposals
from deskeditor.domain.findings import Anchor


class What(StrEnum):
    """What a difference is about."""

    WORDS = "words"
    MARKS = "marks"
    SPACES = "spaces"
    LOOKS = "looks"
    BLOCK = "block"
    MOVED = "moved"
    IMAGE = "image"
    FIELD = "field"
    CONFIRMED = "confirmed"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, as a line a person reads.

    `before` and `after` are the words, empty where there were none. `address` with `start` and
    `end` (code points) says where on the page it is shown; a change of a field has none, and `name`
    says which field. `role` is what the text is to the reader. `quoted` says that it lies within
    quotation marks.
    """

    what: What
    before: str = ""
    after: str = ""
    address: Address | None = None
    start: int = 0
    end: int = 0
    role: Role | None = None
    name: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The page that shows both texts, and every difference in reading order.

    `before` and `after` are each text alone, with its own side of the marks.
    """

    page: Document
    before: Document
    after: Document
    differences: tuple[Difference, ...]

    def sides(self, one: Difference) -> tuple[Anchor | None, Anchor | None]:
        """Where a change stands in the older and in the newer text; None where it does not."""
        text = self.page.text_at(one.address) if one.address is not None else None
        if text is None or one.address is None:
            return None, None
        found: list[Anchor | None] = []
        for alone, other in ((self.before, "insert"), (self.after, "delete")):
            hidden = [s for s in text.spans if _is(s.mark, other)]
            places = [
                at - sum(min(s.end, at) - s.start for s in hidden if s.start < at)
                for at in (one.start, one.end)
            ]
            there = alone.text_at(one.address) is not None
            found.append(Anchor(one.address, *places) if there else None)
        return found[0], found[1]


def _is(mark: Mark, kind: str) -> bool:
    return isinstance(mark, Suggestion) and mark.kind == kind


def beside(old: Article, new: Article) -> Iterator[Difference]:
    """What changed beside the text: the details, what was confirmed, what is proposed."""
    for one in fields(Details):
        was, now = getattr(old.details, one.name), getattr(new.details, one.name)
        if was != now:
            yield Difference(What.FIELD, _said(was), _said(now), name=one.name)
    before, after = set(old.ledger), set(new.ledger)
    for gone in (one for one in old.ledger if one not in after):
        yield Difference(
            What.CONFIRMED, before=gone.text, name="removed", address=gone.anchor.address
        )
    for came in (one for one in new.ledger if one not in before):
        yield Difference(What.CONFIRMED, after=came.text, name="added", address=came.anchor.address)
    counts = [len(proposals(each.document)) for each in (old, new)]
    if counts[0] != counts[1]:
        yield Difference(What.PENDING, str(counts[0]), str(counts[1]))


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return " · ".join(map(str, value))
        case datetime():
            return value.isoformat()
        case _:
            return str(getattr(value, "text", value))
