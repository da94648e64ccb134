"""What the tour's reporter does to the text: sure fixes, the picture, the byline. Pure functions.

A fix is sure where a rule found an error and knows exactly one way to mend it. A word that only
asks for eyes is mended where the script's reporter would: she knows the word for a slip, and the
speller has one suggestion. Nobody's quoted words are touched: those are theirs. What stands in
brackets inside them the desk put there, and may mend.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from deskeditor.domain.article import DETAILS, Article
from deskeditor.domain.document import Address, Document, Figure, Inline
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, FindingClass, Severity
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.quotes import Quote, QuoteKind

_SURE = (Severity.BLOCK, Severity.ERROR)
#: The rule that finds the desk's own words in brackets inside a quotation.
_INSERTED = "quotes.insertion"


@dataclass(frozen=True, slots=True)
class Script:
    """What the people of the tour write, as `resources/sample/tour.toml` has it.

    `day` is when our own sample page is published; a page somebody gives is published today,
    unless they say otherwise. `slips` are words the reporter knows for slips where the speller
    doubts them.
    """

    day: date
    desk: str
    subject: str
    byline: str
    comment: str
    changes: str
    reason: str
    note: str
    picture: str
    caption: str
    alt: str
    credit: str
    slips: tuple[str, ...]


def read_script(folder: Path) -> Script:
    """The script in `folder`."""
    data = tomllib.loads((folder / "tour.toml").read_text("utf-8"))
    return Script(**data | {"slips": tuple(data["slips"])})


def _overlaps(left: Anchor, right: Anchor) -> bool:
    return left.address == right.address and left.start < right.end and right.start < left.end


def _lies_in(inner: Anchor, outer: Anchor) -> bool:
    return inner.address == outer.address and outer.start <= inner.start and inner.end <= outer.end


def _ways(finding: Finding) -> tuple[tuple[Edit, ...], ...]:
    if finding.fixes:
        return tuple(fix.edits for fix in finding.fixes)
    return tuple((Edit(finding.anchor, word),) for word in finding.suggestions)


def _is_sure(finding: Finding, slips: Collection[str]) -> bool:
    if finding.severity in _SURE:
        return True
    doubted = finding.category is Category.SPELLING and finding.shape is FindingClass.CHECK
    return doubted and finding.text in slips


def sure_edits(
    findings: Iterable[Finding], quotes: Iterable[Quote], slips: Collection[str] = ()
) -> tuple[Edit, ...]:
    """The edits of every sure fix, none overlapping another, in the order of the findings."""
    found = tuple(findings)
    spoken = [q.anchor for q in quotes if q.kind is QuoteKind.SPEECH]
    inserted = [f.anchor for f in found if f.rule == _INSERTED]
    taken: list[Edit] = []
    for finding in found:
        ways = _ways(finding)
        if not _is_sure(finding, slips) or len(ways) != 1:
            continue
        held = [edit.anchor for edit in taken]
        if not any(_lies_in(finding.anchor, other) for other in inserted):
            held += spoken
        if not any(_overlaps(edit.anchor, other) for edit in ways[0] for other in held):
            taken += ways[0]
    return tuple(taken)


def text_at(article: Article, address: Address) -> Inline | None:
    """The text at an address of the document or the masthead; None where nothing is there."""
    if address.block != DETAILS:
        return article.document.text_at(address)
    found = (slot.text for slot in article.details.slots() if slot.address == address)
    return next(found, None)


def _with_text(article: Article, address: Address, text: Inline) -> Article:
    if address.block == DETAILS:
        return replace(article, details=article.details.with_text(address, text.text))
    return replace(article, document=article.document.with_text(address, text))


def apply_edits(article: Article, edits: Iterable[Edit]) -> Article:
    """The article with the edits made; later places first, so earlier ones keep their offsets."""
    by_slot: dict[Address, list[Edit]] = {}
    for edit in edits:
        by_slot.setdefault(edit.anchor.address, []).append(edit)
    for address, made in by_slot.items():
        text = text_at(article, address)
        if text is None:
            continue
        for edit in sorted(made, key=lambda e: (e.anchor.start, e.anchor.end), reverse=True):
            text = text.replace(edit.anchor.start, edit.anchor.end, edit.text)
        article = _with_text(article, address, text)
    return article


def with_picture(document: Document, media: str, script: Script, new_id: str) -> Document:
    """The document whose main picture is `media`; without a place for one, it goes on top."""
    figures = document.figures()
    hero = next((f for f in figures if f.hero), None)
    base = hero if hero is not None else Figure(new_id, hero=True)
    filled = replace(
        base, media=media, caption=Inline(script.caption), alt=script.alt, credit=script.credit
    )
    if hero is not None:
        return document.with_block(filled)
    return replace(document, blocks=(filled, *document.blocks))


def with_words(record: ImageRecord, script: Script) -> ImageRecord:
    """The picture's record with what is known of our own drawing: it is the desk's."""
    return replace(
        record, caption=script.caption, alt=script.alt, credit=script.credit, rights=Rights.STAFF
    )


def with_threads_closed(document: Document, by: str, at: datetime) -> tuple[Document, int]:
    """The document with every comment the import left on it read and closed, and how many."""
    still_open = [thread for thread in document.threads if thread.resolved_at is None]
    threads = tuple(
        replace(thread, resolved_by=by, resolved_at=at) if thread in still_open else thread
        for thread in document.threads
    )
    return replace(document, threads=threads), len(still_open)


def with_byline(document: Document, byline: str) -> Document:
    """The document signed."""
    return replace(document, header=replace(document.header, byline=Inline(byline)))
