"""Blocks proposed whole on the page: pictures with their words, tables, breaks."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock

from deskeditor.domain.document import Suggestion
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.rendering import set_tag
from deskeditor.ui.editor.structure import group_of
from deskeditor.ui.editor.whole_tags import WHOLES, proposed, with_proposed


def leader(block: QTextBlock) -> QTextBlock | None:
    """The first line of the block proposed whole that this line is part of, or None."""
    first = group_of(block)[0]
    return first if tag_of(first).kind in WHOLES else None


def proposed_here(block: QTextBlock) -> tuple[Suggestion, ...]:
    """What is proposed about the whole block a line is part of."""
    first = leader(block)
    return proposed(tag_of(first)) if first is not None else ()


def propose(first: QTextBlock, marks: tuple[Suggestion, ...]) -> None:
    """Let a whole block, named by its first line, carry exactly these proposals."""
    own, block = tag_of(first), first
    while block.isValid() and tag_of(block).id == own.id:
        if tag_of(block).kind is own.kind:
            set_tag(block, with_proposed(tag_of(block), marks))
        block = block.next()
