"""A headline surer than its body: it announces reasons, the body says nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, DocumentRule, Example
from deskeditor.checks.structure.claims import claims_in, shown
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: A headline that promises knowledge: a verb of telling and what is told.
_SURE = re.compile(
    r"(?<![ء-ي])(?:[يت]علن|[يت]كشف|[يت]حدد|[يت]ؤكد|[يت]وضح|أعلنت?|كشفت?|حددت?|أكدت?|أوضحت?)"
    r" (?:عن )?(?:أسباب|سبب|هوية|المسؤول|المسؤولين|حقيقة|مصير|موعد|عدد|حصيلة|منفذ|منفذي|الجهة)"
    r"(?![ء-ي])"
)
#: Words by which the body says that it is not known.
_UNSURE = re.compile(
    r"(?<![ء-ي])(?:لا (?:يمكن|يمكننا|يمكنني|نستطيع|أستطيع|يستطيع|تستطيع)"
    r"(?: أن)? (?:القول|الجزم|التأكيد|تحديد|نجزم|أجزم|نؤكد|نحدد|نقول|يجزم|تجزم)"
    r"|لا (?:نعلم|نعرف|نملك|نمتلك) (?:حتى الآن |بعد )?(?:أي|من|ما|سبب|أسباب|إجابة|جواب|معلومات)"
    r"|من المبكر|لم يتضح|لم تتضح|لم (?:يُ?عرف|يُ?حدد|تُ?حدد|تُ?عرف) بعد"
    r"|غير معروف(?:ة)? (?:بعد|حتى الآن))"
)


def _unsure(slot: Slot) -> tuple[tuple[int, int], ...]:
    if slot.role not in BODY_ROLES:
        return ()
    return tuple(match.span() for match in _UNSURE.finditer(slot.text.text))


def _doubts(context: CheckContext) -> tuple[tuple[Slot, tuple[tuple[int, int], ...]], ...]:
    """Where the body says that something is not known."""
    return context.gathered("unsure", _unsure)


def _first_doubt(context: CheckContext) -> tuple[Anchor, str] | None:
    """The first place of the body that says something is not known, with the words behind it."""
    for slot, spans in _doubts(context):
        start, end = spans[0]
        ends = (one.anchor.end for one in claims_in(context, slot))
        behind = next((there for there in ends if there > start), end)
        said = shown(slot, Anchor(slot.address, start, behind))
        return Anchor(slot.address, start, end), said
    return None


def _run(context: CheckContext) -> Iterator[Finding]:
    for slot in context.slots:
        sure = _SURE.search(slot.text.text) if slot.role is Role.HEADLINE else None
        clash = _first_doubt(context) if sure is not None else None
        if sure is not None and clash is not None:
            anchor = Anchor(slot.address, *sure.span())
            yield RULE.finding(anchor, sure[0], related=(clash[0],), body=clash[1])


RULE = DocumentRule(
    id="structure.headline-certainty",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("العنوان أوثق من المتن", "Headline surer than the body"),
    message=Bilingual(
        "العنوان يجزم «{text}» وفي المتن «{body}».",
        "The headline is sure (“{text}”); the body says “{body}”.",
    ),
    must_match=(
        Example(
            "وقال المتحدث: «لا نستطيع أن نجزم الآن بسبب الانهيار» 😀.",
            headline="الوزارة تعلن سبب انهيار الرصيف",
            found="تعلن سبب",
        ),
    ),
    must_not_match=(
        Example("وقال المتحدث: «السبب عطل فني» 😀.", headline="الوزارة تعلن سبب انهيار الرصيف"),
        Example("لا نستطيع أن نجزم 😀", headline="انهيار الرصيف في الميناء"),
    ),
    run=_run,
    reads=lambda context: (context.document.header, _doubts(context)),
)
