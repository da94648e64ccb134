"""The names register and the words marked correct, of a person and of each publication.

Kept in the store, one value a person and one a publication. What is added takes effect with the
next check: `enrich` gives the checks the publication with everything on its lists. A damaged value
is laid aside as it is, and told before anything is kept in its place. Any thread may call.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from deskeditor.domain.errors import KnownError, StoreError
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
_MINE = f"{_KEY}.mine"
_log = logging.getLogger(__name__)


class LexiconBook:
    """Reads and writes the registers of one store."""

    def __init__(
        self, store: Store, file: Path | None = None, who: Callable[[], str] = str
    ) -> None:
        """Nothing is read yet; `who` answers the login of whoever sits here. Where `file`, the
        store's own, is not there yet, nothing is kept in it: checking a text makes no store.
        """
        self._store, self._file, self._who = store, file, who
        self._lock = Lock()
        self._read: dict[str, Register] = {}
        self._enriched: dict[tuple[str, str], tuple[Publication, Publication]] = {}

    def register(self, scope: Scope, publication: str = "") -> Register:
        """What one scope knows.

        Raises:
            StoreError: it is damaged; told once, and laid aside: it begins anew.
        """
        key = self._key(scope, publication)
        with self._lock:
            found = self._read.get(key)
            if found is None:
                found = self._read[key] = self._load(key)
            return found

    def _load(self, key: str) -> Register:
        stands, raw = self._kept(key)
        try:
            return _register(raw)
        except (TypeError, ValueError) as error:
            aside = self._lay_aside(stands, raw)
            raise StoreError("lexicon-damaged", name=aside) from error

    def _kept(self, key: str) -> tuple[str, str]:
        """Under which key a register stands, and its bytes.

        A person without one begins with what was everybody's before each had their own.
        """
        raw = self._store.setting(key)
        if raw is None and key.startswith(f"{_MINE}."):
            return _MINE, self._store.setting(_MINE) or ""
        return key, raw or ""

    def _lay_aside(self, key: str, raw: str) -> str:
        """Keep a damaged value under another key, and answer that."""
        names = (f"{key}.damaged-{number}" for number in count(1))
        aside = next(name for name in names if self._store.setting(name) is None)
        self._store.remember(aside, raw)
        self._store.remember(key, "")
        _log.info("the register %s is damaged and stands in %s now", key, aside)
        return aside

    def _for_checks(self, scope: Scope, publication: str = "") -> Register:
        """What one scope knows; nothing where it is damaged, which is told where people ask."""
        key = self._key(scope, publication)
        with self._lock:
            found = self._read.get(key)
        if found is not None:
            return found
        try:
            return _register(self._kept(key)[1])
        except (TypeError, ValueError):
            _log.info("checking runs without the damaged register %s", key)
            return Register()

    def _key(self, scope: Scope, publication: str) -> str:
        if scope is Scope.PUBLICATION:
            return f"{_KEY}.publication.{publication}"
        login = self._who()
        return f"{_MINE}.{login}" if login else _MINE

    def _keep(self, scope: Scope, publication: str, register: Register) -> None:
        key = self._key(scope, publication)
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
        if self._file is not None and not os.path.exists(self._file):  # noqa: PTH110 - a closed home
            return publication
        try:
            place = self._who(), publication.id
            held = self._enriched.get(place)
            if held is not None and held[0] == publication:
                return held[1]
            registers = (
                self._for_checks(Scope.PUBLICATION, publication.id), self._for_checks(Scope.MINE),
            )  # fmt: skip
        except KnownError as error:
            _log.info("checking runs without the register: %s", error.code)
            return publication
        full = enriched(publication, *registers)
        self._enriched[place] = (publication, full)
        return full


def _register(raw: str) -> Register:
    """The register of a kept value; an empty one where nothing is kept.

    Raises:
        TypeError, ValueError: it is damaged.
    """
    data = json.loads(raw) if raw else {}
    if not isinstance(data, dict):
        raise TypeError("a register is an object")
    return register_from_data(data)


def proposals(word: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """What to offer when a person marks a word correct: as it stands, then without a clitic.

    `known` are words of the piece: the form that stands there alone comes before others.
    """
    plain = fold(word, Fold.SPELLING)
    rests = {rest for _, rest in without_front(plain, NAME_FRONTS) if len(rest) > 3}
    alone = frozenset(known)
    return (plain, *sorted(rests, key=lambda form: (form not in alone, -len(form))))
