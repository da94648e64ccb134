"""A real word that does not fit here: السباق where السابق was meant."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.reading import Judged, findings
from deskeditor.domain.findings import Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _wanted(one: Judged) -> bool:
    return one.kind is FindingClass.CHECK and one.doubt.standing is Standing.KNOWN


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return findings(context, RULE, _wanted)


RULE = DocumentRule(
    id="spelling.real-word",
    category=Category.SPELLING,
    severity=Severity.CHECK,
    kind=FindingClass.CHECK,
    title=Bilingual("كلمة صحيحة في غير موضعها", "A real word that does not fit"),
    message=Bilingual(
        "«{text}» كلمة صحيحة لكنها لا تستقيم في هذا الموضع، ولعل المقصود «{meant}».",
        "“{text}” is a real word but does not fit here; “{meant}” may be meant.",
    ),
    must_match=("استقالة المدير السباق للهيئة 😀", "مقتل القائد السباق لفليق القدس"),
    must_not_match=("فاز العداء في السباق 😀", "قال المدير السابق للهيئة إن 2-1 نتيجة عادلة"),
    run=_run,
)
