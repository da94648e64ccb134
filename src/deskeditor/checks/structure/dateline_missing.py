"""No dateline."""

from __future__ import annotations

from deskeditor.checks.rule import Example
from deskeditor.checks.structure.header_fields import missing_rule
from deskeditor.domain.document import Document, Header, Inline, Paragraph, Role
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = missing_rule(
    Role.DATELINE,
    Severity.HINT,
    title=Bilingual("المادة بلا مكان", "No dateline"),
    message=Bilingual(
        "لا مكان في مطلع المادة: من أين كُتبت؟", "The piece has no dateline: where was it written?"
    ),
    bad=Example("وصل الوفد 😀 إلى بغداد."),
    good=Example(
        document=Document(
            Header(dateline=Inline("بغداد")),
            (Paragraph("b0", Inline("وصل الوفد 😀 إلى بغداد.")),),
        )
    ),
)
