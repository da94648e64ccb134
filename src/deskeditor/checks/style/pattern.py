"""Makers of the two commonest kinds of style rule: a pattern, and a list of words.

Patterns are compiled when first used. They are written so that the time stays linear: what repeats
is possessive or stands behind a look-behind that can hold only once. A match inside a web address
is never shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from string import ascii_letters

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


#: For `needs`: any digit, any Latin letter, any of the common vowel marks.
DIGITS = tuple("0123456789٠١٢٣٤٥٦٧٨٩")
LATIN = tuple(ascii_letters)
TASHKEEL = tuple(map(chr, range(0x64B, 0x653)))


class Needs:
    """What a text must have any of before a pattern is tried on it: characters, or longer words.

    Looking for these costs a tenth of trying the pattern. Nothing needed suits every text.
    """

    def __init__(self, needs: Collection[str]) -> None:
        """`needs` are strings of which each match holds one."""
        self._chars = frozenset(each for each in needs if len(each) == 1)
        self._words = tuple(each for each in needs if len(each) > 1)

    def met(self, context: CheckContext, slot: Slot) -> bool:
        """Whether the text has any of them."""
        if self._chars:
            if not self._chars.isdisjoint(context.characters(slot)):
                return True
        elif not self._words:
            return True
        text = slot.text.text
        for word in self._words:  # noqa: SIM110 - a generator costs as much as looking
            if word in text:
                return True
        return False


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
    needs: Collection[str] = (),
    new: New = None,
    roles: frozenset[Role] = READ_ROLES,
) -> SlotRule:
    """A rule that finds a pattern; `new` is its replacement, each match holds one of `needs`."""
    needed = Needs(needs)

    def run(context: CheckContext, slot: Slot) -> Iterable[Finding]:
        return find(context, slot) if needed.met(context, slot) else ()

    def find(context: CheckContext, slot: Slot) -> Iterator[Finding]:
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
        new=lambda match: f"{match[1]}{words[match[2]]}{match[3]}", needs=tuple(words),
        must_match=must_match, must_not_match=must_not_match,
    )  # fmt: skip
