"""A picture as an export carries it: bytes ready to be shown, and what is known of the original."""

from __future__ import annotations

from dataclasses import dataclass

from deskeditor.domain.document import Figure
from deskeditor.domain.media import ImageRecord


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendition: upright, without private metadata. `width` and `height` are its pixels."""

    record: ImageRecord
    data: bytes
    mime: str
    width: int
    height: int


def shown_credit(figure: Figure, picture: Picture, word: str) -> str:
    """The credit of this use, or the picture's own, behind `word` («الصورة: رويترز»).

    A credit that says itself what it is («رسم: هيئة التحرير») stands alone.
    """
    record = picture.record
    credit = figure.credit.strip() or record.credit.strip() or record.creator.strip()
    return f"{word}: {credit}" if credit and ":" not in credit else credit


def shown_alt(figure: Figure, picture: Picture) -> str:
    """The alternative text of this use, or the picture's own; empty where nobody wrote one."""
    return figure.alt.strip() or picture.record.alt.strip()
