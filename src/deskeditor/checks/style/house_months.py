"""The month names of the house, where a piece keeps to another system throughout."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example, Topic, replacement
from deskeditor.checks.style.counting import uses
from deskeditor.checks.style.month_names import read_months
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import HouseStyle, Months
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    house = context.publication.house.months.value
    found = uses(context, "months", read_months)
    if any(use.form == house for use in found):
        return
    for use in found:
        new = use.new[house]
        yield RULE.finding(
            use.anchor, use.text, suggestions=(new,), fixes=(replacement(use.anchor, new),), new=new
        )


RULE = DocumentRule(
    id="style.house-months",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.MONTHS,
    title=Bilingual("شهور بغير أسماء الدار", "Months not named as the house does"),
    message=Bilingual("تسمي الدار هذا الشهر «{new}».", "The house calls this month “{new}”."),
    must_match=(
        Example("في 7 أبريل 2021 😀", found="أبريل"),
        Example("في 7 أبريل 2021 😀", house=HouseStyle(months=Months.DUAL)),
        Example("في 3 كانون الأول 2021", house=HouseStyle(months=Months.EGYPT)),
    ),
    must_not_match=(
        "في 7 نيسان 2021 😀",
        Example("في 7 أبريل 2021", house=HouseStyle(months=Months.EGYPT)),
        Example("في مارس/آذار الماضي", house=HouseStyle(months=Months.DUAL)),
    ),
    run=_run,
    reads=lambda context: (uses(context, "months", read_months),),
)
