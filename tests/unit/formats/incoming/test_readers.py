"""Pages, Markdown and ninjs as others write them."""

from __future__ import annotations

import json

import pytest

from deskeditor.domain.document import (
    CommentMark,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Quotation,
    Strong,
    Table,
    block_slots,
)
from deskeditor.formats.html.reader import read as read_html
from deskeditor.formats.incoming.draft import Draft, Unreadable
from deskeditor.formats.markdown.reader import read as read_markdown
from deskeditor.formats.ninjs.reader import read as read_ninjs
from helpers.stress import AT

SAVED = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>الأهوار | الجريدة</title>
<meta property="article:published_time" content="2026-11-20T08:00:00+03:00">
<script>alert('x')</script></head><body>
<nav><ul><li><a href="/">الرئيسية</a></li></ul></nav>
<div class="sidebar"><p>الأكثر قراءة هذا الأسبوع في أقسام الجريدة كلها</p></div>
<div class="page"><h1>عودة المياه إلى الأهوار</h1>
<p>قال مدير الموارد في ميسان إن <b>منسوب المياه</b> ارتفع هذا الشهر،
  وإن القرى <a href="javascript:steal()">القريبة</a> عادت إليها
  <a href="https://example.org/a">عائلات</a> كثيرة.</p>
<div class="share-buttons"><p>شارك المقال</p></div>
<figure><img src="https://example.org/a.jpg" alt="قارب في الهور">
<figcaption>قارب في هور الحويزة <span class="credit">تصوير: علي كاظم</span></figcaption></figure>
<h4>ماذا بعد؟</h4>
<blockquote><p>لم نر هذا منذ سنوات.</p><cite>صياد من الهور</cite></blockquote>
<table><tr><th>القرية</th><th>العائلات</th></tr><tr><td colspan="2">أبو خصاف</td></tr></table>
<iframe src="https://example.org/ad"></iframe></div>
<footer><p>حقوق النشر محفوظة للجريدة</p></footer></body></html>"""


def told(draft: Draft) -> set[str]:
    return {note.en.partition(":")[0] for note in draft.notes}


def test_the_article_of_a_saved_page_is_found_and_the_rest_left() -> None:
    draft = read_html(SAVED.encode(), AT)
    document = draft.document
    assert document.header.headline.text == "عودة المياه إلى الأهوار"
    assert str(draft.details.published_on) == "2026-11-20"
    paragraph, figure, heading, quotation, table = document.blocks
    assert isinstance(paragraph, Paragraph)
    marks = {type(span.mark) for span in paragraph.text.spans}
    links = [span.mark.href for span in paragraph.text.spans if isinstance(span.mark, Link)]
    assert (marks, links) == ({Strong, Link}, ["https://example.org/a"])
    assert "هذا الشهر، وإن القرى القريبة عادت" in paragraph.text.text
    assert isinstance(figure, Figure)
    assert (figure.media, figure.alt) == (None, "قارب في الهور")
    assert (figure.caption.text, figure.credit) == ("قارب في هور الحويزة", "علي كاظم")
    assert isinstance(heading, Heading)
    assert heading.level == 3
    assert isinstance(quotation, Quotation)
    assert quotation.attribution.text == "صياد من الهور"
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [2, 2]
    assert {
        "Scripts and frames of the page, left out",
        "Links readers must not be sent to, their text kept",
        "Headings of another level, made subheads",
        "Merged table cells, their text put into the first",
    } <= told(draft)
    words = " ".join(slot.text.text for slot in document.slots())
    assert not [w for w in ("alert", "شارك", "حقوق النشر", "الأكثر", "الرئيسية") if w in words]


MARKDOWN = """---
title: 'سوق السمك يفتح بعد عام'
author: [زينب كريم, علي حسن]
tags:
  - أسواق
date: 2026-11-20
---

قال البائع إن الأسعار **ثابتة**[^1] هذا الأسبوع.

1. سمك
    - بنّي
2. روبيان

<script>alert(1)</script>

![قارب](../../../etc/passwd)

