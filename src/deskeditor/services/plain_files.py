"""The desk as plain files, to be read without this program, for its person's eyes only.

A folder an article: its newest text as Markdown, HTML and plain text, its images, its evidence, and
each revision as the very bytes that were hashed; beside them the records of images, sources and
acts. What is left out stands in README.txt: the vault above all, and the originals of images with
hidden parts, which are written with these parts hidden and no other way.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import BadInput, KnownError, StoreError
from deskeditor.domain.image_ports import MediaFiles
from deskeditor.domain.media import ImageRecord
from deskeditor.domain.ports import Damage, Store
from deskeditor.domain.publication import Publication
from deskeditor.domain.rescued import Rescued
from deskeditor.domain.revision import article_data
from deskeditor.domain.rows import ArticleRow
from deskeditor.formats.decoding import decode
from deskeditor.formats.guard import display_name
from deskeditor.formats.pictures import Picture
from deskeditor.media.files import make_private_folder, write_atomically
from deskeditor.media.images import Request
from deskeditor.services.plain_readme import TELLS
from deskeditor.services.publications import Publications

_log = logging.getLogger(__name__)
README = "README.txt"
_UNSAFE = re.compile(r"[^\w\- ]+")
_PAGE = 500
#: More sources than any register holds: all of them.
_ALL = 1_000_000
#: A page says what it is within its first characters.
_HEAD = 4096
_WEB_PAGE = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
#: By the first bytes: originals are kept without an ending.
_ENDINGS = (
    (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG", ".png"), (b"GIF8", ".gif"), (b"%PDF", ".pdf"),
    (b"II*\0", ".tif"), (b"MM\0*", ".tif"), (b"PK\x03\x04", ".docx"),
)  # fmt: skip


class Pages(Protocol):
    """Makes an article into a format."""

    def render(self, article: Article, publication: Publication, to: str) -> bytes:
        """The bytes of the article as `to`."""
        ...


class Pictures(Protocol):
    """Makes what may leave of an image."""

    def rendition(self, record: ImageRecord, request: Request) -> Picture:
        """The image with its hidden parts burnt in."""
        ...


class _Folder:
    """The folder that is written: nothing outside of it is, and nobody else may look in."""

    def __init__(self, out: Path) -> None:
        self._out = out.resolve()

    def put(self, place: str, data: bytes) -> None:
        """Write a file at `place`, a path within the folder.

        Raises:
            StoreError: it would lie outside, or cannot be written.
        """
        target = self._out / place
        if not target.resolve().is_relative_to(self._out):
            raise StoreError("file-not-written", name=target.name)
        make_private_folder(target.parent)
        write_atomically(target, data, mode=0o600)

    def free(self, place: str) -> str:
        """`place`, or with a number behind it where something has that name."""
        names = (place, *(f"{place} {number}" for number in range(2, _PAGE)))
        return next(one for one in names if not (self._out / one).exists())


class _Full(Exception):
    """The folder cannot be written any more: no single article's fault."""

    def __init__(self, error: StoreError) -> None:
        super().__init__(error.code)
        self.error = error


class PlainFiles:
    """Writes the desk out. Blocks; call it off the GUI thread."""

    def __init__(
        self,
        store: Store,
        media: MediaFiles,
        pages: Pages,
        pictures: Pictures,
        publications: Publications,
    ) -> None:
        """Read nothing yet."""
        self._store, self._media, self._pages = store, media, pages
        self._pictures, self._publications = pictures, publications

    def write(self, out: Path) -> Rescued:
        """Write everything into the folder `out`; what cannot be read is told and passed over.

        Raises:
            StoreError: `out` holds something or cannot be written, or the store cannot be read.
        """
        make_private_folder(out)
        if any(out.iterdir()):
            raise StoreError("folder-not-empty", path=str(out))
        out.chmod(0o700)
        try:
            return _Writing(
                _Folder(out), store=self._store, media=self._media, pages=self._pages,
                pictures=self._pictures, publications=self._publications,
            ).all()  # fmt: skip
        except _Full as full:
            raise full.error from full


