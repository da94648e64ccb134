"""Sources: whom a piece relies on, and the rules about sourcing."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = ()
