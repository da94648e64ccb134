"""A word that nobody knows: most likely a name. Never an error."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.spelling.reading import Judged, findings
from deskeditor.domain.findings import Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _wanted(one: Judged) -> bool:
    return one.kind is FindingClass.NAME


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return findings(context, RULE, _wanted)


RULE = DocumentRule(
    id="spelling.unknown-name",
    category=Category.SPELLING,
    severity=Severity.HINT,
    kind=FindingClass.NAME,
    title=Bilingual("اسم غير معروف", "Unknown name"),
    message=Bilingual(
        "«{text}» ليست في المعجم ولا في قوائم الدار، ولعلها اسم: تحقق من رسمه.",
        "“{text}” is in no dictionary or list of the house, perhaps a name: check its spelling.",
    ),
    must_match=("وصل الوفد إلى كوتشيلوفا 😀",),
    must_not_match=("وصل الوفد إلى بغداد 😀",),
    run=_run,
)
