"""Empty paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Address, Heading, Paragraph
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    blocks = context.document.blocks
    for block in blocks[:-1]:  # the last one is where the writer is about to write
        if isinstance(block, Paragraph | Heading) and not block.text.text.strip():
            yield RULE.finding(Anchor(Address(block.id), 0, len(block.text)), block.text.text)


RULE = DocumentRule(
    id="structure.empty-paragraph",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("فقرة فارغة", "Empty paragraph"),
    message=Bilingual(
        "فقرة لا كلام فيها.",
        "A paragraph without words.",
    ),
    must_match=(Example("وصل الوفد 😀\n\n\u00a0\n\nثم غادر"),),
    must_not_match=(Example("وصل الوفد 😀\n\nثم غادر"),),
    run=_run,
)
