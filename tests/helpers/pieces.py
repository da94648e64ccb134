"""Small articles for tests, and the seed page where a checkout has it beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from deskeditor.domain.document import Document, Header, Inline, Paragraph
from helpers.repository import ROOT

SEED = ROOT / "../shared/seed"


def piece(*paragraphs: str, headline: str = "") -> Document:
    """A document of paragraphs b0, b1, …"""
    blocks = tuple(Paragraph(f"b{n}", Inline(text)) for n, text in enumerate(paragraphs))
    return Document(Header(headline=Inline(headline)), blocks)


def seed_available() -> bool:
    """Whether the shared seed page lies beside the checkout."""
    return (SEED / "article_gold.json").exists()


def seed() -> tuple[Document, dict[str, int], dict[str, Any]]:
    """The seed page line by line, the offset of each block in it, and its annotation."""
    text = Path(SEED / "article.txt").read_text("utf-8")
    offsets: dict[str, int] = {}
    start = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        offsets[f"b{number}"] = start
        start += len(line) + 1
    gold = json.loads(Path(SEED / "article_gold.json").read_text("utf-8"))
    return piece(*lines), offsets, gold
