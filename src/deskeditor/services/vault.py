"""The vault: who stands behind a pseudonym, sealed, and locked again by itself.

Putting a source in needs no passphrase; reading one does. An opened vault locks after ten minutes
without use, and when the desk closes. Nothing read here is logged, told on the bus, kept in the
store or given to anything that writes: callers show it and let it go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import RLock
from typing import TYPE_CHECKING

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address
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
#: Characters of a pseudonym, a name or a contact, and of the notes.
LINE, NOTES = 300, 4000


@dataclass(frozen=True, slots=True)
class Leaks:
    """Where an article gives a source away.

    `anchors` are the places in its text, in reading order; `beside` counts those in its comments
    and in what was confirmed of its quotations.
    """

    anchors: tuple[Anchor, ...] = ()
    beside: int = 0

    @property
    def count(self) -> int:
        """How many places there are in all."""
        return len(self.anchors) + self.beside


class Vault:
    """The desk's vault. Thread-safe; `lock` never waits for the file or for a passphrase."""

    def __init__(self, file: SealedFile, clock: Clock, ids: Ids) -> None:
        """Locked."""
        self._file, self._clock, self._ids = file, clock, ids
        self._files = RLock()  # the file: one reader or writer at a time
        self._lock = RLock()  # the key; never held while the file is touched
        self._locked = 0  # how often it was locked: who opened it meanwhile comes too late
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
        locked = self._locked
        with self._files:
            self._opened(self._file.create(passphrase), locked)

    def unlock(self, passphrase: str) -> None:
        """Open it; takes about a second.

        Raises:
            StoreError: there is none, the passphrase is wrong, or the file is damaged.
        """
        locked = self._locked
        self._opened(self._file.unlock(passphrase), locked)

    def lock(self) -> None:
        """Lock it now; an opening that is under way does not open it any more."""
        with self._lock:
            self._locked += 1
            self._key = self._used = None

    def _opened(self, key: PrivateKey, locked: int) -> None:
        """Keep the key, unless somebody locked the vault since it was locked `locked` times."""
        with self._lock:
            if self._locked == locked:
                self._key, self._used = key, self._clock.now()

    def change_passphrase(self, old: str, new: str) -> None:
        """Lock the same entries with another passphrase.

        Raises:
            BadInput, StoreError: as `create` and `unlock`.
        """
        _long_enough(new)
        locked = self._locked
        key = self._file.unlock(old)
        with self._files:
            self._file.change(key, new)
            self._opened(key, locked)

    def put(self, identity: Identity) -> Identity:
        """Seal a source; without an id it is a new one. Works while the vault is locked.

        Raises:
            BadInput: no pseudonym or no name, or a text too long; nothing is ever cut.
            StoreError: there is no vault, or it cannot be written.
        """
        if not identity.pseudonym.strip() or not identity.name.strip():
            raise BadInput("vault-incomplete")
        lines = (identity.pseudonym, identity.name, identity.contact)
        if any(len(each) > LINE for each in lines):
            raise BadInput("vault-line-long", most=LINE)
        if len(identity.notes) > NOTES:
            raise BadInput("vault-notes-long", most=NOTES)
        kept = identity if identity.id else replace(identity, id=self._ids.new())
        data = {
            "pseudonym": kept.pseudonym, "name": kept.name, "contact": kept.contact,
            "terms": kept.terms.value, "notes": kept.notes, "known_by": kept.known_by,
        }  # fmt: skip
        with self._files:
            self._file.put(kept.id, json.dumps(data, ensure_ascii=False).encode())
        return kept

    def identities(self) -> Sequence[Identity]:
        """Everybody in the vault; reading it is using it.

        Raises:
            StoreError: it is locked, or damaged.
        """
        return self._entries(used=True)

    def _entries(self, *, used: bool) -> list[Identity]:
        with self._lock:
            if not self.is_open or self._key is None:
                raise StoreError("vault-locked")
            key = self._key
            if used:
                self._used = self._clock.now()
        with self._files:
            return [_identity(name, raw) for name, raw in self._file.entries(key)]

    def drop(self, identity: str) -> None:
        """Take a source out for good.

        Raises:
            StoreError: the vault is locked.
        """
        with self._files:
            self.identities()
            self._file.drop(identity)

    def leaks(self, article: Article) -> Leaks:
        """Where an article names a confidential source or gives a contact of one.

        Read are its text, its comments and what people confirmed of its quotations. Spelling does
        not hide it: hamza, tashkeel and digits are folded. This is no use of the vault: it is asked
        after every pause in typing, and must not keep the vault open.

        Raises:
            StoreError: the vault is locked.
        """
        told = [part for one in self._entries(used=False) for part in (one.name, one.contact)]
        wanted = {fold(part.strip(), Fold.SEARCH) for part in told if len(part.strip()) > 3}
        anchors = tuple(
            anchor
            for slot in article.document.slots()
            for anchor in _found(slot.address, slot.text.text, wanted)
        )
        said = [fold(text, Fold.SEARCH) for text in _beside(article)]
        return Leaks(anchors, sum(any(word in text for word in wanted) for text in said))


def _beside(article: Article) -> Iterator[str]:
    """What stands with an article and not in its text: it goes to the board all the same."""
    for thread in article.document.threads:
        for message in thread.messages:
            yield message.text
    shown = "\n".join(slot.text.text for slot in article.document.slots())
    for item in article.ledger:
        yield item.speaker
        for text in {item.text, *(each.text for each in item.signed)}:
            if text not in shown:
                yield text
        if item.ruling is not None:
            yield item.ruling.note


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
