"""Writing an article out: the format by its name, its pictures made ready, the file whole or not.

Everything is prepared in memory first; the file is put in place in one step, so an export that
fails leaves what was there before.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure, Note, proposals
from deskeditor.domain.errors import BadInput
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.publication import Limits, Publication
from deskeditor.domain.review import State
from deskeditor.domain.validity import is_valid, validity
from deskeditor.domain.words import Bilingual
from deskeditor.formats.guard import display_name
from deskeditor.formats.pictures import Picture, main_figure
from deskeditor.formats.published import published
from deskeditor.media.files import make_folder, write_atomically
from deskeditor.media.images import Kind, Request
from deskeditor.services.exported_page import Former
from deskeditor.services.images import Images
from deskeditor.services.renditions import as_used, in_text

if TYPE_CHECKING:
    from deskeditor.formats.html import HtmlWriter


class Writer(Protocol):
    """Makes the bytes of one format."""

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The file's bytes; the same article always gives the same ones."""
        ...


#: What a picture is made into, by format: browsers show WebP, word processors do not all.
_KINDS: Mapping[str, Kind] = {"html": "webp", "docx": "jpeg", "ninjs": "jpeg", "fragment": "jpeg"}
#: How the files of a format end, without the dot.
ENDINGS: Mapping[str, str] = {
    "html": "html", "docx": "docx", "markdown": "md", "ninjs": "json", "text": "txt",
    "fragment": "html",
}  # fmt: skip

#: The folder of a web page's pictures: what our pages do not name in it is not ours.
IMAGES = "images"
PAGE = "index.html"


class FragmentWriter:
    """The article's HTML without a page around it, to be pasted into a publishing system."""

    def __init__(self, html: HtmlWriter) -> None:
        """Written by `html`."""
        self._html = html

    def write(
        self, article: Article, publication: Publication, pictures: Mapping[str, Picture]
    ) -> bytes:
        """The fragment in UTF-8, its pictures inside it."""
        return self._html.fragment(article, publication, pictures).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Copied:
    """An article as a clipboard carries it: for those who take HTML, and for those who do not."""

    html: str
    text: str


_RETRACTED = Bilingual(
    "سُحبت هذه المادة من النشر، وما صُدّر لا يقول ذلك: لا تنشره.",
    "This article was retracted, and what was written does not say so: do not publish it.",
)
_NOTES = Bilingual("ملاحظات للتحرير لا تُصدَّر: {n}.", "Notes to the desk left out: {n}.")
_GHOSTS = Bilingual(
    "تعليقات على صور غير موجودة، تُركت حتى تُضاف صورها: {n}.",
    "Captions of pictures that are not at hand, left out until the pictures are added: {n}.",
)
_UNFIT = Bilingual(
    "صور خرجت وهي لا تُنشر، والسبب في «صلاحية النشر» عند كل منها: {n}.",
    "Pictures written out that may not be published, the reason stands beside each: {n}.",
)
_OPEN = Bilingual(
    "اقتراحات لم تُحسم، صُدّر النص الأصلي بدونها: {n}.",
    "Open suggestions, exported as the original text: {n}.",
)


