"""Newsroom date expressions in every month system, resolved against Friday 7 January 2022."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.date_resolving import resolve
from deskeditor.language.dates import Problem, find_dates

DAY = date(2022, 1, 7)


@pytest.mark.parametrize(
    ("text", "expression", "first", "last"),
    [
        ("أُعلن الخميس الماضي", "الخميس الماضي", "2022-01-06", "2022-01-06"),
        ("عُقد مساء الخميس في بغداد", "مساء الخميس", "2022-01-06", "2022-01-06"),
        ("في مارس/آذار الماضي، أعلن", "مارس/آذار الماضي", "2021-03-01", "2021-03-31"),
        ("في نيسان (أبريل) الماضي", "نيسان (أبريل) الماضي", "2021-04-01", "2021-04-30"),
        ("في الرابع من شهر أيار الماضي", "الرابع من شهر أيار الماضي", "2021-05-04", "2021-05-04"),
        ("4 من شهر أبريل الماضي 2020", "4 من شهر أبريل الماضي 2020", "2020-04-04", "2020-04-04"),
        ("بحلول 31 ديسمبر 2021.", "31 ديسمبر 2021", "2021-12-31", "2021-12-31"),
        ("٧ كانون الثاني ٢٠٢٢", "٧ كانون الثاني ٢٠٢٢", "2022-01-07", "2022-01-07"),
        ("في 3 تشرين الأول", "3 تشرين الأول", "2021-10-03", "2021-10-03"),
        ("يوم 17 غشت 2021", "17 غشت 2021", "2021-08-17", "2021-08-17"),
        ("12 جويلية 2021", "12 جويلية 2021", "2021-07-12", "2021-07-12"),
        ("3 جمادى الآخرة 1443 هـ", "3 جمادى الآخرة 1443 هـ", "2022-01-07", "2022-01-07"),
        ("العام الماضي", "العام الماضي", "2021-01-01", "2021-12-31"),
        ("والعام الماضي 😀", "العام الماضي", "2021-01-01", "2021-12-31"),
        ("السبت المقبل", "السبت المقبل", "2022-01-08", "2022-01-08"),
        ("سيلتقي الوفدان السبت", "السبت", "2022-01-08", "2022-01-08"),
        ("التقى الوفدان السبت", "السبت", "2022-01-01", "2022-01-01"),
        ("أمس الخميس", "أمس الخميس", "2022-01-06", "2022-01-06"),
        ("أول أمس", "أول أمس", "2022-01-05", "2022-01-05"),
        ("بعد غد", "بعد غد", "2022-01-09", "2022-01-09"),
        ("الثاني من الشهر الجاري", "الثاني من الشهر الجاري", "2022-01-02", "2022-01-02"),
        ("الحادي والعشرين من أيار 😀", "الحادي والعشرين من أيار", "2022-05-21", "2022-05-21"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2022-01-04", "2022-01-04"),
        ("منذ نحو أسبوعين", "منذ نحو أسبوعين", "2021-12-24", "2021-12-24"),
        ("الشهر المقبل", "الشهر المقبل", "2022-02-01", "2022-02-28"),
        ("لعام 2020", "عام 2020", "2020-01-01", "2020-12-31"),
        ("7/1/2022", "7/1/2022", "2022-01-07", "2022-01-07"),
        ("2022-01-07", "2022-01-07", "2022-01-07", "2022-01-07"),
        ("الخميس 6 يناير", "الخميس 6 يناير", "2022-01-06", "2022-01-06"),
        ("الليلة الماضية", "الليلة الماضية", "2022-01-06", "2022-01-06"),
    ],
)  # fmt: skip
def test_expressions(text: str, expression: str, first: str, last: str) -> None:
    found = find_dates(text)
    assert [said.text for said in found] == [expression]
    assert text[found[0].start : found[0].end] == expression
    meant = resolve(found[0], DAY)
    assert (str(meant.first), str(meant.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["بنسبة 60%", "في اليوم التالي", "صلاة الجمعة", "زار الأب المدرسة", "3.5 مليون", "2022 مدينة",
     "قبل يومين من المباراة", "رجب طيب", "ماي لاعبة Mai 😀"],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert find_dates(text) == ()


def test_without_a_day_only_absolute_dates_resolve() -> None:
    relative, absolute = find_dates("مساء الخميس، ثم في 31 ديسمبر 2021")
    assert resolve(relative, None).problem is Problem.NO_DAY_KNOWN
    assert resolve(absolute, None).first == date(2021, 12, 31)


def test_a_day_that_does_not_exist() -> None:
    assert resolve(find_dates("30 شباط 2022")[0], DAY).problem is Problem.IMPOSSIBLE


def test_a_vague_one_names_no_day() -> None:
    assert resolve(find_dates("في وقت سابق")[0], DAY).problem is Problem.VAGUE


@given(
    st.lists(
        st.sampled_from(
            "في من 7 31 2021 0 45 99999 الأول عشر الخميس الماضي مارس آذار / ( ) شهر عام هـ قبل منذ"
            " يومين َ 😀 ٣ X كانون الثاني رمضان اليوم".split()
        ),
        max_size=12,
    ),
    st.dates(min_value=date(700, 1, 1)),
)
def test_any_words_in_any_order(words: list[str], day: date) -> None:
    text = " ".join(words)
    for said in find_dates(text):
        assert text[said.start : said.end] == said.text
        resolve(said, day)


@pytest.mark.parametrize(
    ("said", "found", "first", "last"),
    [
        ("غادر أول من أمس 😀", "أول من أمس", date(2022, 1, 4), date(2022, 1, 4)),
        ("خلال الأيام الثلاثة المقبلة", "الأيام الثلاثة المقبلة", date(2022, 1, 6),
         date(2022, 1, 9)),
        ("في الأسبوعين الماضيين", "الأسبوعين الماضيين", date(2021, 12, 23), date(2022, 1, 6)),
        ("الأعوام الـ3 الماضية", None, None, None),
        ("السنوات 3 الماضية", "السنوات 3 الماضية", date(2019, 1, 6), date(2022, 1, 6)),
        ("منذ مطلع 2021 وحتى WHO", "2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("خلال 2000 ساعة", None, None, None),
        ("ليل الأربعاء الخميس", "ليل الأربعاء الخميس", date(2022, 1, 5), date(2022, 1, 5)),
        ("الأيام الماضية", "الأيام الماضية", None, None),
    ],
)  # fmt: skip
def test_spans_bare_years_and_double_nights(
    said: str, found: str | None, first: date | None, last: date | None
) -> None:
    got = find_dates(said)
    assert [each.text for each in got] == ([found] if found else [])
    if got:
        resolved = resolve(got[0], date(2022, 1, 6))
        assert (resolved.first, resolved.last) == (first, last)
