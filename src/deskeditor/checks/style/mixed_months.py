"""One system of month names throughout: Levantine, Egyptian, Maghrebi, or both names together."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.style.counting import mixed, uses
from deskeditor.checks.style.month_names import read_months
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    found = uses(context, "months", read_months)
    house = context.publication.house.months.value
    yield from mixed(RULE, found, house if any(use.form == house for use in found) else None)


RULE = DocumentRule(
    id="style.mixed-months",
    category=Category.STYLE,
    severity=Severity.HINT,
    title=Bilingual("أسماء شهور من نظامين", "Two systems of month names"),
    message=Bilingual(
        "اسم الشهر «{text}» من نظام غير نظام «{other}» في النص نفسه.",
        "The month “{text}” is of another system than “{other}” in the same piece.",
    ),
    must_match=("في 7 أبريل 2021 😀\n\nفي 3 كانون الأول 2021", "في مارس/آذار الماضي وفي 5 أبريل"),
    must_not_match=("في 7 أبريل وفي 3 ديسمبر 2021 😀", "الذي مارس المهنة في 3 كانون الأول"),
    run=_run,
)
