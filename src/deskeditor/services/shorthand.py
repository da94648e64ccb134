"""Shorthand: slips that mend themselves, abbreviations that expand, snippets put in by name.

Kept in the store as JSON, one value a scope: a person's own and their publication's. Where both say
something of the same letters, the person's own counts. A damaged value is as none: it must never
keep anybody from writing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from deskeditor.domain.document import clean_text
from deskeditor.domain.errors import BadInput
from deskeditor.domain.ports import Store

#: The longest letters that are replaced and the longest text they become, in code points.
LONGEST_TYPED, LONGEST_TEXT = 40, 20_000
#: The most entries of one scope.
MOST = 2_000


class Kind(StrEnum):
    """What an entry does."""

    CORRECTION = "correction"  # at the end of the word: a slip becomes the word that was meant
    ABBREVIATION = "abbreviation"  # at the end of the word: letters become a longer text
    SNIPPET = "snippet"  # put in when asked for by name; may have several paragraphs


class Scope(StrEnum):
    """Whose an entry is."""

    PERSON = "person"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Entry:
    """`typed` (a snippet's name) becomes `text`."""

    kind: Kind
    typed: str
    text: str


@dataclass(frozen=True, slots=True)
class Shorthand:
    """All that holds for one person at one publication."""

    words: Mapping[str, str] = field(default_factory=dict)
    snippets: Mapping[str, str] = field(default_factory=dict)


#: What a publication begins with: slips that are no words, so that nothing meant is changed.
FIRST: tuple[Entry, ...] = tuple(
    Entry(Kind.CORRECTION, typed, text)
    for typed, text in (
        ("الى", "إلى"), ("اذا", "إذا"), ("لاكن", "لكن"), ("هاذا", "هذا"), ("هاذه", "هذه"),
        ("ذالك", "ذلك"), ("اللذي", "الذي"), ("اللتي", "التي"),
    )
)  # fmt: skip


class ShorthandBook:
    """Reads and writes the entries of one store."""

    def __init__(self, store: Store) -> None:
        """Nothing is read yet."""
        self._store = store

    def entries(self, scope: Scope, owner: str) -> tuple[Entry, ...]:
        """The entries of a person (by login) or a publication (by id), in their order."""
        raw = self._store.setting(_key(scope, owner))
        if raw is None:
            return FIRST if scope is Scope.PUBLICATION else ()
        try:
            return tuple(Entry(Kind(k), str(t), str(text)) for k, t, text in json.loads(raw))
        except (ValueError, TypeError):
            return ()

    def save(self, scope: Scope, owner: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Keep these entries, durably; empty ones are dropped, the last of equal letters counts.

        Raises:
            BadInput: letters with a space in them, too long, or too many entries.
        """
        kept: dict[tuple[bool, str], Entry] = {}
        for one in entries:
            entry = Entry(one.kind, one.typed.strip(), clean_text(one.text).strip())
            if entry.typed and entry.text:
                _check(entry)
                kept[entry.kind is Kind.SNIPPET, entry.typed] = entry
        if len(kept) > MOST:
            raise BadInput("shorthand-many", limit=MOST)
        said = json.dumps([[e.kind, e.typed, e.text] for e in kept.values()], ensure_ascii=False)
        self._store.remember(_key(scope, owner), said)
        return tuple(kept.values())

    def load(self, login: str, publication: str) -> Shorthand:
        """What holds for this person at this publication."""
        both = (
            *self.entries(Scope.PUBLICATION, publication),
            *self.entries(Scope.PERSON, login),
        )
        return Shorthand(
            {e.typed: e.text for e in both if e.kind is not Kind.SNIPPET},
            {e.typed: e.text for e in both if e.kind is Kind.SNIPPET},
        )


def _key(scope: Scope, owner: str) -> str:
    return f"shorthand:{scope}:{owner}"


def _check(entry: Entry) -> None:
    if entry.kind is not Kind.SNIPPET and any(char.isspace() for char in entry.typed):
        raise BadInput("shorthand-space", typed=entry.typed)
    if len(entry.typed) > LONGEST_TYPED or len(entry.text) > LONGEST_TEXT:
        raise BadInput("shorthand-long", typed=entry.typed[:LONGEST_TYPED])
