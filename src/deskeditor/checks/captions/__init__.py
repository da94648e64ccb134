"""Captions, alternative texts and credits: the rules about them."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = ()
