"""What an article must have before it can go to the desk."""

from __future__ import annotations

from deskeditor.checks.rule import DocumentRule, SlotRule
from deskeditor.checks.structure import (
    body_empty,
    byline_missing,
    dateline_missing,
    deck_long,
    empty_paragraph,
    heading_order,
    headline_certainty,
    headline_hedge,
    headline_long,
    headline_missing,
    headline_names,
    headline_negation,
    latin_line,
    open_comment,
    open_fact,
    open_suggestion,
    placeholder,
    publish_date_missing,
)

RULES: tuple[SlotRule | DocumentRule, ...] = (
    headline_missing.RULE,
    headline_long.RULE,
    headline_certainty.RULE,
    headline_hedge.RULE,
    headline_negation.RULE,
    headline_names.RULE,
    deck_long.RULE,
    byline_missing.RULE,
    dateline_missing.RULE,
    publish_date_missing.RULE,
    body_empty.RULE,
    heading_order.RULE,
    empty_paragraph.RULE,
    latin_line.RULE,
    placeholder.RULE,
    open_fact.RULE,
    open_suggestion.RULE,
    open_comment.RULE,
)
