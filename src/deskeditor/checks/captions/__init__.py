"""Captions, alternative texts and credits: the rules about them."""

from __future__ import annotations

from deskeditor.checks.captions import (
    alt_equals,
    alt_missing,
    archive,
    credit_inside,
    credit_missing,
    cut,
    date_differs,
    language,
    missing,
    picture_missing,
    seen_before,
    short,
    taken_differs,
    taken_earlier,
    twice,
    unknown_person,
)
from deskeditor.checks.rule import DocumentRule, SlotRule

RULES: tuple[SlotRule | DocumentRule, ...] = (
    missing.RULE,
    alt_missing.RULE,
    credit_missing.RULE,
    picture_missing.RULE,
    cut.RULE,
    language.RULE,
    short.RULE,
    alt_equals.RULE,
    twice.RULE,
    unknown_person.RULE,
    credit_inside.RULE,
    date_differs.RULE,
    taken_differs.RULE,
    taken_earlier.RULE,
    archive.RULE,
    seen_before.RULE,
)
