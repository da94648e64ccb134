"""What we write comes back: every block with its words and marks, and written again the same file.

Not in Markdown: marks of the kicker, deck, byline and dateline, which are fields of its head.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import (
    Block,
    Direction,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Isolate,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Role,
    Span,
    Strong,
    Table,
)
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
    assert said(draft.document, name) == said(published(stress.DOCUMENT), name)


#: A field of a Markdown file's head.
_PLAIN = ("markdown", Role.DECK)


def said(document: Document, name: str = "") -> list[tuple[str, Inline]]:
    """Every text of a document with its marks; the picture's own words stand for missing ones."""
    return [
        (slot.role.value, Inline(slot.text.text) if (name, slot.role) == _PLAIN else slot.text)
        for slot in document.slots()
        if slot.role not in (Role.ALT, Role.CREDIT)
    ]


#: What Markdown, HTML or a right-to-left page could take for a sign of its own.
_SIGNS = st.sampled_from(
    ("- ", "+ ", "#", "# ", "|", "---", "| --- |", ":", "1. ", "*", "_", "`", "```", "[", "]", "(",
     ")", "!", "<", "> ", "&amp;", "\\", "\n", "{: .caption }", "=", "~~~", "http://x.org", "[^1]",
     "[1]: x", "2-1", "87.5%", "C++", "— ", " كلمة ", "قال")
)  # fmt: skip
_TEXTS = (
    st.lists(_SIGNS, min_size=1, max_size=7)
    .map(lambda parts: "\n".join(" ".join(x.split()) for x in "".join(parts).split("\n")).strip())
    .filter(bool)
)


@st.composite
def _marked(draw: st.DrawFn) -> Inline:
    """A text, one word of it perhaps in bold or kept together."""
    text = draw(_TEXTS)
    mark = draw(st.sampled_from((None, None, Strong(), Isolate(), Link("https://example.org/a"))))
    if mark is None or "كلمة" not in text:
        return Inline(text)
    start = text.index("كلمة")
    return Inline(text, (Span(start, start + 4, mark),))


_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(lambda text: Paragraph("b", text), _marked()),
    st.builds(lambda text: Heading("b", text, 3), _marked()),
    st.builds(lambda text, by: Quotation("b", text, by), _marked(), _marked()),
    st.builds(
        lambda one, two: ListBlock("b", (ListItem("i", one), ListItem("j", two, 1)), ordered=True),
        _marked(), _marked(),
    ),
    st.builds(lambda a, b, caption: Table("b", ((a, b), (b, a)), 1, caption), *[_marked()] * 3),
)  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@given(block=_BLOCKS)
def test_signs_and_marks_come_back_as_they_were(name: str, block: Block) -> None:
    writer, read = FORMATS[name]
    around = Paragraph("a", Inline("قبل")), Paragraph("z", Inline("بعد"))
    document = Document(Header(headline=Inline("عنوان #")), (around[0], block, around[1]))
    raw = writer.write(Article("a" * 32, "huda", document), stress.PUBLICATION, {})
    found = read(raw, stress.AT).document
    assert [type(one) for one in found.blocks] == [Paragraph, type(block), Paragraph]
    assert said(found) == said(document)


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
