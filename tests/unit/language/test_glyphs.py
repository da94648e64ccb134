"""Quotation glyphs of every family, paired whatever their direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.glyphs import pair_glyphs


def contents(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in pair_glyphs(text).pairs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال “نعم نعمل” اليوم", ["نعم نعمل"]),
        ("قال ”نعم نعمل“ اليوم", ["نعم نعمل"]),
        ("قال ”نعم نعمل” اليوم", ["نعم نعمل"]),
        ("قال «نعم نعمل» اليوم 😀", ["نعم نعمل"]),
        ('قال "نعم" ثم "لا" و"ربما 7%"', ["نعم", "لا", "ربما 7%"]),
        ("لـ”فريق النور” و“شركة Blue”", ["فريق النور", "شركة Blue"]),
        ("«قال لي: “تعال” ثم مضى»", ["قال لي: “تعال” ثم مضى", "تعال"]),
        ("“قال “نعم” ومضى”", ["قال “نعم” ومضى", "نعم"]),
        ("قال الطبيبُ: ‘لا خوف’ ومضى", ["لا خوف"]),
        ("it's the council's plan", []),
        ('قال ""نعم"" للعرض', ["نعم"]),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert contents(text) == found
    assert all(pair.balanced for pair in pair_glyphs(text).pairs)


def test_a_stray_glyph_does_not_turn_later_pairs_inside_out() -> None:
    text = 'عاد العمل" صباحا، وقال المدير "سنكمل" وقالت الوزيرة "نشكركم"'
    assert contents(text) == ["سنكمل", "نشكركم"]
    assert pair_glyphs(text).strays == (text.index('"'),)


def test_a_span_left_open_ends_before_the_words_that_bring_the_next() -> None:
    text = 'قال المدير "العمل مستمر وأضاف أن "النتائج جيدة 😀"'
    assert contents(text) == ["العمل مستمر", "النتائج جيدة 😀"]


def test_a_span_left_open_runs_to_the_end_without_its_full_stop() -> None:
    text = "قال المدير: «سنكمل العمل غدا."
    pair = pair_glyphs(text).pairs[0]
    assert not pair.balanced
    assert text[pair.start : pair.end] == "سنكمل العمل غدا"


def test_another_familys_glyph_closes_what_was_left_open() -> None:
    text = 'رأى «أن الطريق طويل"، حسب تعبيره'
    assert contents(text) == ["أن الطريق طويل"]


@given(st.text(alphabet='“”„«»"‘’ اب،.:()\n😀ّA1', max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    paired = pair_glyphs(text)
    for pair in paired.pairs:
        assert 0 <= pair.open < pair.start <= pair.end <= len(text)
    assert all(0 <= stray < len(text) for stray in paired.strays)
