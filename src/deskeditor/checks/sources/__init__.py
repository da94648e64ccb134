"""Sources: whom a piece relies on, and the rules about sourcing."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.checks.sources import anonymous, relay, single_source, unsourced

RULES: tuple[SlotRule | DocumentRule, ...] = (
    unsourced.RULE,
    anonymous.RULE,
    relay.RULE,
    single_source.RULE,
)
