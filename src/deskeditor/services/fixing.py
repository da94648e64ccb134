"""Fixing all findings of one kind together: what would change, and the document with it changed.

Only first fixes are taken, and none that touches words another one touches; what is left out is
found again by the next check. Offsets are code points of the document as it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from deskeditor.domain.document import Address, Document
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix
from deskeditor.domain.quotes import Quote

#: Code points shown on both sides of what changes.
AROUND = 30


@dataclass(frozen=True, slots=True)
class Preview:
    """One change: the words around it, before and after. `before` of the same length is untouched
    text; `old` becomes `new` between `lead` and `tail`. `quoted` says that it changes words
    somebody is quoted with.
    """

    finding: Finding
    fix: Fix
    lead: str
    old: str
    new: str
    tail: str
    quoted: bool = False

    @property
    def before(self) -> str:
        """The words as they stand."""
        return f"{self.lead}{self.old}{self.tail}"

    @property
    def after(self) -> str:
        """The words as they would stand."""
        return f"{self.lead}{self.new}{self.tail}"


def same_kind(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that one press mends with this one: of its rule, with a fix of their own.

    Of spelling only those of the same word: what is right for one word says nothing of another.
    """
    word = finding.text if finding.category is Category.SPELLING else None
    return tuple(
        each
        for each in findings
        if each.rule == finding.rule and each.fixes and word in (None, each.text)
    )


def previews(
    findings: Iterable[Finding], document: Document, quotes: Iterable[Quote] = ()
) -> tuple[Preview, ...]:
    """What mending all of them would change, in their order; clashing fixes are left out.

    Who mends within `quotes` changes what somebody said: such a change is marked.
    """
    said = tuple(place for quote in quotes for place in (quote.anchor, *quote.continued))
    taken: defaultdict[Address, list[tuple[int, int]]] = defaultdict(list)
    texts = {slot.address: slot.text.text for slot in document.slots()}
    found: list[Preview] = []
    for finding in findings:
        if not finding.fixes:
            continue
        fix = finding.fixes[0]
        if not all(_free(edit.anchor, taken, texts) for edit in fix.edits):
            continue
        for edit in fix.edits:
            taken[edit.anchor.address].append((edit.anchor.start, edit.anchor.end))
        inside = any(_inside(edit.anchor, quote) for edit in fix.edits for quote in said)
        found.append(replace(_preview(finding, fix, texts), quoted=inside))
    return tuple(found)


def _free(
    anchor: Anchor, taken: dict[Address, list[tuple[int, int]]], texts: dict[Address, str]
) -> bool:
    text = texts.get(anchor.address)
    if text is None or not 0 <= anchor.start <= anchor.end <= len(text):
        return False
    return all(
        anchor.end <= start or end <= anchor.start for start, end in taken.get(anchor.address, ())
    )


def _preview(finding: Finding, fix: Fix, texts: dict[Address, str]) -> Preview:
    edit = fix.edits[0]
    text = texts[edit.anchor.address]
    start, end = edit.anchor.start, edit.anchor.end
    lead = text[max(0, start - AROUND) : start]
    return Preview(finding, fix, lead, text[start:end], edit.text, text[end : end + AROUND])


def _inside(anchor: Anchor, quote: Anchor) -> bool:
    same = anchor.address == quote.address
    return same and anchor.start < quote.end and quote.start < anchor.end


def edits_of(chosen: Iterable[Preview]) -> tuple[Edit, ...]:
    """The edits of the changes a person left ticked, for one undo step of the editor."""
    return tuple(edit for one in chosen for edit in one.fix.edits)


def fixed(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with edits applied that do not overlap, from the end of each text forwards."""
    for edit in sorted(edits, key=lambda each: each.anchor, reverse=True):
        anchor = edit.anchor
        text = document.text_at(anchor.address)
        if text is not None:
            new = text.replace(anchor.start, anchor.end, edit.text)
            document = document.with_text(anchor.address, new)
    return document
