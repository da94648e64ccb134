"""The words of a PDF, in the order they are read.

PDFium gives characters in the order they were drawn: in Arabic that breaks at each harakah and
number. Lines are put together again by where the characters stand, from the right where a line
holds more Arabic than Latin; runs of Latin and digits inside keep their own direction. A page
without characters is a picture; a file of such pages is scanned, and that is no finding.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

#: Pages and characters that are read.
PAGES, CHARACTERS = 2000, 4_000_000

#: Share of a line's height from which a gap is a space; letters that join have none.
_SPACE = 0.07
#: Line ends, noncharacters, and PDFium's sign of a hyphen at a line's end.
_NONE = frozenset({0x2, 0xA, 0xD, 0xFFFE, 0xFFFF})
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN_RUN = re.compile("[%]?[A-Za-z0-9٠-٩](?:[A-Za-z0-9٠-٩.,:/%@_+–-]*[A-Za-z0-9٠-٩])?")
_WORDS = re.compile("[A-Za-z][A-Za-z0-9'.-]*(?: [A-Za-z0-9][A-Za-z0-9'.-]*)+")


class Locked(ValueError):
    """A file that asks for a password."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character where it stands on its page; points, from the lower left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """Across."""
        return (self.left + self.right) / 2


class Document(Protocol):
    """What is needed of a PDF that was opened."""

    def __len__(self) -> int:
        """How many pages it has."""
        ...

    def __getitem__(self, index: int, /) -> Any:
        """One page, counted from 0."""
        ...


def opened(raw: bytes) -> Document:
    """A PDF as PDFium reads it.

    Raises:
        Locked: it asks for a password.
        Exception: whatever PDFium says of a broken one.
    """
    import pypdfium2
    from pypdfium2 import PdfiumError

    try:
        document: Document = pypdfium2.PdfDocument(raw)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Locked from error
        raise
    return document


def read(raw: bytes) -> str:
    """The text of all pages, a line a line; empty where no page has any.

    Raises:
        Locked: it asks for a password.
        Exception: whatever PDFium says of a broken one.
    """
    return "\n".join(page for page in pages(opened(raw)) if page.strip())


def pages(document: Document) -> Iterator[str]:
    """The text of each page that is read, in order; empty where it has none."""
    left = CHARACTERS
    for number in range(min(len(document), PAGES)):
        text = "\n".join(lines_of(list(_glyphs(document[number], left))))
        left -= len(text)
        yield text


def _glyphs(page: object, most: int) -> Iterator[Glyph]:
    from pypdfium2 import raw as pdfium

    text = page.get_textpage()  # type: ignore[attr-defined]
    box = pdfium.FS_RECTF()
    for index in range(min(text.count_chars(), most)):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code in _NONE or 0xD800 <= code < 0xE000 or not code:
            continue
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        # The loose box is as wide as the pen moves, the tight one as the ink: gaps need the first.
        pdfium.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
        if box.right > box.left or not chr(code).isspace():
            yield Glyph(chr(code), box.left, box.right, box.bottom, box.top)


def lines_of(glyphs: list[Glyph]) -> list[str]:
    """The lines of one page, from the top, each in the page's reading order."""
    return [text for text, _ in _lines(glyphs)]


def height_of(page: Any, line: int) -> float:
    """How far down its page a line stands (counted from 0), from 0 to 1."""
    lines = _lines(list(_glyphs(page, CHARACTERS)))
    high = float(page.get_size()[1])
    if not lines or high <= 0:
        return 0.0
    return min(1.0, max(0.0, 1 - lines[min(line, len(lines) - 1)][1] / high))


def _lines(glyphs: list[Glyph]) -> list[tuple[str, float]]:
    """Each line of a page with where its top stands, in points from the page's foot."""
    marks = [g for g in glyphs if unicodedata.combining(g.text)]
    bases = [g for g in glyphs if not unicodedata.combining(g.text)]
    lines: list[list[Glyph]] = []
    for glyph in sorted(bases, key=lambda g: -(g.bottom + g.top)):
        line = next((ln for ln in lines[-3:] if _beside(ln[-1], glyph)), None)
        if line is None:
            lines.append([glyph])
        else:
            line.append(glyph)
    rtl = _is_rtl(bases)
    made = (
        (
            _line(line, marks, rtl=_is_rtl(line) or (rtl and any(_is_arabic(g) for g in line))),
            max(glyph.top for glyph in line),
        )
        for line in lines
    )
    return [(text, top) for line, top in made if (text := " ".join(line.split()))]


def _is_rtl(glyphs: list[Glyph]) -> bool:
    arabic = sum(map(_is_arabic, glyphs))
    return arabic > 0 and arabic * 2 >= sum(g.text.isalpha() for g in glyphs)


def _is_arabic(glyph: Glyph) -> bool:
    return bool(_ARABIC.match(glyph.text))


def _beside(one: Glyph, other: Glyph) -> bool:
    """Whether two characters overlap upright by most of the smaller one."""
    over = min(one.top, other.top) - max(one.bottom, other.bottom)
    return over >= 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _line(line: list[Glyph], marks: list[Glyph], *, rtl: bool) -> str:
    placed = sorted(line, key=lambda g: g.middle, reverse=rtl)
    runs: list[str] = []
    for before, glyph in zip([None, *placed], placed, strict=False):
        if before is not None and _gap(before, glyph) > _SPACE * (glyph.top - glyph.bottom):
            runs.append(" ")
        runs.append(_plain(glyph.text) + _harakat(glyph, marks))
    text = "".join(runs)
    if not rtl:
        return text
    text = _LATIN_RUN.sub(lambda run: run.group()[::-1], text)
    return _WORDS.sub(lambda run: " ".join(run.group().split(" ")[::-1]), text)


def _harakat(base: Glyph, marks: list[Glyph]) -> str:
    """The marks that stand over a letter: those whose middle lies within it."""
    over = [m for m in marks if base.left <= m.middle < base.right and _beside(base, m)]
    return "".join(mark.text for mark in over)


def _gap(one: Glyph, other: Glyph) -> float:
    return max(one.left, other.left) - min(one.right, other.right)


def _plain(text: str) -> str:
    """Presentation forms as the letters they are; a ligature in reading order from the right."""
    if not _FORMS.fullmatch(text):
        return text
    return unicodedata.normalize("NFKC", text)
