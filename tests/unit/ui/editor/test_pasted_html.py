"""HTML from Word, the web and mail, read as clean lines."""

from __future__ import annotations

import time

from deskeditor.domain.document import Emphasis, Inline, Link, Strong
from deskeditor.ui.editor.lines import Kind
from deskeditor.ui.editor.pasted_html import html_lines, too_much
from helpers.editing import counting_ids


def read(html: str) -> list[tuple[Kind, Inline]]:
    return [(line.tag.kind, line.text) for line in html_lines(html, counting_ids())]


def test_word_markup_gives_its_words_and_stress_only() -> None:
    html = (
        "<html xmlns:o='urn:x'><head><style>p.MsoNormal{margin:0}</style></head><body>"
        "<p class=MsoNormal dir=RTL style='text-align:right'><span lang=AR-SA>قال "
        "<b>مديرٌ</b> في <i>WHO</i>\n إنّ 2-1 😀</span><o:p></o:p></p></body></html>"
    )
    wanted = Inline("قال مديرٌ في WHO إنّ 2-1 😀").with_mark(4, 9, Strong())
    assert read(html) == [(Kind.PARAGRAPH, wanted.with_mark(13, 16, Emphasis()))]


def test_structure_is_kept() -> None:
    html = (
        "<h1>عنوان</h1><h3>فرعي</h3><blockquote>قول 😀</blockquote><hr>"
        "<ol><li>أول<ul><li>داخل</li></ul></li></ol><table><tr><td>خلية</td></tr></table>"
    )
    assert [kind for kind, _ in read(html)] == [
        Kind.HEADING, Kind.HEADING, Kind.QUOTATION, Kind.ATTRIBUTION, Kind.SEPARATOR,
        Kind.ITEM, Kind.ITEM, Kind.PARAGRAPH,
    ]  # fmt: skip


def test_only_links_that_can_be_followed_safely_stay() -> None:
    html = '<a href="javascript:x">أ</a><a href="data:x">ب</a><a href="mailto:d@example.org">ج</a>'
    assert read(html) == [
        (Kind.PARAGRAPH, Inline("أبج").with_mark(2, 3, Link("mailto:d@example.org")))
    ]


def test_a_million_nested_elements_are_refused_at_once() -> None:
    began = time.perf_counter()
    assert too_much("<div>" * 1_000_000)
    assert too_much("<b></b>" * 50_000)
    assert time.perf_counter() - began < 1
    assert not too_much("<p>قال<br>" * 5_000)
