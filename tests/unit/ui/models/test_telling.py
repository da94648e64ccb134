"""What a line of the list says of an article."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from deskeditor.bootstrap import resources
from deskeditor.domain.review import State
from deskeditor.domain.rows import ArticleRow
from deskeditor.language.messages import Catalogue
from deskeditor.ui.models.telling import due_of
from deskeditor.ui.wording import Words

RIYADH = ZoneInfo("Asia/Riyadh")


@pytest.mark.parametrize(
    ("due", "now", "clock"),
    [
        # 30 November, 01:00 in Riyadh, seen on the 29th at 15:00.
        (datetime(2026, 11, 29, 22, tzinfo=UTC), datetime(2026, 11, 29, 12, tzinfo=UTC), False),
        # 29 November, 17:00 in Riyadh, seen that day at 01:30.
        (datetime(2026, 11, 29, 14, tzinfo=UTC), datetime(2026, 11, 28, 22, 30, tzinfo=UTC), True),
    ],
)
def test_today_is_the_day_of_the_desk(due: datetime, now: datetime, *, clock: bool) -> None:
    words = Words(Catalogue(resources() / "i18n", "ar"), RIYADH)
    row = ArticleRow("a1", "عنوان", "salma", State.DRAFT, now, due=due)
    told = due_of(row, words, now)
    assert told is not None
    at = due.astimezone(RIYADH)
    assert (at.strftime("%H:%M") in told.text) is clock
    assert (at.strftime("%d/%m/%Y") in told.text) is not clock
