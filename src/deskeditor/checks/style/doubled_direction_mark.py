"""Repeated direction marks: Direction marks in a row; one is enough."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.doubled-direction-mark",
    severity=Severity.HINT,
    topic=Topic.BIDI,
    title=Bilingual("علامات اتجاه مكررة", "Repeated direction marks"),
    message=Bilingual(
        "علامات اتجاه متتالية؛ تكفي واحدة.",
        "Direction marks in a row; one is enough.",
    ),
    needs=("\u200e", "\u200f", "\u061c"),
    pattern=r"([\u200e\u200f\u061c])[\u200e\u200f\u061c]++",
    new=r"\1",
    must_match=("قال\u200f\u200f الوزير 😀",),
    must_not_match=("قال\u200f الوزير 😀",),
)
