"""“تم” with a noun: تم and a noun hide who acted: name them or use the verb."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.tamma",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«تم» مع المصدر", "“تم” with a noun"),
    message=Bilingual(
        "«تم» والمصدر يخفيان الفاعل: سمّه أو استعمل الفعل.",
        "تم and a noun hide who acted: name them or use the verb.",
    ),
    needs=("تم ", "تمت "),
    pattern=(
        r"(?<![ء-ي])[وف]?(?:تم|يتم|تمت|ستتم|سيتم) (?!(?:ال|بال)|(?:ذلك|هذا|هذه|بعد|قبل|خلال|على|"
        r"التي|الذي|بين|بهدف|بموجب|بنجاح|بسبب|بشكل|بصورة|بطريقة|بناء على|بفضل|بواسطة|بحضور|"
        r"بمشاركة|برعاية|بسرعة|بسلام|بهدوء|عبر|عند|أمس|مساء|صباح|ظهر|فجر|فقط|فعلا|حتى)(?![ء-ي]))"
        r"[ء-ي]{3,}+"
    ),
    must_match=("تم سحب القوات 😀",),
    must_not_match=(
        "سُحبت القوات 😀",
        "تم ذلك أمس",
        "الاتفاق الذي تم بين الطرفين",
        "اللقاء تم بهدف التهدئة",
        "تم بنجاح",
        "تمت على عجل",
    ),
)
