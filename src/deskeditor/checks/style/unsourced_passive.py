"""Attribution to nobody: A phrase that attributes to nobody: name the source or drop it."""

from __future__ import annotations

from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.unsourced-passive",
    severity=Severity.HINT,
    title=Bilingual("إسناد إلى مجهول", "Attribution to nobody"),
    message=Bilingual(
        "عبارة لا تسند الكلام إلى أحد: سمّ المصدر أو احذفها.",
        "A phrase that attributes to nobody: name the source or drop it.",
    ),
    pattern=(
        r"(?<![ء-ي])و?(?:يذكر أن|يشار إلى أن|تجدر الإشارة إلى|من الجدير بالذكر|"
        r"الجدير بالذكر|يقال إن|قيل إن)(?:ه|ها)?(?![ء-ي])"
    ),
    must_match=("يذكر أن الطريق مغلق 😀",),
    must_not_match=("ذكر الوزير أن الطريق مغلق 😀",),
)
