"""A headline that states flatly what the body only thinks possible."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.checks.structure.claims import Claim, headlines, near_claims, reads_claims, shown
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words a sentence must share with the headline, the one that is thought possible among them.
SHARED = 3
#: Words that make what follows them only possible. «قد» does so before a verb of the present.
_HEDGES = frozenset(
    "ربما لعل يحتمل يرجح مرجحا مرجحة ترجح يعتقد يشتبه محتمل محتملة مزعوم مزعومة المزعوم المزعومة "
    "المحتمل المحتملة الممكن المرجح".split()
)
_REACH = 4
#: Words by which a headline says itself that it is somebody's estimate.
_ESTIMATES = frozenset(
    "تشير يشير اشارت تقديرات توقعات استطلاع استطلاعات مخاوف تحذير تحذيرات يحذر تحذر يتوقع تتوقع "
    "تكهنات اتهام اتهامات يتهم تتهم".split()
)


def _possible(claim: Claim) -> frozenset[str]:
    """Keys of the words that stand near behind a hedge."""
    found: set[str] = set()
    for place, word in enumerate(claim.words):
        plain = word.plain.removeprefix("و").removeprefix("ف")
        behind = claim.words[place + 1 : place + 1 + _REACH]
        may = plain == "قد" and bool(behind) and behind[0].plain[0] in "يتن"
        if may or plain in _HEDGES:
            found.update(one.key for one in behind if len(one.key) > 1)
    return frozenset(found)


def _run(context: CheckContext) -> Iterator[Finding]:
    for (slot, head), near in zip(headlines(context), near_claims(context, SHARED), strict=True):
        if _hedged(head, slot):
            continue
        possible = [(s, c) for s, c in near if _possible(c) & head.keys]
        if possible and len(possible) == len(near):
            where, claim = possible[0]
            yield RULE.finding(
                head.anchor, slot.text.text, related=(claim.anchor,),
                body=shown(where, claim.anchor),
            )  # fmt: skip


def _hedged(head: Claim, slot: Slot) -> bool:
    """Whether it asks, quotes, attributes or hedges by itself."""
    if any(mark in slot.text.text for mark in '؟?:"“«'):
        return True
    return any(word.plain in _HEDGES | _ESTIMATES | {"قد"} for word in head.words)


RULE = DocumentRule(
    id="structure.headline-hedge",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("العنوان يجزم بما يرجّحه المتن", "Headline sure of what the body thinks likely"),
    message=Bilingual(
        "العنوان يجزم، والمتن لا يقول إلا أنه محتمل: «{body}»",
        "The headline is flat; the body only thinks it possible: “{body}”",
    ),
    must_match=(
        Example(
            "قال مدير المرفأ إن حريق المخازن قد يكون ناتجا عن تماس كهربائي 😀.",
            headline="تماس كهربائي وراء حريق مخازن المرفأ",
        ),
    ),
    must_not_match=(
        Example(
            "قال مدير المرفأ إن حريق المخازن نتج عن تماس كهربائي 😀، وقد يطول إصلاحها.",
            headline="تماس كهربائي وراء حريق مخازن المرفأ",
        ),
        Example(
            "قال مدير المرفأ إن حريق المخازن قد يكون ناتجا عن تماس كهربائي 😀.",
            headline="مدير المرفأ: حريق المخازن عن تماس كهربائي",
        ),
    ),
    run=_run,
    reads=lambda context: reads_claims(context, SHARED),
)