[^1]: نشرة غرفة التجارة، العدد 12.
"""


def test_markdown_of_others_is_read_with_its_footnotes() -> None:
    draft = read_markdown(MARKDOWN.encode(), AT)
    document = draft.document
    assert document.header.headline.text == "سوق السمك يفتح بعد عام"
    assert document.header.byline.text == "زينب كريم، علي حسن"
    paragraph, items, figure = document.blocks
    assert isinstance(paragraph, Paragraph)
    (span,) = [s for s in paragraph.text.spans if isinstance(s.mark, CommentMark)]
    assert paragraph.text.text[span.start : span.end] == "ثابتة"
    assert document.threads[0].messages[0].text == "نشرة غرفة التجارة، العدد 12."
    assert isinstance(items, ListBlock)
    assert [(item.level, item.text.text) for item in items.items] == [
        (0, "سمك"), (1, "بنّي"), (0, "روبيان"),
    ]  # fmt: skip
    assert isinstance(figure, Figure)
    assert figure.media is None
    assert not draft.pictures
    assert "Fields of the file's head that have no place here, left out" in told(draft)


def test_ninjs_of_an_agency_is_read() -> None:
    data = {
        "uri": "urn:example:1", "headlines": [{"value": "أمطار على البصرة"}], "by": "وكالة",
        "language": "ar-IQ", "bodies": [{"contentType": "text/plain", "value": "هطلت.\n\nثم كفّت."}],
    }  # fmt: skip
    draft = read_ninjs(json.dumps(data).encode(), AT)
    assert [slot.text.text for slot in draft.document.slots() if slot.text.text] == [
        "أمطار على البصرة", "وكالة", "هطلت.", "ثم كفّت.",
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [b"{}", b"[1]", b'"x"', b"{", b'{"uri": 3}', b"[" * 200_000])
def test_what_is_no_ninjs_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_ninjs(raw, AT)


@pytest.mark.parametrize(
    "frame",
    [
        '<body class="no-sidebar"><div>{}</div></body>',
        '<body class="has-sidebar right-sidebar"><div id="page">{}</div></body>',
        '<body><article><div class="content-with-sidebar">{}</div></article></body>',
        '<body><main class="x"><div class="row no-sidebar">{}</div></main></body>',
        '<body><article><div class="layout-sidebar">{}</div></article></body>',
        "<body><article><aside>{}</aside></article></body>",
        '<body><form id="aspnetForm"><div class="has-social">{}</div></form></body>',
    ],
)
def test_what_holds_most_of_the_text_is_the_article(frame: str) -> None:
    text = "<p>ارتفع منسوب المياه.</p><p>وعادت العائلات.</p><div class='share'>شارك</div>"
    draft = read_html(f"<html>{frame.format(text)}</html>".encode(), AT)
    words = [slot.text.text for slot in draft.document.slots() if slot.text]
    assert words == ["ارتفع منسوب المياه.", "وعادت العائلات."]
    around = "Parts of the page around the article (menus, adverts, forms, others), left out"
    assert around in told(draft)


def test_an_article_in_parts_that_sound_like_others_is_not_lost() -> None:
    halves = '<div class="promo"><p>أول نصف.</p></div><div class="related"><p>آخر نصف.</p></div>'
    draft = read_html(f"<article><nav>قائمة</nav>{halves}</article>".encode(), AT)
    assert [slot.text.text for slot in draft.document.slots() if slot.text] == [
        "أول نصف.", "آخر نصف.",
    ]  # fmt: skip
    assert [note.en[-2:] for note in draft.notes] == ["1."], "the menu alone is left"


def test_a_headline_that_nobody_sees_is_none() -> None:
    page = '<article><h1 style="display:none">للآلات</h1><h1>عادت المياه</h1><p>نص</p></article>'
    assert read_html(page.encode(), AT).document.header.headline.text == "عادت المياه"


RULES = """---

قال المدير إن المياه عادت.

وعادت معها العائلات.

---

