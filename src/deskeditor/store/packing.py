"""Articles as the bytes that are kept, without writing again what has not changed.

A writer changes one paragraph between two saves. Blocks are immutable, so what was worked out of a
block holds as long as the very same block stands in the text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from deskeditor.domain.article import Article
from deskeditor.domain.document import Block
from deskeditor.domain.document.codec import block_data, canonical, canonical_text
from deskeditor.domain.document.measure import block_words
from deskeditor.domain.revision import article_data

#: Where the blocks go: no text can hold these characters, for in a text its quotes are escaped.
_EMPTY = '"document":{"blocks":['


@dataclass(frozen=True, slots=True)
class Packed:
    """An article's canonical bytes, their sha256, and how many words its body has."""

    raw: bytes
    digest: str
    words: int


def packed(article: Article) -> tuple[bytes, str]:
    """An article's canonical bytes and their sha256."""
    raw = canonical(article_data(article))
    return raw, hashlib.sha256(raw).hexdigest()


class Packer:
    """Packs one version of an article after another; remembers the blocks of the last one."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._last: dict[int, tuple[Block, str, int]] = {}

    def pack(self, article: Article) -> Packed:
        """The same bytes as `packed`. Two threads at once only cost each other the remembering."""
        last, now = self._last, {}
        texts: list[str] = []
        words = 0
        for block in article.document.blocks:
            known = last.get(id(block))  # the block is held, so its id is nobody else's
            if known is None:
                known = block, canonical_text(block_data(block)), block_words(block)
            now[id(block)] = known
            texts.append(known[1])
            words += known[2]
        self._last = now
        before, gap, after = canonical_text(article_data(article, [])).partition(_EMPTY)
        raw = f"{before}{gap}{','.join(texts)}{after}".encode()
        return Packed(raw, hashlib.sha256(raw).hexdigest(), words)
