"""Quotations: the spans, what they are, who speaks, and the rules about them."""

from __future__ import annotations

from deskeditor.checks.quotes import (
    altered,
    inferred_speaker,
    insertion,
    not_checked,
    not_found,
    repeated,
    two_wordings,
    unattributed,
    unbalanced,
)
from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = (
    unbalanced.RULE,
    unattributed.RULE,
    inferred_speaker.RULE,
    two_wordings.RULE,
    repeated.RULE,
    insertion.RULE,
    altered.RULE,
    not_found.RULE,
    not_checked.RULE,
)
