"""HTML code in the text: Web page code shows in the text."""

from __future__ import annotations

import html

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.html-entity",
    severity=Severity.CHECK,
    topic=Topic.PUNCTUATION,
    title=Bilingual("رمز HTML في النص", "HTML code in the text"),
    message=Bilingual("رمز صفحة ويب ظاهر في النص.", "Web page code shows in the text."),
    needs=("&",),
    pattern=(
        r"&(?:nbsp|quot|amp|lt|gt|laquo|raquo|rlm|lrm|zwnj|hellip|#[0-9]{2,5}|"
        r"#x[0-9a-fA-F]{2,5});"
    ),
    new=lambda match: html.unescape(match[0]),
    must_match=("قال&nbsp;الوزير 😀",),
    must_not_match=("قال الوزير 😀", "R&D;"),
)
