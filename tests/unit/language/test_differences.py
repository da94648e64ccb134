"""What changed between two wordings."""

from __future__ import annotations

from hypothesis import given

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


@given(texts, texts)
def test_the_changes_lead_from_one_wording_to_the_other(old: str, new: str) -> None:
    made, at, last = "", 0, 0
    for change in differences(old, new):
        assert at <= change.start <= change.end <= len(old)
        assert last <= change.new_start <= change.new_end <= len(new)
        made += old[at : change.start] + new[change.new_start : change.new_end]
        at, last = change.end, change.new_end
    made += old[at:]
    assert made.split() == new.split() or "".join(made.split()) == "".join(new.split())
    assert bool(differences(old, new)) == (old != new)
    assert all(change.kind in ChangeKind for change in differences(old, new))
