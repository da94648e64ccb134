"""Spelling: errors, real words that do not fit, and names nobody here knows yet."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.checks.spelling import doubtful, misspelled, real_word, unknown_name

RULES: tuple[SlotRule | DocumentRule, ...] = (
    misspelled.RULE,
    real_word.RULE,
    doubtful.RULE,
    unknown_name.RULE,
)
