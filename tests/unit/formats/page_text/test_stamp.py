from __future__ import annotations

from datetime import date

import pytest

from deskeditor.formats.page_text.lines import split
from deskeditor.formats.page_text.stamp import day_in, label_end, read_stamp


def stamp(text: str) -> tuple[str, str, date | None] | None:
    found = read_stamp(split(text).lines[0])
    return None if found is None else (found.label, found.text, found.day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نشر", ("نشر", "", None)),
        ("نُشِرَ", ("نُشِرَ", "", None)),
        ("تاريخ النشر: ٦ يناير ٢٠٢٢", ("تاريخ النشر:", "٦ يناير ٢٠٢٢", date(2022, 1, 6))),
        ("نشر في الخميس 6-1-2022 10:30", ("نشر في", "الخميس 6-1-2022 10:30", date(2022, 1, 6))),
        ("الخميس، 06 كانون الثاني 2022", ("", "الخميس، 06 كانون الثاني 2022", date(2022, 1, 6))),
        ("2022-01-06T10:30", ("", "2022-01-06T10:30", date(2022, 1, 6))),
        ("Published January 6, 2022", ("Published", "January 6, 2022", date(2022, 1, 6))),
        ("منذ 3 ساعات", ("", "منذ 3 ساعات", None)),
        ("نشر قبل يومين", ("نشر", "قبل يومين", None)),
        ("نشر الجيش قواته على الحدود في 6 يناير 2022", None),
        ("نشرت الوزارة بيانها", None),
        ("ثورة 14 تموز 1958", None),
        ("النشرة المسائية 🌊", None),
    ],
)
def test_stamps(text: str, expected: tuple[str, str, date | None] | None) -> None:
    assert stamp(text) == expected


def test_an_impossible_day_is_no_day() -> None:
    assert day_in("31 فبراير 2022") is None
    assert day_in("99/99/2022") is None


def test_the_label_ends_behind_its_marks() -> None:
    assert label_end("نُشِرَ اليوم") == len("نُشِرَ")
