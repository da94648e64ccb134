"""A word that nobody knows and that stands one slip from a known one."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.spelling.lexicon import Standing
from deskeditor.checks.spelling.reading import findings, judged
from deskeditor.domain.findings import Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    for one in judged(context):
        if one.kind is FindingClass.CHECK and one.doubt.standing is not Standing.KNOWN:
            yield findings(RULE, one)


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
