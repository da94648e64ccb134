"""Straight quotation marks: they neither open nor close."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    text = slot.text.text
    if '"' not in text:
        return
    places = [at for at, char in enumerate(text) if char == '"']
    opening, closing = context.publication.house.quotes.pair
    fixes: tuple[Fix, ...] = ()
    if len(places) % 2 == 0:  # an odd one would turn every pair behind it round
        glyphs = [opening, closing] * (len(places) // 2)
        edits = tuple(
            Edit(Anchor(slot.address, at, at + 1), glyph)
            for at, glyph in zip(places, glyphs, strict=True)
        )
        label = Bilingual(f"{opening}…{closing} في الفقرة كلها", f"{opening}…{closing} throughout")
        fixes = (Fix(label, edits),)
    first, *others = (Anchor(slot.address, at, at + 1) for at in places)
    yield RULE.finding(first, '"', fixes=fixes, related=others, glyphs=f"{opening}…{closing}")


RULE = SlotRule(
    id="style.straight-quotes",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.GLYPHS,
    title=Bilingual("علامات اقتباس مستقيمة", "Straight quotation marks"),
    message=Bilingual(
        "علامات مستقيمة بدل علامات الدار {glyphs}.",
        "Straight marks instead of the house’s {glyphs}.",
    ),
    must_match=('قال: "نعم سنأتي" 😀', 'قال "نعم'),
    must_not_match=("قال: «نعم سنأتي» 😀",),
    run=_run,
)
