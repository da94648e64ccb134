from __future__ import annotations

import json

import lxml.html
import markdown
import pytest
from hypothesis import given, settings

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Inline, Paragraph
from deskeditor.formats.markdown import MarkdownWriter
from deskeditor.formats.published import published
from helpers import documents, stress

PICTURES = {stress.MEDIA: stress.picture()}


@pytest.fixture(scope="module")
def text() -> str:
    return MarkdownWriter().write(stress.ARTICLE, stress.PUBLICATION, PICTURES).decode()


def body_of(text: str) -> str:
    return text.split("---\n", 2)[2]


def shown(text: str) -> lxml.html.HtmlElement:
    html = markdown.markdown(body_of(text), extensions=["tables", "sane_lists"])
    return lxml.html.fragment_fromstring(html, create_parent="div")


def test_the_front_matter_names_what_is_known(text: str) -> None:
    lines = text.split("---\n")[1].splitlines()
    front = {key: json.loads(value) for key, _, value in (x.partition(": ") for x in lines)}
    assert front["title"] == stress.DOCUMENT.header.headline.text
    assert (front["lang"], front["dir"], front["date"]) == ("ar", "rtl", "2026-11-23")


def test_it_reads_as_the_article(text: str) -> None:
    tree = shown(text)
    assert tree.cssselect("h1")[0].text_content() == stress.DOCUMENT.header.headline.text
    assert [e.text_content() for e in tree.cssselect("h2, h3")] == [
        "شوط أول بلا أهداف",
        "ترتيب المجموعة",
    ]
    assert "لم نكن الأفضل" in tree.cssselect("blockquote")[0].text_content()
    assert [e.text_content() for e in tree.cssselect("th")] == ["الفريق", "النقاط", "الأهداف"]
    assert [e.text_content() for e in tree.cssselect("li > ul > li")] == [
        "حارس: علي كاظم",
        "دفاع: حسن عبد الله",
    ]
    assert tree.cssselect("a")[0].get("href") == "https://example.org/تقرير?a=1&b=2"
    first = tree.cssselect("img")[0]
    assert first.get("alt") == "جدار السد من الضفة الشرقية"
    assert (first.get("src") or "").startswith("data:image/png;base64,")
    assert not tree.cssselect("script")


def test_nothing_internal_leaves(text: str) -> None:
    assert not [word for word in (*stress.SECRETS, "javascript") if word in text]


@pytest.mark.parametrize(
    "line",
    [
        "# لا عنوان",
        "- لا قائمة",
        "+ 5",
        "1. أولًا",
        "2) ثانيًا",
        "> قال",
        "* نجمة *",
        "_خط_",
        "a_b_c",
        "`رمز`",
        "[نص](رابط)",
        "<b>",
        "&amp;",
        "\\*",
        "===",
        "سطر\nثانٍ",
        "🌊 C++ 2-1",
    ],
)
def test_signs_in_the_text_stay_signs(line: str) -> None:
    document = Document(blocks=(Paragraph("p", Inline(line)),))
    text = MarkdownWriter().write(Article("a", "o", document), stress.PUBLICATION, {}).decode()
    (paragraph,) = shown(text)
    assert paragraph.tag == "p"
    assert " ".join(paragraph.text_content().split()) == " ".join(line.split())


@settings(max_examples=40)
@given(documents.documents)
def test_any_document_is_written(document: Document) -> None:
    pictures = {f.media: stress.picture() for f in document.figures() if f.media}
    raw = MarkdownWriter().write(Article("a", "o", document), stress.PUBLICATION, pictures)
    for block in published(document).blocks:
        if isinstance(block, Paragraph):
            assert block.text.text.split()[0][:1] in raw.decode()