والمزيد لاحقًا.
"""


def read_words(text: str) -> list[str]:
    document = read_markdown(text.encode(), AT).document
    return [slot.text.text for slot in document.slots() if slot.text]


@pytest.mark.parametrize(
    "text",
    [
        RULES,
        "---\n# عنوان\n---\n\nوالمزيد لاحقًا.\n",
        "---\n- أول\n- ثانٍ\n---\n\nوالمزيد لاحقًا.\n",
        "---\ntitle: عنوان\n\nقال المدير إن المياه عادت.\n\n---\n\nوالمزيد لاحقًا.\n",
        "---\nhttps://example.org/a\n---\n\nوالمزيد لاحقًا.\n",
    ],
)
def test_text_between_rules_is_no_head(text: str) -> None:
    words = " ".join(read_words(text))
    for word in text.replace("---", "").replace("# ", "").replace("- ", "").split():
        assert word in words


def test_a_head_says_its_fields_in_every_form_people_write() -> None:
    draft = read_markdown(
        (
            "---\n# رأس الملف\ntitle: عودة المياه\n  إلى الأهوار\ndeck: >-\n  سطر أول\n\n"
            "  title: سطر ثانٍ\nauthor:\n  name: زينب كريم\n  email: z@example.org\n"
            "tags:\n- أسواق\nempty:\n---\n\nنص.\n"
        ).encode(),
        AT,
    )
    header = draft.document.header
    assert header.headline.text == "عودة المياه إلى الأهوار"
    assert header.deck.text == "سطر أول title: سطر ثانٍ"
    assert header.byline.text == "زينب كريم"
    assert [note.en for note in draft.notes] == [
        "Fields of the file's head that have no place here, left out: 2."
    ]


def test_a_title_that_the_headline_overrules_is_told() -> None:
    draft = read_markdown("---\ntitle: آخر\n---\n# عنوان\n\nنص.\n".encode(), AT)
    assert draft.document.header.headline.text == "عنوان"
    assert [note.en[-2:] for note in draft.notes] == ["1."]


def association(name: str, caption: str, **more: object) -> dict[str, object]:
    said = [{"role": "caption", "value": caption}, {"role": "alt", "value": f"وصف {caption}"}]
    return {"name": name, "type": "picture", "descriptions": said, **more}


def test_each_picture_of_ninjs_has_its_own_words_and_credit() -> None:
    source = {"infoSources": [{"name": "رويترز", "role": "credit"}], "by": "مصوّر"}
    data = {
        "uri": "urn:example:1", "title": "عنوان", "language": "ar",
        "bodies": [{"contentType": "text/html", "value": '<p>نص</p><img src="#b"><img src="#a">'}],
        "associations": [
            association("a", "أولى", by="علي كاظم"), association("b", "ثانية", **source),
            association("c", "لم تُعرض", creditline="أرشيف"),
            {"name": "d", "type": "text", "title": "مادة أخرى"},
        ],
    }  # fmt: skip
    draft = read_ninjs(json.dumps(data).encode(), AT)
    assert [(f.caption.text, f.alt, f.credit) for f in draft.document.figures()] == [
        ("ثانية", "وصف ثانية", "رويترز"),
        ("أولى", "وصف أولى", "علي كاظم"),
        ("لم تُعرض", "وصف لم تُعرض", "أرشيف"),
    ]
    assert [note.en[-2:] for note in draft.notes] == ["3."], "none of them came along"


def test_ninjs_of_the_first_kind_names_what_stands_beside() -> None:
    data = {
        "uri": "urn:example:1", "headline": "عنوان", "body_html": "<p>نص</p>",
        "associations": {"main": {"type": "picture", "description_text": "قارب في الهور"}},
    }  # fmt: skip
    (figure,) = read_ninjs(json.dumps(data).encode(), AT).document.figures()
    assert figure.caption.text == "قارب في الهور"


def test_what_else_stands_by_the_signature_is_kept() -> None:
    page = (
        '<article><h1>عنوان</h1><p class="signature"><span class="byline">هدى</span> '
        '<time datetime="2026-11-20">٢٠ تشرين الثاني</time></p><p>نص</p>'
        '<p class="signature">أعدّته للنشر زينب كريم</p></article>'
    )
    document = read_html(page.encode(), AT).document
    assert document.header.byline.text == "هدى"
    assert [slot.text.text for block in document.blocks for slot in block_slots(block)] == [
        "نص", "أعدّته للنشر زينب كريم",
    ]  # fmt: skip
