"""Quotations held against the evidence of the desk."""

from __future__ import annotations

from dataclasses import replace

from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.checks.quotes.held import pasted
from deskeditor.checks.quotes.shared import with_verdicts
from deskeditor.domain.quotes import Verdict
from helpers.pieces import piece

QUOTES = extract_quotes(piece("قال مدير المرفأ كريم الجبوري: «لن نغلق 3 أرصفة قبل العيد 🎉»."))


def verdict(*texts: str | None) -> Verdict:
    evidence = tuple(
        replace(pasted(text or ""), id=f"e{n}", text=text) for n, text in enumerate(texts)
    )
    return with_verdicts(QUOTES, evidence)[0].verdict


def test_verdicts() -> None:
    assert verdict() is Verdict.NOT_CHECKED
    assert verdict("قال: لن نغلق 3 أرصفة قبل العيد.") is Verdict.VERBATIM
    assert verdict("قال: لن نغلق ٣ أرصفة قبل العيد.") is Verdict.ORTHOGRAPHIC
    assert verdict("قال: لم نغلق 3 أرصفة قبل العيد.") is Verdict.ALTERED
    assert verdict("خبر آخر عن الطقس في الشمال") is Verdict.NOT_FOUND


def test_the_best_evidence_counts_and_a_scanned_page_proves_nothing() -> None:
    assert verdict("خبر آخر", "لن نغلق 3 أرصفة قبل العيد") is Verdict.VERBATIM
    assert verdict(None) is Verdict.NOT_CHECKED
