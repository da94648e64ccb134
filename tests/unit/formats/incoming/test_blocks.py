"""The blocks of pages: no text and no picture is lost, wherever it stands."""

from __future__ import annotations

import base64
import io
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deskeditor.domain.document import (
    Block,
    Direction,
    Figure,
    ListBlock,
    Paragraph,
    Quotation,
    Table,
    block_slots,
)
from deskeditor.formats.html.reader import parsed
from deskeditor.formats.incoming.blocks import Blocks
from deskeditor.formats.incoming.draft import Reading
from helpers import stress


def picture(width: int, kind: str = "PNG") -> str:
    """The `data:` address of a picture `width` dots wide and high."""
    from PIL import Image

    raw = io.BytesIO()
    Image.new("RGB", (width, width)).save(raw, kind)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(raw.getvalue()).decode()}"


PICTURE = picture(3)
IMAGE = f'<img src="{PICTURE}" alt="قارب">'

FIRST, SECOND = (f"{IMAGE}<figcaption>{said}</figcaption>" for said in ("أول", "ثانٍ"))


def walked(html: str) -> Blocks:
    blocks = Blocks(Reading(stress.AT), Direction.RTL)
    body = parsed(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    blocks.walk(body)
    return blocks


def said(block: Block) -> list[str]:
    return [slot.text.text for slot in block_slots(block) if slot.text]


def shape(html: str) -> list[tuple[str, list[str]]]:
    return [(type(block).__name__, said(block)) for block in walked(html).blocks]


@pytest.mark.parametrize(
    "html",
    [
        IMAGE,
        f"<div>{IMAGE}</div>",
        f'<a href="https://example.org/">{IMAGE}</a>',
        f"<div><span><a>{IMAGE}</a></span></div>",
        f"<picture><source srcset='x'>{IMAGE}</picture>",
        f"<h2>{IMAGE}</h2>",
        f"<ul>{IMAGE}</ul>",
        f"<ul><li>{IMAGE}</li></ul>",
        f"<table><tr><td>{IMAGE}</td></tr></table>",
        f"<blockquote><p>{IMAGE}</p></blockquote>",
        f"<blockquote><footer>{IMAGE}</footer></blockquote>",
        f"<table><caption>{IMAGE}</caption></table>",
        f"<figure><figure>{IMAGE}</figure></figure>",
    ],
)
def test_a_picture_is_kept_wherever_it_stands(html: str) -> None:
    made = walked(html)
    (figure,) = made.blocks
    assert isinstance(figure, Figure)
    assert figure.alt == "قارب"
    assert list(made.reading.pictures) == [figure.id]


def test_a_picture_between_texts_stays_between_them() -> None:
    assert [name for name, _ in shape(f"أول {IMAGE} ثانٍ")] == ["Paragraph", "Figure", "Paragraph"]
    assert shape(f"<p>قبل <b>{IMAGE} بعد</b></p>")[0] == ("Paragraph", ["قبل بعد"])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<blockquote><p>أول</p><ul><li>ثانٍ</li></ul>حرّ<h3>ثالث</h3></blockquote>",
            [("Quotation", ["أول\nثانٍ\nحرّ\nثالث"])],
        ),
        (
            "<blockquote><div><p>أول</p><p>ثانٍ</p></div></blockquote>",
            [("Quotation", ["أول\nثانٍ"])],
        ),
        (
            "<blockquote><p>قرأ <cite>الكتاب</cite> ثم خرج</p><cite>علي</cite></blockquote>",
            [("Quotation", ["قرأ الكتاب ثم خرج", "علي"])],
        ),
        ("<blockquote><footer>— علي</footer></blockquote>", [("Paragraph", ["علي"])]),
        ("<ul><li><p>أول</p><p>ثانٍ</p></li></ul>", [("ListBlock", ["أول\nثانٍ"])]),
        (
            "<ul>حرّ<div><li>أول</li></div><p>فقرة</p></ul>",
            [("ListBlock", ["حرّ", "أول", "فقرة"])],
        ),
        (
            "<table><tr><td><p>أول</p><p>ثانٍ</p></td></tr></table>",
            [("Table", ["أول\nثانٍ"])],
        ),
        (
            "<table><tr><td>خلية<table><tr><td>أخرى</td></tr></table></td></tr></table>",
            [("Table", ["خلية"]), ("Table", ["أخرى"])],
        ),
        (
            f"<figure>{IMAGE}<table><tr><td>خلية</td></tr></table><p>فقرة</p></figure>",
            [("Figure", ["قارب"]), ("Table", ["خلية"]), ("Paragraph", ["فقرة"])],
        ),
        (
            f"<figure><figure>{FIRST}</figure><figure>{SECOND}</figure><figcaption>كلها</figcaption></figure>",
            [("Figure", ["أول", "قارب"]), ("Figure", ["ثانٍ", "قارب"]), ("Paragraph", ["كلها"])],
        ),
        (
            f"<figure>{FIRST}{SECOND}</figure>",
            [("Figure", ["أول", "قارب"]), ("Figure", ["ثانٍ", "قارب"])],
        ),
        (
            f"{IMAGE}<p class='caption'>أول</p><p class='caption'>ثانٍ</p>",
            [("Figure", ["أول", "قارب"]), ("Paragraph", ["ثانٍ"])],
        ),
        (
            "<p class='table-caption'>أول</p><p class='table-caption'>ثانٍ</p><p>نص</p>",
            [("Paragraph", ["أول"]), ("Paragraph", ["ثانٍ"]), ("Paragraph", ["نص"])],
        ),
        ("<h2><div>أول</div><div>ثانٍ</div></h2>", [("Heading", ["أول\nثانٍ"])]),
    ],
)
def test_what_a_block_holds_keeps_its_words(
    html: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert shape(html) == expected


def test_lists_in_items_go_deeper_and_what_is_flattened_or_moved_is_told() -> None:
    made = walked(
        f"<ul><li>أول<div><ol><li>ثانٍ{IMAGE}</li></ol></div></li><li><h3>ثالث</h3></li></ul>"
    )
    items, figure = made.blocks
    assert isinstance(items, ListBlock)
    assert [(item.text.text, item.level) for item in items.items] == [
        ("أول", 0), ("ثانٍ", 1), ("ثالث", 0),
    ]  # fmt: skip
    assert isinstance(figure, Figure)
    assert (made.reading.counted["lines"], made.reading.counted["behind"]) == (1, 1)


def test_cells_beyond_what_a_table_may_have_are_told() -> None:
    row = "".join(f"<td>{n}</td>" for n in range(70))
    made = walked(f"<table><tr>{row}</tr></table>")
    (table,) = made.blocks
    assert isinstance(table, Table)
    assert (len(table.rows[0]), made.reading.counted["cells_over"]) == (64, 6)


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_dot_in_a_pictures_place_is_no_picture(kind: str) -> None:
    dot = picture(1, kind)
    made = walked(f'<img src="{dot}" data-src="https://example.org/a.jpg" alt="قارب">')
    assert (made.reading.counted["pictures_absent"], made.reading.pictures) == (1, {})
    late = walked(f'<img src="{dot}" data-src="{PICTURE}" alt="قارب">')
    assert (late.reading.counted["pictures_absent"], len(late.reading.pictures)) == (0, 1)


def test_what_the_page_hides_is_left_and_told() -> None:
    made = walked(
        '<p>ظاهر <span style="display:none">أ</span><b aria-hidden="true">★</b></p>'
        '<p style="visibility: hidden">ب</p><div hidden><p>ج</p></div>'
        f'<blockquote><p style="DISPLAY : none">د</p><p>قول</p></blockquote><p hidden>{IMAGE}</p>'
        '<p aria-hidden="true">كلمة يراها القارئ</p>'
    )
    assert [said(block) for block in made.blocks] == [["ظاهر"], ["قول"], ["كلمة يراها القارئ"]]
    assert made.reading.counted["hidden"] == 6


INLINE = ("span", "a", "strong", "cite")
HOLDERS = ("div", "blockquote", "ul", "ol", "li", "table", "tr", "td", "figure", "figcaption",
           "section", "p", "h2", "h5", "footer", "form", "dl", "dd", "caption", "pre")  # fmt: skip


def in_a_row(parts: list[str]) -> str:
    """Parts with a space where only one keeps two words apart: blocks need none."""
    blocks = tuple(f"<{name}>" for name in HOLDERS)
    whole = parts[0]
    for before, part in pairwise(parts):
        apart = before.startswith(blocks) or part.startswith(blocks)
        whole += part if apart else f" {part}"
    return whole


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children, min_size=1, max_size=4).map(in_a_row)
    names = st.sampled_from((*HOLDERS, *INLINE))
    return st.builds(lambda name, held: f"<{name}>{held}</{name}>", names, inner)


