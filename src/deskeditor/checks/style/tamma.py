"""“تم” with a noun: تم and a noun hide who acted: name them or use the verb."""

from __future__ import annotations

from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.tamma",
    severity=Severity.HINT,
    title=Bilingual("«تم» مع المصدر", "“تم” with a noun"),
    message=Bilingual(
        "«تم» والمصدر يخفيان الفاعل: سمّه أو استعمل الفعل.",
        "تم and a noun hide who acted: name them or use the verb.",
    ),
    pattern=(
        r"(?<![ء-ي])[وف]?(?:تم|يتم|تمت|ستتم|سيتم) (?!ذلك|هذا|هذه|بعد|قبل|خلال|على|التي|"
        r"الذي|ال)[ء-ي]{3,}+"
    ),
    must_match=("تم سحب القوات 😀",),
    must_not_match=("سُحبت القوات 😀", "تم ذلك أمس", "تمت على عجل"),
)
