"""What changed between two wordings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.language.differences import ChangeKind, differences
from helpers.documents import texts


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (change.kind.value, old[change.start : change.end], new[change.new_start : change.new_end])
        for change in differences(old, new)
    ]


def test_a_changed_word_is_one_change() -> None:
    assert told("قال المدير السباق إن العمل بدأ", "قال المدير السابق إن العمل بدأ") == [
        ("changed", "السباق", "السابق")
    ]
    assert told("بلغت الكلفة 12.5 مليون", "بلغت الكلفة 13.5 مليون") == [("changed", "12.5", "13.5")]


def test_tashkeel_alone_is_said_to_be_that() -> None:
    assert told("بدأ العمل", "بدأَ العمـلُ") == [
        ("marks", "بدأ", "بدأَ"),
        ("marks", "العمل", "العمـلُ"),
    ]


def test_words_that_came_and_went_take_their_space_along() -> None:
    assert told("بدأ العمل أمس", "بدأ العمل في الموقع أمس") == [("added", "", "في الموقع ")]
    assert told("بدأ العمل في الموقع أمس", "بدأ العمل أمس") == [("removed", "في الموقع ", "")]
    assert told("بدأ العمل أمس", "بدأ العمل") == [("removed", " أمس", "")]
    assert told("", "بدأ") == [("added", "", "بدأ")]
    assert told("بدأ", "") == [("removed", "بدأ", "")]


def test_spaces_are_told_where_nothing_else_changed() -> None:
    assert told("بدأ  العمل", "بدأ العمل") == [("spaces", "  ", " ")]
    assert told("بدأ ", "بدأ") == [("spaces", " ", "")]
    assert told("  ", " ") == [("spaces", "  ", " ")]


def test_texts_too_long_to_compare_by_words_differ_as_one() -> None:
    old = "بدء " + " ".join(f"ك{n}" for n in range(11_000)) + " ختام"
    new = "بدء " + " ".join(f"م{n}" for n in range(11_000)) + " ختام"
    (change,) = differences(old, new)
    assert change.kind is ChangeKind.CHANGED
    assert (old[: change.start], old[change.end :]) == ("بدء ", " ختام")


spaced = st.lists(
    st.sampled_from(["قال", "قالَ", "لا", "الماء", " ", "  ", "\n", "،", ".", "«", "»", "12.5"])
).map("".join)


@given(spaced | texts, spaced | texts)
def test_the_changes_lead_from_one_wording_to_the_other(old: str, new: str) -> None:
    made, at, last = "", 0, 0
    for change in differences(old, new):
        assert at <= change.start <= change.end <= len(old)
        assert last <= change.new_start <= change.new_end <= len(new)
        assert (change.start, change.new_start) < (change.end, change.new_end)
        assert old[at : change.start] == new[last : change.new_start]
        made += old[at : change.start] + new[change.new_start : change.new_end]
        at, last = change.end, change.new_end
    assert made + old[at:] == new
    assert bool(differences(old, new)) == (old != new)
