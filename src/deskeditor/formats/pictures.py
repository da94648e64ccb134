"""A picture as an export carries it: bytes ready to be shown, and what is known of the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskeditor.domain.document import Figure
from deskeditor.domain.media import ImageRecord


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One of the sizes of a picture on a page of many files; `name` comes from its bytes.

    `shape` is that of a crop for networks and search engines; empty for the picture in the text.
    """

    name: str
    mime: str
    width: int
    height: int
    data: bytes
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendition: upright, without private metadata. `width` and `height` are its pixels.

    `files` are its sizes for a page whose pictures lie beside it, the widest first; `cards` the
    crops of a page's main picture, one for each shape that the publication wants.
    """

    record: ImageRecord
    data: bytes
    mime: str
    width: int
    height: int
    files: tuple[PictureFile, ...] = ()
    cards: tuple[PictureFile, ...] = ()


def picture_key(figure: Figure, pictures: Mapping[str, Picture]) -> str:
    """Under what name a figure's rendition stands: its own, or that of all uses of the picture."""
    assert figure.media is not None
    return figure.id if figure.id in pictures else figure.media


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


def main_figure(figures: Iterable[Figure]) -> Figure | None:
    """The main picture of a page: the one somebody said is it, or the first; None without any."""
    shown = [figure for figure in figures if figure.media]
    return next((one for one in shown if one.hero), shown[0] if shown else None)
