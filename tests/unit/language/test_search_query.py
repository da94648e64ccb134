"""A search as typed, read into terms, states and days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.errors import BadInput
from deskeditor.domain.review import State
from deskeditor.domain.rows import Shelf
from deskeditor.domain.search import Field, Term, Wanted
from deskeditor.language.search_query import LONGEST, read_query

STATES = {"مسودة": State.DRAFT, "قيد المراجعة": State.IN_REVIEW, "In review": State.IN_REVIEW}


def read(text: str) -> Wanted:
    return read_query(text, STATES)


def test_words_phrases_and_exclusions() -> None:
    assert read('قطعُ المياه "لا نستطيع" -محطة WHO*  ').terms == (
        Term(("قطع",)),
        Term(("المياه",)),
        Term(("لا", "نستطيع")),
        Term(("محطه",), excluded=True),
        Term(("who",), prefix=True),
    )


def test_the_last_word_goes_on_while_it_is_typed() -> None:
    assert read("قطع الميا").terms == (Term(("قطع",)), Term(("الميا",), prefix=True))
    assert read("قطع المياه ").terms[1] == Term(("المياه",))
    assert read("«قطع الميا»").terms == (Term(("قطع", "الميا")),)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("speaker:المتحدثة ", Field.SPEAKER),
        ("قائل:المتحدثة ", Field.SPEAKER),
        ("Quote:المتحدثة ", Field.QUOTE),
        ("تعليق:المتحدثة ", Field.CAPTION),
        ("كاتب:المتحدثة ", Field.AUTHOR),
        ("عنوان:المتحدثة ", Field.TITLE),
    ],
)
def test_fields_have_names_in_both_languages(text: str, field: Field) -> None:
    assert read(text).terms == (Term(("المتحدثه",), field),)


def test_a_field_takes_a_phrase_and_an_unknown_one_is_a_word() -> None:
    assert read('اقتباس:"لا نستطيع"').terms == (Term(("لا", "نستطيع"), Field.QUOTE),)
    assert read("10:30 ").terms == (Term(("10", "30")),)


def test_states_by_name_in_both_languages_and_by_code() -> None:
    for text in ("state:in_review", "حالة:قيد_المراجعة", 'state:"In review"'):
        assert read(text).states == {State.IN_REVIEW}
    with pytest.raises(BadInput, match="search-state"):
        read("state:نائمة")


def test_days_months_and_spans_in_the_zone_of_the_desk() -> None:
    zone = timezone(timedelta(hours=3))
    day = read_query("date:2026-11-23", STATES, zone)
    assert day.since == datetime(2026, 11, 22, 21, tzinfo=UTC)
    assert day.until == datetime(2026, 11, 23, 21, tzinfo=UTC)
    month = read("تاريخ:٢٠٢٦-١٢")
    assert (month.since, month.until) == (
        datetime(2026, 12, 1, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC),
    )
    span = read("date:2026-11-01..2026-11-20")
    assert (span.since, span.until) == (
        datetime(2026, 11, 1, tzinfo=UTC),
        datetime(2026, 11, 21, tzinfo=UTC),
    )
    assert read("date:2026-11..").until is None
    for wrong in ("date:أمس", "date:2026-13", "date:2026-02-30"):
        with pytest.raises(BadInput, match="search-date"):
            read(wrong)


def test_history_and_trash_are_asked_for() -> None:
    assert read("in:history قطع").history
    assert read("في:المهملات قطع").trashed


def test_desks_shelves_and_follow_ups_are_asked_for() -> None:
    assert read("القسم:محليات قطع ").desk == ("محليات",)
    assert read("desk:foreign_news").desk == ("foreign", "news")
    assert read("في:الأرشيف").shelf is Shelf.ARCHIVE
    assert read("in:templates").shelf is Shelf.TEMPLATE
    assert read("قطع").shelf is None
    after = read("تتمة:«جسر الجمهورية» قطع ")
    assert after.follows == (Term(("جسر",)), Term(("الجمهوريه",)))
    assert after.terms == (Term(("قطع",)),)
    assert (read("follows:*").followed, read("follows:*").follows) == (True, ())


def test_due_times_are_days_or_late() -> None:
    day = read("موعد:2026-11-29")
    assert (day.due_since, day.due_until) == (
        datetime(2026, 11, 29, tzinfo=UTC),
        datetime(2026, 11, 30, tzinfo=UTC),
    )
    assert (day.since, day.late) == (None, False)
    assert read("due:late").late
    assert read("موعد:المتأخرة").late


def test_a_query_has_a_length() -> None:
    with pytest.raises(BadInput, match="search-too-long"):
        read("م" * (LONGEST + 1))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read(text)
    except BadInput as error:
        assert error.code in ("search-state", "search-date", "search-too-long")  # noqa: PT017


@pytest.mark.parametrize("text", ["-القسم:محليات", "-due:late", "-state:draft", "-follows:الجسر"])
def test_a_field_that_chooses_takes_no_minus(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.code == "search-minus"


@pytest.mark.parametrize("text", ["date:0001", "due:0001-01-01", "date:9999"])
def test_a_day_at_the_edge_of_the_calendar_is_refused_or_read(text: str) -> None:
    for zone in (UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-11))):
        try:
            read_query(text, STATES, zone)
        except BadInput as refused:
            assert refused.code == "search-date"  # noqa: PT017
