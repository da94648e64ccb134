"""Findings as the panel groups them: the same finding of the same words is one card.

A card's name outlives typing elsewhere, so that an open card stays open: rule, words, message.
"""

from __future__ import annotations

from deskeditor.domain.findings import Category, Edit, Finding, FindingClass, Fix
from deskeditor.domain.words import Bilingual

Key = tuple[str, str, str]
#: A card's name and its findings in reading order.
Group = tuple[Key, tuple[Finding, ...]]


def key_of(finding: Finding) -> Key:
    """The name of the card a finding belongs to."""
    return finding.rule, finding.text, finding.message.ar


def grouped(findings: tuple[Finding, ...]) -> list[Group]:
    """The cards, each where its first finding stands."""
    cards: dict[Key, list[Finding]] = {}
    for finding in findings:
        cards.setdefault(key_of(finding), []).append(finding)
    return [(key, tuple(found)) for key, found in cards.items()]


def in_category(groups: list[Group], category: Category) -> tuple[list[Group], list[Group]]:
    """What stands in one category: what is marked on the page, and the hints."""
    here = [group for group in groups if group[1][0].category is category]
    marked = [group for group in here if group[1][0].shape is not FindingClass.HINT]
    return marked, [group for group in here if group not in marked]


def fixes_of(finding: Finding) -> tuple[Fix, ...]:
    """The fixes of a finding; bare suggestions become fixes that replace its words."""
    if finding.fixes:
        return finding.fixes
    return tuple(
        Fix(Bilingual(f"ضع «{word}»", f"Use “{word}”"), (Edit(finding.anchor, word),))
        for word in finding.suggestions
    )
