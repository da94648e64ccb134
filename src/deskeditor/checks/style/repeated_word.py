"""The same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.tokens import TokenKind

#: Words whose repetition can only be a slip; others may be names, numbers or emphasis.
_NEVER_TWICE = frozenset(
    "في من إلى على عن مع أن إن التي الذي الذين هذا هذه ذلك تلك كان كانت قد بعد قبل خلال بين حول "
    "أنه أنها إنه إنها ما لم لن كما حيث أو ثم بأن لأن عند منذ حتى ضد أي غير عام قال قالت وقال "
    "وقالت أضاف وأضاف أكد وأكد أعلن وأعلن الرئيس رئيس وزير الوزير وزارة الحكومة مجلس دولة مدينة "
    "اليوم أمس التحالف القوات قوات الشرطة العراق بغداد سوريا مصر لبنان".split()
)


def _run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
    for first, second in pairwise(context.tokens(slot)):
        if first.kind is not TokenKind.WORD or first.word != second.word:
            continue
        if second.start > first.end and first.word in _NEVER_TWICE:
            yield RULE.at(slot, first.start, second.end, new=second.text)


RULE = SlotRule(
    id="style.repeated-word",
    category=Category.STYLE,
    severity=Severity.CHECK,
    topic=Topic.ORTHOGRAPHY,
    title=Bilingual("كلمة مكررة", "Repeated word"),
    message=Bilingual("الكلمة نفسها مرتين متتاليتين.", "The same word twice in a row."),
    must_match=("وصل الوفد إلى إلى بغداد 😀",),
    must_not_match=("سار رويدا رويدا 😀", "انتقل من بغداد، بغداد الجديدة"),
    run=_run,
)
