"""quotes.insertion: the editor's words in round brackets inside somebody's words."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.shared import reads_speech, speech_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.words import Bilingual

_LABEL = Bilingual("أقواس معقوفة [ ]", "Square brackets [ ]")


def find(context: CheckContext) -> Iterator[Finding]:
    """Round brackets with words in them inside speech."""
    for quote in speech_in(context):
        for where in quote.insertions:
            start = where.start - quote.anchor.start
            text = quote.text[start : start + where.end - where.start]
            if not text.startswith("("):
                continue
            edits = (
                Edit(Anchor(where.address, where.start, where.start + 1), "["),
                Edit(Anchor(where.address, where.end - 1, where.end), "]"),
            )
            yield RULE.finding(
                where, text, suggestions=(f"[{text[1:-1]}]",), fixes=(Fix(_LABEL, edits),)
            )


RULE = DocumentRule(
    id="quotes.insertion",
    category=Category.QUOTES,
    severity=Severity.HINT,
    title=Bilingual("إضافة المحرر داخل الاقتباس", "Editor's insertion in a quotation"),
    message=Bilingual(
        "كلام بين قوسين هلاليين داخل اقتباس: إن كان من المحرر فضعه بين معقوفين، "
        "وإلا فتأكد أنه من القول",
        "Words in round brackets inside a quotation: if the editor's, put them in square brackets; "
        "if the speaker's, make sure",
    ),
    run=find,
    reads=reads_speech,
    must_match=("قال الوزير: «التقينا (رئيس الوفد الزائر) وناقشنا 3 ملفات».",),
    must_not_match=(
        "قال الوزير: «التقينا [رئيس الوفد الزائر] وناقشنا الملفات».",
        "قال الوزير: «قدمت (WHO) دعما كبيرا (2021) لنا».",
    ),
)
