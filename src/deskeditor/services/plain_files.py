"""The whole desk as plain files, to be read without this program.

A folder an article: its newest text as Markdown, HTML and plain text, the originals of its images,
its evidence, and each revision as the very bytes that were hashed. The vault is not among them.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import KnownError, StoreError
from deskeditor.domain.image_ports import MediaFiles
from deskeditor.domain.ports import Damage, Store
from deskeditor.domain.publication import Publication
from deskeditor.domain.rescued import Rescued
from deskeditor.domain.revision import article_data
from deskeditor.domain.rows import ArticleRow
from deskeditor.formats.guard import display_name
from deskeditor.media.files import make_folder, write_atomically
from deskeditor.services.exporting import Exporting
from deskeditor.services.publications import Publications

README = "README.txt"
_TELLS = """\
محتوى مكتب deskeditor ملفاتٍ عادية: لكل مادة مجلد فيه
  article.md و article.html و article.txt  آخر نص للمادة
  article.json  المادة كلها: الحقول والتعليقات والاقتراحات
  revisions/    كل نسخة بترتيبها؛ اسم الملف بصمتها sha256
  images/ و evidence/  الملفات الأصلية كما جاءت
و images.json سجل الصور: التعليق والحقوق والقيود.
ليست هنا أسماء المصادر السرية؛ تبقى في الخزنة.

A deskeditor desk as plain files: a folder an article, with
  article.md, article.html, article.txt  its newest text
  article.json  all of it: fields, comments, suggestions
  revisions/    every revision in order; a file is named by its sha256
  images/, evidence/  the original files as they came
and images.json, the images' record: caption, rights, restrictions.
Names of confidential sources are not here; they stay in the vault.
"""
_UNSAFE = re.compile(r"[^\w\- ]+")
_PAGE = 500
#: By the first bytes: originals are kept without an ending.
_ENDINGS = (
    (b"\xff\xd8\xff", ".jpg"), (b"\x89PNG", ".png"), (b"GIF8", ".gif"), (b"%PDF", ".pdf"),
    (b"II*\0", ".tif"), (b"MM\0*", ".tif"), (b"PK\x03\x04", ".docx"),
)  # fmt: skip


class PlainFiles:
    """Writes the desk out. Blocks; call it off the GUI thread."""

    def __init__(
        self, store: Store, media: MediaFiles, exporting: Exporting, publications: Publications
    ) -> None:
        """Read nothing yet."""
        self._store, self._media = store, media
        self._exporting, self._publications = exporting, publications

    def write(self, out: Path) -> Rescued:
        """Write everything into the folder `out`; what cannot be read is told and passed over.

        Raises:
            StoreError: `out` holds something or cannot be written, or the store cannot be read.
        """
        make_folder(out)
        if any(out.iterdir()):
            raise StoreError("folder-not-empty", path=str(out))
        write_atomically(out / README, _TELLS.encode())
        saved = {"article": 0, "revision": 0, "image": 0, "evidence": 0}
        lost: list[Damage] = []
        for row in self._rows():
            lost += self._article(row, out / "articles" / _called(row), saved)
        records = [_data(record) for record in self._store.images()]
        write_atomically(out / "images.json", _json(records))
        return Rescued(saved, tuple(lost))

    def _rows(self) -> Iterator[ArticleRow]:
        for trashed in (False, True):
            before = None
            while rows := self._store.rows(trashed=trashed, limit=_PAGE, before=before):
                yield from rows
                before = rows[-1].updated, rows[-1].id

    def _article(self, row: ArticleRow, folder: Path, saved: dict[str, int]) -> Iterator[Damage]:
        make_folder(folder / "revisions")
        history = list(reversed(self._store.history(row.id)))
        for number, one in enumerate(history, 1):
            try:
                raw = self._store.manifest(one.name)
            except StoreError:
                yield Damage("damage-revision", "revision", one.name)
                continue
            write_atomically(folder / "revisions" / f"{number:04}-{one.name}.json", raw)
            saved["revision"] += 1
        try:
            article = self._store.article(row.id)
        except StoreError:
            article = None
        if article is None:
            yield Damage("damage-journal", "journal", row.id)
            return
        yield from self._texts(article, folder)
        saved["article"] += 1
        shown = {one.media for one in article.document.figures() if one.media}
        yield from self._originals(sorted(shown), folder / "images", saved, "image")
        evidence = self._store.evidence(row.id)
        if evidence:
            blobs = dict.fromkeys(one.blob for one in evidence)
            yield from self._originals(blobs, folder / "evidence", saved, "evidence")
            write_atomically(folder / "evidence.json", _json([_data(one) for one in evidence]))

    def _texts(self, article: Article, folder: Path) -> Iterator[Damage]:
        write_atomically(folder / "article.json", canonical(article_data(article)))
        write_atomically(folder / "article.txt", plain(article).encode())
        publication = self._publication(article)
        for to, ending in (("markdown", "md"), ("html", "html")):
            try:
                data = self._exporting.render(article, publication, to)
            except KnownError:  # a picture is missing: the words go without any
                yield Damage("damage-media", "article", article.id)
                data = self._exporting.render(_without_pictures(article), publication, to)
            write_atomically(folder / f"article.{ending}", data)

    def _publication(self, article: Article) -> Publication:
        try:
            return self._publications.get(article.details.publication)
        except KnownError:  # a profile that is no longer installed
            return self._publications.default()

    def _originals(
        self, media: Mapping[str, None] | list[str], folder: Path, saved: dict[str, int], kind: str
    ) -> Iterator[Damage]:
        for one in media:
            place = self._media.path(one)
            if place is None or not self._media.verify(one):
                yield Damage("damage-media", "media", one)
                continue
            make_folder(folder)
            data = place.read_bytes()
            write_atomically(folder / f"{one[:16]}{_ending(data)}", data)
            saved[kind] += 1


def plain(article: Article) -> str:
    """The article's words, a text a paragraph, in reading order."""
    texts = (slot.text.text for slot in article.document.slots())
    return "\n\n".join(text for text in texts if text) + "\n"


def _without_pictures(article: Article) -> Article:
    kept = tuple(one for one in article.document.blocks if not isinstance(one, Figure))
    return dataclasses.replace(article, document=dataclasses.replace(article.document, blocks=kept))


def _called(row: ArticleRow) -> str:
    title = " ".join(_UNSAFE.sub(" ", display_name(row.title)).split())
    return f"{row.id[:8]} {title}"[:60].strip()


def _ending(data: bytes) -> str:
    if data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for begins, ending in _ENDINGS if data.startswith(begins)), "")


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
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
