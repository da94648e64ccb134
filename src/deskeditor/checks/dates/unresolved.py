"""dates.unresolved: a relative date that no reader can place on the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.mentions import NO_PUBLICATION
from deskeditor.checks.dates.shared import dates_in
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.article import Details
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Relative dates of a piece whose day of publication is not known."""
    for mention in dates_in(context):
        if mention.reason is NO_PUBLICATION:
            yield RULE.finding(mention.anchor, mention.text)


RULE = DocumentRule(
    id="dates.unresolved",
    category=Category.DATES,
    severity=Severity.CHECK,
    title=Bilingual("تاريخ نسبي لا يُعرف يومه", "Relative date that cannot be resolved"),
    message=Bilingual(
        "«{text}» لا يمكن تحديده: لا تاريخ للنشر. حدّد تاريخ النشر أو اكتب اليوم صريحًا",
        "“{text}” cannot be resolved: there is no publication date. Set it or write the day out",
    ),
    run=find,
    reads=lambda context: (dates_in(context),),
    must_match=(
        Example("وصل الوفد مساء الخميس إلى أربيل.", found="مساء الخميس"),
        "ارتفعت الأسعار 3% في مارس/آذار الماضي 📈.",
    ),
    must_not_match=(
        Example("وصل الوفد مساء الخميس إلى أربيل.", details=Details(published_on=date(2024, 5, 4))),
        "وصل الوفد في 2 مايو 2024 إلى أربيل.",
    ),
)
