"""sources.anonymous: a source without a name, who needs an editor's approval."""

from __future__ import annotations

from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import BODY_ROLES, SlotRule
from deskeditor.checks.sources.phrasing import whole_words, wording
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_KIND = (
    "مطلع|مطلعة|مسؤول|مسؤولة|خاص|خاصة|موثوق|موثوقة|امني|امنية|عسكري|عسكرية|حكومي|حكومية|محلي|محلية"
    "|سياسي|سياسية|طبي|طبية|دبلوماسي|دبلوماسية|قضائي|قضائية|ميداني|ميدانية|مقرب|مقربة|رفيع|رفيعة"
    "|رسمي|رسمية|قريب|قريبة"
)
_WORDING = whole_words(
    rf"(?:ال)?(?:مصدر|مصادر)(?: \w+)? (?:ال)?(?:{_KIND})"
    "|(?:رفض|رفضت|رفضوا|فضل|فضلت|طلب|طلبت|اشترط|اشترطت) (?:عدم )?"
    "(?:ذكر|كشف|الكشف عن|نشر) (?:اسمه|اسمها|هويته|هويتها|اسمائهم)"
    "|مسؤول (?:كبير|رفيع|بارز) (?:رفض|طلب|فضل)"
)

_NEEDS = ("مصدر", "مصادر", "رفض", "فضل", "طلب", "اشترط", "مسؤول ")


def find(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    """Sources that are not named."""
    for start, end in wording(slot, _WORDING, _NEEDS):
        yield RULE.at(slot, start, end)


RULE = SlotRule(
    id="sources.anonymous",
    category=Category.SOURCES,
    severity=Severity.CHECK,
    title=Bilingual("مصدر مجهول", "Anonymous source"),
    message=Bilingual(
        "مصدر بلا اسم («{text}»): يحتاج إلى موافقة المحرر مع السبب، وإلى مصدر ثانٍ",
        "A source without a name (“{text}”): needs an editor's approval with the reason, "
        "and a second source",
    ),
    run=find,
    roles=BODY_ROLES | {Role.DECK, Role.HEADLINE},
    must_match=(
        "قال مصدر أمني رفيع إن 3 موقوفين أُفرج عنهم.",
        "وأفادت مصادر مطلعة بأن الاتفاق قريب 🤝.",
        "قال موظف رفض ذكر اسمه إن الرواتب تأخرت.",
    ),
    must_not_match=(
        "قال المصدر نفسه، وهو مدير المرفأ كريم الجبوري، إن العمل عاد.",
        "تبحث الوزارة عن مصادر جديدة للمياه.",
    ),
)
