"""Folding and its map back to the original offsets."""

from __future__ import annotations

from hypothesis import given

from deskeditor.language.folding import Fold, fold, folded
from helpers.documents import texts


def test_each_option_makes_equal_what_it_names() -> None:
    assert fold("السَّلامُ عـليكم", Fold.SPELLING) == "السلام عليكم"
    assert fold("أإآٱ", Fold.HAMZA) == "اااا"
    assert fold("سؤال بيئة", Fold.CARRIERS) == "سوال بيية"
    assert fold("مصطفى مدرسة", Fold.SEARCH) == "مصطفي مدرسه"
    assert fold("٦٠٪ و۳٫۵", Fold.DIGITS) == "60% و3.5"
    assert fold("“نعم” «لا»", Fold.GLYPHS) == '"نعم" "لا"'
    assert fold("WHO في البصرة 😀", Fold.SEARCH) == "who في البصره 😀"


def test_spelling_keeps_what_a_reader_reads_as_another_letter() -> None:
    assert fold("إلى مدرسة", Fold.SPELLING) == "إلى مدرسة"


def test_presentation_forms_unfold_and_map_back() -> None:
    text = "ﻻ 😀"
    plain = folded(text)
    assert plain.text == "لا 😀"
    assert plain.span(0, 2) == (0, 1)
    assert plain.span(3, 4) == (2, 3)


def test_a_range_takes_the_marks_behind_its_last_letter() -> None:
    text = "قال مُحَمَّدٌ إن 2-1"
    plain = folded(text)
    start = plain.text.index("محمد")
    low, high = plain.span(start, start + 4)
    assert text[low:high] == "مُحَمَّدٌ"


def test_a_control_around_a_word_is_not_the_word() -> None:
    plain = folded("العراق\u200f 60%")
    assert plain.span(0, 6) == (0, 6)


@given(texts)
def test_the_map_is_in_order_and_inside(text: str) -> None:
    plain = folded(text)
    assert plain.text == fold(text)
    assert list(plain.starts) == sorted(plain.starts)
    assert all(a < b <= len(text) for a, b in zip(plain.starts, plain.ends, strict=True))
    assert plain.span(len(plain.text), len(plain.text)) == (len(text), len(text))
