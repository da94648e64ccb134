"""Deck too long."""

from __future__ import annotations

from deskeditor.checks.structure.header_fields import long_rule
from deskeditor.domain.document import Role
from deskeditor.domain.words import Bilingual

RULE = long_rule(
    Role.DECK,
    title=Bilingual("المقدمة طويلة", "Deck too long"),
    message=Bilingual(
        "طول المقدمة {length} وحد الدار {limit}؛ المعلَّم زائد.",
        "The deck has {length} characters, the limit is {limit}; the marked part overflows.",
    ),
)
