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
from deskeditor.language.amounts import Amount, amounts, spelled_in
from deskeditor.language.folding import Fold, folded

_ABOVE = frozenset({Role.HEADLINE, Role.DECK, Role.KICKER, Role.CAPTION})
_BODY = frozenset({Role.PARAGRAPH, Role.QUOTATION, Role.LIST_ITEM, Role.CELL})
#: Spelled numbers under this are as often no count: «أحد», «يوم واحد».
_FROM = 3
#: Numbers compared of one headline or caption; more are a table gone astray.
MOST = 100


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
        for one in context.per_slot("dates.amounts", slot, _amounts)[:MOST]:
            inside = any(low <= one.start < high for low, high in dated)
            if one.value not in known and not inside:
                yield from _differing(context, slot, one, body)


def _amounts(slot: Slot) -> tuple[Amount, ...]:
    return amounts(slot.text.text)


def _differing(
    context: CheckContext, slot: Slot, one: Amount, body: list[Slot]
) -> Iterator[Finding]:
    """A figure the body lacks; where the body counts the same thing otherwise, with that place.

    A number written out is told only then: «ثلاثة» is often no figure at all.
    """
    anchor, text = Anchor(slot.address, one.start, one.end), slot.text.text[one.start : one.end]
    other = _same_noun(context, one, body)
    if other is not None:
        where, amount = other
        told = where.text.text[amount.start : amount.end_noun]
        place = Anchor(where.address, amount.start, amount.end_noun)
        yield RULE.finding(anchor, text, message=_OTHERWISE, related=(place,), body=told)
    elif not one.spelled:
        yield RULE.finding(anchor, text)


def _same_noun(context: CheckContext, one: Amount, body: list[Slot]) -> tuple[Slot, Amount] | None:
    percent = one.value.endswith("%")
    if (not one.noun and not percent) or (one.spelled and int(one.value) < _FROM):
        return None
    for slot in body:
        for amount in context.per_slot("dates.amounts", slot, _amounts):
            same = amount.value.endswith("%") if percent else amount.noun == one.noun
            if same and amount.value.endswith("%") is percent:
                return slot, amount
    return None


def _known(slot: Slot) -> frozenset[str]:
    """Every number of one text, spelled ones too; a percentage counts with and without its sign."""
    text = slot.text.text
    found = {one.value for one in amounts(text)}
    found |= {value.removesuffix("%") for value in found}
    plain = folded(text, Fold.SPELLING | Fold.DIGITS).text
    joined = _WORD.findall(plain)
    found |= {number for word in joined for number in _DIGITS.findall(word)[:2]}
    return frozenset(found | spelled_in(text))


_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_OTHERWISE = Bilingual(
    "الرقم «{text}» لا يرد في متن المادة، وفيه «{body}»: أيهما الصحيح؟",
    "The figure “{text}” stands nowhere in the body, which has “{body}”: which is right?",
)


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
        Example("أعلنت الشرطة مقتل أربعة جنود 😔.", headline="مقتل ثلاثة جنود", found="ثلاثة"),
        Example("ارتفعت الأسعار بنسبة 12% 😔.", headline="الأسعار ترتفع 21%", found="21%"),
    ),
    must_not_match=(
        Example("أعلنت الشرطة مقتل ثلاثة أشخاص 😔.", headline="مقتل 3 أشخاص في حريق"),
        Example("جاءت ثلاث عائلات أخرى 😔.", headline="خمسة أيام في الميناء"),
        Example("خفضت البلاد القوات بنسبة 60%.", headline="خفض ٦٠٪ من القوات"),
        Example("انتهى العمل أخيرا.", headline="نهاية العمل في 31 ديسمبر 2021"),
    ),
)
