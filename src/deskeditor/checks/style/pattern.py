"""Makers of the two commonest kinds of style rule: a pattern, and a list of words.

Patterns are compiled when first used. They are written so that the time stays linear: what repeats
is possessive or stands behind a look-behind that can hold only once. A match inside a web address
is never shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import READ_ROLES, Example, SlotRule, Topic
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Category, Finding, Severity
from deskeditor.domain.words import Bilingual
from deskeditor.language.tokens import TokenKind

#: What stands in place of a match: nothing known, a template with \\1, or worked out from it.
New = str | Callable[[re.Match[str]], str | None] | None
Given = tuple[Example | str, ...]
_compiled = cache(re.compile)


def in_link(context: CheckContext, slot: Slot, start: int) -> bool:
    """Whether a place lies inside a web address, an e-mail address or a tag."""
    links = context.per_slot("links", slot, lambda given: _links(context, given))
    place = bisect_right(links, (start, len(slot.text)))
    return place > 0 and start < links[place - 1][1]


def _links(context: CheckContext, slot: Slot) -> tuple[tuple[int, int], ...]:
    tokens = context.tokens(slot)
    return tuple((t.start, t.end) for t in tokens if t.kind is TokenKind.LINK)


def _replaced(match: re.Match[str], new: New) -> str | None:
    if callable(new):
        return new(match)
    return match.expand(new) if new is not None and "\\" in new else new


def pattern_rule(
    *,
    id: str,  # noqa: A002 - the rule's own word
    severity: Severity,
    topic: Topic,
    title: Bilingual,
    message: Bilingual,
    pattern: str,
    must_match: Given,
    must_not_match: Given,
    new: New = None,
    roles: frozenset[Role] = READ_ROLES,
) -> SlotRule:
    """A rule that finds a pattern; `new` is its replacement."""

    def run(context: CheckContext, slot: Slot) -> Iterator[Finding]:
        for match in _compiled(pattern).finditer(slot.text.text):
            if not in_link(context, slot, match.start()):
                yield rule.at(slot, *match.span(), new=_replaced(match, new))

    rule = SlotRule(
        id=id, category=Category.STYLE, severity=severity, topic=topic, title=title,
        message=message, must_match=must_match, must_not_match=must_not_match, run=run, roles=roles,
    )  # fmt: skip
    return rule


def word_rule(
    *,
    id: str,  # noqa: A002 - the rule's own word
    severity: Severity,
    topic: Topic,
    title: Bilingual,
    message: Bilingual,
    words: Mapping[str, str],
    must_match: Given,
    must_not_match: Given,
    fronts: str = "[وف]?[بكل]?",
    backs: str = "",
) -> SlotRule:
    """A rule that replaces words or phrases; what may stand before and behind them stays."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return pattern_rule(
        id=id, severity=severity, topic=topic, title=title, message=message,
        pattern=rf"(?<![ء-ي])({fronts})({listed})({backs})(?![ء-يً-ْ])",
        new=lambda match: f"{match[1]}{words[match[2]]}{match[3]}",
        must_match=must_match, must_not_match=must_not_match,
    )  # fmt: skip
