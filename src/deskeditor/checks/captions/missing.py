"""captions.missing: a picture without a caption."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures whose caption is empty."""
    for each in context.figures:
        if not each.caption.text.strip():
            yield RULE.missing(at(each, "caption"))


RULE = DocumentRule(
    id="captions.missing",
    category=Category.CAPTIONS,
    severity=Severity.ERROR,
    title=Bilingual("صورة بلا تعليق", "Picture without a caption"),
    message=Bilingual(
        "الصورة بلا تعليق: قل من فيها وماذا ومتى وأين",
        "The picture has no caption: say who, what, when and where",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(caption="")),),
    must_not_match=(
        pictured(figure()),
        "نص بلا صورة",
    ),
)
