"""How long a document's body is: the one count the library, the checklist and `check` all tell.

The body is what is read on: no header, captions or notes to the desk. Pending suggestions count as
if they were taken: what is proposed away is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskeditor.domain.document.blocks import Block
from deskeditor.domain.document.document import Document, Role, Slot, block_slots
from deskeditor.domain.document.inline import Inline, Suggestion
from deskeditor.domain.document.proposals import is_struck, live

#: What a slot of the body is to the reader.
BODY = frozenset(
    {Role.PARAGRAPH, Role.HEADING, Role.QUOTATION, Role.ATTRIBUTION, Role.LIST_ITEM, Role.CELL}
)
#: From a word's first letter or digit to the next white space: one match a word.
_WORD = re.compile(r"[^\W_]\S*")


def count_words(text: str) -> int:
    """How many words `text` has: what stands between white space and holds a letter or digit."""
    return len(_WORD.findall(text))


def body_slots(document: Document) -> Iterator[Slot]:
    """The texts of the body, in reading order."""
    return (slot for block in document.blocks for slot in _block_slots(block))


def _block_slots(block: Block) -> Iterator[Slot]:
    if is_struck(block):
        return iter(())
    return (slot for slot in block_slots(block) if slot.role in BODY)


def text_read(text: Inline) -> str:
    """The characters people read, every suggestion taken."""
    if any(isinstance(span.mark, Suggestion) for span in text.spans):
        return live(text).text
    return text.text


def body_words(document: Document) -> int:
    """How many words the body has."""
    return sum(block_words(block) for block in document.blocks)


def block_words(block: Block) -> int:
    """How many words of the body one block has."""
    return sum(count_words(text_read(slot.text)) for slot in _block_slots(block))
