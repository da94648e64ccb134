"""A word that nobody knows and that stands one slip from a known one."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.reading import Judged, findings
from deskeditor.domain.findings import Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _wanted(one: Judged) -> bool:
    return one.kind is FindingClass.CHECK and one.doubt.standing is not Standing.KNOWN


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return findings(context, RULE, _wanted)


RULE = DocumentRule(
    id="spelling.doubtful",
    category=Category.SPELLING,
    severity=Severity.CHECK,
    kind=FindingClass.CHECK,
    title=Bilingual("كلمة قريبة من كلمة معروفة", "Close to a known word"),
    message=Bilingual(
        "«{text}» لا ترد في المعجم، ولعل المقصود «{meant}».",
        "“{text}” is in no dictionary; “{meant}” may be meant.",
    ),
    must_match=("وتعهد بترحليهم 😀",),
    must_not_match=("وتعهد بترحيلهم 😀",),
    run=_run,
)
