"""Publish date missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.checks.structure.header_fields import address
from deskeditor.domain.article import Details, PublishStamp
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    stamp = context.details.stamp
    if stamp is not None and stamp.day is None and context.details.published_on is None:
        yield RULE.missing(address(Role.DATELINE), label=stamp.label)


RULE = DocumentRule(
    id="structure.publish-date-missing",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("تاريخ النشر ناقص", "Publish date missing"),
    message=Bilingual(
        "تاريخ النشر ناقص: لا تاريخ بعد «{label}»، فلا تُحسب منه «أمس» و«الخميس الماضي».",
        "The publish date is missing: nothing follows “{label}”, so no relative day can be "
        "counted from it.",
    ),
    must_match=(Example("وصل الوفد مساء الخميس 😀", details=Details(stamp=PublishStamp("نشر"))),),
    must_not_match=(
        Example("وصل الوفد 😀", details=Details(stamp=PublishStamp("نشر", day=date(2022, 1, 7)))),
        Example("وصل الوفد 😀"),
    ),
    run=_run,
    reads=lambda context: (context.details.stamp, context.details.published_on),
)
