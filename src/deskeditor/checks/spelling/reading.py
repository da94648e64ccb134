"""The spelling of a whole document: doubts by text, weighed by what the rest of it says.

Three rules show what stands here, one for each class; it is read once a run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import DocumentRule, replacement
from deskeditor.checks.spelling.classes import classed, weighed
from deskeditor.checks.spelling.judging import Doubt
from deskeditor.checks.spelling.speller import Speller
from deskeditor.domain.document import Role, Slot
from deskeditor.domain.findings import Anchor, Finding, FindingClass
from deskeditor.domain.publication import Publication
from deskeditor.language.folding import Fold, fold
from deskeditor.language.tokens import Token

#: Fields that hold names and agencies, not sentences.
_NAMES_ONLY = frozenset({Role.BYLINE, Role.CREDIT})
_SHOWN = 3


class Judged(NamedTuple):
    """One word in doubt, where it stands and the class it shows as."""

    slot: Slot
    doubt: Doubt
    kind: FindingClass


def judged(context: CheckContext) -> tuple[Judged, ...]:
    """Every word of the document that is shown, in reading order; empty without a speller."""
    return context.memory.flat("spelling", judged_rows(context))


def judged_rows(context: CheckContext) -> tuple[tuple[Judged, ...], ...]:
    """The same text by text."""
    return context.once("spelling", _judge)


def listed_words(publication: Publication) -> frozenset[str]:
    """The words never questioned: the publication's words, and each word of its names."""
    said = (*publication.words, *publication.names)
    return frozenset(fold(word, Fold.SPELLING) for entry in said for word in entry.split())


def _judge(context: CheckContext) -> tuple[tuple[Judged, ...], ...]:
    speller, memory = context.speller, context.memory
    if not isinstance(speller, Speller):
        return ()
    listed = memory.made(
        "spelling.listed", (context.publication,), lambda: listed_words(context.publication)
    )
    slots = context.picked("spelling.slots", context.slots, _of_sentences)
    read = context.gathered(
        "doubts", lambda given: _doubts(speller, context.tokens(given), listed), slots
    )
    times, changed = memory.count("words", context.rows("words", partial(_counted, context), slots))

    def weigh(said: tuple[Slot, _Doubts]) -> tuple[Judged, ...]:
        slot, (found, _) = said
        return _in_slot(slot, found, times)

    rows = memory.rows("judged", read, weigh)
    asked, _ = memory.count("words asked", memory.rows("words asked", read, _asked))
    if not changed.isdisjoint(asked):
        hanging = {
            number: weigh(said)
            for number, said in enumerate(read)
            if not changed.isdisjoint(said[1].asked)
        }
        rows = memory.replaced("judged", hanging)
    return rows


def _asked(said: tuple[Slot, _Doubts]) -> Mapping[str, int]:
    """The words of the document that the doubts of one text hang on, each counted once."""
    return dict.fromkeys(said[1].asked, 1)


def _of_sentences(slot: Slot) -> bool:
    return slot.role not in _NAMES_ONLY


class _Doubts(NamedTuple):
    """The doubts of one text and the words whose number in the document they hang on."""

    found: tuple[Doubt, ...]
    asked: tuple[str, ...]


def _in_slot(slot: Slot, found: tuple[Doubt, ...], times: Mapping[str, int]) -> tuple[Judged, ...]:
    """The words of one slot that are shown, with the document's counts."""
    said: list[Judged] = []
    for doubt in found:
        weighty = weighed(doubt, times)
        kind = classed(weighty)
        if kind is not None:
            said.append(Judged(slot, _likely(weighty, kind), kind))
    return tuple(said)


def _likely(doubt: Doubt, kind: FindingClass) -> Doubt:
    """The doubt with the candidates worth proposing; a name has none."""
    if kind is FindingClass.NAME:
        return doubt._replace(candidates=(), margins=(), slips=())
    kept = max(1, sum(margin > 0 for margin in doubt.margins))
    return doubt._replace(candidates=doubt.candidates[:kept])


def _counted(context: CheckContext, slot: Slot) -> Counter[str]:
    return Counter(token.word for token in context.words(slot))


def _doubts(speller: Speller, tokens: tuple[Token, ...], listed: frozenset[str]) -> _Doubts | None:
    """The doubts of one text; None where there are none."""
    found = speller.doubts(tokens, listed)
    if not found:
        return None
    said = {word for doubt in found for word in (doubt.token.word, *doubt.candidates)}
    return _Doubts(found, tuple(said))


def findings(
    context: CheckContext, rule: DocumentRule, wanted: Callable[[Judged], bool]
) -> tuple[Finding, ...]:
    """The findings of a rule: on the words it wants."""
    rows = context.memory.rows(
        rule.id, judged_rows(context),
        lambda row: tuple(_finding(rule, one) for one in row if wanted(one)),
    )  # fmt: skip
    return context.memory.flat(rule.id, rows)


def _finding(rule: DocumentRule, one: Judged) -> Finding:
    """The finding of one word, its candidates as suggestions, the best of them as fixes."""
    token = one.doubt.token
    anchor = Anchor(one.slot.address, token.start, token.end)
    meant = one.doubt.candidates
    return rule.finding(
        anchor,
        token.text,
        suggestions=meant,
        fixes=[replacement(anchor, word) for word in meant[:_SHOWN]],
        meant=meant[0] if meant else "",
    )
