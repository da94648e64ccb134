"""captions.twice: one caption under two pictures."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, plain, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Later captions with the words of an earlier one."""
    seen: dict[str, Anchor] = {}
    for each in context.figures:
        words = plain(each.caption.text)
        anchor = Anchor(at(each, "caption"), 0, len(each.caption.text))
        if words and words in seen:
            yield RULE.finding(anchor, each.caption.text, related=(seen[words],))
        seen.setdefault(words, anchor)


RULE = DocumentRule(
    id="captions.twice",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("تعليق واحد لصورتين", "One caption under two pictures"),
    message=Bilingual(
        "هذا التعليق تحت صورة أخرى أيضا: ميّز بينهما",
        "This caption stands under another picture too: tell them apart",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(), figure("f2")),),
    must_not_match=(
        pictured(figure(), figure("f2", caption="الحضور يصفقون في قاعة مركز المدينة ببغداد")),
    ),
)
