"""The fields above the body: how a rule about one of them is made, and their lengths."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, DocumentRule, Example
from deskeditor.domain.document import HEADER, Address, Document, Role
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.counting import after, graphemes


def address(role: Role) -> Address:
    """Where a header field stands."""
    return Address(HEADER, role.value)


def is_empty(document: Document, role: Role) -> bool:
    """Whether a header field says nothing."""
    field = document.text_at(address(role))
    return field is None or not field.text.strip()


def has_body(context: CheckContext) -> bool:
    """Whether there is any text in the body; an empty desk is not told what it lacks."""
    return any(slot.role in BODY_ROLES and slot.text.text.strip() for slot in context.slots)


def reads_header(context: CheckContext) -> tuple[object, ...]:
    """What rules about the fields above the body read."""
    return context.document.header, has_body(context)


def missing_rule(
    role: Role,
    severity: Severity,
    *,
    title: Bilingual,
    message: Bilingual,
    bad: Example,
    good: Example,
) -> DocumentRule:
    """A rule that asks for a header field once there is a body."""

    def run(context: CheckContext) -> Iterator[Finding]:
        if has_body(context) and is_empty(context.document, role):
            yield rule.missing(address(role))

    rule = DocumentRule(
        id=f"structure.{role.value}-missing", category=Category.STRUCTURE, severity=severity,
        title=title, message=message, must_match=(bad,), must_not_match=(good,), run=run,
        reads=reads_header,
    )  # fmt: skip
    return rule


def long_rule(role: Role, title: Bilingual, message: Bilingual) -> DocumentRule:
    """A rule that marks what overflows the publication's limit for a header field (graphemes)."""

    def run(context: CheckContext) -> Iterator[Finding]:
        limit: int = getattr(context.publication.limits, role.value)
        for slot in context.slots:
            length = graphemes(slot.text.text) if slot.role is role else 0
            if length > limit:
                text = slot.text.text
                yield rule.at(slot, after(text, limit), len(text), length=length, limit=limit)

    rule = DocumentRule(
        id=f"structure.{role.value}-long", category=Category.STRUCTURE, severity=Severity.HINT,
        title=title, message=message,
        must_match=(Example("كلمة طويلة 😀 " * 14, role=role),),
        must_not_match=(Example("وزير النقل يفتح الطريق 2-1 😀", role=role),),
        run=run, reads=reads_header,
    )  # fmt: skip
    return rule
