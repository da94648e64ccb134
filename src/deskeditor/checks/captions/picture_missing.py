"""captions.picture-missing: a caption whose picture did not come with the text."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures without an image."""
    for each in context.figures:
        if each.media is None:
            words = each.caption.text
            anchor = Anchor(at(each, "caption"), 0, len(words))
            yield RULE.finding(anchor, words)


RULE = DocumentRule(
    id="captions.picture-missing",
    category=Category.CAPTIONS,
    severity=Severity.ERROR,
    title=Bilingual("تعليق بلا صورة", "Caption without its picture"),
    message=Bilingual(
        "الصورة نفسها غير موجودة: أضفها أو احذف مكانها",
        "The picture itself is not here: add it or take its place out",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(media=None)),),
    must_not_match=(pictured(figure()),),
)
