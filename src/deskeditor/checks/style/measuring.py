"""The numbers of a piece's reading: counted text by text, summed over the document."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import chain
from operator import itemgetter
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


#: The fields of counts, read without a step of Python each: hundreds of rows with every key.
_LENGTHS, _HIDDEN, _NOUNS = map(itemgetter, range(3))


def reading_of(context: CheckContext) -> Reading:
    """How the document's running text reads."""
    rows = context.rows("reading", partial(_counts, context))
    return context.memory.made("reading", (rows,), lambda: _summed(context, rows))


def _summed(context: CheckContext, rows: tuple[_Counts, ...]) -> Reading:
    lengths = sorted(chain.from_iterable(map(_LENGTHS, rows)))
    if not lengths:
        return Reading()
    hidden = sum(map(_HIDDEN, rows))
    nouns = sum(map(_NOUNS, rows))
    most = LONG_SENTENCE.told(context, "most", int)
    return Reading(
        sentences=len(lengths), words=sum(lengths), median=lengths[len(lengths) // 2],
        longest=lengths[-1], long=len(lengths) - bisect_right(lengths, most),
        hidden=hidden, nouns=nouns,
    )  # fmt: skip


def _counts(context: CheckContext, slot: Slot) -> _Counts:
    if slot.role not in PROSE:
        return _Counts((), 0, 0)
    read = sentences(context, slot)
    lengths = tuple(len(sentence.words) for sentence in read)
    return _Counts(lengths, len(hiding_in(context, slot)), sum(map(nouns_in, read)))
