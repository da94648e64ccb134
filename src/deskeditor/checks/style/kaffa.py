"""“كافة” before its noun: كافة follows its noun; before it stands كل or جميع."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.kaffa",
    severity=Severity.HINT,
    topic=Topic.WORDING,
    title=Bilingual("«كافة» قبل الاسم", "“كافة” before its noun"),
    message=Bilingual(
        "تأتي «كافة» بعد الاسم، وقبله «كل» أو «جميع».",
        "كافة follows its noun; before it stands كل or جميع.",
    ),
    needs=("كافة ", "كافه "),
    pattern=r"(?<![ء-ي])([وفبل]?)كاف[ةه](?= ال[ء-ي]{2})",
    new=r"\1جميع",
    must_match=("سحب كافة القوات 😀",),
    must_not_match=("سحب القوات كافة 😀", "سحب جميع القوات"),
)
