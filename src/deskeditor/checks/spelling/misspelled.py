"""A word written wrong: the evidence leaves hardly a doubt."""

from __future__ import annotations

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.checks.spelling.reading import Judged, findings
from deskeditor.domain.findings import Category, Finding, FindingClass, Severity
from deskeditor.domain.words import Bilingual


def _wanted(one: Judged) -> bool:
    return one.kind is FindingClass.ERROR


def _run(context: CheckContext) -> tuple[Finding, ...]:
    return findings(context, RULE, _wanted)


RULE = DocumentRule(
    id="spelling.misspelled",
    category=Category.SPELLING,
    severity=Severity.ERROR,
    kind=FindingClass.ERROR,
    title=Bilingual("خطأ إملائي", "Misspelled word"),
    message=Bilingual(
        "«{text}» خطأ إملائي، والأرجح أن الصواب «{meant}».",
        "“{text}” is misspelled; most likely “{meant}” is meant.",
    ),
    must_match=("وأشارت النتائح 😀 إلى تحسن بنسبة 60%", "إضافة الى ذلك قال الوزير إن الوفد عاد"),
    must_not_match=("أشارت النتائج إلى تحسن بنسبة 60% 😀", "اتصل المستخدمون بالإنترنت وبمنظمة WHO"),
    run=_run,
)
