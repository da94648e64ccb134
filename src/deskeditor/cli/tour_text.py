"""What the tour's reporter does to the text: sure fixes, the picture, the byline. Pure functions.

A fix is sure where a rule found an error and knows exactly one way to mend it. A word that only
asks for eyes is mended where the script's reporter would: she knows the word for a slip, and the
speller suggests what she meant. Nobody's quoted words are touched: those are theirs. What stands in
brackets inside them the desk put there, and may mend.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from deskeditor.domain.article import DETAILS, Article
from deskeditor.domain.dates import DateMention, Precision
from deskeditor.domain.document import Address, Document, Figure, Inline
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, FindingClass, Severity
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.quotes import Quote, QuoteKind
from deskeditor.services.planting import own_drawing

_SURE = (Severity.BLOCK, Severity.ERROR)
#: What changes no word of anybody: the glyphs around a quotation are the house's.
_HOUSE_QUOTES = "style.house-quotes"
#: The rule that finds the desk's own words in brackets inside a quotation.
_INSERTED = "quotes.insertion"
#: What is known of slips where nobody says anything.
NO_SLIPS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Script:
    """What the people of the tour write, as `resources/sample/tour.toml` has it.

    `day` is when our own sample page is published; for a page somebody gives see `publish_day`.
    `slips` are words the reporter knows for slips where the speller doubts them, with the word
    that was meant.
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
    slips: Mapping[str, str]


def read_script(folder: Path) -> Script:
    """The script in `folder`."""
    return Script(**tomllib.loads((folder / "tour.toml").read_text("utf-8")))


class DayFrom(StrEnum):
    """Where the tour's day of publication comes from."""

    ASKED = "asked"  # --published-at, or the script for our own page
    PAGE = "page"
    TEXT = "text"
    TODAY = "today"


def publish_day(
    asked: date | None, stamped: date | None, dates: Iterable[DateMention], today: date
) -> tuple[date, DayFrom, str]:
    """The day the page counts as published, where it comes from and the words that say it.

    The day asked for, else the page's own, else the latest day the text names in full and that is
    no later than `today` (a piece is no older than what it reports), else `today`.
    """
    if asked is not None:
        return asked, DayFrom.ASKED, ""
    if stamped is not None:
        return stamped, DayFrom.PAGE, ""
    named = [
        (found.resolved, found.text)
        for found in dates
        if found.resolved is not None and found.precision is Precision.DAY
        and not found.relative and found.resolved <= today
    ]  # fmt: skip
    if not named:
        return today, DayFrom.TODAY, ""
    day, text = max(named, key=lambda found: found[0])
    return day, DayFrom.TEXT, text


def replaced(text: str, edit: Edit) -> tuple[str, str]:
    """The words an edit replaces and what they become: one that only adds shows where it adds."""
    start, end = edit.anchor.start, edit.anchor.end
    if text[start:end].strip() and edit.text.strip():
        return text[start:end], edit.text
    front, back = text[:start].rsplit(" ", maxsplit=1)[-1], text[end:].split(" ", maxsplit=1)[0]
    return f"{front}{text[start:end]}{back}", f"{front}{edit.text}{back}"


def _overlaps(left: Anchor, right: Anchor) -> bool:
    return left.address == right.address and left.start < right.end and right.start < left.end


def _lies_in(inner: Anchor, outer: Anchor) -> bool:
    return inner.address == outer.address and outer.start <= inner.start and inner.end <= outer.end


def _ways(finding: Finding) -> tuple[tuple[Edit, ...], ...]:
    if finding.fixes:
        return tuple(fix.edits for fix in finding.fixes)
    return tuple((Edit(finding.anchor, word),) for word in finding.suggestions)


def _ways_taken(finding: Finding, slips: Mapping[str, str]) -> tuple[tuple[Edit, ...], ...]:
    """The ways to mend what the reporter would mend herself; none where it wants thought."""
    ways = _ways(finding)
    if finding.severity in _SURE or finding.rule == _HOUSE_QUOTES:
        return ways
    doubted = finding.category is Category.SPELLING and finding.shape is FindingClass.CHECK
    meant = slips.get(finding.text) if doubted else None
    return tuple(way for way in ways if len(way) == 1 and way[0].text == meant)


def sure_edits(
    findings: Iterable[Finding], quotes: Iterable[Quote], slips: Mapping[str, str] = NO_SLIPS
) -> tuple[Edit, ...]:
    """The edits of every sure fix, none overlapping another, in the order of the findings; the
    house's quotation glyphs first: they put both ends of a pair right.
    """
    found = tuple(sorted(findings, key=lambda one: one.rule != _HOUSE_QUOTES))
    spoken = [q.anchor for q in quotes if q.kind is QuoteKind.SPEECH]
    inserted = [f.anchor for f in found if f.rule == _INSERTED]
    taken: list[Edit] = []
    for finding in found:
        ways = _ways_taken(finding, slips)
        if len(ways) != 1:
            continue
        held = [edit.anchor for edit in taken]
        if not any(_lies_in(finding.anchor, other) for other in inserted):
            held += spoken
        if not any(_overlaps(edit.anchor, other) for edit in ways[0] for other in held):
            taken += ways[0]
    for finding in found if taken else ():
        if finding.rule == _INSERTED:
            taken += _same_slips(finding, taken, slips)
    return tuple(taken)


def _same_slips(inserted: Finding, taken: list[Edit], slips: Mapping[str, str]) -> list[Edit]:
    """The slips mended elsewhere, mended in the desk's own brackets too: she knows them now."""
    made = {edit.text for edit in taken}
    place = inserted.anchor
    again = [
        Edit(Anchor(place.address, place.start + at.start(), place.start + at.end()), meant)
        for slip, meant in slips.items()
        if meant in made
        for at in re.finditer(rf"(?<!\w){re.escape(slip)}(?!\w)", inserted.text)
    ]
    return [e for e in again if not any(_overlaps(e.anchor, other.anchor) for other in taken)]


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
    return own_drawing(replace(record, caption=script.caption, alt=script.alt), script.credit)


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
