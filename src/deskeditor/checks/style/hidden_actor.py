"""A paragraph that again and again hides who acted: تم، جرى، من قبل، عملية، القيام بـ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.checks.style.reading import PROSE
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Ways of hiding the actor in one paragraph, from which on it is said.
FROM = 3
_HIDING = re.compile(
    r"(?<![ء-ي])(?:[وف]?(?:س?[يت]تم|تمت?|جرى|جرت|س?[يت]جري) (?=[ء-ي]{4})|من قِ?بل (?=[ء-ي]{3})"
    r"|[وف]?(?:عملية|عمليات) (?=[ء-ي]{4})|[وف]?(?:القيام|قام|قامت|يقوم|تقوم) ب(?=[ء-ي]{4}))"
)


def hiding_in(context: CheckContext, slot: Slot) -> tuple[re.Match[str], ...]:
    """Every way of hiding the actor in a text, in order."""
    return context.per_slot("hiding", slot, _read)


def _read(slot: Slot) -> tuple[re.Match[str], ...]:
    return tuple(_HIDING.finditer(slot.text.text))


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    found = hiding_in(context, slot)
    if len(found) >= RULE.told(context, "from", int):
        said = "، ".join(dict.fromkeys(match.group().strip() for match in found[:4]))
        yield RULE.at(slot, found[0].start(), found[-1].end(), count=len(found), said=said)


RULE = SlotRule(
    id="style.hidden-actor",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.READING,
    title=Bilingual("فقرة تخفي الفاعل", "A paragraph that hides who acts"),
    message=Bilingual(
        "في الفقرة {count} صيغ تخفي الفاعل ({said}): قل من فعل.",
        "The paragraph hides who acted {count} times ({said}): say who did it.",
    ),
    must_match=(
        "تم إغلاق الطريق من قبل الشرطة 😀، وجرى نقل 25 جريحا بعد عملية إخلاء المبنى، وفق WHO.",
    ),
    must_not_match=("أغلقت الشرطة الطريق 😀 ونقلت 25 جريحا، وتم ذلك وفق WHO من قبل.",),
    parameters=MappingProxyType({"from": FROM}),
    roles=PROSE,
    run=_run,
)
