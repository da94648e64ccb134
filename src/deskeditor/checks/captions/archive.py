"""captions.archive: an old picture whose caption does not say that it is from the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures, record_of
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Days after which a picture is an old one.
OLD = 30
SAID = re.compile(r"(?i)أرشيف|ارشيف|من الأرشيف|\barchive\b|\bfile (?:photo|picture)\b|صورة سابقة")


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions of pictures taken more than a month before the piece, without the word."""
    published = context.details.published_on
    for each in context.figures:
        record = record_of(context, each)
        if published is None or record is None or record.taken is None:
            continue
        words = each.caption.text
        days = (published - record.taken).days
        if days > OLD and words.strip() and not SAID.search(words):
            anchor = Anchor(at(each, "caption"), 0, len(words))
            yield RULE.finding(anchor, words, day=record.taken.isoformat())


RULE = DocumentRule(
    id="captions.archive",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("صورة قديمة لا تقول إنها من الأرشيف", "Old picture not marked as archive"),
    message=Bilingual(
        "التقطت الصورة في \u2066{day}\u2069: اكتب في تعليقها «أرشيف»",
        "The picture was taken on {day}: say “archive” in its caption",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(), taken=date(2025, 11, 2)),),
    must_not_match=(
        pictured(figure(), taken=date(2026, 5, 3)),
        pictured(figure()),
        pictured(
            figure(caption="مركز المدينة في بغداد قبل افتتاحه (أرشيف)"), taken=date(2025, 11, 2)
        ),
    ),
)
