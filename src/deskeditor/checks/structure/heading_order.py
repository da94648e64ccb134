"""Order of headings."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.domain.document import Address, Block, Document, Heading, Inline
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _headings(context: CheckContext) -> tuple[tuple[Block, bool], ...]:
    return context.memory.gathered(
        "blocks.headings", context.document.blocks, lambda block: isinstance(block, Heading)
    )


def _run(context: CheckContext) -> Iterator[Finding]:
    level = 1
    for block, _ in _headings(context):
        if isinstance(block, Heading):
            if block.level > level + 1:
                anchor = Anchor(Address(block.id), 0, len(block.text))
                yield RULE.finding(anchor, block.text.text)
            level = block.level


RULE = DocumentRule(
    id="structure.heading-order",
    category=Category.STRUCTURE,
    severity=Severity.HINT,
    title=Bilingual("ترتيب العناوين الداخلية", "Order of headings"),
    message=Bilingual(
        "عنوان داخلي من درجة أدنى ليس فوقه عنوان.",
        "A lower heading has none above it.",
    ),
    must_match=(Example(document=Document(blocks=(Heading("b0", Inline("تفاصيل 😀"), 3),))),),
    must_not_match=(Example(document=Document(blocks=(Heading("b0", Inline("تفاصيل 😀"), 2),))),),
    run=_run,
    reads=lambda context: (_headings(context),),
)
