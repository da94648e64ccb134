"""An editor for each test, shown offscreen so that it has a layout and the focus."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.domain.document import Document
from deskeditor.ui.editor.view import ArticleEditor
from helpers.editing import Opened, editor_of


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Opens a document in a shown editor."""

    def open_document(document: Document) -> ArticleEditor:
        editor = editor_of(document)
        qtbot.addWidget(editor)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.surface.setFocus()
        return editor

    return open_document
