"""captions.language: a caption in another language than the piece."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import (
    arabic_letters,
    at,
    figure,
    latin_letters,
    pictured,
    reads_figures,
)
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual

#: Letters of the other script from which a caption counts as written in it.
_LETTERS = 8


def find(context: CheckContext) -> Iterator[Finding]:
    """Captions with hardly a letter of the piece's own script."""
    arabic = context.document.language.startswith("ar")
    for each in context.figures:
        for part, words in (("caption", each.caption.text), ("alt", each.alt)):
            own, other = arabic_letters(words), latin_letters(words)
            if not arabic:
                own, other = other, own
            if other >= _LETTERS and own * 4 < other:
                yield RULE.finding(Anchor(at(each, part), 0, len(words)), words)


RULE = DocumentRule(
    id="captions.language",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("تعليق بغير لغة المادة", "Caption in another language"),
    message=Bilingual(
        "التعليق بغير لغة المادة: ترجمه",
        "The caption is in another language than the piece: translate it",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(caption="The minister opens the new centre in Baghdad")),),
    must_not_match=(
        pictured(figure()),
        pictured(figure(caption="شعار World Press Photo على مدخل المعرض في بغداد")),
    ),
)
