"""The document as readers may see it: what is internal to the desk taken out, once for all formats.

Notes to the desk, comments, quote and fact marks never leave. An open suggestion is nobody's
decision yet: the original text is what leaves, so proposed insertions are cut and proposed
deletions kept. A link leaves only with an address readers may follow.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from deskeditor.domain.document import (
    Block,
    Document,
    Emphasis,
    Figure,
    Header,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Span,
    Strong,
    Suggestion,
    Table,
)
from deskeditor.domain.document.proposals import is_proposed

#: Schemes of links that leave with a piece.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_NOT_IN_ADDRESS = re.compile('[\\s\x00-\x20\x7f-\x9f<>"\\\\^`{|}\u202a-\u202e\u2066-\u2069]')


def safe_href(href: str) -> str | None:
    """The address, or None where readers must not be sent there."""
    if _NOT_IN_ADDRESS.search(href):
        return None
    try:
        parts = urlsplit(href)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES:
        return None
    if parts.scheme.lower() in ("http", "https") and not parts.netloc:
        return None
    return href


def published_text(text: Inline) -> Inline:
    """The text without proposed insertions and with only the marks readers see."""
    inserted = [s for s in text.spans if isinstance(s.mark, Suggestion) and s.mark.kind == "insert"]
    for span in sorted(inserted, key=lambda span: span.start, reverse=True):
        start, end = min(span.start, len(text)), min(span.end, len(text))
        text = text.slice(0, start) + text.slice(end, len(text))
    return Inline(text.text, tuple(span for span in text.spans if _leaves(span)))


def _leaves(span: Span) -> bool:
    if isinstance(span.mark, Link):
        return safe_href(span.mark.href) is not None
    return isinstance(span.mark, Strong | Emphasis | Isolate)


def _block(block: Block) -> Block | None:
    if is_proposed(block):
        return None
    match block:
        case Note():
            return None
        case Paragraph() | Heading():
            text = published_text(block.text)
            return replace(block, text=text) if text.text.strip() else None
        case Quotation():
            said, by = published_text(block.text), published_text(block.attribution)
            return replace(block, text=said, attribution=by) if said.text.strip() else None
        case ListBlock():
            items = [replace(item, text=published_text(item.text)) for item in block.items]
            kept = tuple(item for item in items if item.text.text.strip())
            return replace(block, items=kept) if kept else None
        case Figure():
            # A page names pictures that did not come with it: without one there is nothing to show.
            if not block.media:
                return None
            return replace(block, caption=published_text(block.caption), suggested=())
        case Table():
            rows = tuple(tuple(published_text(cell) for cell in row) for row in block.rows)
            caption = published_text(block.caption)
            return replace(block, rows=rows, caption=caption, suggested=())
        case Separator():
            return replace(block, suggested=())


def published(document: Document) -> Document:
    """The document as it leaves: the same blocks and ids, less what is internal or empty."""
    header = document.header
    names = ("kicker", "headline", "deck", "byline", "dateline")
    blocks = (_block(block) for block in document.blocks)
    return replace(
        document,
        header=Header(**{name: published_text(getattr(header, name)) for name in names}),
        blocks=tuple(block for block in blocks if block is not None),
        threads=(),
    )