class Exporting:
    """Writes articles out. Thread-safe: every call stands alone."""

    def __init__(self, images: Images, resources: Path) -> None:
        """Keep where pictures, templates and styles come from; nothing is read yet."""
        self._images, self._resources = images, resources

    @cached_property
    def _writers(self) -> Mapping[str, Writer]:
        from deskeditor.formats.docx import DocxWriter
        from deskeditor.formats.html import HtmlWriter
        from deskeditor.formats.markdown import MarkdownWriter
        from deskeditor.formats.ninjs import NinjsWriter
        from deskeditor.formats.wire import WireWriter

        html = HtmlWriter(self._resources)
        return {
            "html": html, "docx": DocxWriter(), "markdown": MarkdownWriter(),
            "ninjs": NinjsWriter(self._resources), "text": WireWriter(),
            "fragment": FragmentWriter(html),
        }  # fmt: skip

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats `export` writes, by the name a person gives with `--to`."""
        return (*self._writers, "web")

    def export(self, article: Article, publication: Publication, to: str, out: Path) -> Path:
        """Write the article to the file `out`, replacing what is there; answers `out`.

        The format `web` is a folder: `index.html` and its pictures in several sizes.

        Raises:
            BadInput: an unknown format, a folder as target, a folder where the page of another
                article lies, or a picture that is missing or broken.
            StoreError: the folder is missing, read-only or full. Nothing is left half-written.
        """
        if to == "web":
            return self._export_web(article, publication, out)
        data = self.render(article, publication, to)
        if os.path.isdir(out):  # noqa: PTH112 - no folder either where nobody lets us look
            raise BadInput("file-is-folder", name=display_name(out))
        write_atomically(out, data)
        return out

    def render(self, article: Article, publication: Publication, to: str) -> bytes:
        """The bytes `export` would write.

        Raises:
            BadInput: an unknown format, or a picture that is missing or broken.
        """
        writer = self._writers.get(to)
        if writer is None:
            raise BadInput("format-not-written", format=to, known=", ".join(self.formats))
        return writer.write(article, publication, self._pictures(article, to, publication))

    def copied(self, article: Article, publication: Publication) -> Copied:
        """The article for the clipboard.

        Raises:
            BadInput: a picture is missing or broken.
        """
        html, text = (self.render(article, publication, to) for to in ("fragment", "text"))
        return Copied(html.decode("utf-8"), text.decode("utf-8"))

    def folder_for(self, article: Article, place: Path, name: str) -> Path:
        """A folder of this name in `place` for the article's page; numbered where it is taken.

        Its own earlier page is replaced; the page of another article, or a stranger's, never.
        """
        folder, number = place / name, 1
        while not Former.read(folder / PAGE).may_give_way_to(article):
            number += 1
            folder = place / f"{name} {number}"
        return folder

    def left_out(self, article: Article, state: State | None = None) -> tuple[Bilingual, ...]:
        """What of the article an export leaves behind, and what it should not have had to write.

        For the person who asked for it: pictures that may not be published are named in number,
        and a retracted article is called so. `state` is where it stands, where that is known.
        """
        document = article.document
        notes = sum(isinstance(block, Note) for block in document.blocks)
        ghosts = sum(isinstance(b, Figure) and b.media is None for b in document.blocks)
        unfit = sum(not fit for fit in self._fit(article))
        counted = (
            (_NOTES, notes), (_GHOSTS, ghosts), (_OPEN, len(proposals(document))), (_UNFIT, unfit),
        )  # fmt: skip
        told = tuple(said.format(n=count) for said, count in counted if count)
        return (_RETRACTED, *told) if state is State.RETRACTED else told

    def _fit(self, article: Article) -> Iterator[bool]:
        """Of each picture at hand, whether it may be published on the article's day."""
        day = article.details.published_on or datetime.now(UTC).date()
        for figure, record in self._at_hand(article):
            if record is not None:
                yield is_valid(validity(as_used(record, figure), day, Limits()))

    def _pictures(self, article: Article, to: str, publication: Publication) -> dict[str, Picture]:
        """A rendition for each figure, with the words and the crop of that use."""
        kind = _KINDS.get(to, "webp")
        quality = publication.export.image_quality
        found: dict[str, Picture] = {}
        for figure, record in self._shown(article):
            request = Request(kind, quality=quality, crop=in_text(figure))
            found[figure.id] = self._images.rendition(as_used(record, figure), request)
        return found

    def _at_hand(self, article: Article) -> list[tuple[Figure, ImageRecord | None]]:
        """The figures that show a picture, each with its record; None where the desk has none."""
        figures = [one for one in published(article.document).figures() if one.media]
        records = self._images.records(one.media for one in figures if one.media)
        return [(one, records.get(one.media or "")) for one in figures]

    def _shown(self, article: Article) -> list[tuple[Figure, ImageRecord]]:
        """The same, where none may be missing."""
        found = []
        for one, record in self._at_hand(article):
            if record is None:
                raise BadInput("picture-missing", name=str(one.media)[:12])
            found.append((one, record))
        return found

    def _export_web(self, article: Article, publication: Publication, out: Path) -> Path:
        """A folder: the page, and its pictures beside it in every size under stable names.

        The pictures come first and the page last: a page never names what is not there. Pictures
        of the article's own earlier page that are shown no longer go: they may be hidden by now.
        """
        former = Former.read(out / PAGE)
        if not former.may_give_way_to(article):
            raise BadInput("folder-of-another", name=display_name(out))
        export, pictures = publication.export, dict[str, Picture]()
        shown = self._shown(article)
        main = main_figure([figure for figure, _record in shown])
        for figure, record in shown:
            make = self._images.for_main if figure is main else self._images.for_web
            pictures[figure.id] = make(figure, record, export)
        writer = self._writers["html"]
        page = writer.write(article, publication, pictures)
        folder = out / IMAGES
        make_folder(folder)
        files = {file.name: file for one in pictures.values() for file in (*one.files, *one.cards)}
        for file in files.values():
            if not (folder / file.name).exists():
                write_atomically(folder / file.name, file.data)
        write_atomically(out / PAGE, page)
        for name in former.pictures_of(article) - files.keys():
            with suppress(OSError):
                (folder / name).unlink()
        return out

    def weight(self, article: Article, publication: Publication) -> int:
        """The bytes of the article's pictures on the web, each at its widest.

        Raises:
            BadInput: a picture is missing or broken.
        """
        export = publication.export
        return sum(
            self._images.web_weight(figure, record, export)
            for figure, record in self._shown(article)
        )
