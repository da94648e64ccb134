from __future__ import annotations

import pytest

from deskeditor.formats.page_text.verbs import is_verb

VERBS = "يسحب تعلن سيعقد تستعد وقال اعلنت يبلغ تطالب وتعلن ستفتح"
OTHERS = "حوار استراتيجي البيت الابيض سياسة سيارة يوم يناير يمني تصوير تدريب جو بايدن وزارة"


@pytest.mark.parametrize("word", VERBS.split())
def test_verbs(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize(
    "word",
    OTHERS.split(),
)
def test_no_verbs(word: str) -> None:
    assert not is_verb(word)
