"""A file of sealed entries: anybody at the desk may put one in, only the passphrase takes it out.

Owns the file's form and its cryptography, all of it libsodium's: entries are sealed boxes to the
vault's public key; the secret key lies beside them, encrypted with a key that argon2id makes of the
passphrase (256 MiB, 3 passes: about 0.7 s a try). Entries are padded, so that the file does not
tell how long a name is. The passphrase and the opened key are never written anywhere.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from deskeditor.domain.errors import StoreError
from deskeditor.media.files import write_atomically

#: The version this program writes and reads.
VERSION = 1
#: Plain entries are filled up to a multiple of so many bytes.
PADDING = 512
#: The largest file that is read: thousands of entries; larger is no vault of ours.
_MOST = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs: passes, and bytes of memory."""

    passes: int = argon2id.OPSLIMIT_MODERATE
    memory: int = argon2id.MEMLIMIT_MODERATE


class SealedFile:
    """The vault's file. Thread-safety is its owner's; every change replaces the file whole."""

    def __init__(self, path: Path, cost: Cost | None = None) -> None:
        """Nothing is read yet."""
        self._path, self._cost = path, cost or Cost()

    @property
    def exists(self) -> bool:
        """Whether there is a vault."""
        return self._path.exists()

    def create(self, passphrase: str) -> PrivateKey:
        """Make an empty vault and answer its secret key.

        Raises:
            StoreError: `vault-exists`; or it cannot be written.
        """
        if self.exists:
            raise StoreError("vault-exists")
        key = PrivateKey.generate()
        self._write(self._head(key, passphrase) | {"entries": []})
        return key

    def unlock(self, passphrase: str) -> PrivateKey:
        """The secret key.

        Raises:
            StoreError: `vault-missing`, `vault-damaged`, `vault-newer`, `vault-wrong-passphrase`.
        """
        data = self._read()
        try:
            cost = Cost(int(data["passes"]), int(data["memory"]))
            box = SecretBox(_key(passphrase, _raw(data["salt"]), cost))
            key = PrivateKey(box.decrypt(_raw(data["secret"])))
        except CryptoError as error:
            raise StoreError("vault-wrong-passphrase") from error
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError("vault-damaged") from error
        if bytes(key.public_key) != _raw(data["public"]):
            raise StoreError("vault-damaged")
        return key

    def change(self, key: PrivateKey, passphrase: str) -> None:
        """Lock the same entries with another passphrase."""
        data = self._read()
        self._write(self._head(key, passphrase) | {"entries": data["entries"]})

    def put(self, name: str, plain: bytes) -> None:
        """Seal an entry; one of that name gives way. Needs no passphrase."""
        data = self._read()
        box = SealedBox(PublicKey(_raw(data["public"])))
        sealed = _text(box.encrypt(_padded(plain)))
        left = [entry for entry in data["entries"] if entry[0] != name]
        self._write(data | {"entries": [*left, [name, sealed]]})

    def drop(self, name: str) -> None:
        """Take an entry away for good."""
        data = self._read()
        left = [entry for entry in data["entries"] if entry[0] != name]
        self._write(data | {"entries": left})

    def entries(self, key: PrivateKey) -> Sequence[tuple[str, bytes]]:
        """Every entry's name and plain bytes, in the order they came.

        Raises:
            StoreError: `vault-damaged`.
        """
        box = SealedBox(key)
        try:
            return [
                (name, _unpadded(box.decrypt(_raw(one)))) for name, one in self._read()["entries"]
            ]
        except (CryptoError, TypeError, ValueError) as error:
            raise StoreError("vault-damaged") from error

    def _head(self, key: PrivateKey, passphrase: str) -> dict[str, Any]:
        salt = os.urandom(argon2id.SALTBYTES)
        secret = SecretBox(_key(passphrase, salt, self._cost)).encrypt(bytes(key))
        return {
            "v": VERSION, "passes": self._cost.passes, "memory": self._cost.memory,
            "salt": _text(salt), "public": _text(bytes(key.public_key)), "secret": _text(secret),
        }  # fmt: skip

    def _read(self) -> dict[str, Any]:
        try:
            if self._path.stat().st_size > _MOST:
                raise StoreError("vault-damaged")
            data = json.loads(self._path.read_bytes())
        except FileNotFoundError as error:
            raise StoreError("vault-missing") from error
        except (OSError, ValueError) as error:
            raise StoreError("vault-damaged") from error
        if not isinstance(data, dict) or not isinstance(data.get("v"), int):
            raise StoreError("vault-damaged")
        if data["v"] > VERSION:
            raise StoreError("vault-newer")
        return data

    def _write(self, data: dict[str, Any]) -> None:
        raw = json.dumps(data, sort_keys=True).encode()
        write_atomically(self._path, raw, mode=0o600)


def _key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    raw = passphrase.encode("utf-8", "surrogatepass")
    return argon2id.kdf(SecretBox.KEY_SIZE, raw, salt, cost.passes, cost.memory)


def _padded(plain: bytes) -> bytes:
    whole = len(plain).to_bytes(4, "big") + plain
    return whole + bytes(-len(whole) % PADDING)


def _unpadded(raw: bytes) -> bytes:
    size = int.from_bytes(raw[:4], "big")
    if size > len(raw) - 4:
        raise ValueError("padding")
    return raw[4 : 4 + size]


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
