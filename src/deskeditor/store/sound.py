"""Whether a row of the store is what its hashes promise; the rules that `rescue` keeps rows by.

Records of images and evidence, the register of sources, names of revisions and settings carry no
hash: a flipped bit that leaves them readable is not noticed. docs/RELIABILITY.md says so too.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from deskeditor.domain.errors import BadInput
from deskeditor.domain.review_codec import read_receipt, read_request
from deskeditor.domain.revision import read_article, read_manifest

Row = Mapping[str, Any]


def as_bytes(value: object) -> bytes:
    """A kept value as bytes, whatever type somebody's UPDATE left it with."""
    return value if isinstance(value, bytes) else str(value).encode()


def revision(row: Row) -> bool:
    """A manifest under its own name."""
    try:
        read_manifest(as_bytes(row["manifest"]), row["name"])
    except BadInput:
        return False
    return True


def journal(row: Row) -> bool:
    """A text under its digest, of the article the row names."""
    raw = as_bytes(row["body"])
    if hashlib.sha256(raw).hexdigest() != row["digest"]:
        return False
    try:
        return str(row["article"]) == read_article(json.loads(raw)).id
    except (BadInput, ValueError):
        return False


def step(row: Row) -> bool:
    """A packed text under its digest."""
    try:
        raw = zlib.decompress(as_bytes(row["body"]))
    except zlib.error:
        return False
    return str(row["digest"]) == hashlib.sha256(raw).hexdigest()


def outbox(row: Row) -> bool:
    """A request, and a receipt where there is one, of the operation the row names."""
    try:
        said = {read_request(as_bytes(row["request"])).operation}
        if row["receipt"] is not None:
            said.add(read_receipt(as_bytes(row["receipt"])).operation)
    except BadInput:
        return False
    return said == {row["operation"]}


#: The check of each table whose rows carry a hash, and the code of what is wrong.
CHECKS: Mapping[str, tuple[Callable[[Row], bool], str]] = {
    "revision": (revision, "damage-revision"),
    "journal": (journal, "damage-journal"),
    "displaced": (journal, "damage-journal"),
    "step": (step, "damage-step"),
    "outbox": (outbox, "damage-request"),
}
