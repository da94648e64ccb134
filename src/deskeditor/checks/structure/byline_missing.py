"""No byline."""

from __future__ import annotations

from deskeditor.checks.rule import Example
from deskeditor.checks.structure.header_fields import missing_rule
from deskeditor.domain.document import Document, Header, Inline, Paragraph, Role
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = missing_rule(
    Role.BYLINE,
    Severity.CHECK,
    title=Bilingual("المادة بلا توقيع", "No byline"),
    message=Bilingual("المادة بلا توقيع: من كتبها؟", "The piece has no byline: who wrote it?"),
    bad=Example("وصل الوفد 😀 إلى بغداد."),
    good=Example(
        document=Document(
            Header(byline=Inline("سلمى الخياط")),
            (Paragraph("b0", Inline("وصل الوفد 😀 إلى بغداد.")),),
        )
    ),
)
