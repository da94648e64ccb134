"""What `check` answers: the JSON object of the contract, and the same for people.

Offsets are code points in the text the command was given, `[start, end)`; a quotation's span is
its content without the glyphs. `schema` changes only when a field changes its meaning or goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from deskeditor.cli.places import Places
from deskeditor.domain.article import Details
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Document, Figure
from deskeditor.domain.document.measure import body_slots, body_words
from deskeditor.domain.findings import Anchor, Finding, Severity
from deskeditor.domain.quotes import Comparison, Mention, Quote, Reported, Speaker
from deskeditor.domain.sources import Source

if TYPE_CHECKING:
    from deskeditor.services.checked import Report

SCHEMA = 1
#: Severities that make `check` end with exit code 1.
GRAVE = (Severity.BLOCK, Severity.ERROR)

Data = dict[str, Any]


def _span(places: Places, anchor: Anchor) -> Data:
    start, end = places.find(anchor)
    return {"start": start, "end": end}


def finding_data(finding: Finding, places: Places, language: str) -> Data:
    """One finding; `message` in the language asked for."""
    return {
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        **_span(places, finding.anchor),
        "text": finding.text,
        "message": finding.message.pick(language),
        "suggestions": list(finding.suggestions),
    }


def _mention(mention: Mention | None, places: Places) -> Data | None:
    return None if mention is None else {"text": mention.text, **_span(places, mention.anchor)}


def _speaker(speaker: Speaker | None, places: Places) -> Data | None:
    if speaker is None:
        return None
    data: Data = {"name": speaker.name, "basis": speaker.basis, "title": speaker.title}
    where = speaker.mention
    span = {"start": None, "end": None} if where is None else _span(places, where.anchor)
    return data | span


def _evidence(comparison: Comparison | None) -> Data | None:
    if comparison is None:
        return None
    changes = [
        {"quoted": c.quoted, "evidenced": c.evidenced, "loud": c.loud,
         "quote": [c.quote_start, c.quote_end], "evidence": [c.evidence_start, c.evidence_end]}
        for c in comparison.changes
    ]  # fmt: skip
    return {
        "id": comparison.evidence, "start": comparison.start, "end": comparison.end,
        "changes": changes,
    }  # fmt: skip


def quote_data(quote: Quote, places: Places) -> Data:
    """One quotation with its speaker, cue, channel and verdict."""
    return {
        **_span(places, quote.anchor),
        "text": quote.text,
        "kind": quote.kind.value,
        "speaker": _speaker(quote.speaker, places),
        "cue": _mention(quote.cue, places),
        "channel": None if quote.channel is None else quote.channel.value,
        "relayed_by": None if quote.relayed_by is None else quote.relayed_by.text,
        "verdict": quote.verdict.value,
        "evidence": _evidence(quote.comparison),
        "balanced": quote.balanced,
    }


def reported_data(reported: Reported, places: Places) -> Data:
    """One thing somebody is said to have said, without quotation glyphs."""
    return {
        **_span(places, reported.anchor),
        "text": reported.text,
        "direct": reported.direct,
        "speaker": _speaker(reported.speaker, places),
        "cue": _mention(reported.cue, places),
        "channel": None if reported.channel is None else reported.channel.value,
        "relayed_by": reported.relays[0].text if reported.relays else None,
    }


def source_data(source: Source, places: Places) -> Data:
    """One source with every mention."""
    mentions = [_span(places, anchor) for anchor in source.mentions]
    return {"name": source.name, "kind": source.kind.value, "mentions": mentions}


def document_data(document: Document, details: Details) -> Data:
    """What the document is: its header fields, its counts and the day it is published.

    Words and characters (code points) count the body alone, as the library does.
    """
    header = document.header
    stamp = details.stamp
    return {
        "headline": header.headline.text,
        "kicker": header.kicker.text,
        "deck": header.deck.text,
        "byline": header.byline.text,
        "dateline": header.dateline.text,
        "masthead": list(details.masthead),
        "stamp": None if stamp is None else {"label": stamp.label, "text": stamp.text},
        "published_on": None if details.published_on is None else details.published_on.isoformat(),
        "words": body_words(document),
        "characters": sum(len(slot.text.text) for slot in body_slots(document)),
        "blocks": len(document.blocks),
        "figures": [_figure_data(figure) for figure in document.figures()],
    }


def _figure_data(figure: Figure) -> Data:
    return {
        "hero": figure.hero, "title": figure.title, "caption": figure.caption.text,
        "alt": figure.alt, "credit": figure.credit, "media": figure.media,
    }  # fmt: skip


def date_data(mention: DateMention, places: Places, language: str) -> Data:
    """One date in the text: the day (or first day of the month or year) it means, or why not."""
    return {
        **_span(places, mention.anchor),
        "text": mention.text,
        "resolved": None if mention.resolved is None else mention.resolved.isoformat(),
        "reason": None if mention.reason is None else mention.reason.pick(language),
        "precision": mention.precision.value,
        "until": None if mention.until is None else mention.until.isoformat(),
    }


def report_data(report: Report, places: Places, document: Data, language: str) -> Data:
    """The whole object of the contract."""
    return {
        "schema": SCHEMA,
        "document": document,
        "findings": [finding_data(f, places, language) for f in report.findings],
        "quotes": [quote_data(q, places) for q in report.quotes],
        "reported": [reported_data(r, places) for r in report.reported],
        "sources": [source_data(s, places) for s in report.sources],
        "dates": [date_data(d, places, language) for d in report.dates],
        "dismissed": [finding_data(f, places, language) for f in report.dismissed],
        "failed": list(report.failed),
    }


def is_grave(findings: Iterable[Finding]) -> bool:
    """Whether any finding has a severity that makes `check` fail."""
    return any(finding.severity in GRAVE for finding in findings)


def by_category(findings: Iterable[Finding]) -> Counter[str]:
    """How many findings each category has, in the order they first come."""
    return Counter(finding.category.value for finding in findings)


def line_and_column(text: str, start: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1."""
    before = text[:start]
    return before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1
