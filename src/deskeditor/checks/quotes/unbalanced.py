"""quotes.unbalanced: a quotation glyph without its partner."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.extract import SlotReading
from deskeditor.checks.quotes.shared import quotes_in, reading_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.words import Bilingual

_STRAY = Bilingual(
    "علامة تنصيص لا يقابلها فتح؛ لم يُعرف أين يبدأ الاقتباس",
    "A closing quotation mark without an opening one: where the quotation begins is not known",
)
_PARTNER = {"“": "”", "”": "”", "«": "»", '"': '"', "„": "”", "»": "«", "＂": "＂"}


def _odd(context: CheckContext) -> tuple[tuple[SlotReading, bool], ...]:
    """The texts with a glyph that has no partner."""
    return context.memory.gathered(
        RULE.id, reading_in(context).texts, lambda text: text.opens or bool(text.paired.strays)
    )


def find(context: CheckContext) -> Iterator[Finding]:
    """Spans recovered without a closing glyph, and closing glyphs that close nothing."""
    told = _odd(context)
    texts = {text.line.address: text.line.text for text, _ in told}
    ends = {a.address: a for q in quotes_in(context) for a in q.continued}
    for quote in quotes_in(context):
        if not quote.balanced:
            anchor = quote.anchor
            glyph = texts[anchor.address][anchor.start - 1 : anchor.start]
            close = _PARTNER.get(glyph, "”")
            edit = Edit(Anchor(anchor.address, anchor.end, anchor.end), close)
            label = Bilingual(f"إغلاق الاقتباس بـ {close}", f"Close the quotation with {close}")
            opening = Anchor(anchor.address, anchor.start - 1, anchor.start)
            yield RULE.finding(opening, glyph, fixes=(Fix(label, (edit,)),), related=(anchor,))
    for reading, _ in told:
        line = reading.line
        for stray in reading.paired.strays:
            if line.address in ends and ends[line.address].end == stray:
                continue
            where = Anchor(line.address, stray, stray + 1)
            yield RULE.finding(where, line.text[stray], message=_STRAY)


RULE = DocumentRule(
    id="quotes.unbalanced",
    category=Category.QUOTES,
    severity=Severity.CHECK,
    title=Bilingual("علامة تنصيص بلا قرين", "Unbalanced quotation mark"),
    message=Bilingual(
        "اقتباس فُتح ولم يُغلق؛ عُدّت نهايته نهاية الفقرة",
        "A quotation opens and never closes; it was read to the end of its paragraph",
    ),
    run=find,
    reads=lambda context: (_odd(context), quotes_in(context)),
    must_match=(
        "قال مدير المرفأ: «سنستقبل 3 سفن غدا.",
        'وأضاف أن "الحركة عادت" إلى طبيعتها" بعد يومين 😀.',
    ),
    must_not_match=(
        "قال مدير المرفأ: «سنستقبل 3 سفن غدا».",
        "قال الوزير: “نعمل لأجل الجميع.\n\n“ولن نتوقف عند هذا”.",
    ),
)
