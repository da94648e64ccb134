"""What is proposed about a whole block, in the tags of its lines. Pure.

A picture's and a break's own line carry it; of a table every cell does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from deskeditor.domain.document import Suggestion
from deskeditor.domain.document.codec import mark_data, read_mark
from deskeditor.ui.editor.lines import Kind, Tag, packed

#: Lines that begin a block which is proposed whole.
WHOLES = frozenset({Kind.FIGURE, Kind.CELL, Kind.SEPARATOR})
_NAME = "suggested"


def proposed_values(marks: tuple[Suggestion, ...]) -> dict[str, Any]:
    """What a tag's `extra` holds of these; nothing where there are none."""
    return {_NAME: [mark_data(mark) for mark in marks]} if marks else {}


@lru_cache(maxsize=512)
def _read(extra: str) -> tuple[Suggestion, ...]:
    values = Tag(Kind.FIGURE, "", extra=extra).values
    marks = (read_mark(data) for data in values.get(_NAME, ()))
    return tuple(mark for mark in marks if isinstance(mark, Suggestion))


def proposed(tag: Tag) -> tuple[Suggestion, ...]:
    """What a line's tag says is proposed about its block."""
    return _read(tag.extra) if _NAME in tag.extra and tag.kind in WHOLES else ()


def with_proposed(tag: Tag, marks: tuple[Suggestion, ...]) -> Tag:
    """The tag with exactly these proposals about its block."""
    values = {key: value for key, value in tag.values.items() if key != _NAME}
    return Tag(tag.kind, tag.id, tag.direction, packed({**values, **proposed_values(marks)}))
