"""captions.seen-before: a picture that another article of the desk shows too."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures whose picture readers know from another article."""
    for each in context.figures:
        titles = context.pictures.elsewhere.get(each.media or "", ())
        if titles:
            words = each.caption.text
            anchor = Anchor(at(each, "caption"), 0, len(words))
            yield RULE.finding(anchor, words, title=titles[0], count=len(titles))


RULE = DocumentRule(
    id="captions.seen-before",
    category=Category.CAPTIONS,
    severity=Severity.HINT,
    title=Bilingual("صورة ظهرت في مادة أخرى", "Picture shown in another article"),
    message=Bilingual(
        "ظهرت هذه الصورة في «{title}» (المواد الأخرى: {count}): أهي صورة هذا الحدث؟",
        "This picture stands in “{title}” too (other articles: {count}): is it of this event?",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(), elsewhere=("حفل في مركز المدينة",)),),
    must_not_match=(pictured(figure()),),
)
