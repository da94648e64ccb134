"""Packing one version after another gives the very bytes of packing each alone."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

from deskeditor.domain.article import Article
from deskeditor.domain.document import Block, Inline, Paragraph, Separator, Thread
from deskeditor.domain.document.document import ThreadMessage
from deskeditor.domain.document.measure import body_words
from deskeditor.store.packing import Packer, packed
from helpers.newsroom import article

#: Text that looks like the bytes it is written into.
TRAP = 'قال: "document":{"blocks":[],"dir":"rtl"} \\" 😀'


def same(packer: Packer, one: Article) -> None:
    got = packer.pack(one)
    assert (got.raw, got.digest) == packed(one)
    assert got.words == body_words(one.document)


def test_one_version_after_another() -> None:
    chance, packer, one = random.Random(5), Packer(), article(TRAP, slug=TRAP)
    blocks: list[Block] = list(one.document.blocks)
    for number in range(200):
        match chance.randrange(4):
            case 0:
                blocks.insert(chance.randrange(len(blocks) + 1), Separator(f"s{number}"))
            case 1:
                del blocks[chance.randrange(len(blocks)) :][1:2]
            case _:
                text = Inline(f"{number} {TRAP} وزارة 25")
                blocks.insert(chance.randrange(len(blocks) + 1), Paragraph(f"p{number}", text))
        one = replace(one, document=replace(one.document, blocks=tuple(blocks)))
        same(packer, one)


def test_equal_blocks_that_are_other_objects_are_written_as_they_are() -> None:
    packer, one = Packer(), article()
    same(packer, one)
    talk = Thread("t1", (ThreadMessage("noor", datetime(2026, 1, 1, tzinfo=UTC), TRAP),))
    twin = replace(one.document.blocks[0])
    same(packer, replace(one, document=replace(one.document, blocks=(twin,), threads=(talk,))))
    same(packer, replace(one, document=replace(one.document, blocks=())))
