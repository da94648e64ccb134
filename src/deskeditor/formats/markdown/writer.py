"""Writes an article as Markdown with front matter: for drafts, repositories, static sites.

The header fields stand in the front matter and the headline in the text too. Pictures are data
URIs in reference definitions at the end, so that the file is whole and its text still readable.
What Markdown has no sign for (isolates, direction) is written as the HTML it allows. Every block
comes back with its words and marks, but for marks of the front matter's fields, a table's header
rows after the first, stress on a space at its edge, and white space at the edges of a text.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from deskeditor.domain.article import Article
from deskeditor.domain.document import (
    Block,
    Direction,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Strong,
    Table,
)
from deskeditor.domain.publication import Publication
from deskeditor.formats.pictures import Picture, picture_key, shown_alt, shown_credit
from deskeditor.formats.published import published

_SPECIAL = re.compile(r"[\\`*_\[\]{}]")
#: A line break before an empty line would end the paragraph.
_EMPTY = re.compile(r"(?:  \n)+(?=  \n|\s*$)")
#: A line that would make a table of the one above it.
_TABLE_RULE = re.compile(r"^[|:\-\s]*\|[|:\-\s]*$")
_CLOSING = re.compile(r"(#+)(\s*)$")
_AT_START = re.compile(r"^(\s*)([#+>=\-]|\d+[.)](?=\s|$))")


class MarkdownWriter:
    """Writes Markdown files; holds nothing between two of them."""

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The file in UTF-8. `pictures` holds a rendition for the media of every figure."""
        document = published(article.document)
        parts = [_front(article, document, publication)]
        title = document.header.headline
        if title:
            parts.append(f"# {_heading(title)}")
        used: list[str] = []
        word = "الصورة" if document.language.startswith("ar") else "Picture"
        written = _Body(document, pictures, used, word)
        parts += written.parts()
        parts += [_definition(n, pictures[media]) for n, media in enumerate(used, 1)]
        return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _front(article: Article, document: Document, publication: Publication) -> str:
    """YAML; every value is a JSON string, which YAML reads as it is."""
    header, details = document.header, article.details
    fields = {
        "title": header.headline.text or article.title,
        "kicker": header.kicker.text,
        "deck": header.deck.text,
        "author": header.byline.text,
        "dateline": header.dateline.text,
        "date": details.published_on.isoformat() if details.published_on else "",
        "desk": details.desk,
        "slug": details.slug,
        "genre": details.genre,
        "place": details.place,
        "subject": details.subject,
        "publication": publication.name,
        "lang": document.language,
        "dir": document.direction.value,
    }
    lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items() if v)
    return "\n".join(("---", *lines, "---"))


def inline_markdown(text: Inline) -> str:
    """The text with its links and stress; line breaks as two spaces and a line end."""
    return _nest(list(text.runs()), 0)


_Run = tuple[str, tuple[Mark, ...]]
_NESTING: tuple[type[Mark], ...] = (Link, Strong, Emphasis, Isolate)


def _nest(runs: list[_Run], depth: int) -> str:
    if depth == len(_NESTING):
        return _escaped("".join(text for text, _ in runs))
    parts = []
    for mark, group in groupby(runs, key=lambda run: _of_kind(run, _NESTING[depth])):
        inner = _nest(list(group), depth + 1)
        parts.append(inner if mark is None else _wrapped(mark, inner))
    return "".join(parts)


def _of_kind(run: _Run, kind: type[Mark]) -> Mark | None:
    return next((mark for mark in run[1] if isinstance(mark, kind)), None)


def _wrapped(mark: Mark, inner: str) -> str:
    """Stress signs do not open before a space: spaces at the edges stay outside."""
    match mark:
        case Link():
            title = f" {json.dumps(mark.title, ensure_ascii=False)}" if mark.title else ""
            return f"[{inner}](<{mark.href}>{title})"
        case Strong() | Emphasis():
            sign = "**" if isinstance(mark, Strong) else "*"
            core = inner.strip()
            if not core:
                return inner
            start = inner.index(core)
            return f"{inner[:start]}{sign}{core}{sign}{inner[start + len(core) :]}"
        case _:
            return f'<bdi dir="ltr">{inner}</bdi>'


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(lambda found: "\\" + found.group(), text).replace("\n", "  \n")


