"""dates.figures: a number in the headline, the deck or a caption that the body does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.dates.shared import said_in
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Document as _Document
from deskeditor.domain.document import Figure, Header, Inline, Paragraph, Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.folding import Fold, folded

_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)?(?![\w/-]|[.,]\d)( ?%| ?بالم[ئا]\w+)?")
_ABOVE = frozenset({Role.HEADLINE, Role.DECK, Role.KICKER, Role.CAPTION})
_BODY = frozenset({Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM, Role.CELL})
_SPELLED = {
    "واحد": "1", "اثنين": "2", "اثنان": "2", "ثلاثة": "3", "ثلاث": "3", "اربعة": "4", "اربع": "4",
    "خمسة": "5", "خمس": "5", "ستة": "6", "ست": "6", "سبعة": "7", "سبع": "7", "ثمانية": "8",
    "ثماني": "8", "تسعة": "9", "تسع": "9", "عشرة": "10", "عشر": "10", "مئة": "100", "مائة": "100",
}  # fmt: skip
_WORD = re.compile(r"\w+")


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures above the body, or under a picture, that stand nowhere in the body."""
    body = [slot for slot in context.slots if slot.role in _BODY]
    if not body:
        return
    known = frozenset().union(*(context.per_slot("dates.numbers", s, _known) for s in body))
    for slot in context.slots:
        if slot.role not in _ABOVE:
            continue
        dated = [(said.start, said.end) for said in said_in(context, slot)]
        for value, start, end in _numbers(slot):
            inside = any(low <= start < high for low, high in dated)
            if value not in known and not inside:
                anchor = Anchor(slot.address, start, end)
                yield RULE.finding(anchor, slot.text.text[start:end])


def _numbers(slot: Slot) -> Iterator[tuple[str, int, int]]:
    plain = folded(slot.text.text, Fold.SPELLING | Fold.DIGITS)
    for match in _NUMBER.finditer(plain.text):
        start, end = plain.span(match.start(), match.end())
        yield _value(match.group()), start, end


def _value(written: str) -> str:
    number = re.match(r"[\d.,]+", written)
    assert number is not None
    whole = re.sub(r",(?=\d{3}$)", "", number.group())
    return whole.replace(",", ".") + ("%" if number.group() != written else "")


def _known(slot: Slot) -> frozenset[str]:
    """Every number of one text, spelled ones too; a percentage counts with and without its sign."""
    found = {value for value, _, _ in _numbers(slot)}
    found |= {value.removesuffix("%") for value in found}
    words = _WORD.findall(folded(slot.text.text, Fold.SPELLING | Fold.HAMZA).text)
    found |= {
        _SPELLED[word.removeprefix("و")] for word in words if word.removeprefix("و") in _SPELLED
    }
    found |= {number for word in words for number in re.findall(r"\d+", word)[:2]}
    return frozenset(found)


_CAPTION = _Document(
    Header(headline=Inline("افتتاح المستشفى")),
    (
        Paragraph("b0", Inline("يضم المستشفى 120 سريرا.")),
        Figure("b1", caption=Inline("مستشفى المدينة الجديد وفيه 210 أسرّة")),
    ),
)

RULE = DocumentRule(
    id="dates.figures",
    category=Category.DATES,
    severity=Severity.CHECK,
    title=Bilingual("رقم لا يوافق المتن", "Figure that differs from the body"),
    message=Bilingual(
        "الرقم «{text}» لا يرد في متن المادة: قارنه",
        "The figure “{text}” stands nowhere in the body: compare",
    ),
    run=find,
    must_match=(
        Example("أعلنت الشرطة مقتل 12 شخصا.", headline="مقتل 15 شخصا في حريق", found="15"),
        Example(document=_CAPTION, found="210"),
    ),
    must_not_match=(
        Example("أعلنت الشرطة مقتل ثلاثة أشخاص 😔.", headline="مقتل 3 أشخاص في حريق"),
        Example("خفضت البلاد القوات بنسبة 60%.", headline="خفض ٦٠٪ من القوات"),
        Example("انتهى العمل أخيرا.", headline="نهاية العمل في 31 ديسمبر 2021"),
    ),
)
