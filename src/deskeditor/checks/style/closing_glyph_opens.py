"""A closing glyph where a quotation opens: ”فيلق” for “فيلق”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_OPENS = re.compile(r"(?:(?<=[\sـ(])|(?<=\A))”(?=[ء-ي])")


def _places(slot: Slot) -> tuple[int, ...]:
    text = slot.text.text
    return tuple(match.start() for match in _OPENS.finditer(text)) if "”" in text else ()


def _told(context: CheckContext) -> tuple[tuple[Slot, tuple[int, ...]], ...]:
    """Where closing glyphs open; nothing in a piece that has that habit throughout."""
    told = context.gathered("closing-opens", _places)
    return told if any(context.rows("opening-opens", lambda slot: "“" in slot.text.text)) else ()


def _run(context: CheckContext) -> Iterator[Finding]:
    for slot, places in _told(context):
        for at in places:
            yield RULE.at(slot, at, at + 1, new="“")


RULE = DocumentRule(
    id="style.closing-glyph-opens",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.GLYPHS,
    title=Bilingual("علامة إغلاق في موضع الفتح", "Closing glyph opens"),
    message=Bilingual("يُفتح الاقتباس بعلامة إغلاق.", "A closing glyph opens the quotation."),
    must_match=("قائد لـ”فيلق الساحل” 😀\n\nقال: “نعم سنأتي”",),
    must_not_match=("قائد لـ“فيلق الساحل” 😀", "قال ”نعم” ثم ”لا”"),
    run=_run,
    reads=lambda context: (_told(context),),
)
