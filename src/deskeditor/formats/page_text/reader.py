"""Reads a page saved as plain text into a Document and the details beside it.

Owns the way from placed lines to blocks. Nothing a page says is dropped: what is no part of the
article goes to the details, to a note to the desk, or is told in the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from deskeditor.domain.article import Details, PublishStamp
from deskeditor.domain.document import (
    HEADER,
    Address,
    Block,
    CommentMark,
    Direction,
    Document,
    Figure,
    Header,
    Heading,
    Inline,
    Note,
    Paragraph,
    Separator,
    Span,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.ports import Ids
from deskeditor.domain.words import Bilingual
from deskeditor.formats.decoding import DecodedText, decode, holdable
from deskeditor.formats.guard import MEGABYTE, display_name, read_bytes
from deskeditor.formats.imported import IMPORT_AUTHOR, Imported
from deskeditor.formats.page_text import wording
from deskeditor.formats.page_text.anatomy import Part, Placed, place
from deskeditor.formats.page_text.cues import language_of
from deskeditor.formats.page_text.lines import split

#: Twenty megabytes of text are some 2,000 articles: what is larger is no page.
MAX_BYTES = 20 * MEGABYTE

_HEADER_PARTS = (Part.KICKER, Part.HEADLINE, Part.DECK, Part.BYLINE, Part.DATELINE)


def read_page_file(path: Path, ids: Ids, at: datetime) -> Imported:
    """The page in a file of at most `MAX_BYTES`; `at` (UTC) dates the reader's comments.

    Raises:
        BadInput: missing, a folder, empty, too large, unreadable, or no text.
    """
    name = display_name(path)
    return read_page(decode(read_bytes(path, MAX_BYTES), name), ids, at, origin=name)


def read_page(source: DecodedText | str, ids: Ids, at: datetime, origin: str = "") -> Imported:
    """The page in a text; a plain string is what a person pasted."""
    decoded = holdable(source) if isinstance(source, str) else source
    page = split(decoded.text)
    language = language_of(decoded.text)
    builder = _Builder(ids, at, language)
    for placed in place(page.lines, language):
        builder.add(placed)
    builder.finish(page.spaces_only, decoded)
    return Imported(
        document=builder.document(),
        details=replace(builder.details, origin=origin),
        notes=tuple(builder.notes),
        origins=builder.origins,
        text=decoded.text,
        encoding=decoded.encoding,
    )


@dataclass
class _Builder:
    """Takes placed lines in order and keeps what becomes of them."""

    ids: Ids
    at: datetime
    language: str
    header: dict[str, Inline] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    details: Details = field(default_factory=Details)
    notes: list[Bilingual] = field(default_factory=list)
    origins: dict[Address, int] = field(default_factory=dict)
    hero: Figure | None = None

    def add(self, placed: Placed) -> None:
        """Put one line where it belongs."""
        line, part = placed.line, placed.part
        if part in _HEADER_PARTS and part.value not in self.header:
            self.header[part.value] = self._marked(placed)
            self.origins[Address(HEADER, part.value)] = line.start
        elif part is Part.MASTHEAD:
            self._tell(placed)
            self.details = replace(self.details, masthead=(*self.details.masthead, line.text))
            self.origins[self.details.slots()[-1].address] = line.start
        elif part is Part.STAMP and placed.stamp:
            self._stamp(placed.stamp)
        elif part is Part.HERO_TITLE or (part is Part.HERO_CAPTION and not self._hero_captioned()):
            self._hero(placed)
        else:
            self._block(placed)

    def _marked(self, placed: Placed) -> Inline:
        """The line's text, with a comment on all of it where the reader is unsure."""
        self._tell(placed)
        text = placed.line.text
        if placed.doubt is None:
            return Inline(text)
        said = wording.DOUBTS[placed.doubt].pick(self.language)
        thread = Thread(self.ids.new(), (ThreadMessage(IMPORT_AUTHOR, self.at, said),))
        self.threads.append(thread)
        return Inline(text, (Span(0, len(text), CommentMark(thread.id)),))

    def _tell(self, placed: Placed) -> None:
        if placed.doubt is not None:
            said, line = wording.DOUBTS[placed.doubt], placed.line.number
            self.notes.append(
                Bilingual(
                    wording.AT_LINE.ar.format(line=line, said=said.ar),
                    wording.AT_LINE.en.format(line=line, said=said.en),
                )
            )

    def _stamp(self, found: PublishStamp) -> None:
        """The first stamp, and under it the words of those that follow (an update, a bare date)."""
        stamp = self.details.stamp
        if stamp is not None:
            more = " ".join(part for part in (found.label, found.text) if part)
            text = f"{stamp.text}\n{more}" if stamp.text else more
            found = PublishStamp(stamp.label, text, stamp.day or found.day)
        self.details = replace(self.details, stamp=found, published_on=found.day)

    def _hero_captioned(self) -> bool:
        return self.hero is not None and bool(self.hero.caption)

    def _hero(self, placed: Placed) -> None:
        figure = self.hero or Figure(self.ids.new(), hero=True)
        if self.hero is None:
            self.blocks.append(figure)
        if placed.part is Part.HERO_TITLE:
            self._tell(placed)
            title = f"{figure.title}\n{placed.line.text}" if figure.title else placed.line.text
            figure = replace(figure, title=title)
        else:
            figure = replace(figure, caption=self._marked(placed))
            self.origins[Address(figure.id, "caption")] = placed.line.start
        self.blocks = [figure if block.id == figure.id else block for block in self.blocks]
        self.hero = figure

    def _block(self, placed: Placed) -> None:
        line, block_id = placed.line, self.ids.new()
        if placed.part is Part.RULE:
            self.blocks.append(Separator(block_id))
            self.notes.append(wording.RULES.format(line=line.number, text=line.text))
            return
        text = self._marked(placed)
        if placed.part in (Part.CAPTION, Part.HERO_CAPTION):
            self.blocks.append(Figure(block_id, caption=text))
            self.origins[Address(block_id, "caption")] = line.start
            return
        block: Block = Paragraph(block_id, text)
        if placed.part is Part.SUBHEAD:
            block = Heading(block_id, text)
        elif placed.part is Part.FURNITURE:
            block = Note(block_id, text, IMPORT_AUTHOR)
        self.blocks.append(block)
        self.origins[Address(block_id)] = line.start

    def finish(self, spaces_only: Sequence[int], decoded: DecodedText) -> None:
        """Tell what concerns the whole page."""
        self.notes[:0] = [
            *_encoding_notes(decoded),
            *self._stamp_notes(),
            *([] if "headline" in self.header else [wording.NO_HEADLINE]),
            *self._picture_notes(),
        ]
        if spaces_only:
            listed = ", ".join(str(number) for number in spaces_only)
            self.notes.append(wording.SPACES_ONLY.format(lines=listed))

    def _stamp_notes(self) -> list[Bilingual]:
        stamp = self.details.stamp
        if stamp is None:
            return [wording.NO_STAMP]
        if stamp.day is not None:
            return []
        if stamp.text:
            return [wording.VAGUE_DAY.format(text=stamp.text)]
        return [wording.NO_DAY.format(label=stamp.label)]

    def _picture_notes(self) -> list[Bilingual]:
        count = sum(isinstance(block, Figure) for block in self.blocks)
        return [wording.PICTURES.format(count=count)] if count else []

    def document(self) -> Document:
        """The document read so far."""
        direction = Direction.RTL if self.language == "ar" else Direction.LTR
        return Document(
            header=Header(**self.header),
            blocks=tuple(self.blocks),
            threads=tuple(self.threads),
            language=self.language,
            direction=direction,
        )


def _encoding_notes(decoded: DecodedText) -> list[Bilingual]:
    notes = []
    if decoded.encoding in wording.ENCODING_NAMES:
        named = wording.ENCODING_NAMES[decoded.encoding]
        notes.append(wording.ENCODING.format(encoding=named))
    if decoded.lost:
        notes.append(wording.LOST.format(count=decoded.lost))
    return notes
