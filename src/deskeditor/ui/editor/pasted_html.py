"""HTML from Word, the web and mail as clean lines: structure and stress kept, the rest left behind.

Hostile HTML is expected: its depth is bounded before anything parses it, nh3 lets only a few
elements through, and nothing in it is ever fetched. Qt never sees it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from deskeditor.domain.document import Emphasis, Inline, Link, Mark, Span, Strong, clean_text
from deskeditor.ui.editor.lines import Kind, Line, Tag, packed
from deskeditor.ui.editor.pasted_table import PastedTable
from deskeditor.ui.editor.structure import NewId

#: Elements nested deeper than this are not parsed: nh3 takes seconds on 40,000.
DEEPEST = 256
#: Cleaned HTML with more elements than this is taken as its plain text: 100 ms of reading.
ELEMENTS_MOST = 3_000
#: HTML with more tags than this is not parsed at all.
RAW_MOST = 40_000
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "source"})
_LOOSE = frozenset({"p", "li", "td", "th", "tr", "option", "dt", "dd", "html", "body", "head"})
_ALLOWED = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "b", "strong",
    "i", "em", "a", "br", "hr", "table", "tr", "td", "th", "tbody", "thead", "section", "article",
    "pre", "figcaption", "dt", "dd", "caption",
}  # fmt: skip
_DROPPED = {"script", "style", "head", "title", "noscript", "template", "svg", "math"}
_SPACES = re.compile("[ \t\r\n\f]+")
_INLINE = frozenset({"b", "strong", "i", "em", "a", "br"})


def too_much(html: str) -> bool:
    """Whether elements nest deeper, or are more, than we parse; loose closings count as closed."""
    depth = 0
    for number, found in enumerate(_ELEMENT.finditer(html)):
        if number > RAW_MOST:
            return True
        name = found.group(2).lower()
        if name in _VOID or name in _LOOSE:
            continue
        depth += -1 if found.group(1) else 1
        depth = max(depth, 0)
        if depth > DEEPEST:
            return True
    return False


def html_lines(html: str, new_id: NewId) -> list[Line]:
    """The lines of pasted HTML; none where it is too deep or holds no text."""
    if too_much(html):
        return []
    import nh3

    clean = nh3.clean(
        html,
        tags=_ALLOWED,
        clean_content_tags=_DROPPED,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
    if clean.count("<") > 2 * ELEMENTS_MOST:
        return []
    reader = _Reader(new_id)
    reader.feed(clean)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Collects lines from cleaned HTML."""

    def __init__(self, new_id: NewId) -> None:
        super().__init__(convert_charrefs=True)
        self._new_id = new_id
        self._lines: list[Line] = []
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._length = 0
        self._marks: list[tuple[str, Mark]] = []
        self._lists: list[tuple[str, bool]] = []
        self._stack: list[str] = []
        self._table: PastedTable | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n")
        elif tag in ("b", "strong"):
            self._marks.append((tag, Strong()))
        elif tag in ("i", "em"):
            self._marks.append((tag, Emphasis()))
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            if href:
                self._marks.append((tag, Link(clean_text(href))))
        else:
            self._flush()
            if tag in ("ul", "ol"):
                self._lists.append((self._new_id(), tag == "ol"))
            elif tag == "table" and self._table is None:
                self._table = PastedTable()
            elif self._table is not None and tag in ("tr", "td", "th"):
                self._table.begin(tag)
            elif tag == "hr":
                self._lines.append(Line(Tag(Kind.SEPARATOR, self._new_id())))
            self._stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            for place in range(len(self._marks) - 1, -1, -1):
                if self._marks[place][0] == tag:
                    del self._marks[place]
                    return
            return
        self._flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "table" and self._table is not None and self._stack.count("table") == 1:
            self._lines.extend(self._table.lines(self._new_id))
            self._table = None
        if tag in self._stack:
            while self._stack and self._stack.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        text = clean_text(data)
        if "pre" not in self._stack:
            text = _SPACES.sub(" ", text)
            if not self._pieces or self._pieces[-1].endswith((" ", "\n")):
                text = text.lstrip(" ")
        self._add(text)

    def _add(self, text: str) -> None:
        if not text:
            return
        end = self._length + len(text)
        kinds: set[type[Mark]] = set()
        for _, mark in reversed(self._marks):
            if type(mark) not in kinds:
                kinds.add(type(mark))
                self._spans.append(Span(self._length, end, mark))
        self._pieces.append(text)
        self._length = end

    def _tag(self) -> Tag:
        own = self._new_id()
        for name in reversed(self._stack):
            if name == "li" and self._lists:
                listed, ordered = self._lists[-1]
                level = min(4, len(self._lists) - 1)
                extra = packed({"list": listed, "ordered": ordered, "level": level})
                return Tag(Kind.ITEM, own, None, extra)
            if name in ("h1", "h2"):
                return Tag(Kind.HEADING, own, None, packed({"level": 2}))
            if name in ("h3", "h4", "h5", "h6"):
                return Tag(Kind.HEADING, own, None, packed({"level": 3}))
            if name == "blockquote":
                return Tag(Kind.QUOTATION, own)
        return Tag(Kind.PARAGRAPH, own)

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = Inline("".join(self._pieces), tuple(self._spans))
        self._pieces, self._spans, self._length = [], [], 0
        first = len(text.text) - len(text.text.lstrip(" \n\u00a0"))
        text = text.slice(first, len(text.text.rstrip(" \n\u00a0")))
        if not text:
            return
        if self._table is not None:
            self._table.add(text, caption="caption" in self._stack)
            return
        tag = self._tag()
        self._lines.append(Line(tag, text))
        if tag.kind is Kind.QUOTATION:
            self._lines.append(Line(Tag(Kind.ATTRIBUTION, tag.id)))

    def finished(self) -> list[Line]:
        """All lines, the last one too."""
        self._flush()
        if self._table is not None:
            self._lines.extend(self._table.lines(self._new_id))
        return self._lines
