"""No headline."""

from __future__ import annotations

from deskeditor.checks.rule import Example
from deskeditor.checks.structure.header_fields import missing_rule
from deskeditor.domain.document import Document, Header, Inline, Paragraph, Role
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = missing_rule(
    Role.HEADLINE,
    Severity.CHECK,
    title=Bilingual("المادة بلا عنوان", "No headline"),
    message=Bilingual("المادة بلا عنوان.", "The piece has no headline."),
    bad=Example("وصل الوفد 😀 إلى بغداد."),
    good=Example(
        document=Document(
            Header(headline=Inline("الوفد في بغداد")),
            (Paragraph("b0", Inline("وصل الوفد 😀 إلى بغداد.")),),
        )
    ),
)
