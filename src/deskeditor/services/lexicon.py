"""The names register and the words marked correct, of a person and of each publication.

Kept in the store, one value a scope. What is added takes effect with the next check: `enrich` gives
the checks the publication with everything on its lists. Any thread may call.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from deskeditor.domain.errors import KnownError
from deskeditor.domain.lexicon import (
    BadName,
    NameEntry,
    Register,
    Scope,
    enriched,
    register_from_data,
    register_to_data,
)
from deskeditor.domain.ports import Store
from deskeditor.domain.publication import Publication
from deskeditor.language.clitics import NAME_FRONTS, without_front
from deskeditor.language.folding import Fold, fold

_KEY = "lexicon"
_log = logging.getLogger(__name__)


class LexiconBook:
    """Reads and writes the registers of one store."""

    def __init__(self, store: Store, file: Path | None = None) -> None:
        """Nothing is read yet. Where `file`, the store's own, is not there yet, nothing is kept in
        it: checking a text makes no store.
        """
        self._store, self._file = store, file
        self._lock = Lock()
        self._read: dict[str, Register] = {}
        self._enriched: dict[str, tuple[Publication, Publication]] = {}

    def register(self, scope: Scope, publication: str = "") -> Register:
        """What one scope knows."""
        key = _key(scope, publication)
        with self._lock:
            found = self._read.get(key)
            if found is None:
                found = self._read[key] = self._load(key)
            return found

    def _load(self, key: str) -> Register:
        raw = self._store.setting(key)
        try:
            return register_from_data(json.loads(raw)) if raw else Register()
        except ValueError:
            _log.info("the register %s is damaged and begins anew", key)
            return Register()

    def _keep(self, scope: Scope, publication: str, register: Register) -> None:
        key = _key(scope, publication)
        self._store.remember(key, json.dumps(register_to_data(register), ensure_ascii=False))
        with self._lock:
            self._read[key] = register
            self._enriched.clear()

    def add_word(self, word: str, scope: Scope, publication: str = "") -> str:
        """Mark a word correct; answers what was kept (without tashkeel, controls and tatweel).

        Clitics are understood: «وكوتشيلوفا» is right once «كوتشيلوفا» is. A phrase counts word by
        word.

        Raises:
            BadName: there is no word in it.
        """
        kept = self._plain(word)
        held = self.register(scope, publication)
        self._keep(scope, publication, replace(held, words=held.words | {kept}))
        return kept

    def remove_word(self, word: str, scope: Scope, publication: str = "") -> None:
        """Take a word off the list; nothing happens where it is not on it."""
        held = self.register(scope, publication)
        if word in held.words:
            self._keep(scope, publication, replace(held, words=held.words - {word}))

    def words(self, scope: Scope, publication: str = "") -> tuple[str, ...]:
        """The words marked correct, in order."""
        return tuple(sorted(self.register(scope, publication).words))

    def set_name(self, entry: NameEntry, scope: Scope, publication: str = "") -> None:
        """Put a name into the register, in place of the entry of the same name."""
        held = self.register(scope, publication)
        names = MappingProxyType({**held.names, entry.name: entry})
        self._keep(scope, publication, replace(held, names=names))

    def remove_name(self, name: str, scope: Scope, publication: str = "") -> None:
        """Take a name out of the register; nothing happens where it is not in it."""
        held = self.register(scope, publication)
        left = {key: entry for key, entry in held.names.items() if key != name}
        if len(left) != len(held.names):
            self._keep(scope, publication, replace(held, names=MappingProxyType(left)))

    def change(
        self,
        scope: Scope,
        publication: str = "",
        *,
        names: Iterable[NameEntry] = (),
        words: Iterable[str] = (),
        gone_names: Iterable[str] = (),
        gone_words: Iterable[str] = (),
    ) -> Register:
        """Put several names and words into a register and take others out, as one act.

        What somebody else added in between stays.

        Raises:
            BadName: a word has no letter in it; nothing is changed then.
        """
        plain = {self._plain(word) for word in words}
        held = self.register(scope, publication)
        left = {name: entry for name, entry in held.names.items() if name not in set(gone_names)}
        left.update({entry.name: entry for entry in names})
        kept = Register(MappingProxyType(left), (held.words - set(gone_words)) | plain)
        self._keep(scope, publication, kept)
        return kept

    @staticmethod
    def _plain(word: str) -> str:
        kept = " ".join(fold(word, Fold.SPELLING).split())
        if not kept or not any(char.isalpha() for char in kept):
            raise BadName("name-unusable", name=word[:40])
        return kept

    def names(self, scope: Scope, publication: str = "") -> tuple[NameEntry, ...]:
        """The names of the register, in order."""
        held = self.register(scope, publication)
        return tuple(held.names[name] for name in sorted(held.names))

    def enrich(self, publication: Publication) -> Publication:
        """The publication with everything on its list and on the person's own.

        The same object comes back while neither changes. Where the store cannot be read the
        publication stays as it is: a check needs no register.
        """
        held = self._enriched.get(publication.id)
        if held is not None and held[0] == publication:
            return held[1]
        if self._file is not None and not os.path.exists(self._file):  # noqa: PTH110 - a closed home
            return publication
        try:
            registers = self.register(Scope.PUBLICATION, publication.id), self.register(Scope.MINE)
        except KnownError as error:
            _log.info("checking runs without the register: %s", error.code)
            return publication
        full = enriched(publication, *registers)
        self._enriched[publication.id] = (publication, full)
        return full


def _key(scope: Scope, publication: str) -> str:
    if scope is Scope.MINE:
        return f"{_KEY}.mine"
    return f"{_KEY}.publication.{publication}"


def proposals(word: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """What to offer when a person marks a word correct: as it stands, then without a clitic.

    `known` are words of the piece: the form that stands there alone comes before others.
    """
    plain = fold(word, Fold.SPELLING)
    rests = {rest for _, rest in without_front(plain, NAME_FRONTS) if len(rest) > 3}
    alone = frozenset(known)
    return (plain, *sorted(rests, key=lambda form: (form not in alone, -len(form))))
