"""What an article must have before it can go to the desk."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = ()
