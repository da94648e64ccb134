"""The digits of the house, where a piece keeps to the other system throughout."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example, Topic, replacement
from deskeditor.checks.style.counting import uses
from deskeditor.checks.style.mixed_digits import read_digits
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.publication import Digits, HouseStyle
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    house = context.publication.house.digits.value
    found = uses(context, "digits", read_digits)
    if any(use.form == house for use in found):
        return
    for use in found:
        new = use.new[house]
        yield RULE.finding(
            use.anchor, use.text, suggestions=(new,), fixes=(replacement(use.anchor, new),)
        )


RULE = DocumentRule(
    id="style.house-digits",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("أرقام غير أرقام الدار", "Digits not of the house"),
    message=Bilingual(
        "تكتب الدار الأرقام بالنظام الآخر.", "The house writes the other system of digits."
    ),
    must_match=(
        "أصيب ٢٥ شخصا 😀",
        Example("أصيب 25 شخصا 😀", house=HouseStyle(digits=Digits.ARABIC)),
    ),
    must_not_match=("أصيب 25 شخصا بنسبة 60% 😀",),
    run=_run,
    reads=lambda context: (uses(context, "digits", read_digits),),
)
