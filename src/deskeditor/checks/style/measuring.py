"""The numbers of a piece's reading: counted text by text, summed over the document."""

from __future__ import annotations

from typing import NamedTuple

from deskeditor.checks.context import CheckContext
from deskeditor.checks.style.hidden_actor import hiding_in
from deskeditor.checks.style.long_sentence import RULE as LONG_SENTENCE
from deskeditor.checks.style.nominal import nouns_in
from deskeditor.checks.style.reading import PROSE, sentences
from deskeditor.domain.document import Slot
from deskeditor.domain.reading import Reading


class _Counts(NamedTuple):
    lengths: tuple[int, ...]
    hidden: int
    nouns: int


def reading_of(context: CheckContext) -> Reading:
    """How the document's running text reads."""
    lengths: list[int] = []
    hidden, nouns = 0, 0
    for slot in context.slots:
        if slot.role in PROSE:
            counts = context.per_slot("reading", slot, lambda given: _counts(context, given))
            lengths.extend(counts.lengths)
            hidden += counts.hidden
            nouns += counts.nouns
    if not lengths:
        return Reading()
    lengths.sort()
    most = LONG_SENTENCE.told(context, "most", int)
    return Reading(
        sentences=len(lengths), words=sum(lengths), median=lengths[len(lengths) // 2],
        longest=lengths[-1], long=sum(length > most for length in lengths),
        hidden=hidden, nouns=nouns,
    )  # fmt: skip


def _counts(context: CheckContext, slot: Slot) -> _Counts:
    read = sentences(context, slot)
    lengths = tuple(len(sentence.words) for sentence in read)
    return _Counts(lengths, len(hiding_in(slot)), sum(map(nouns_in, read)))