def _paragraph(text: Inline) -> str:
    """A paragraph whose lines do not begin like something else (a heading, a list, a quote)."""
    said = _EMPTY.sub(lambda found: "<br>" * (len(found.group()) // 3), inline_markdown(text))
    lines = (line.lstrip(" \t") for line in said.split("\n"))
    return "\n".join(_guarded(line) for line in lines)


def _guarded(line: str) -> str:
    """The line, so that it begins nothing and rules no table."""
    if _TABLE_RULE.match(line):
        line = line.replace("|", "&#124;")
    return _AT_START.sub(_guard, line)


def _guard(found: re.Match[str]) -> str:
    space, sign = found.groups()
    if sign in (">", "="):
        return f"{space}&#{ord(sign)};"
    return f"{space}{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"{space}\\{sign}"


#: Blocks of one kind in a row that Markdown would join.
_JOINED = (ListBlock, Quotation)
_APART = "<!-- -->"


@dataclass(frozen=True, slots=True)
class _Body:
    """Writes the blocks of one document; `used` collects the pictures they show."""

    document: Document
    pictures: Mapping[str, Picture]
    used: list[str]
    word: str

    def parts(self) -> list[str]:
        found: list[str] = []
        last: Block | None = None
        for block in self.document.blocks:
            if isinstance(block, _JOINED) and type(block) is type(last):
                found.append(_APART)
            found.append(self._block(block))
            last = block
        return found

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return _paragraph(block.text) + self._attributes(block.direction)
            case Heading():
                said = f"{'#' * block.level} {_heading(block.text)}"
                return said + self._attributes(block.direction, " ")
            case Quotation():
                said = _paragraph(block.text) + self._attributes(block.direction)
                by = f"\n\n— {_flat(block.attribution)}" if block.attribution else ""
                lines = (said + by).split("\n")
                return "\n".join(f"> {line}" if line else ">" for line in lines)
            case ListBlock():
                return self._list(block)
            case Figure():
                return self._figure(block)
            case Table():
                return _table(block)
            case Separator():
                return "* * *"
            case Note():
                return ""

    def _attributes(self, direction: Direction | None, before: str = "\n") -> str:
        """The attribute list of a direction other than the document's; else nothing."""
        if direction in (None, self.document.direction):
            return ""
        return f'{before}{{: dir="{direction}" }}'

    def _list(self, block: ListBlock) -> str:
        lines, counts, path = [], list[int](), list[int]()
        for item in block.items:
            while path and path[-1] > item.level:
                path.pop()
            if not path or path[-1] < item.level:
                path.append(item.level)
            depth = len(path) - 1
            counts = [*counts[: depth + 1], 0] if len(counts) <= depth else counts[: depth + 1]
            counts[depth] += 1
            sign = f"{counts[depth]}." if block.ordered else "-"
            said = _guarded(_flat(item.text)) + self._attributes(item.direction, " ")
            lines.append(f"{'    ' * depth}{sign} {said}")
        return "\n".join(lines)

    def _figure(self, block: Figure) -> str:
        """The picture, and under it paragraphs that say what they are."""
        if block.media is None:
            return ""
        name = picture_key(block, self.pictures)
        if name not in self.used:
            self.used.append(name)
        picture, number = self.pictures[name], self.used.index(name) + 1
        hero = "{: .hero }" if block.hero else ""
        parts = [f"![{_escaped(shown_alt(block, picture))}][picture-{number}]{hero}"]
        if block.caption:
            parts.append(f"{_paragraph(block.caption)}\n{{: .caption }}")
        credit = shown_credit(block, picture, self.word)
        if credit:
            parts.append(f"{_paragraph(Inline(credit))}\n{{: .credit }}")
        return "\n\n".join(parts)


def _flat(text: Inline) -> str:
    """The text in one line; its line breaks as HTML."""
    lines = inline_markdown(text).replace("  \n", "<br>")
    return " ".join(lines.split())


def _heading(text: Inline) -> str:
    """The text of a heading; signs at its end would close it."""
    return _CLOSING.sub(lambda found: "\\#" * len(found[1]) + found[2], _flat(text))


def _definition(number: int, picture: Picture) -> str:
    coded = base64.b64encode(picture.data).decode("ascii")
    return f"[picture-{number}]: data:{picture.mime};base64,{coded}"


def _table(block: Table) -> str:
    def row(cells: tuple[Inline, ...]) -> str:
        return "| " + " | ".join(_flat(cell).replace("|", "\\|") for cell in cells) + " |"

    head, body = block.rows[0], block.rows[1:]
    if not block.header_rows:
        head, body = tuple(Inline() for _ in head), block.rows
    lines = [row(head), "|" + " --- |" * len(head), *(row(cells) for cells in body)]
    caption = (
        f"{_guarded(_flat(block.caption))}\n{{: .table-caption }}\n\n" if block.caption else ""
    )
    return caption + "\n".join(lines)