class _Writing:
    """One time of writing: where images were put, what was saved and what was lost."""

    def __init__(
        self,
        folder: _Folder,
        *,
        store: Store,
        media: MediaFiles,
        pages: Pages,
        pictures: Pictures,
        publications: Publications,
    ) -> None:
        self._folder, self._store, self._media = folder, store, media
        self._pages, self._pictures, self._publications = pages, pictures, publications
        self._saved = {"article": 0, "revision": 0, "image": 0, "evidence": 0}
        self._lost: list[Damage] = []
        self._files: dict[str, list[str]] = {}

    def all(self) -> Rescued:
        self._put(README, TELLS.encode())
        self._records = {record.media: record for record in self._store.images()}
        for row in self._rows():
            try:
                self._lost += self._article(row, self._folder.free(f"articles/{_called(row)}"))
            except _Full:
                raise
            except Exception as error:  # noqa: BLE001 - whatever ails one: the others are written
                _log.warning("article %s was not written: %s", row.id, type(error).__name__)
                self._lost.append(Damage("damage-unwritten", "article", row.id))
        unused = [one for one in self._records if one not in self._files]
        self._lost += self._images(unused, "images")
        for name, read in (("images", self._catalogue), ("register", self._register),
                           ("acts", self._acts)):  # fmt: skip
            try:
                data = _json(read())
            except (KnownError, ValueError):
                self._lost.append(Damage("damage-unwritten", name))
                continue
            self._put(f"{name}.json", data)
        return Rescued(self._saved, tuple(self._lost))

    def _put(self, place: str, data: bytes) -> None:
        try:
            self._folder.put(place, data)
        except StoreError as error:
            if error.code in ("folder-full", "folder-not-writable", "folder-missing"):
                raise _Full(error) from error
            raise

    def _rows(self) -> Iterator[ArticleRow]:
        for trashed in (False, True):
            before = None
            while rows := self._store.rows(trashed=trashed, shelf=None, limit=_PAGE, before=before):
                yield from rows
                before = rows[-1].updated, rows[-1].id

    def _article(self, row: ArticleRow, folder: str) -> Iterator[Damage]:
        history = list(reversed(self._store.history(row.id)))
        for number, one in enumerate(history, 1):
            try:
                raw = self._store.manifest(one.name)
            except StoreError:
                yield Damage("damage-revision", "revision", one.name)
                continue
            self._put(f"{folder}/revisions/{number:04}-{one.name}.json", raw)
            self._saved["revision"] += 1
        try:
            article = self._store.article(row.id)
        except KnownError:
            article = None
        if article is None:
            yield Damage("damage-journal", "journal", row.id)
        else:
            yield from self._texts(article, folder)
            self._saved["article"] += 1
            shown = {one.media for one in article.document.figures() if one.media}
            yield from self._images(sorted(shown), f"{folder}/images")
        evidence = self._store.evidence(row.id)
        if evidence:
            blobs = dict.fromkeys(one.blob for one in evidence)
            yield from self._evidence(blobs, f"{folder}/evidence")
            self._put(f"{folder}/evidence.json", _json(evidence))

    def _texts(self, article: Article, folder: str) -> Iterator[Damage]:
        self._put(f"{folder}/article.json", canonical(article_data(article)))
        self._put(f"{folder}/article.txt", plain(article).encode())
        publication = self._publication(article)
        for to, ending in (("markdown", "md"), ("html", "html")):
            try:
                data = self._pages.render(article, publication, to)
            except Exception:  # noqa: BLE001 - a picture is missing: the words go without any
                yield Damage("damage-media", "article", article.id)
                try:
                    data = self._pages.render(_without_pictures(article), publication, to)
                except Exception:  # noqa: BLE001 - its text stands in the other files
                    yield Damage("damage-unwritten", "article", article.id)
                    continue
            self._put(f"{folder}/article.{ending}", data)

    def _publication(self, article: Article) -> Publication:
        try:
            return self._publications.get(article.details.publication)
        except KnownError:  # a profile that is no longer installed
            return self._publications.default()

    def _images(self, media: Iterable[str], folder: str) -> Iterator[Damage]:
        for one in media:
            record = self._records.get(one)
            # Without a record nobody knows what must not be seen of it.
            data = None if record is None else self._leaving(record)
            if data is None:
                yield Damage("damage-media", "media", one)
                continue
            place = f"{folder}/{one[:16]}{_ending(data)}"
            self._put(place, data)
            self._files.setdefault(one, []).append(place)
            self._saved["image"] += 1

    def _leaving(self, record: ImageRecord) -> bytes | None:
        """The original, or where parts are hidden the image without them; None where it is gone."""
        if not record.regions:
            return self._original(record.media)
        side = max(record.width, record.height, 1)
        try:
            return self._pictures.rendition(record, Request("jpeg", side, 95)).data
        except Exception:  # noqa: BLE001 - one image that cannot be made is no reason to stop
            return None

    def _original(self, media: str) -> bytes | None:
        place = self._media.path(media)
        if place is None or not self._media.verify(media):
            return None
        try:
            return place.read_bytes()
        except OSError:
            return None

    def _evidence(self, blobs: Iterable[str], folder: str) -> Iterator[Damage]:
        for one in blobs:
            record = self._records.get(one)
            hides = record is not None and bool(record.regions)
            data = self._leaving(record) if record and hides else self._original(one)
            if data is None:
                yield Damage("damage-media", "media", one)
                continue
            self._put(f"{folder}/{one[:16]}{_ending(data) or _ending_of_words(data)}", data)
            self._saved["evidence"] += 1

    def _catalogue(self) -> object:
        """The images' records, each with the places of its file in this folder."""
        return [
            {**dataclasses.asdict(record), "files": self._files.get(media, [])}
            for media, record in self._records.items()
        ]

    def _register(self) -> object:
        return self._store.sources(limit=_ALL)

    def _acts(self) -> object:
        store = self._store
        return {"waiting": store.outbox(), "settled": store.receipts(), "refused": store.refusals()}


