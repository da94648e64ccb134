"""Empty paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Address, Block, Heading, Paragraph
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _is_empty(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and not block.text.text.strip()


def _empty(context: CheckContext) -> tuple[Block, ...]:
    """The empty ones; the last block is where the writer is about to write."""
    blocks = context.document.blocks
    told = context.memory.gathered("blocks.empty", blocks, _is_empty)
    return tuple(block for block, _ in told if block.id != blocks[-1].id)


def _run(context: CheckContext) -> Iterator[Finding]:
    for block in _empty(context):
        if isinstance(block, Paragraph | Heading):
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
    reads=_empty,
)
