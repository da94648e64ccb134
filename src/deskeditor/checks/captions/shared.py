"""What the caption rules share: the figures, their addresses, and examples with a picture."""

from __future__ import annotations

import re
from datetime import date

from deskeditor.checks.context import CheckContext
from deskeditor.checks.rule import Example
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Figure, Header, Inline, Paragraph
from deskeditor.domain.media import ImageRecord, Shown
from deskeditor.language.folding import Fold, fold

MEDIA = "a" * 64
_WORD = re.compile(r"\w+")


def at(figure: Figure, part: str) -> Address:
    """The address of a figure's caption, alt or credit."""
    return Address(figure.id, part)


def plain(text: str) -> str:
    """A text's words folded, for comparing one with another."""
    return " ".join(_WORD.findall(fold(text, Fold.SEARCH)))


def arabic_letters(text: str) -> int:
    """How many Arabic letters a text has."""
    return sum("\u0621" <= char <= "\u064a" for char in text)


def latin_letters(text: str) -> int:
    """How many Latin letters a text has."""
    return sum(char.isascii() and char.isalpha() for char in text)


def pictured(
    *figures: Figure,
    body: str = "افتتحت الوزيرة سلمى الكناني مركز المدينة صباح 3 أيار.",
    taken: date | None = None,
    name: str = "",
    elsewhere: tuple[str, ...] = (),
) -> Example:
    """An example: a short piece published on 3 May 2026 with these figures.

    `taken` and `name` are those of the picture's record, `elsewhere` titles of other articles.
    """
    header = Header(headline=Inline("افتتاح مركز المدينة"))
    record = ImageRecord(MEDIA, "image/jpeg", 1600, 900, 1, name=name, taken=taken)
    return Example(
        document=Document(header, (Paragraph("b0", Inline(body)), *figures)),
        details=Details(published_on=date(2026, 5, 3)),
        pictures=Shown({MEDIA: record}, {MEDIA: elsewhere}),
    )


def reads_figures(context: CheckContext) -> tuple[object, ...]:
    """What rules about pictures read: the figures, what is known of them, the piece's own day."""
    return context.figures, context.pictures, context.details.published_on


def reads_dated(context: CheckContext) -> tuple[object, ...]:
    """As `reads_figures`, where the days a caption names count, too."""
    return (*reads_figures(context), context.dates if context.figures else ())


def record_of(context: CheckContext, figure: Figure) -> ImageRecord | None:
    """What the desk knows of a figure's picture; None where nobody told."""
    return context.pictures.records.get(figure.media or "")


def figure(name: str = "f1", **fields: object) -> Figure:
    """A figure that lacks nothing, but for what `fields` say."""
    given: dict[str, object] = {
        "media": MEDIA,
        "caption": Inline("الوزيرة سلمى الكناني تفتتح مركز المدينة في بغداد، 3 أيار"),
        "alt": "امرأة تقص شريطا أمام مبنى زجاجي 🎀",
        "credit": "تصوير: كريم الجبوري",
    }
    given.update(
        {k: Inline(v) if k == "caption" and isinstance(v, str) else v for k, v in fields.items()}
    )
    return Figure(name, **given)  # type: ignore[arg-type]
