"""captions.taken-earlier: a picture taken days before the event the piece tells of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskeditor.checks.captions.archive import OLD, SAID
from deskeditor.checks.captions.shared import at, figure, pictured, reads_dated, record_of
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.document import Figure
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Days by which a picture of the event itself may be older than the piece.
FRESH = 2


def find(context: CheckContext) -> Iterator[Finding]:
    """Pictures some days old whose caption names no day; older ones are the archive's rule."""
    published = context.details.published_on
    for each in context.figures:
        record = record_of(context, each)
        if published is None or record is None or record.taken is None:
            continue
        days = (published - record.taken).days
        words = each.caption.text
        if FRESH < days <= OLD and not SAID.search(words) and not _dated(context, each):
            anchor = Anchor(at(each, "caption"), 0, len(words))
            yield RULE.finding(anchor, words, day=record.taken.isoformat(), days=days)


def _dated(context: CheckContext, picture: Figure) -> bool:
    where = at(picture, "caption")
    return any(mention.anchor.address == where for mention in context.dates)


RULE = DocumentRule(
    id="captions.taken-earlier",
    category=Category.CAPTIONS,
    severity=Severity.HINT,
    title=Bilingual("صورة أقدم من الحدث", "Picture taken before the event"),
    message=Bilingual(
        "التقطت الصورة في \u2066{day}\u2069 قبل نشر المادة (بالأيام: {days}): أهي من الحدث؟",
        "The picture was taken on {day}, {days} days before the piece: is it of the event?",
    ),
    run=find,
    reads=reads_dated,
    must_match=(
        pictured(
            figure(caption="الوزيرة سلمى الكناني تفتتح مركز المدينة في بغداد"),
            taken=date(2026, 4, 20),
        ),
    ),
    must_not_match=(
        pictured(figure(caption="الوزيرة تفتتح مركز المدينة في بغداد"), taken=date(2026, 5, 2)),
        pictured(figure(), taken=date(2025, 4, 20)),
        pictured(figure()),
    ),
)
