"""Spelling: candidates, doubts, classes, suggestions, the injector, and what is missing."""

from __future__ import annotations

from random import Random

import pytest

from deskeditor.checks.spelling.candidates import LONGEST, Slip, far, near
from deskeditor.checks.spelling.evaluation import evaluate
from deskeditor.checks.spelling.injecting import Injection, injected
from deskeditor.checks.spelling.speller import Speller
from deskeditor.checks.spelling.suggesting import MOST, suggest
from deskeditor.language.bigrams import BigramTable
from deskeditor.language.tokens import tokenise

CLEAN = (
    "قال وزير النقل إن الوزارة ستفتح الطريق الساحلي بعد انتهاء أعمال الصيانة 😀.\n"
    "وأضاف الوزير في مؤتمر صحفي أن 60% من الأعمال انتهت، مشيرا إلى موافقة WHO.\n"
    "وأعلنت الشرطة المحلية إغلاق المنطقة القريبة من الميناء خلال الأيام المقبلة."
)


def words_in_doubt(speller: Speller, text: str) -> list[str]:
    return [d.token.text for d in speller.doubts(tokenise(text)) if d.margin > 0]


def test_candidates_name_the_slip(table: BigramTable) -> None:
    slips = {c.word: c.slip for c in near("السباق", table)}
    assert slips["السابق"] is Slip.SWAP
    assert {c.word: c.slip for c in near("الى", table)}["إلى"] is Slip.HAMZA
    assert {c.word: c.slip for c in near("مدرسه", table)}["مدرسة"] is Slip.MARBUTA
    assert {c.word: c.slip for c in far("بنسة", table)}["بنسبة"] is Slip.MISSING


def test_a_verb_with_another_person_is_no_slip(table: BigramTable) -> None:
    assert "تعلن" not in {c.word for c in near("يعلن", table)}


def test_what_is_too_long_has_no_candidates(table: BigramTable) -> None:
    assert near("ا" * (LONGEST + 1), table) == ()
    assert far("ا" * 1_000_000, table) == ()


def test_two_errors_side_by_side_do_not_hide_one_another(speller: Speller) -> None:
    found = {
        d.token.text: d.candidates[0] for d in speller.doubts(tokenise("القائد السباق لفليق القدس"))
    }
    assert found == {"السباق": "السابق", "لفليق": "لفيلق"}


def test_clean_text_raises_no_alarm(speller: Speller) -> None:
    assert words_in_doubt(speller, CLEAN) == []


def test_tashkeel_controls_and_tatweel_change_no_verdict(speller: Speller) -> None:
    assert words_in_doubt(speller, "قالَ الوزيرُ\u200f إن العـراق") == []


def test_listed_names_are_never_questioned(speller: Speller) -> None:
    text = tokenise("وصل الوفد إلى وكوتشيلوفا")
    assert [d.token.text for d in speller.doubts(text)] == ["وكوتشيلوفا"]
    assert speller.doubts(text, frozenset({"كوتشيلوفا"})) == ()


def test_without_counts_only_unknown_words_are_named(speller: Speller) -> None:
    bare = Speller(None, speller.dictionary)
    doubts = bare.doubts(tokenise("المدير السباق كوتشيلوفا"))
    assert [(d.token.text, d.slip) for d in doubts] == [("كوتشيلوفا", None)]


def test_without_a_dictionary_context_still_counts(speller: Speller) -> None:
    bare = Speller(speller.table, None)
    assert "السباق" in words_in_doubt(bare, "استقالة القائد السباق")


def test_suggestions_keep_the_best_first(table: BigramTable, speller: Speller) -> None:
    words = suggest("الأيطالية", ("الإيطالية",), table, speller.dictionary)
    assert words[0] == "الإيطالية"
    assert len(words) <= MOST
    assert suggest("😀", (), table, speller.dictionary) == ()


@pytest.mark.parametrize("kind", Injection)
def test_the_injector_changes_a_word_or_says_no(kind: Injection, speller: Speller) -> None:
    knows = speller.listing(frozenset()).knows
    random = Random(3)
    wrong = [injected(word, kind, knows, random) for word in ("المدرسة", "السابق", "إلى", "أعلى")]
    assert any(wrong)
    assert all(a != b for a, b in zip(wrong, ("المدرسة", "السابق", "إلى", "أعلى"), strict=True))


def test_evaluation_counts_what_it_puts_in(speller: Speller) -> None:
    measured = evaluate([CLEAN], speller, seed=2)
    assert measured.texts == 1
    assert measured.words == 35
    assert sum(measured.per_thousand.values()) == 0
    swaps = measured.recall[Injection.SWAP]
    assert swaps.put > 0
    assert swaps.percent >= 90
    assert swaps.first_percent >= 80
