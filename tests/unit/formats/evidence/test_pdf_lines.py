"""Lines of a PDF put together by place, from characters as PDFium gives them."""

from __future__ import annotations

import unicodedata

from deskeditor.formats.evidence.pdf import Glyph, lines_of


def drawn(text: str, *, top: float = 100.0, right: float = 500.0) -> list[Glyph]:
    """The characters of an Arabic line as they stand on paper: from the right, numbers turned."""
    glyphs: list[Glyph] = []
    edge = right
    for run in _runs(text):
        for char in run:
            if unicodedata.combining(char):
                glyphs.append(Glyph(char, edge + 1, edge + 3, top - 18, top + 2))
                continue
            if char != " ":
                glyphs.append(Glyph(char, edge - 5, edge, top - 20, top))
            edge -= 5
    return glyphs


def _runs(text: str) -> list[str]:
    """Left-to-right words turned around, as they are met from the right."""
    return [
        word[::-1] if word.strip("،. ").isascii() and word.strip() else word
        for part in text.split(" ")
        for word in (part, " ")
    ][:-1]


def test_a_line_reads_from_the_right_with_numbers_kept() -> None:
    line = "قال الوزير إن 118 سفينة من WHO وصلت"
    assert lines_of(drawn(line)) == [line]


def test_order_of_drawing_does_not_matter() -> None:
    line = "لن نُغلقَ الميناء قبل 25 أيلول"
    glyphs = sorted(drawn(line), key=lambda g: (unicodedata.combining(g.text), g.left * 7 % 13))
    assert lines_of(glyphs) == [line]


def test_lines_come_from_the_top() -> None:
    glyphs = [*drawn("الثاني", top=60), *drawn("الأول", top=100)]
    assert lines_of(glyphs) == ["الأول", "الثاني"]


def test_presentation_forms_become_letters() -> None:
    assert lines_of(drawn("\ufedf\ufee6")) == ["لن"]
    assert lines_of(drawn("\ufefb")) == ["لا"]


def test_a_page_without_characters_has_no_lines() -> None:
    assert lines_of([]) == []
