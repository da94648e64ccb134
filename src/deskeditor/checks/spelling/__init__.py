"""Spelling: errors, real words that do not fit, and names nobody here knows yet."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = ()