def plain(article: Article) -> str:
    """The article's words, a text a paragraph, in reading order."""
    texts = (slot.text.text for slot in article.document.slots())
    return "\n\n".join(text for text in texts if text) + "\n"


def _without_pictures(article: Article) -> Article:
    kept = tuple(one for one in article.document.blocks if not isinstance(one, Figure))
    return dataclasses.replace(article, document=dataclasses.replace(article.document, blocks=kept))


def _called(row: ArticleRow) -> str:
    title = " ".join(_UNSAFE.sub(" ", display_name(row.title)).split())
    return f"{_UNSAFE.sub('', row.id)[:8]} {title}"[:60].strip() or "_"


def _ending(data: bytes) -> str:
    if data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for begins, ending in _ENDINGS if data.startswith(begins)), "")


def _ending_of_words(data: bytes) -> str:
    """What evidence in words ends in: a web page, plain text; nothing for what is no text."""
    try:
        text = decode(data, "").text
    except BadInput:
        return ""
    return ".html" if _WEB_PAGE.search(text[:_HEAD]) else ".txt"


def _data(record: object) -> object:
    """A record as what JSON can say."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        names = (field.name for field in dataclasses.fields(record))
        return {name: _data(getattr(record, name)) for name in names}
    if isinstance(record, Mapping):
        return {str(key): _data(value) for key, value in record.items()}
    if isinstance(record, list | tuple | set | frozenset):
        return [_data(one) for one in record]
    if isinstance(record, Enum):
        return record.value
    return record.isoformat() if isinstance(record, date | datetime) else record


def _json(data: object) -> bytes:
    return json.dumps(_data(data), ensure_ascii=False, indent=1).encode()
