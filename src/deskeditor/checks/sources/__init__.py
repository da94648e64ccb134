"""Sources: whom a piece relies on, and the rules about sourcing."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.checks.sources import (
    anonymous,
    figures,
    off_record,
    outlet,
    relay,
    single_source,
    unsourced,
)

RULES: tuple[SlotRule | DocumentRule, ...] = (
    unsourced.RULE,
    anonymous.RULE,
    off_record.RULE,
    relay.RULE,
    outlet.RULE,
    figures.RULE,
    single_source.RULE,
)
