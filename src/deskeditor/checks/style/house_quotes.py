"""One pair of quotation glyphs throughout, the house's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic
from deskeditor.checks.style.counting import Use, uses
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.publication import QuoteGlyphs
from deskeditor.domain.words import Bilingual

_CURLY = re.compile("[“”]([^“”\n]*+)”")
_GUILLEMETS = re.compile("«([^«»\n]*+)»")


def _read(_: CheckContext, slot: Slot) -> tuple[Use, ...]:
    text = slot.text.text
    pairs = [(m.start(), m.end(), QuoteGlyphs.CURLY) for m in _CURLY.finditer(text)]
    pairs += [(m.start(), m.end(), QuoteGlyphs.GUILLEMETS) for m in _GUILLEMETS.finditer(text)]
    outer: list[Use] = []
    reach = 0
    for start, end, glyphs in sorted(pairs):
        if start >= reach:  # a pair inside another rightly has the other glyphs
            reach = end
            outer.append(Use(Anchor(slot.address, start, end), text[start], glyphs.value, {}))
    return tuple(outer)


def _run(context: CheckContext) -> Iterator[Finding]:
    house = context.publication.house.quotes
    found = [use for use in uses(context, "quote-glyphs", _read) if use.form != house.value]
    by_slot: dict[object, list[Use]] = {}
    for use in found:
        by_slot.setdefault(use.anchor.address, []).append(use)
    opening, closing = house.pair
    label = Bilingual(f"{opening}…{closing} في الفقرة كلها", f"{opening}…{closing} here throughout")
    for listed in by_slot.values():
        edits = tuple(
            Edit(Anchor(use.anchor.address, at, at + 1), glyph)
            for use in listed
            for at, glyph in ((use.anchor.start, opening), (use.anchor.end - 1, closing))
        )
        first = listed[0].anchor
        yield RULE.finding(
            Anchor(first.address, first.start, first.start + 1),
            listed[0].text,
            fixes=(Fix(label, edits),),
            related=[use.anchor for use in listed[1:]],
            glyphs=f"{opening}…{closing}",
        )


RULE = DocumentRule(
    id="style.house-quotes",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.GLYPHS,
    title=Bilingual("علامات اقتباس غير علامات الدار", "Quotation glyphs not of the house"),
    message=Bilingual(
        "علامات الاقتباس في الدار {glyphs}.", "The house’s quotation glyphs are {glyphs}."
    ),
    must_match=("قال: “نعم سنأتي” 😀",),
    must_not_match=("قال: «نعم سنأتي» 😀", "قال: «ورد في “المرفأ” أمس»"),
    run=_run,
    reads=lambda context: (uses(context, "quote-glyphs", _read),),
)
