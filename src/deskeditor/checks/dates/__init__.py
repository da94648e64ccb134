"""Dates of a piece, held against the day of publication, and the rules about them."""

from __future__ import annotations

from deskeditor.checks.dates import (
    age,
    dual_mismatch,
    figures,
    impossible,
    mixed_months,
    unresolved,
    weekday_mismatch,
    years,
)
from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = (
    unresolved.RULE,
    weekday_mismatch.RULE,
    impossible.RULE,
    mixed_months.RULE,
    dual_mismatch.RULE,
    figures.RULE,
    age.RULE,
    years.RULE,
)
