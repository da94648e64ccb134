"""The order and the sifting of a place's lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from deskeditor.domain.review import State
from deskeditor.domain.rows import ArticleRow
from deskeditor.ui.models.arranging import Sorting, arranged

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROWS = tuple(
    ArticleRow(key, title, "salma", state, NOON - timedelta(hours=n), words, desk)
    for n, (key, title, state, words, desk) in enumerate(
        (
            ("a", "عودة المياه", State.SUBMITTED, 120, ""),
            ("b", "إغلاق الطريق", State.DRAFT, 400, "محليات"),
            ("c", "أسعار الخبز", State.DRAFT, 120, "اقتصاد"),
        )
    )
)


def keys(sorting: Sorting, wanted: str = "") -> str:
    shown = arranged(ROWS, sorting, wanted, lambda row: f"{row.title} {row.desk} {row.state}")
    return "".join(row.id for row in shown)


@pytest.mark.parametrize(
    ("sorting", "order"),
    [
        (Sorting.NEWEST, "abc"),
        (Sorting.OLDEST, "cba"),
        (Sorting.TITLE, "cba"),
        (Sorting.STATE, "bca"),
        (Sorting.DESK, "cba"),
        (Sorting.LONGEST, "bac"),
    ],
)
def test_each_order(sorting: Sorting, order: str) -> None:
    assert keys(sorting) == order


def test_sifting_folds_letters_and_takes_words_in_any_order() -> None:
    assert keys(Sorting.NEWEST, "اغلاق") == "b"
    assert keys(Sorting.NEWEST, "محليات الطريق") == "b"
    assert keys(Sorting.NEWEST, "المِياه") == "a"
    assert keys(Sorting.NEWEST, "لا شيء") == ""
