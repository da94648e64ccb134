"""What the tour's reporter does to the text: sure fixes, the picture, the byline. Pure functions.

A fix is sure where a rule found an error and knows exactly one way to mend it, outside anybody's
quoted words: those are theirs, and only a person may touch them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from deskeditor.domain.document import Address, Document, Figure, Inline
from deskeditor.domain.findings import Anchor, Edit, Finding, Severity
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.quotes import Quote, QuoteKind

_SURE = (Severity.BLOCK, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Script:
    """What the people of the tour write, as `resources/sample/tour.toml` has it.

    `day` is when our own sample page is published; a page somebody gives is published today,
    unless they say otherwise.
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


def read_script(folder: Path) -> Script:
    """The script in `folder`."""
    return Script(**tomllib.loads((folder / "tour.toml").read_text("utf-8")))


def _overlaps(left: Anchor, right: Anchor) -> bool:
    return left.address == right.address and left.start < right.end and right.start < left.end


def _ways(finding: Finding) -> tuple[tuple[Edit, ...], ...]:
    if finding.fixes:
        return tuple(fix.edits for fix in finding.fixes)
    return tuple((Edit(finding.anchor, word),) for word in finding.suggestions)


def sure_edits(findings: Iterable[Finding], quotes: Iterable[Quote]) -> tuple[Edit, ...]:
    """The edits of every sure fix, none overlapping another, in the order of the findings."""
    spoken = [q.anchor for q in quotes if q.kind is QuoteKind.SPEECH]
    taken: list[Edit] = []
    for finding in findings:
        ways = _ways(finding)
        if finding.severity not in _SURE or len(ways) != 1:
            continue
        edits = ways[0]
        held = [*spoken, *(edit.anchor for edit in taken)]
        if not any(_overlaps(edit.anchor, other) for edit in edits for other in held):
            taken += edits
    return tuple(taken)


def apply_edits(document: Document, edits: Iterable[Edit]) -> Document:
    """The document with the edits made; later places first, so earlier ones keep their offsets."""
    by_slot: dict[Address, list[Edit]] = {}
    for edit in edits:
        by_slot.setdefault(edit.anchor.address, []).append(edit)
    for address, made in by_slot.items():
        text = document.text_at(address)
        if text is None:
            continue
        for edit in sorted(made, key=lambda e: (e.anchor.start, e.anchor.end), reverse=True):
            text = text.replace(edit.anchor.start, edit.anchor.end, edit.text)
        document = document.with_text(address, text)
    return document


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
