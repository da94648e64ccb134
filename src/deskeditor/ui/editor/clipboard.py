"""Copy and paste: our own lines among ourselves, clean HTML and plain text with all others.

What comes in is refused above a size, cleaned by `clean_text`, and never shown to Qt as HTML.
"""

from __future__ import annotations

import json
from html import escape

from PySide6.QtCore import QMimeData

from deskeditor.domain.document import Inline, clean_text
from deskeditor.domain.document.codec import inline_data, read_inline
from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.ui.editor.assembling import sound_lines
from deskeditor.ui.editor.lines import TEXTLESS, Kind, Line, Tag, read_tag, write_tag
from deskeditor.ui.editor.pasted_html import html_lines
from deskeditor.ui.editor.structure import NewId

#: Our own lines on the clipboard, as JSON.
LINES = "application/x-deskeditor-lines"
#: The longest text taken from the clipboard, in characters: about 16,000 words, in 100 ms.
TEXT_MOST = 100_000
#: The longest HTML looked at, in characters, and in bytes before it is even read as characters;
#: longer HTML is taken as its plain text.
HTML_MOST, HTML_BYTES = 1_000_000, 4_000_000
#: The most paragraphs one paste brings.
LINES_MOST = 400
_BLOCK_TAGS = {Kind.HEADING: "h2", Kind.ITEM: "li", Kind.QUOTATION: "blockquote", Kind.CELL: "td"}


def packed_lines(lines: list[Line]) -> bytes:
    """Lines for our own clipboard format."""
    data = [[write_tag(line.tag), inline_data(line.text), line.cell] for line in lines]
    return json.dumps(data, ensure_ascii=False).encode()


def unpacked_lines(raw: bytes) -> list[Line]:
    """The lines of our own clipboard format; none where another program wrote nonsense there."""
    try:
        lines = [
            Line(read_tag(tag), read_inline(text), (cell[0], cell[1]) if cell else None)
            for tag, text, cell in json.loads(raw)
        ]
        return sound_lines(lines)
    except (ValueError, KeyError, TypeError, KnownError):
        return []


def mime_of(lines: list[Line]) -> QMimeData:
    """Copied lines for every program: ours, HTML with its direction, and plain text."""
    mime = QMimeData()
    mime.setData(LINES, packed_lines(lines))
    texts = [line.text.text for line in lines if line.tag.kind not in TEXTLESS]
    mime.setText("\n".join(texts))
    mime.setHtml("".join(_html(line) for line in lines if line.tag.kind not in TEXTLESS))
    return mime


def copied_mime(mime: QMimeData) -> QMimeData:
    """What of a paste may be pasted again after the clipboard has changed."""
    made = QMimeData()
    if mime.hasFormat(LINES):
        made.setData(LINES, mime.data(LINES))
    if mime.hasHtml():
        made.setHtml(mime.html())
    if mime.hasText():
        made.setText(mime.text())
    return made


def has_looks(lines: list[Line]) -> bool:
    """Whether lines are more than plain paragraphs."""
    return any(line.tag.kind is not Kind.PARAGRAPH or line.text.spans for line in lines)


def _html(line: Line) -> str:
    tag = _BLOCK_TAGS.get(line.tag.kind, "p")
    tag = "p" if tag == "td" else tag
    body = escape(line.text.text).replace("\n", "<br>")
    return f'<{tag} dir="auto">{body}</{tag}>'


def text_lines(text: str, new_id: NewId) -> list[Line]:
    """Plain text as paragraphs: one for each line, empty ones left out between others."""
    pieces = [piece.strip(" \t") for piece in clean_text(text).split("\n")]
    kept = [piece for piece in pieces if piece] or ([pieces[0]] if pieces and pieces[0] else [])
    if len(kept) == 1 and "\n" not in clean_text(text):
        kept = [clean_text(text)]
    return [Line(Tag(Kind.PARAGRAPH, new_id()), Inline(piece)) for piece in kept]


def pasted_lines(mime: QMimeData, new_id: NewId, *, plain: bool = False) -> list[Line]:
    """The lines a paste brings; none where there is no text in it.

    Raises:
        BadInput: `paste-too-long` where there is more text than an article can hold.
    """
    if mime.hasFormat(LINES) and not plain:
        found = unpacked_lines(bytes(mime.data(LINES).data()))
        if found:
            return found
    if mime.hasHtml() and not plain and mime.data("text/html").size() <= HTML_BYTES:
        html = mime.html()
        if len(html) <= HTML_MOST:
            found = html_lines(html, new_id)
            if found and _fits(found):
                return found
    text = mime.text() if mime.hasText() else ""
    if len(text) > TEXT_MOST:
        raise BadInput("paste-too-long", characters=len(text), limit=TEXT_MOST)
    lines = text_lines(text, new_id)
    if not _fits(lines):
        raise BadInput("paste-too-long", characters=len(text), limit=TEXT_MOST)
    return lines


def _fits(lines: list[Line]) -> bool:
    return len(lines) <= LINES_MOST and sum(len(line.text) for line in lines) <= TEXT_MOST
