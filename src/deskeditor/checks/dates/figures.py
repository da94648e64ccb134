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
_FOLD = Fold.SPELLING | Fold.DIGITS
#: Numbers compared of one headline or caption; more are a table gone astray.
MOST = 100


_Counted = tuple[tuple[Slot, tuple[Amount, ...]], ...]


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures above the body, or under a picture, that stand nowhere in the body."""
    if not any(slot.role in _BODY for slot in context.slots):
        return
    known, body = _numbers(context), _amounts(context, _BODY)
    for slot, counted in _amounts(context, _ABOVE):
        dated = [(said.start, said.end) for said in said_in(context, slot)]
        for one in counted[:MOST]:
            inside = any(low <= one.start < high for low, high in dated)
            if one.value not in known and not inside:
                yield from _differing(slot, one, body)


def _reads(context: CheckContext) -> tuple[object, ...]:
    """The figures above and below; nothing of the body where none stands above it."""
    above = _amounts(context, _ABOVE)
    if not above:
        return ((),)
    some = any(slot.role in _BODY for slot in context.slots)
    return above, some, _numbers(context), _amounts(context, _BODY)


def _amounts(context: CheckContext, roles: frozenset[Role]) -> _Counted:
    """The figures of the texts of some roles, text by text."""
    return context.gathered(
        ("dates.amounts", roles),
        lambda slot: (
            context.per_slot("dates.amounts", slot, _in_slot) if slot.role in roles else ()
        ),
    )


def _in_slot(slot: Slot) -> tuple[Amount, ...]:
    return amounts(slot.text.text)


def _numbers(context: CheckContext) -> frozenset[str]:
    """Every number of the body."""
    rows = context.rows("dates.numbers", _known)
    return context.memory.made("dates.known", (rows,), lambda: frozenset().union(*rows))


def _differing(slot: Slot, one: Amount, body: _Counted) -> Iterator[Finding]:
    """A figure the body lacks; where the body counts the same thing otherwise, with that place.

    A number written out is told only then: «ثلاثة» is often no figure at all.
    """
    anchor, text = Anchor(slot.address, one.start, one.end), slot.text.text[one.start : one.end]
    other = _same_noun(one, body)
    if other is not None:
        where, amount = other
        told = where.text.text[amount.start : amount.end_noun]
        place = Anchor(where.address, amount.start, amount.end_noun)
        yield RULE.finding(anchor, text, message=_OTHERWISE, related=(place,), body=told)
    elif not one.spelled:
        yield RULE.finding(anchor, text)


def _same_noun(one: Amount, body: _Counted) -> tuple[Slot, Amount] | None:
    percent = one.value.endswith("%")
    if (not one.noun and not percent) or (one.spelled and int(one.value) < _FROM):
        return None
    for slot, counted in body:
        for amount in counted:
            same = amount.value.endswith("%") if percent else amount.noun == one.noun
            if same and amount.value.endswith("%") is percent:
                return slot, amount
    return None


def _known(slot: Slot) -> frozenset[str]:
    """Every number of one text, spelled ones too; a percentage counts with and without its sign."""
    if slot.role not in _BODY:
        return frozenset()
    text = slot.text.text
    found = {one.value for one in amounts(text)}
    found |= {value.removesuffix("%") for value in found}
    plain = folded(text, _FOLD).text
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
    reads=_reads,
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
