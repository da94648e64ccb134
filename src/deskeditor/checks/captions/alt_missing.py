"""captions.alt-missing: a picture without an alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.shared import at, figure, pictured, reads_figures
from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def find(context: CheckContext) -> Iterator[Finding]:
    """Figures whose alternative text is empty."""
    for each in context.figures:
        if not each.alt.strip():
            yield RULE.missing(at(each, "alt"))


RULE = DocumentRule(
    id="captions.alt-missing",
    category=Category.CAPTIONS,
    severity=Severity.ERROR,
    title=Bilingual("صورة بلا نص بديل", "Picture without alternative text"),
    message=Bilingual(
        "لا نص بديل للصورة: صف ما يُرى فيها لمن لا يراها",
        "The picture has no alternative text: describe what it shows for those who cannot see it",
    ),
    run=find,
    reads=reads_figures,
    must_match=(pictured(figure(alt=" ")),),
    must_not_match=(pictured(figure()),),
)
