"""The text of an HTML element as inline text with marks; blocks inside it are their owner's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from deskeditor.domain.document import (
    Emphasis,
    Inline,
    Isolate,
    Link,
    Mark,
    Span,
    Strong,
    clean_text,
)
from deskeditor.formats.incoming.draft import Reading
from deskeditor.formats.published import safe_href

#: What no reader of a page ever saw.
UNSEEN = frozenset(
    "script style noscript template iframe object embed svg math canvas form select textarea "
    "button input head link meta audio video".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BOLD = re.compile(r"font-weight:\s*(?:bold|bolder|[6-9]00)\b")
_SLANTED = re.compile(r"font-style:\s*(?:italic|oblique)\b")
_BREAK = "\u2028"  # a line break, until the spaces around it are settled


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks that lie on a place."""

    strong: bool = False
    emphasis: bool = False
    isolate: bool = False
    link: Link | None = None

    def listed(self) -> tuple[Mark, ...]:
        found: list[Mark] = [Strong()] if self.strong else []
        found += [Emphasis()] if self.emphasis else []
        found += [self.link] if self.link else []
        return (*found, Isolate()) if self.isolate else tuple(found)


Piece = tuple[str, _Marks]
#: A footnote's text by the id its sign links to.
Footnotes = dict[str, str]


def name_of(element: etree._Element) -> str:
    """The element's name in small letters; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def inline_of(
    element: etree._Element,
    reading: Reading,
    footnotes: Footnotes | None = None,
    skipped: frozenset[str] = frozenset(),
) -> Inline:
    """The text in `element`, white space as a browser shows it, less elements named in `skipped`.

    The sign of a known footnote becomes a comment on the words before it.
    """
    pieces: list[Piece] = []
    notes: list[tuple[int, str]] = []
    for piece in _pieces(element, _Marks(), reading, footnotes or {}, skipped):
        if isinstance(piece, str):
            notes.append((len(_settled(pieces)), piece))
        else:
            pieces.append(piece)
    text = _settled(pieces)
    for at, said in notes:
        reading.tell("footnotes")
        start = text.text.rfind(" ", 0, max(0, min(at, len(text)) - 1)) + 1
        text = reading.comment(text, start, min(at, len(text)), said)
    return text


def _pieces(
    element: etree._Element,
    marks: _Marks,
    reading: Reading,
    footnotes: Footnotes,
    skipped: frozenset[str],
) -> Iterator[Piece | str]:
    if element.text:
        yield (element.text, marks)
    for child in element:
        name = name_of(child)
        if name == "br":
            yield (_BREAK, marks)
        elif name and name not in UNSEEN and name not in skipped:
            note = footnotes.get((child.get("href") or "").removeprefix("#"))
            if name == "a" and note is not None:
                yield note
            else:
                inner = _marked(child, name, marks, reading)
                yield from _pieces(child, inner, reading, footnotes, skipped)
        if child.tail:
            yield (child.tail, marks)


def _marked(element: etree._Element, name: str, marks: _Marks, reading: Reading) -> _Marks:
    style = element.get("style") or ""
    if name in ("strong", "b") or _BOLD.search(style):
        # Google Docs wraps a whole page in a <b> that is not bold.
        marks = replace(marks, strong="font-weight:normal" not in style.replace(" ", ""))
    if name in ("em", "i") or _SLANTED.search(style):
        marks = replace(marks, emphasis=True)
    if name in ("bdi", "bdo", "span") and element.get("dir") == "ltr":
        marks = replace(marks, isolate=True)
    href = (element.get("href") or "").strip() if name == "a" else ""
    if href and not href.startswith("#"):
        safe = safe_href(href)
        if safe is None:
            reading.tell("links")
        else:
            title = clean_text(element.get("title") or "")
            marks = replace(marks, link=Link(safe, title))
    return marks


def _settled(pieces: list[Piece]) -> Inline:
    """White space as one space between words, none at the edges and around line breaks."""
    text, spans = "", []
    for raw, marks in pieces:
        part = _SPACE.sub(" ", raw) if raw != _BREAK else "\n"
        part = part if part == "\n" else clean_text(part)
        if part == "\n":
            text = text.rstrip(" ")
        elif part.startswith(" ") and (not text or text[-1] in " \n"):
            part = part[1:]
        if not part:
            continue
        spans += [(len(text), len(text) + len(part), mark) for mark in marks.listed()]
        text += part
    kept = text.rstrip(" \n")
    lead = len(kept) - len(kept.lstrip("\n "))
    return Inline(
        kept[lead:],
        tuple(
            Span(max(start - lead, 0), min(end, len(kept)) - lead, mark)
            for start, end, mark in spans
            if start < len(kept) and end > lead
        ),
    )
