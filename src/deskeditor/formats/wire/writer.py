"""Writes an article as plain text, as it goes over a wire or into a message: a line a paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.domain.article import Article
from deskeditor.domain.document import (
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from deskeditor.domain.publication import Publication
from deskeditor.formats.dating import day_in_words
from deskeditor.formats.pictures import Picture, picture_key, shown_credit
from deskeditor.formats.published import published

_WORDS = {"ar": ("الصورة", "الترخيص"), "en": ("Picture", "Licence")}


class WireWriter:
    """Writes plain texts; holds nothing between two of them."""

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The text in UTF-8, an empty line between any two parts."""
        document = published(article.document)
        header, day = document.header, article.details.published_on
        said = "" if day is None else day_in_words(day, document.language, publication.house)
        signed = (header.byline.text, header.dateline.text, said)
        above = (
            header.kicker.text,
            header.headline.text or article.title,
            header.deck.text,
            " · ".join(part for part in signed if part),
        )
        licence = publication.export.licence
        below = f"{_words(document)[1]}: {licence}" if licence else ""
        parts = (*above, self.body(document, pictures), publication.name, below)
        return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")

    def body(self, document: Document, pictures: Mapping[str, Picture]) -> str:
        """The blocks of a document that may leave."""
        word = _words(document)[0]
        parts = (_block(block, pictures, word) for block in document.blocks)
        return "\n\n".join(part for part in parts if part)


def _words(document: Document) -> tuple[str, str]:
    return _WORDS["ar" if document.language.startswith("ar") else "en"]


def _said(text: Inline) -> str:
    """The words; a link's address in brackets behind them, where they are not it."""
    links = sorted(((s.end, s.start, s.mark) for s in text.spans if isinstance(s.mark, Link)),
                   key=lambda one: one[0], reverse=True)  # fmt: skip
    said = text.text
    for end, start, link in links:
        if text.text[start:end] != link.href:
            said = f"{said[:end]} ({link.href}){said[end:]}"
    return said


def _block(block: Block, pictures: Mapping[str, Picture], word: str) -> str:
    match block:
        case Paragraph() | Heading():
            return _said(block.text)
        case Quotation():
            by = f"\n— {_said(block.attribution)}" if block.attribution else ""
            return f"{_said(block.text)}{by}"
        case ListBlock():
            return _list(block)
        case Figure():
            credit = shown_credit(block, pictures[picture_key(block, pictures)], word)
            under = " — ".join(part for part in (_said(block.caption), credit) if part)
            return f"[{under}]" if under else ""
        case Table():
            lines = ([_said(cell).replace("\n", " ") for cell in row] for row in block.rows)
            rows = [" | ".join(cells) for cells in lines]
            return "\n".join((*([_said(block.caption)] if block.caption else []), *rows))
        case Separator():
            return "* * *"
        case Note():
            return ""


def _list(block: ListBlock) -> str:
    lines, counts = [], dict[int, int]()
    for item in block.items:
        counts = {level: n for level, n in counts.items() if level <= item.level}
        counts[item.level] = counts.get(item.level, 0) + 1
        sign = f"{counts[item.level]}." if block.ordered else "-"
        said = _said(item.text).replace("\n", " ")
        lines.append(f"{'  ' * item.level}{sign} {said}")
    return "\n".join(lines)
