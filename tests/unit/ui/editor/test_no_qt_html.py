"""Qt's own HTML, document writers and locales say nothing about what we keep, show or export."""

from __future__ import annotations

import re

from helpers.repository import SOURCE

#: `QMimeData.setHtml` only hands our own HTML to the clipboard.
_FORBIDDEN = re.compile(r"\btoHtml\(|QTextDocumentWriter|\bQLocale\b|(?<!mime)(?<!made)\.setHtml\(")


#: A sheet on paper is drawn once from our own page, and nothing is ever read back from it.
_DRAWS = {"printing.py"}


def test_no_source_goes_through_them() -> None:
    found = {
        path.name: match.group()
        for path in SOURCE.rglob("*.py")
        if path.name not in _DRAWS and (match := _FORBIDDEN.search(path.read_text("utf-8")))
    }
    assert found == {}
