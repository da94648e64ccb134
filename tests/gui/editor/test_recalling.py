"""Undo beyond what Qt remembers: earlier texts become steps of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.ui.editor.projection import Projection
from deskeditor.ui.editor.recalling import become, recalled
from helpers.documents import documents
from helpers.editing import page_of


def said(document: Document) -> tuple[object, ...]:
    return document.header, document.blocks


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(one=documents, two=documents, joint=st.integers(0, 6))
def test_any_text_becomes_any_other_as_one_step(
    qapp: QApplication, one: Document, two: Document, joint: int
) -> None:
    assert qapp is not None
    kept = {block.id for block in one.blocks[:joint]}
    rest = tuple(block for block in two.blocks if block.id not in kept)
    two = replace(two, blocks=(*one.blocks[:joint], *rest), direction=one.direction)
    page = page_of(one)
    if not become(page, two):  # what cannot be made begins the way back: rare, and never wrong
        pytest.fail("no step was made")
    assert said(Projection(page, two).document()) == said(two)
    if said(one) != said(two):
        page.undo()
        assert said(page.projection.document()) == said(one)
        page.redo()
        assert said(page.projection.document()) == said(two)
        page.undo()
        assert not page.isUndoAvailable()


def test_texts_of_a_session_are_stepped_back_through(qapp: QApplication) -> None:
    assert qapp is not None
    words = "عاد الماء إلى خمسة أحياء".split()
    texts = [
        Document(
            Header(headline=Inline(f"عنوان {n}")), (Paragraph("p", Inline(" ".join(words[:n]))),)
        )
        for n in range(1, 6)
    ]
    page = recalled(texts, page_of)
    assert page is not None
    for text in reversed(texts):
        assert said(page.projection.document()) == said(text)
        page.undo()
    assert not page.isUndoAvailable()
    assert recalled((), page_of) is None
