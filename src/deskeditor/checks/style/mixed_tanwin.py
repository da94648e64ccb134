"""One way of writing tanwin fath throughout: on the alif, before it, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Topic
from deskeditor.checks.style.counting import Use, mixed, uses
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.publication import Tanwin
from deskeditor.domain.words import Bilingual

#: Words that end in tanwin fath and in nothing else: only these say that it is left out.
BARE = (
    "أيضا|جدا|رسميا|حاليا|سابقا|لاحقا|تقريبا|خصوصا|عموما|مثلا|فعلا|غالبا|دائما|أحيانا|سريعا|يوميا|"
    "سنويا|شهريا|نهائيا|تدريجيا|مباشرا|ممكنا|مرتبطا|مشيرا|مؤكدا|مضيفا|قائلا|موضحا|لافتا|معتبرا|"
    "معربا|مشددا|داعيا|معلنا|محذرا|مبينا|وفقا|طبقا|نظرا|بدلا|فضلا|شخصا|قتيلا|جريحا|عاما|يوما|شهرا|"
    "صباحا|ظهرا|ليلا|غدا|قريبا|أخيرا|أولا|ثانيا|ثالثا|معا|كثيرا|قليلا|كاملا|جديدا|واحدا"
)
#: How each way writes it.
ENDINGS = {Tanwin.ON_ALIF: "اً", Tanwin.BEFORE_ALIF: "ًا", Tanwin.BARE: "ا"}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![ء-ي\u064b-\u0652])[ء-ي\u064c-\u0652]++(?:\u064b|(?<=ا)\u064b)ا?|(?<![ء-ي])[وف]?(?:{BARE})(?![ء-ي\u064b])"
    )


def _form(word: str) -> Tanwin | None:
    if word.endswith("اً"):
        return Tanwin.ON_ALIF
    if word.endswith("ًا"):
        return Tanwin.BEFORE_ALIF
    return Tanwin.BARE if word.endswith("ا") else None


def read_tanwin(_: CheckContext, slot: Slot) -> tuple[Use, ...]:
    """Every tanwin fath of a text, written or left out, with the word in the other ways."""
    found: list[Use] = []
    for match in _pattern().finditer(slot.text.text):
        form = _form(match[0])
        if form is not None:
            stem = match[0][: -len(ENDINGS[form])]
            new = {way.value: f"{stem}{ending}" for way, ending in ENDINGS.items()}
            found.append(Use(Anchor(slot.address, *match.span()), match[0], form.value, new))
    return tuple(found)


def _run(context: CheckContext) -> Iterator[Finding]:
    found = uses(context, "tanwin", read_tanwin)
    if any(use.form != Tanwin.BARE.value for use in found):
        yield from mixed(RULE, found, context.publication.house.tanwin.value)


RULE = DocumentRule(
    id="style.mixed-tanwin",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.CONSISTENCY,
    title=Bilingual("التنوين بصور مختلفة", "Tanwin written in different ways"),
    message=Bilingual(
        "كتابة التنوين تختلف في النص: «{text}» هنا. اختيار الدار واحد للنص كله.",
        "Tanwin is written in different ways: “{text}” here. The house writes one way throughout.",
    ),
    must_match=(
        "أصبح ممكناً 😀\n\nأعلن رسميا",
        "أصبح ممكنًا ومرتبطاً",
    ),
    must_not_match=("أصبح ممكناً 😀 ومرتبطاً", "أعلن رسميا وأصبح ممكنا 60%"),
    run=_run,
    reads=lambda context: (uses(context, "tanwin", read_tanwin),),
)
