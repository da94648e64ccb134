"""The vault: who stands behind a pseudonym, sealed, and locked again by itself.

Putting a source in needs no passphrase; reading one does. An opened vault locks after ten minutes
without use, and when the desk closes. Nothing read here is logged, told on the bus, kept in the
store or given to anything that writes: callers show it and let it go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from threading import RLock
from typing import TYPE_CHECKING

from deskeditor.domain.document import Address, Document
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.findings import Anchor
from deskeditor.domain.identities import Identity
from deskeditor.domain.ports import Clock, Ids
from deskeditor.domain.sources import Terms
from deskeditor.language.folding import Fold, fold, folded

if TYPE_CHECKING:
    from nacl.public import PrivateKey

    from deskeditor.media.sealed import SealedFile

#: How long an opened vault stays open without use.
IDLE = timedelta(minutes=10)
#: Characters a passphrase has at least: argon2id makes each try cost 0.7 s, not a guessed word.
LEAST = 12


class Vault:
    """The desk's vault. Thread-safe."""

    def __init__(self, file: SealedFile, clock: Clock, ids: Ids) -> None:
        """Locked."""
        self._file, self._clock, self._ids = file, clock, ids
        self._lock = RLock()
        self._key: PrivateKey | None = None
        self._used: datetime | None = None

    @property
    def exists(self) -> bool:
        """Whether there is a vault."""
        return self._file.exists

    @property
    def is_open(self) -> bool:
        """Whether it can be read now; one that was left alone locks here."""
        with self._lock:
            if self._used is not None and self._clock.now() - self._used >= IDLE:
                self.lock()
            return self._key is not None

    def create(self, passphrase: str) -> None:
        """Make the vault; it is open afterwards.

        Raises:
            BadInput: a passphrase under 12 characters.
            StoreError: there is one already, or it cannot be written.
        """
        _long_enough(passphrase)
        with self._lock:
            self._key = self._file.create(passphrase)
            self._used = self._clock.now()

    def unlock(self, passphrase: str) -> None:
        """Open it; takes about a second.

        Raises:
            StoreError: there is none, the passphrase is wrong, or the file is damaged.
        """
        key = self._file.unlock(passphrase)
        with self._lock:
            self._key, self._used = key, self._clock.now()

    def lock(self) -> None:
        """Lock it now."""
        with self._lock:
            self._key = self._used = None

    def change_passphrase(self, old: str, new: str) -> None:
        """Lock the same entries with another passphrase.

        Raises:
            BadInput, StoreError: as `create` and `unlock`.
        """
        _long_enough(new)
        key = self._file.unlock(old)
        with self._lock:
            self._file.change(key, new)
            self._key, self._used = key, self._clock.now()

    def put(self, identity: Identity) -> Identity:
        """Seal a source; without an id it is a new one. Works while the vault is locked.

        Raises:
            BadInput: no pseudonym or no name.
            StoreError: there is no vault, or it cannot be written.
        """
        if not identity.pseudonym.strip() or not identity.name.strip():
            raise BadInput("vault-incomplete")
        kept = identity if identity.id else replace(identity, id=self._ids.new())
        data = {
            "pseudonym": kept.pseudonym, "name": kept.name, "contact": kept.contact,
            "terms": kept.terms.value, "notes": kept.notes, "known_by": kept.known_by,
        }  # fmt: skip
        with self._lock:
            self._file.put(kept.id, json.dumps(data, ensure_ascii=False).encode())
        return kept

    def identities(self) -> Sequence[Identity]:
        """Everybody in the vault.

        Raises:
            StoreError: it is locked, or damaged.
        """
        with self._lock:
            if not self.is_open or self._key is None:
                raise StoreError("vault-locked")
            self._used = self._clock.now()
            return [_identity(name, raw) for name, raw in self._file.entries(self._key)]

    def drop(self, identity: str) -> None:
        """Take a source out for good.

        Raises:
            StoreError: the vault is locked.
        """
        with self._lock:
            self.identities()
            self._file.drop(identity)

    def leaks(self, document: Document) -> tuple[Anchor, ...]:
        """Where a text names a confidential source or gives a contact of one, in reading order.

        Spelling does not hide it: hamza, tashkeel and digits are folded.

        Raises:
            StoreError: the vault is locked.
        """
        told = [part for one in self.identities() for part in (one.name, one.contact)]
        wanted = {fold(part.strip(), Fold.SEARCH) for part in told if len(part.strip()) > 3}
        return tuple(
            anchor
            for slot in document.slots()
            for anchor in _found(slot.address, slot.text.text, wanted)
        )


def _long_enough(passphrase: str) -> None:
    if len(passphrase) < LEAST:
        raise BadInput("vault-passphrase-short", least=LEAST)


def _identity(name: str, raw: bytes) -> Identity:
    try:
        data = json.loads(raw)
        return Identity(
            name, data["pseudonym"], data["name"], data["contact"], Terms(data["terms"]),
            data["notes"], data["known_by"],
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError("vault-damaged") from error


def _found(address: Address, text: str, wanted: Iterable[str]) -> list[Anchor]:
    plain = folded(text, Fold.SEARCH)
    found = []
    for word in wanted:
        start = plain.text.find(word)
        while start >= 0:
            found.append(Anchor(address, *plain.span(start, start + len(word))))
            start = plain.text.find(word, start + 1)
    return sorted(found)
