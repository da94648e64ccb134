"""House style: spacing, punctuation, glyphs, orthography, numbers, wording, consistency."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = ()
