"""captions.unknown-person: a person in a caption who is not in the body."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.captions.naming import titled
from deskeditor.checks.captions.shared import figure, pictured
from deskeditor.checks.context import CheckContext
from deskeditor.checks.quotes.scan import bare
from deskeditor.checks.quotes.shared import line_in, reading_in, texts_in
from deskeditor.checks.rule import DocumentRule
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _captions(context: CheckContext) -> tuple[Slot, ...]:
    return context.picked("captions", texts_in(context), lambda slot: slot.role is Role.CAPTION)


def _reads(context: CheckContext) -> tuple[object, ...]:
    """Nothing but that there are no captions, else everything."""
    captions = _captions(context)
    return captions, texts_in(context) if captions else ()


def find(context: CheckContext) -> Iterator[Finding]:
    """Titled names of captions whose last name stands nowhere in the body."""
    captions = _captions(context)
    if not captions:
        return
    lines = reading_in(context).lines
    body = frozenset(
        word.bare.removeprefix("و")
        for line in lines
        if line.role not in (Role.CAPTION, Role.CELL)
        for word in line.words
    )
    for line in (line_in(context, slot) for slot in captions):
        for phrase in titled(line):
            last = bare(phrase.name.split()[-1])
            if body and last not in body and "ل" + last not in body:
                anchor = Anchor(line.address, phrase.start, phrase.end)
                yield RULE.finding(anchor, phrase.name, name=phrase.name)


RULE = DocumentRule(
    id="captions.unknown-person",
    category=Category.CAPTIONS,
    severity=Severity.CHECK,
    title=Bilingual("شخص في التعليق لا يرد في المتن", "Person not in the body"),
    message=Bilingual(
        "«{name}» في التعليق ولا ذكر له في المتن: تحقق من الاسم",
        "{name} is in the caption and nowhere in the body: check the name",
    ),
    run=find,
    reads=_reads,
    must_match=(pictured(figure(caption="الوزير هاشم البدري في مركز المدينة ببغداد")),),
    must_not_match=(pictured(figure()),),
)
