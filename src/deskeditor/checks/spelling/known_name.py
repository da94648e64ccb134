"""Names and words the desk has on its lists, where they stand in a piece: shown green.

These are no findings: nothing is to be done about them. A name of several words is known only as a
whole; a single word also behind what is joined to its front («وماكغورك»).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from deskeditor.checks.context import CheckContext
from deskeditor.domain.document import Slot
from deskeditor.domain.findings import Anchor, Category, Finding, FindingClass, Severity
from deskeditor.domain.publication import Publication
from deskeditor.domain.words import Bilingual
from deskeditor.language.clitics import name_forms
from deskeditor.language.folding import Fold, fold

ID = "spelling.known-name"
_SAID = Bilingual("«{text}» على قائمة المكتب.", "“{text}” is on the desk’s list.")
_Names = Mapping[str, tuple[tuple[str, ...], ...]]


@lru_cache(maxsize=8)
def _listed(words: frozenset[str], names: frozenset[str]) -> _Names:
    """Every entry by its first word, the longest first."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in words | names:
        parts = tuple(fold(entry, Fold.SPELLING).split())
        if parts:
            found[parts[0]].add(parts)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}


def known_in(context: CheckContext) -> tuple[Finding, ...]:
    """Every place of a listed name or word that a reader sees, in reading order."""
    publication = context.publication
    if not publication.words and not publication.names:
        return ()
    return context.flat(ID, lambda slot: _in_slot(context, slot, publication))


def _in_slot(context: CheckContext, slot: Slot, publication: Publication) -> Iterator[Finding]:
    listed = _listed(publication.words, publication.names)
    words = context.words(slot)
    at = 0
    while at < len(words):
        length = next(
            (len(entry) for form in name_forms(words[at].word) for entry in listed.get(form, ())
             if tuple(word.word for word in words[at + 1 : at + len(entry)]) == entry[1:]),
            0,
        )  # fmt: skip
        if length:
            start, end = words[at].start, words[at + length - 1].end
            text = slot.text.text[start:end]
            yield Finding(
                ID, Category.SPELLING, Severity.HINT, Anchor(slot.address, start, end), text,
                _SAID.format(text=text), kind=FindingClass.KNOWN,
            )  # fmt: skip
        at += length or 1
