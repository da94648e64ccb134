"""Odd space: An unusual space instead of the ordinary one."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.no-break-space",
    severity=Severity.HINT,
    topic=Topic.SPACING,
    title=Bilingual("مسافة غير عادية", "Odd space"),
    message=Bilingual(
        "مسافة غير عادية بدل المسافة المعتادة.",
        "An unusual space instead of the ordinary one.",
    ),
    needs=(
        *"\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    ),
    pattern=r"[\u00a0\u2000-\u200a\u202f\u3000]++",
    new=" ",
    must_match=("قال\u00a0إن 😀",),
    must_not_match=("قال إن 😀",),
)
