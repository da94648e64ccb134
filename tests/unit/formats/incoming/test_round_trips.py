"""What we write comes back: written again, it is the same file to the byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Direction, Document, Figure, Header, Inline, Paragraph
from deskeditor.formats.html import HtmlWriter
from deskeditor.formats.html.reader import read as read_html
from deskeditor.formats.incoming.draft import Draft
from deskeditor.formats.markdown import MarkdownWriter
from deskeditor.formats.markdown.reader import read as read_markdown
from deskeditor.formats.ninjs import NinjsWriter
from deskeditor.formats.ninjs.reader import read as read_ninjs
from deskeditor.formats.published import published
from deskeditor.services.exporting import Writer
from helpers import stress
from helpers.repository import RESOURCES

PICTURES = {stress.MEDIA: stress.picture()}
Reader = Callable[[bytes, datetime], Draft]
FORMATS: dict[str, tuple[Writer, Reader]] = {
    "markdown": (MarkdownWriter(), read_markdown),
    "ninjs": (NinjsWriter(RESOURCES), read_ninjs),
    "html": (HtmlWriter(RESOURCES), read_html),
}


def back(draft: Draft, article: Article) -> Article:
    """The draft as the article it was, its pictures being those we know."""
    blocks = tuple(
        replace(block, media=stress.MEDIA) if isinstance(block, Figure) else block
        for block in draft.document.blocks
    )
    details = replace(draft.details, publication=article.details.publication)
    return replace(article, document=replace(draft.document, blocks=blocks), details=details)


@pytest.mark.parametrize("name", FORMATS)
def test_every_block_and_mark_comes_back(name: str) -> None:
    writer, read = FORMATS[name]
    raw = writer.write(stress.ARTICLE, stress.PUBLICATION, PICTURES)
    draft = read(raw, stress.AT)
    assert writer.write(back(draft, stress.ARTICLE), stress.PUBLICATION, PICTURES) == raw
    assert [raw for _figure, raw in draft.pictures] == [PICTURES[stress.MEDIA].data] * 2
    kinds = [type(block) for block in published(stress.DOCUMENT).blocks]
    assert [type(block) for block in draft.document.blocks] == kinds
    assert draft.document.header.headline.text == stress.DOCUMENT.header.headline.text
    assert draft.details.published_on == stress.ARTICLE.details.published_on
    assert not draft.notes


_ENGLISH = Document(
    Header(headline=Inline("Water returns to the marshes")),
    (Paragraph("p", Inline("قال المدير: عادت المياه.\n\nثم صمت."), Direction.RTL),),
    language="en",
    direction=Direction.LTR,
)


@pytest.mark.parametrize("name", FORMATS)
def test_language_direction_and_empty_lines_come_back(name: str) -> None:
    writer, read = FORMATS[name]
    article = Article("a" * 32, "huda", _ENGLISH, Details(publication="rafidain"))
    draft = read(writer.write(article, stress.PUBLICATION, {}), stress.AT)
    (paragraph,) = draft.document.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.text == "قال المدير: عادت المياه.\n\nثم صمت."
    assert paragraph.direction is Direction.RTL
    assert (draft.document.language, draft.document.direction) == ("en", Direction.LTR)
