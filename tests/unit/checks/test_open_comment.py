"""Who an open comment is by, in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import run
from deskeditor.checks.rule import Example
from deskeditor.checks.structure.open_comment import RULE
from deskeditor.domain.document import (
    CommentMark,
    Document,
    Inline,
    Paragraph,
    Thread,
    ThreadMessage,
)
from deskeditor.formats.imported import IMPORT_AUTHOR


@pytest.mark.parametrize(("by", "named"), [(IMPORT_AUTHOR, "«قارئ الصفحات»"), ("noor", "noor")])
def test_the_reader_of_pages_is_named_in_words_and_a_person_by_login(by: str, named: str) -> None:
    body = Inline("عادَ 60% من سكان Basra 😀").with_mark(5, 8, CommentMark("c1"))
    message = ThreadMessage(by, datetime(2026, 1, 2, tzinfo=UTC), "من أين الرقم؟")
    given = Document(blocks=(Paragraph("b0", body),), threads=(Thread("c1", (message,)),))
    document, details, publication = Example(document=given).build()
    (one,) = run(CheckContext(document, details, publication), rules=(RULE,)).findings
    assert named in one.message.ar
    assert "import" not in one.message.ar + one.message.en
