"""The tabular Islamic calendar and the month names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.calendars import (
    MonthSystem,
    from_hijri,
    hijri_length,
    month_name,
    months,
    to_hijri,
    weekdays,
)


def test_known_days() -> None:
    assert from_hijri(1445, 9, 1) == date(2024, 3, 11)
    assert to_hijri(date(2024, 3, 11)) == (1445, 9, 1)
    assert from_hijri(1, 1, 1) == date(622, 7, 19)


@given(st.dates(min_value=date(700, 1, 1), max_value=date(3000, 1, 1)))
def test_there_and_back(day: date) -> None:
    year, month, number = to_hijri(day)
    assert from_hijri(year, month, number) == day
    assert 1 <= number <= hijri_length(year, month)


def test_no_such_hijri_day() -> None:
    with pytest.raises(ValueError, match="Hijri"):
        from_hijri(1445, 13, 1)


def test_every_name_is_known_and_a_shared_one_has_one_number() -> None:
    for system in MonthSystem:
        for number in range(1, 13):
            name = month_name(system, number).translate(str.maketrans("أإآ", "ااا"))
            assert months()[name][1] == number
    assert weekdays()["الاثنين"] == 0
