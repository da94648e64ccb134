"""Latin thousands comma: A thousands comma can be read as a decimal one."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.thousands-comma",
    severity=Severity.HINT,
    topic=Topic.NUMBERS,
    title=Bilingual("فاصلة آلاف لاتينية", "Latin thousands comma"),
    message=Bilingual(
        "فاصلة الآلاف تلتبس بالفاصلة العشرية.",
        "A thousands comma can be read as a decimal one.",
    ),
    needs=(",",),
    pattern=r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})++(?![0-9.,])",
    new=lambda match: match[0].replace(",", ""),
    must_match=("بلغ العدد 1,500 😀",),
    must_not_match=("بلغ العدد 1500 😀", "1,50"),
)
