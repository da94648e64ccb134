"""Clitics: the ways a word may be cut."""

from __future__ import annotations

from deskeditor.language.clitics import bare, name_forms, without_back, without_front


def test_fronts_are_cut_longest_first() -> None:
    assert next(without_front("وبالعراق")) == ("وبال", "عراق")


def test_a_name_is_found_under_its_clitics() -> None:
    assert "ماكغورك" in list(name_forms("وماكغورك"))
    assert "العراق" in list(name_forms("للعراق"))


def test_a_ta_before_a_pronoun_may_stand_for_marbuta() -> None:
    assert ("مدرسة", "هم") in list(without_back("مدرستهم"))


def test_nothing_is_cut_to_less_than_two_letters() -> None:
    assert list(bare("في")) == ["في"]
    assert list(bare("😀")) == ["😀"]


def test_whole_word_comes_first() -> None:
    assert next(bare("مُدير")) == "مُدير"
