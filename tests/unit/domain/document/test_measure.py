"""What counts as a word, and what as body."""

from __future__ import annotations

import pytest

from deskeditor.domain.document import (
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Note,
    Paragraph,
    Quotation,
)
from deskeditor.domain.document.measure import BODY, body_words, count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("قال: – 25% ، «نعم» 😀 C++", 4),
        ("مَدرسةٌ WHO_2026 ٢٥", 3),
        ("— … _ 😀", 0),
        ("𞸀\u00a0وَ\n\tنعم", 3),
    ],
)
def test_a_word_holds_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words


def test_only_what_is_read_on_is_body() -> None:
    document = Document(
        Header(headline=Inline("عنوان من أربع كلمات")),
        (
            Paragraph("p", Inline("كلمتان هنا")),
            Heading("h", Inline("عنوان")),
            Quotation("q", Inline("لن ننتظر"), Inline("الوزير")),
            Figure("f", caption=Inline("تعليق الصورة"), alt="وصف", credit="رويترز"),
            Note("n", Inline("للتحرير فقط")),
        ),
    )
    assert body_words(document) == 6
    assert {slot.role for slot in document.slots()} - BODY