LEAVES = st.sampled_from(("#", "# #", '<img src="x" alt="#"/>', "#<br/>#"))
PAGES = st.recursive(LEAVES, element, max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=4).map(in_a_row))
def test_every_word_of_a_page_is_kept_once(page: str) -> None:
    parts = page.split("#")
    numbered = "".join(f"{part}w{n}" for n, part in enumerate(parts[:-1])) + parts[-1]
    made = Blocks(Reading(stress.AT), Direction.RTL)
    made.walk(etree.fromstring(f"<body>{numbered}</body>"))  # any nesting, mended by no parser
    words = Counter(word for block in made.blocks for text in said(block) for word in text.split())
    words.pop("—", None)  # before the speaker of a quotation in a quotation
    assert words == Counter(f"w{n}" for n in range(len(parts) - 1))


def test_a_paragraph_that_holds_blocks_keeps_its_direction() -> None:
    made = walked('<p dir="ltr">one<figure><img src="x" alt="قارب"></figure>two</p>')
    first, _figure, last = made.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert (first.direction, last.direction) == (Direction.LTR, Direction.LTR)


def test_who_is_quoted_is_said_without_a_dash() -> None:
    (quotation,) = walked("<blockquote><p>عدنا.</p><p>– علي كاظم</p></blockquote>").blocks
    assert isinstance(quotation, Quotation)
    assert (quotation.text.text, quotation.attribution.text) == ("عدنا.", "علي كاظم")
