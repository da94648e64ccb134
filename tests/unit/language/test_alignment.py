"""A quotation against evidence: verdicts, the words that differ, and what is loud."""

from __future__ import annotations

import random

import pytest

from deskeditor.domain.quotes import Verdict
from deskeditor.language.alignment import best, hold, is_loud

EVIDENCE = (
    "قال المدير في البيان: «لم نقرر إغلاق الميناء، وسنعلن موعد العودة قبل ١٢ أيلول 😀 مع شركة Blue "
    "Line للشحن، ونشكر العمّال جميعًا على صبرهم»، ثم غادر القاعة."
)


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        ("لم نقرر إغلاق الميناء", Verdict.VERBATIM),
        ("لم نقرر إغلاق الميناء وسنعلن موعد العودة", Verdict.VERBATIM),
        ("لم نقرر اغلاق الميناء، وسنعلن موعد العودة قبل 12 أيلول", Verdict.ORTHOGRAPHIC),
        ("ونشكر العمال جميعا على صبرهم", Verdict.ORTHOGRAPHIC),
        ("لم نقرر إغلاق الميناء … مع شركة Blue Line", Verdict.CUT),
        ("لن نقرر إغلاق الميناء", Verdict.ALTERED),
        ("سنبني مدرسة جديدة في الحي القديم", Verdict.NOT_FOUND),
        ("…", Verdict.NOT_FOUND),
    ],
)
def test_verdicts(quoted: str, verdict: Verdict) -> None:
    assert hold(quoted, EVIDENCE).verdict is verdict


def test_pieces_of_a_cut_must_stand_in_order() -> None:
    assert hold("مع شركة Blue Line … لم نقرر إغلاق", EVIDENCE).verdict is not Verdict.CUT


def test_the_altered_words_are_named_and_negations_and_numbers_are_loud() -> None:
    quoted = "لن نقرر إغلاق الميناء، وسنعلن موعد العودة قبل 21 أيلول"
    found = hold(quoted, EVIDENCE, evidence_id="e1")
    assert found.evidence == "e1"
    assert [(c.quoted, c.evidenced, c.loud) for c in found.changes] == [
        ("لن", "لم", True), ("21", "١٢", True),
    ]  # fmt: skip
    for change in found.changes:
        assert quoted[change.quote_start : change.quote_end] == change.quoted
        assert EVIDENCE[change.evidence_start : change.evidence_end] == change.evidenced


def test_one_dropped_negation_never_passes() -> None:
    found = hold("نقرر إغلاق الميناء", "وقال: لا نقرر نحن إغلاق الميناء")
    assert found.verdict is Verdict.ALTERED
    words = "قررت الحكومة اليوم صرف الرواتب كاملة لجميع الموظفين في كل المحافظات قبل العيد"
    found = hold(words.replace("قررت", "لم تقرر"), words)
    assert found.verdict is Verdict.ALTERED
    assert any(change.loud for change in found.changes)


def test_the_editors_insertion_is_not_compared() -> None:
    quoted = "وسنعلن [الأسبوع المقبل] موعد العودة"
    start = quoted.index("[")
    place = (start, quoted.index("]") + 1)
    assert hold(quoted, EVIDENCE, insertions=(place,)).verdict is Verdict.VERBATIM


def test_the_place_in_the_evidence() -> None:
    found = hold("وسنعلن موعد العودة", EVIDENCE)
    assert EVIDENCE[found.start : found.end] == "وسنعلن موعد العودة"


def test_the_best_of_several() -> None:
    held = [hold("لم نقرر", text) for text in ("خبر آخر تماما", "لم نقرر شيئا", "لمَ نقرر")]
    found = best(held)
    assert found is not None
    assert found.verdict is Verdict.VERBATIM
    assert best([]) is None


def test_loud_words() -> None:
    assert all(is_loud(word) for word in ("لن", "ولم", "12", "ثلاثة", "والف"))
    assert not is_loud("مدير")


def test_one_altered_word_is_found_among_five_thousand() -> None:
    rng = random.Random(5)
    pool = [f"كلمة{n}" for n in range(900)] + ["في", "من", "على"] * 100
    words = [rng.choice(pool) for _ in range(5000)]
    text = " ".join(words)
    quoted = " ".join([*words[2000:2012], "أخرى", *words[2013:2030]])
    found = hold(quoted, text)
    assert found.verdict is Verdict.ALTERED
    assert [(change.quoted, change.evidenced) for change in found.changes] == [
        ("أخرى", words[2012])
    ]


def test_a_particle_that_stands_apart_by_chance_does_not_stretch_the_place() -> None:
    evidence = (
        "وطلبنا تسليم ما لديه من تقارير. وأضافت: لم تزل فرق الهندسة تقيس ميل الرصيف كل ساعة 😀"
    )
    held = hold("ما زالت فرق الهندسة تقيس ميل الرصيف كل ساعة", evidence)
    assert [(c.quoted, c.evidenced, c.loud) for c in held.changes] == [("ما زالت", "لم تزل", True)]
    assert held.start == evidence.index("لم تزل")


def test_what_the_evidence_does_not_have_is_missing_and_not_other_words() -> None:
    evidence = "قال: سنفتح الجسر الجديد يوم الأحد 12 أيلول. وكانت WHO أرسلت 3 فرق إلى المدينة 😀"
    quoted = "سنفتح الجسر الجديد يوم الأحد 12 أيلول وسنعبّد الطريق المؤدي إليه قبل الشتاء"
    (change,) = hold(quoted, evidence).changes
    assert change.quoted == "وسنعبّد الطريق المؤدي إليه قبل الشتاء"
    assert change.evidenced == ""
