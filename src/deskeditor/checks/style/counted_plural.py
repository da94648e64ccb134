"""Plural after 11–99: After 11 to 99 comes a singular."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import DIGITS, pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

SINGULARS = {
    "أشخاص": "شخصا", "أيام": "يوما", "أشهر": "شهرا", "سنوات": "سنة", "قتلى": "قتيلا",
    "جنود": "جنديا", "دول": "دولة", "أعوام": "عاما", "ساعات": "ساعة", "ملايين": "مليونا",
    "آلاف": "ألفا", "دقائق": "دقيقة", "أسابيع": "أسبوعا", "أطفال": "طفلا", "مدن": "مدينة",
    "نساء": "امرأة",
}  # fmt: skip

RULE = pattern_rule(
    id="style.counted-plural",
    severity=Severity.CHECK,
    topic=Topic.NUMBERS,
    title=Bilingual("معدود جمع بعد 11–99", "Plural after 11–99"),
    message=Bilingual("بعد 11 إلى 99 مفرد منصوب.", "After 11 to 99 comes a singular."),
    needs=(*DIGITS,),
    pattern=(
        r"(?<![0-9٠-٩.,٫/])((?:1[1-9]|[2-9][0-9]|١[١-٩]|[٢-٩][٠-٩])) (أشخاص|أيام|أشهر|"
        r"سنوات|قتلى|دول|جنود|أعوام|ساعات|ملايين|آلاف|دقائق|أسابيع|أطفال|مدن|"
        r"نساء)(?![ء-ي])"
    ),
    new=lambda match: f"{match[1]} {SINGULARS[match[2]]}",
    must_match=("أصيب 25 أشخاص 😀",),
    must_not_match=("أصيب 25 شخصا 😀", "110 أشخاص", "5 أيام"),
)
