"""Marks and tags as properties of Qt's formats, so that undo, copy and paste carry them.

A character format holds one property: its marks, as canonical JSON. A paragraph format holds one:
its line's tag. Nothing about looks is kept in character formats; see `overlay`.
"""

from __future__ import annotations

import json
from functools import lru_cache

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextFormat

from deskeditor.domain.document import Emphasis, Mark, Strong, Suggestion
from deskeditor.domain.document.codec import DamagedDocument, mark_data, read_mark
from deskeditor.domain.document.inline import mark_order
from deskeditor.ui.editor.lines import Kind, Tag, read_tag

_USER = QTextFormat.Property.UserProperty.value
#: Character property: the marks. Paragraph property: the tag.
MARKS, TAG = _USER + 1, _USER + 2
#: Character property: this character only shows an isolate's end and is no text.
GUARD = _USER + 3
#: The object type of a picture's character.
PICTURE = QTextFormat.ObjectTypes.UserObject.value + 1
#: Marks that go on when one types at their end; all others end where they end.
STICKY = (Strong, Emphasis)
_LOST = Tag(Kind.PARAGRAPH, "")


@lru_cache(maxsize=4096)
def write_marks(marks: tuple[Mark, ...]) -> str:
    """Marks as text for the property; no marks as the empty string."""
    if not marks:
        return ""
    data = [mark_data(mark) for mark in sorted(set(marks), key=mark_order)]
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=4096)
def read_marks(raw: str) -> tuple[Mark, ...]:
    """The marks written by `write_marks`; what cannot be read is no mark."""
    if not raw:
        return ()
    try:
        return tuple(read_mark(data) for data in json.loads(raw))
    except (ValueError, KeyError, DamagedDocument):
        return ()


def char_format(marks: tuple[Mark, ...] = ()) -> QTextCharFormat:
    """A character format that carries these marks and nothing else."""
    made = QTextCharFormat()
    if marks:
        made.setProperty(MARKS, write_marks(marks))
    return made


def marks_raw(made: QTextCharFormat) -> str:
    """The marks property of a format, as text."""
    return made.property(MARKS) or ""


def marks_of(made: QTextCharFormat) -> tuple[Mark, ...]:
    """The marks a character format carries."""
    raw = made.property(MARKS)
    return read_marks(raw) if raw else ()


def has_tag(block: QTextBlock) -> bool:
    """Whether a paragraph carries a tag of ours."""
    return bool(block.blockFormat().property(TAG))


def tag_of(block: QTextBlock) -> Tag:
    """The tag a paragraph carries; one without is a paragraph with no id yet."""
    raw = block.blockFormat().property(TAG)
    return read_tag(raw) if raw else _LOST


def typing_marks(before: tuple[Mark, ...], after: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks of a character typed between two others: what encloses it, and what is sticky.

    Never a suggestion: what is typed into somebody's proposal is no part of it.
    """
    return tuple(
        mark
        for mark in before
        if isinstance(mark, STICKY) or (mark in after and not isinstance(mark, Suggestion))
    )
