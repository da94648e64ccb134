"""Empty body."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, Example
from deskeditor.checks.structure.header_fields import address, has_body, is_empty, reads_header
from deskeditor.domain.document import Role
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual


def _run(context: CheckContext) -> Iterator[Finding]:
    document = context.document
    if not is_empty(document, Role.HEADLINE) and not has_body(context):
        yield RULE.missing(address(Role.HEADLINE))


RULE = DocumentRule(
    id="structure.body-empty",
    category=Category.STRUCTURE,
    severity=Severity.CHECK,
    title=Bilingual("المتن فارغ", "Empty body"),
    message=Bilingual(
        "للمادة عنوان وليس لها متن.",
        "The piece has a headline and no body.",
    ),
    must_match=(Example(headline="الوفد في بغداد 😀"),),
    must_not_match=(Example("وصل الوفد 😀", headline="الوفد في بغداد"), Example("")),
    run=_run,
    reads=reads_header,
)
