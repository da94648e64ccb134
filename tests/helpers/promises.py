"""What a desk was promised (`ack KIND NUMBER`), held against what stands in its home."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from deskeditor.domain.article import Article
from deskeditor.domain.document import Paragraph
from deskeditor.media.files import Originals
from deskeditor.store.keeping import SqliteKeeper
from helpers.newsroom import MovingClock, new_store

Promise = tuple[str, int]


def original(number: int) -> bytes:
    """The bytes of the writer's picture of that number."""
    return f"صورة {number} 😀\n".encode() * 400


def read(lines: Iterable[str]) -> list[Promise]:
    """The promises among whole lines."""
    words = [line.split() for line in lines if line.startswith("ack ") and line.endswith("\n")]
    return [(kind, int(number)) for _, kind, number in words]


def broken(home: Path, promised: list[Promise]) -> str:
    """What of the promises does not stand; empty where all do. The store is opened as always."""
    store = new_store(home)
    try:
        damage = SqliteKeeper(home / "store.db", MovingClock()).verify()
        if damage:
            return f"damaged: {damage}"
        newest: dict[str, int] = {}
        for kind, number in promised:
            newest[kind] = max(number, newest.get(kind, 0))
        rows = store.rows()
        if not rows:
            return "the article is gone" if newest else ""
        shown = store.article(rows[0].id)
        kept = [store.revision(one.name).article for one in store.history(rows[0].id)]
        there = {
            "autosave": 0 if shown is None else _number(shown),
            "revision": max(_number(one) for one in kept),
        }
        for kind, number in there.items():
            if number < newest.get(kind, 0):
                return f"{kind} {newest[kind]} was promised, {number} is there"
        for kind, number in promised:
            if kind == "image" and not _stands(home, store.images, number):
                return f"image {number} is lost"
        return ""
    finally:
        store.close()


def _number(one: Article) -> int:
    block = one.document.blocks[0]
    words = block.text.text.split() if isinstance(block, Paragraph) else []
    return int(words[0]) if words else 0


def _stands(home: Path, images: object, number: int) -> bool:
    name = hashlib.sha256(original(number)).hexdigest()
    assert callable(images)
    return bool(images([name])) and Originals(home / "media").verify(name)
