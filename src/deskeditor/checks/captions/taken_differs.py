"""captions.taken-differs: a caption that names another day than the picture was taken on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskeditor.checks.captions.shared import at, figure, pictured, reads_dated, record_of
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.dates import Precision
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions that name days, none of which is the picture's own."""
    for each in context.figures:
        record = record_of(context, each)
        if record is None or record.taken is None:
            continue
        where = at(each, "caption")
        named = [
            mention
            for mention in context.dates
            if mention.anchor.address == where
            and mention.resolved is not None
            and mention.precision is Precision.DAY
        ]
        if named and all(mention.resolved != record.taken for mention in named):
            first = named[0]
            yield RULE.finding(first.anchor, first.text, day=record.taken.isoformat())


RULE = DocumentRule(
    id="captions.taken-differs",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("تاريخ التعليق غير تاريخ الصورة", "Caption and picture name different days"),
    message=Bilingual(
        "في التعليق «{text}»، والصورة التقطت في \u2066{day}\u2069: أيهما الصحيح؟",
        "The caption says “{text}”, but the picture was taken on {day}: which is right?",
    ),
    run=find,
    reads=reads_dated,
    must_match=(pictured(figure(), taken=date(2026, 5, 1)),),
    must_not_match=(
        pictured(figure(), taken=date(2026, 5, 3)),
        pictured(figure()),
        pictured(figure(caption="الوزيرة تفتتح مركز المدينة في بغداد"), taken=date(2026, 5, 1)),
    ),
)
