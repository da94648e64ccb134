from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import (
    Inline,
    InvalidText,
    Link,
    Mark,
    Span,
    Strong,
    clean_text,
)
from helpers.documents import inlines, marks, texts

SAMPLE = "قال حَسَن إن WHO بلغت ٢٥ 😀"


@pytest.mark.parametrize("bad", ["\x00", "\r", "\u2028", "\ufffc", "\ufdd0", "\ud800", "\x85"])
def test_text_that_cannot_stand_is_refused(bad: str) -> None:
    with pytest.raises(InvalidText):
        Inline(f"قال{bad}")


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(InvalidText):
        Inline("قال", (Span(1, 9, Strong()),))


def test_two_links_on_one_character_are_refused() -> None:
    with pytest.raises(InvalidText):
        Inline(
            SAMPLE, (Span(0, 4, Link("https://a.example")), Span(2, 6, Link("https://b.example")))
        )


def test_a_later_link_takes_the_place_of_the_one_before() -> None:
    inline = Inline(SAMPLE).with_mark(0, 6, Link("https://a.example"))
    inline = inline.with_mark(2, 4, Link("https://b.example"))
    assert [(s.start, s.end, s.mark) for s in inline.spans] == [
        (0, 2, Link("https://a.example")),
        (2, 4, Link("https://b.example")),
        (4, 6, Link("https://a.example")),
    ]


def test_touching_equal_marks_are_one() -> None:
    halves = Inline(SAMPLE).with_mark(0, 3, Strong()).with_mark(3, 6, Strong())
    assert halves == Inline(SAMPLE, (Span(0, 6, Strong()),))


def test_a_plain_replacement_takes_the_marks_of_its_place() -> None:
    inline = Inline("القائد السباق قال").with_mark(0, 13, Strong())
    mended = inline.replace(7, 13, "السابق")
    assert mended == Inline("القائد السابق قال").with_mark(0, 13, Strong())


@given(inlines(), st.data())
def test_cutting_and_joining_gives_the_same_text(inline: Inline, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(inline)))
    assert inline.slice(0, cut) + inline.slice(cut, len(inline)) == inline


@given(inlines())
def test_runs_cover_the_text_in_order(inline: Inline) -> None:
    runs = inline.runs()
    assert "".join(text for text, _ in runs) == inline.text
    place = 0
    for text, run_marks in runs:
        assert all(inline.marks_at(place + at) == run_marks for at in range(len(text)))
        place += len(text)


@given(inlines(), marks, st.data())
def test_a_mark_put_on_and_taken_off_leaves_none_of_it(
    inline: Inline, mark: Mark, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(inline)))
    end = data.draw(st.integers(start, len(inline)))
    marked = inline.with_mark(start, end, mark)
    assert all(mark in marked.marks_at(place) for place in range(start, end))
    assert all(
        mark not in marked.without_mark(start, end, mark).marks_at(p) for p in range(start, end)
    )


@given(st.text())
def test_cleaned_text_always_stands(raw: str) -> None:
    assert Inline(clean_text(raw)).text == clean_text(raw)


@given(texts)
def test_sound_text_is_left_as_it_is(text: str) -> None:
    assert clean_text(text) == text


def test_line_ends_become_one_kind_and_a_broken_character_is_seen() -> None:
    assert clean_text("أ\r\nب\u2028ج\rد\x00\ud83d") == "أ\nب\nج\nد\ufffd"
