"""captions.short: a caption too short to say who, what and where."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words a caption has at least: who, what, where, when, why.
_WORDS = 5


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions under the publication's length or under five words."""
    shortest = context.publication.limits.caption_short
    for each in context.figures:
        words = each.caption.text.strip()
        if words and (len(words) < shortest or len(words.split()) < _WORDS):
            yield RULE.finding(Anchor(at(each, "caption"), 0, len(each.caption.text)), words)


RULE = DocumentRule(
    id="captions.short",
    category=Category.CAPTIONS,
    severity=Severity.HINT,
    title=Bilingual("تعليق قصير", "Caption too short"),
    message=Bilingual(
        "التعليق أقصر من أن يقول من وماذا وأين: أكمله",
        "The caption is too short to say who, what and where: complete it",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(caption="مركز المدينة 🏙")),),
    must_not_match=(
        pictured(figure()),
        pictured(figure(caption="")),
    ),
)
