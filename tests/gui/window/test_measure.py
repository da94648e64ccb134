"""Words and characters as people count them, and only where something has changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from deskeditor.domain.document import Document, Inline, Note, Paragraph
from deskeditor.ui.measure import Measure, graphemes
from helpers.documents import documents

_ARABIC = st.text("ابةـً\u064e\u0651\u0670\u0656 ،؟«»٠٩1aA-\n\u200d😀🇮🇶é\u0301پۀ—…")


def by_qt(text: str) -> int:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


@given(st.one_of(_ARABIC, st.text()))
@example("قالَ شاهدٌ إنّ WHO سلّمت ٢٥ من 60 جهازاً، «ولن ننتظر».")
@example("\u064bقال")
def test_the_quick_count_is_the_boundary_finders(text: str) -> None:
    assert graphemes(text) == by_qt(text)


@given(documents, st.text("قال نعم ", max_size=20))
def test_a_block_that_was_counted_is_counted_the_same_again(document: Document, text: str) -> None:
    measure = Measure()
    first = measure.of(document)
    assert measure.of(document) == first == Measure().of(document)
    more = replace(document, blocks=(*document.blocks, Paragraph("extra", Inline(text))))
    assert measure.of(more) == Measure().of(more)
    noted = replace(document, blocks=(*document.blocks, Note("note", Inline(text))))
    assert measure.of(noted) == first
