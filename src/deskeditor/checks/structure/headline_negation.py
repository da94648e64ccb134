"""A headline that says what the body denies, or denies what the body says."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.checks.structure.claims import (
    Claim,
    Said,
    headlines,
    near_claims,
    reads_claims,
    shown,
)
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Words a sentence must share with the headline, besides the one that is denied.
SHARED = 3


def _run(context: CheckContext) -> Iterator[Finding]:
    for (slot, head), body in zip(
        headlines(context), near_claims(context, SHARED + 1), strict=True
    ):
        clash = _denied_below(head, body) if not head.denies else _denied_above(head, body)
        if clash is not None:
            word, where, claim = clash
            anchor = Anchor(slot.address, word.token.start, word.token.end)
            yield RULE.finding(
                anchor, word.token.text, related=(claim.anchor,), body=shown(where, claim.anchor)
            )


_Clash = tuple[Said, Slot, Claim]


def _denied_below(head: Claim, body: list[tuple[Slot, Claim]]) -> _Clash | None:
    """The headline says it; a sentence about the same denies it, and none says it."""
    for word in head.words:
        if len(word.key) < 2:
            continue
        near = [(slot, claim) for slot, claim in body if word.key in claim.keys]
        denied = [(slot, claim) for slot, claim in near if word.key in claim.denied]
        if denied and len(denied) == len(near):
            return (word, *denied[0])
    return None


def _denied_above(head: Claim, body: list[tuple[Slot, Claim]]) -> _Clash | None:
    """The headline denies it; a sentence about the same says it, and none denies anything."""
    denied = head.denied
    for word in head.words:
        if len(word.key) < 2 or word.key not in denied:
            continue
        near = [(slot, claim) for slot, claim in body if word.key in claim.keys]
        if near and not any(claim.denies for _, claim in near):
            return (word, *near[0])
    return None


RULE = DocumentRule(
    id="structure.headline-negation",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("العنوان يثبت والمتن ينفي", "Headline and body disagree on yes and no"),
    message=Bilingual(
        "العنوان والمتن يختلفان في إثبات «{text}» ونفيه؛ وفي المتن: «{body}»",
        "Headline and body disagree whether “{text}”; the body says: “{body}”",
    ),
    must_match=(
        Example(
            "قال المتحدث إن مجلس المدينة لم يقر موازنة الميناء الجديد بعد 😀.",
            headline="مجلس المدينة يقر موازنة الميناء الجديد",
            found="يقر",
        ),
        Example(
            "أعلنت وزارة النقل أنها سترفع أسعار تذاكر القطارات في 25 أيار 😀.",
            headline="وزارة النقل: لن نرفع أسعار تذاكر القطارات",
            found="نرفع",
        ),
    ),
    must_not_match=(
        Example(
            "أقر مجلس المدينة أمس موازنة الميناء الجديد 😀، ولم يحدد موعد العمل.",
            headline="مجلس المدينة يقر موازنة الميناء الجديد",
        ),
        Example(
            "قالت وزارة النقل إنها لن ترفع أسعار تذاكر القطارات هذا العام 😀.",
            headline="وزارة النقل: لن نرفع أسعار تذاكر القطارات",
        ),
        Example("لم يصل الوفد بعد 😀.", headline="مجلس المدينة يقر موازنة الميناء"),
    ),
    run=_run,
    reads=lambda context: reads_claims(context, SHARED + 1),
)
