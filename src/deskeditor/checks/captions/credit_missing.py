"""captions.credit-missing: a picture without a credit line."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures whose credit line is empty."""
    for each in context.figures:
        if not each.credit.strip():
            yield RULE.missing(at(each, "credit"))


RULE = DocumentRule(
    id="captions.credit-missing",
    category=Category.CAPTIONS,
    severity=Severity.ERROR,
    title=Bilingual("صورة بلا مصدر", "Picture without a credit"),
    message=Bilingual(
        "لا يُعرف مصدر الصورة: اكتب المصوّر أو الوكالة",
        "The picture has no credit: name the photographer or the agency",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(credit="")),),
    must_not_match=(pictured(figure()),),
)
