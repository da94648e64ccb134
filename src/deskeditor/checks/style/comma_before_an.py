"""A comma between a verb of saying and أن: وأضاف، أن."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import SlotRule, Topic
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual

_COMMA = re.compile(r"،[ ]?(?=(?:أن|إن)(?:ه|ها|هم|هما|نا)?(?![ء-ي]))")
_CUES = re.compile(
    r"(?<![ء-ي])[وف]?(?:قال|أضاف|أكد|ذكر|أوضح|أعلن|صرح|بين|أفاد|كشف|اعتبر|رأى|لفت|أشار|شدد|قالت|"
    r"أضافت|أكدت|ذكرت|أوضحت|أعلنت|صرحت|بينت|أفادت|كشفت|اعتبرت|رأت|لفتت|أشارت|شددت)(?![ء-ي])"
)
#: How far back, in code points, the verb may stand.
_REACH = 120
_ENDS = re.compile("[.؟!؛:،\n]")


def _run(_: CheckContext, slot: Slot) -> Iterator[Finding]:
    text = slot.text.text
    for match in _COMMA.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        cues = list(_CUES.finditer(before))
        # With another comma between them this one closes a parenthesis, and is right.
        if cues and not _ENDS.search(before, cues[-1].end()):
            yield RULE.at(slot, match.start(), match.end(), new=" ")


RULE = SlotRule(
    id="style.comma-before-an",
    category=Category.STYLE,
    severity=Severity.HINT,
    topic=Topic.PUNCTUATION,
    title=Bilingual("فاصلة قبل «أن»", "Comma before أن"),
    message=Bilingual("لا فاصلة بين فعل القول و«أن».", "No comma parts a verb of saying from أن."),
    must_match=("وأضاف، أن الطريق مفتوح 😀", "وذكر النجفي في بيان تلقته الوكالة (واع)، أنه سيعود"),
    must_not_match=(
        "وأضاف أن الطريق مفتوح 😀",
        "وقال الوزير، سامر الخياط، إن 60% من الطرق مفتوحة",
    ),
    run=_run,
)
