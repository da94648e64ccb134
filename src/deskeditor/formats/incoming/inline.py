"""The text of an HTML element as inline text with marks; blocks inside it stand on own lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

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
    "script style noscript template iframe object embed svg math canvas select textarea "
    "button input head link meta audio video".split()
)
#: Elements that are blocks or hold them: their text touches no other.
HOLDERS = frozenset(
    "address article aside body caption center dd details dialog dir div dl dt fieldset figcaption "
    "footer form header hgroup html legend li main menu nav search section summary tbody td tfoot "
    "th thead tr figure blockquote ul ol table p h1 h2 h3 h4 h5 h6 hr pre".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BOLD = re.compile(r"font-weight:\s*(?:bold|bolder|[6-9]00)\b")
_SLANTED = re.compile(r"font-style:\s*(?:italic|oblique)\b")
_BREAK = "\u2028"  # a line break, until the spaces around it are settled
_EDGE = "\u2029"  # where a block begins or ends: a line break where none stands yet
_CONCEALED = re.compile(
    r"display\s*:\s*none\b|visibility\s*:\s*(?:hidden|collapse)\b", re.IGNORECASE
)


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


class Part(NamedTuple):
    """An element, or None and the text that stands there."""

    element: etree._Element | None = None
    text: str = ""


def name_of(element: etree._Element) -> str:
    """The element's name in small letters; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def parts_of(element: etree._Element) -> list[Part]:
    """What an element holds, in order."""
    parts = [Part(text=element.text or "")]
    for child in element:
        parts += [Part(child), Part(text=child.tail or "")]
    return parts


def is_hidden(element: etree._Element) -> bool:
    """Whether the page says that nobody sees the element.

    `aria-hidden` only keeps it from being read out: what holds words or a picture is seen.
    """
    if "hidden" in element.attrib or _CONCEALED.search(element.get("style") or ""):
        return True
    if element.get("aria-hidden") != "true" or name_of(element) == "img":
        return False
    words = any(letter.isalnum() for part in element.itertext() for letter in str(part))
    return not words and not any(name_of(one) == "img" for one in element.iter())


def inline_of(
    element: etree._Element,
    reading: Reading,
    footnotes: Footnotes | None = None,
    left: Callable[[etree._Element], bool] = is_hidden,
) -> Inline:
    """The text in `element`, white space as a browser shows it, less elements that are `left`.

    The sign of a known footnote becomes a comment on the words before it.
    """
    return inline_of_parts(parts_of(element), reading, footnotes, left)


def inline_of_parts(
    parts: Sequence[Part],
    reading: Reading,
    footnotes: Footnotes | None = None,
    left: Callable[[etree._Element], bool] = is_hidden,
) -> Inline:
    """The same of parts in a row."""
    pieces: list[Piece] = []
    notes: list[tuple[int, str]] = []
    for piece in _pieces(parts, _Marks(), reading, footnotes or {}, left):
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
    parts: Sequence[Part],
    marks: _Marks,
    reading: Reading,
    footnotes: Footnotes,
    left: Callable[[etree._Element], bool],
) -> Iterator[Piece | str]:
    for child, text in parts:
        if child is None:
            if text:
                yield (text, marks)
            continue
        name = name_of(child)
        if name == "br":
            yield (_BREAK, marks)
        if not name or name in UNSEEN:
            continue
        if left(child):
            if name in HOLDERS:
                yield (_EDGE, marks)
            continue
        note = footnotes.get((child.get("href") or "").removeprefix("#"))
        if name == "a" and note is not None:
            yield note
            continue
        if name in HOLDERS:
            yield (_EDGE, marks)
        inner = _marked(child, name, marks, reading)
        yield from _pieces(parts_of(child), inner, reading, footnotes, left)
        if name in HOLDERS:
            yield (_EDGE, marks)


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
        part = "\n" if raw in (_BREAK, _EDGE) else clean_text(_SPACE.sub(" ", raw))
        if part == "\n":
            text = text.rstrip(" ")
            if raw == _EDGE and (not text or text.endswith("\n")):
                continue
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
