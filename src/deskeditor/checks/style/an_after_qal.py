"""أن after “said”: After a verb of saying it is إن."""

from __future__ import annotations

from deskeditor.checks.rule import Topic
from deskeditor.checks.style.pattern import pattern_rule
from deskeditor.domain.findings import Severity
from deskeditor.domain.words import Bilingual

RULE = pattern_rule(
    id="style.an-after-qal",
    severity=Severity.CHECK,
    topic=Topic.ATTRIBUTION,
    title=Bilingual("«أن» بعد القول", "أن after “said”"),
    message=Bilingual("تُكسر همزة «إن» بعد القول.", "After a verb of saying it is إن."),
    needs=("قال", "قول", "قائل"),
    pattern=(
        r"(?<![ء-ي])([وف]?(?:قال|قالت|قالوا|يقول|تقول|يقولون|قائلا|قائلة|"
        r"سيقول)(?: ال[ء-ي]++){0,2}) أن(ه|ها|هم|نا|ني)?(?![ء-ي])"
    ),
    new=lambda match: f"{match[1]} إن{match[2] or ''}",
    must_match=("قال أن الوفد وصل 😀", "قال الوزير أنه سيعود"),
    must_not_match=("قال إن الوفد وصل 😀", "قال قبل أن يعود", "أكد أن الوفد وصل"),
)
