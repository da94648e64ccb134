"""Two scripts in one word: Arabic and Latin letters without a space."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import LATIN, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.mixed-script",
    severity=Severity.HINT,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("كلمة من كتابتين", "Two scripts in one word"),
    message=Bilingual("حروف عربية ولاتينية بلا فاصل.", "Arabic and Latin letters without a space."),
    needs=(*LATIN,),
    pattern=r"(?<=[ء-ي])(?<!ـ)(?=[A-Za-z]{2})|(?<=[A-Za-z]{2})(?=[ء-ي])",
    new=" ",
    must_match=("قناةCNN نقلت 😀",),
    must_not_match=("قناة CNN نقلت 😀", "لـCNN"),
)
