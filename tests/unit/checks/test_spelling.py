"""Spelling: candidates, doubts, classes, suggestions, the injector, and what is missing."""

from __future__ import annotations

from random import Random

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.spelling.candidates import LONGEST, Slip, far, near
from deskeditor.checks.spelling.evaluation import commonest, document_of, evaluate
from deskeditor.checks.spelling.injecting import Injection, injected
from deskeditor.checks.spelling.reading import judged
from deskeditor.checks.spelling.speller import Speller
from deskeditor.checks.spelling.suggesting import MOST, suggest
from deskeditor.domain.article import Details
from deskeditor.domain.findings import FindingClass
from deskeditor.domain.publication import Publication
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


def test_behind_a_relative_stands_a_verb_not_a_noun(speller: Speller) -> None:
    """«الذي باعه» is no «الذي باعة»; where grammar allows the noun, the ه is questioned."""
    assert "باعه" not in words_in_doubt(speller, "عاد التاجر الذي باعه إلى السوق 😀.")
    assert "مدرسه" in words_in_doubt(speller, "افتتح الوزير مدرسه جديدة في المدينة.")
    assert "الوزاره" in words_in_doubt(speller, "قال إن التي الوزاره أعلنت ذلك 60%.")


def test_a_joined_preposition_parts_no_words_that_go_together(speller: Speller) -> None:
    """«دق ناقوس» is common: «لدق ناقوس» is no «لقد ناقوس»."""
    assert "لدق" not in words_in_doubt(speller, "اجتمعت الهيئة لدق ناقوس الخطر 60%.")


def test_listed_names_are_never_questioned(speller: Speller) -> None:
    text = tokenise("وصل الوفد إلى وكوتشيلوفا")
    assert [d.token.text for d in speller.doubts(text)] == ["وكوتشيلوفا"]
    assert speller.doubts(text, frozenset({"كوتشيلوفا"})) == ()


def shown(speller: Speller, text: str, **lists: frozenset[str]) -> list[tuple[str, str]]:
    publication = Publication("p", "p", **lists)  # type: ignore[arg-type]
    context = CheckContext(document_of(text), Details(), publication, speller=speller)
    return [(one.kind.value, one.doubt.token.word) for one in judged(context)]


def test_a_family_name_is_near_a_word_by_chance(speller: Speller) -> None:
    """Behind a given name only a spelling habit is questioned, unless the evidence is strong."""
    behind = "ورسم البستاني جورج دومنتي خريطة لحدائق البلدة القديمة 😀."
    assert ("check", "دومنتي") not in shown(speller, behind)
    assert ("check", "دومنتي") in shown(speller, behind.replace("جورج ", ""))
    told = {word: kind for kind, word in shown(speller, "وقال المدير أحمد اسماعيل: 60%.")}
    assert told["اسماعيل"] in {"error", "check"}


def test_a_short_title_in_glyphs_needs_more_than_a_likeness(speller: Speller) -> None:
    """A name a restaurant or a site gave itself is no slip; in a sentence the same word is."""
    assert ("check", "مايدو") not in shown(speller, "يملك الطاهي مطعم «مايدو» في ليما.")
    text = "قال الوزير: «عقدت الجلسة في مايدو من العام الماضي»، وفق WHO 😀."
    assert ("check", "مايدو") in shown(speller, text)
    assert ("error", "الى") in shown(speller, "افتتح معرض «الى الامام» في المدينة.")


@pytest.mark.parametrize(
    "text",
    [
        "رست السفن في مرسى الطيب فجر الخميس 😀",
        "وصل المدرب الدالي إلى مقر النادي في WHO",
        "لجأت الوزارة إلى النفي بعد 3 أيام من النشر",
    ],
)
def test_names_and_words_that_once_raised_false_alarms(speller: Speller, text: str) -> None:
    assert shown(speller, text) == []


def test_each_word_of_a_listed_name_is_known_with_its_clitics(speller: Speller) -> None:
    text = "التقى الوفد بكوتشيلوفا وللطريبقي 😀"
    assert len(shown(speller, text)) == 2
    assert shown(speller, text, names=frozenset({"كوتشيلوفا الطريبقي"})) == []


def test_a_word_that_is_never_right_is_an_error_wherever_it_stands(speller: Speller) -> None:
    assert shown(speller, "الى") == [("error", "الى")]


def test_the_piece_itself_is_evidence(speller: Speller) -> None:
    alone = shown(speller, "زار الوفد مدينة غدانسكا 😀.")
    again = shown(speller, "زار الوفد مدينة غدانسكا 😀. وغدانسكا ميناء، وقال أهل غدانسكا ذلك.")
    assert all(kind == "name" for kind, _ in [*alone, *again])


def test_without_counts_only_unknown_words_are_named(speller: Speller) -> None:
    bare = Speller(None, speller.dictionary)
    doubts = bare.doubts(tokenise("المدير السباق كوتشيلوفا"))
    assert [(d.token.text, d.slip) for d in doubts] == [("كوتشيلوفا", None)]


def test_without_a_dictionary_context_still_counts(table: BigramTable) -> None:
    bare = Speller(table, None)
    assert "السباق" in words_in_doubt(bare, "استقالة القائد السباق")


def test_suggestions_keep_the_best_first(speller: Speller) -> None:
    words = suggest("الأيطالية", ("الإيطالية",), speller.table, speller.dictionary)
    assert words[0] == "الإيطالية"
    assert len(words) <= MOST
    assert suggest("😀", (), speller.table, speller.dictionary) == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("فيالعراق", "في العراق"), ("المستتشفا", "المستشفى"), ("الالكترروني", "الالكتروني")],
)
def test_suggestions_reach_two_words_in_one_and_two_slips(
    written: str, meant: str, speller: Speller
) -> None:
    assert suggest(written, (), speller.table, None)[0] == meant


class Odd:
    """A dictionary that knows nothing and has one suggestion for everything."""

    def knows(self, word: str) -> bool:
        return not word

    def suggest(self, word: str) -> tuple[str, ...]:
        return (f"{word}ات",)


def test_the_dictionary_is_not_asked_where_there_are_counts(speller: Speller) -> None:
    assert suggest("ريمبراندتوس", (), speller.table, Odd()) == ()
    assert suggest("ريمبراندتوس", (), None, Odd()) == ("ريمبراندتوسات",)


def test_two_spellings_of_one_name_are_no_error_to_put_in(speller: Speller) -> None:
    knows = speller.listing(frozenset()).knows
    given = {injected("الأمريكية", Injection.REAL_SWAP, knows, Random(n)) for n in range(20)}
    assert "الأميركية" not in given


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
    assert all(one.found + one.noticed <= one.put for one in measured.recall.values())


def test_evaluation_tells_each_alarm_and_what_is_proposed(speller: Speller) -> None:
    measured = evaluate(["ذهب الى بغداد.\nعاد الى بغداد مع كوتشيلوفا 😀."], speller)
    assert commonest(measured, FindingClass.ERROR) == [("الى", "إلى", 2)]
    assert commonest(measured, FindingClass.NAME) == [("كوتشيلوفا", "", 1)]
    house = Publication("p", "p", words=frozenset({"كوتشيلوفا"}))
    again = evaluate(["عاد مع كوتشيلوفا."], speller, publication=house)
    assert again.alarms[FindingClass.NAME] == ()
