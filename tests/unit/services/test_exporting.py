from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Figure
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.events import Bus, ImageAdded
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.domain.ports import Store
from deskeditor.domain.review import State
from deskeditor.media.files import Originals
from deskeditor.services.exporting import Exporting
from deskeditor.services.images import Images
from helpers import photos, stress
from helpers.repository import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class ImageStore:
    """Keeps image records and nothing else."""

    kept: dict[str, ImageRecord] = field(default_factory=dict)

    def add_image(self, record: ImageRecord) -> None:
        self.kept[record.media] = record

    def images(self, media: Iterable[str] | None = None) -> list[ImageRecord]:
        wanted = None if media is None else set(media)
        return [r for r in self.kept.values() if wanted is None or r.media in wanted]


@dataclass
class Desk:
    images: Images
    exporting: Exporting
    originals: Originals
    heard: list[object]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    bus, originals = Bus(), Originals(tmp_path / "media")
    heard: list[object] = []
    bus.subscribe(ImageAdded, heard.append)
    images = Images(cast("Store", ImageStore()), originals, bus)
    return Desk(images, Exporting(images, RESOURCES), originals, heard)


def article_with(media: str) -> Article:
    blocks = tuple(
        replace(block, media=media) if isinstance(block, Figure) and block.media else block
        for block in stress.DOCUMENT.blocks
    )
    return replace(stress.ARTICLE, document=replace(stress.DOCUMENT, blocks=blocks))


def test_a_picture_is_kept_once_with_its_record(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "سدّ\u202egpj.jpg"
    path.write_bytes(photos.camera_jpeg())
    record = desk.images.add(path)
    assert record.name == "سدّgpj.jpg"
    assert desk.originals.verify(record.media)
    better = replace(record, caption="عمّال على ضفة الشط، 4 شباط", width=9)
    desk.images.update(better)
    assert desk.images.add(photos.camera_jpeg(), "again.jpg") == replace(better, width=50)
    assert desk.heard == [ImageAdded(record.media)]
    assert [r.media for r in desk.images.all()] == [record.media]


def test_what_is_refused_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    for raw in (b"<svg/>", b"MZ\x90\x00", b"", photos.camera_jpeg()[:900]):
        with pytest.raises(BadInput):
            desk.images.add(raw, "x")
    with pytest.raises(BadInput):
        desk.images.add(tmp_path / "غائب.jpg")
    assert desk.images.all() == ()
    assert not (tmp_path / "media").exists()


@pytest.mark.parametrize("to", ["html", "docx", "markdown", "ninjs", "text", "fragment"])
def test_an_export_carries_its_pictures_clean(desk: Desk, tmp_path: Path, to: str) -> None:
    record = desk.images.add(photos.camera_jpeg(), "a.jpg")
    out = tmp_path / f"خبر.{to}"
    assert desk.exporting.export(article_with(record.media), stress.PUBLICATION, to, out) == out
    raw = out.read_bytes()
    assert not [secret for secret in photos.PRIVATE if secret in raw]
    assert raw == desk.exporting.render(article_with(record.media), stress.PUBLICATION, to)


@pytest.mark.parametrize("to", ["html", "docx", "markdown"])
def test_a_missing_picture_writes_nothing(desk: Desk, tmp_path: Path, to: str) -> None:
    record = desk.images.add(photos.camera_jpeg(), "سدّ.jpg")
    path = desk.images.path(record.media)
    assert path is not None
    path.unlink()
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(BadInput) as caught:
        desk.exporting.export(article_with(record.media), stress.PUBLICATION, to, out / "a")
    assert (caught.value.code, caught.value.values) == ("picture-missing", {"name": "سدّ.jpg"})
    assert list(out.iterdir()) == []


def test_a_full_disk_leaves_the_old_export(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "خبر.html"
    out.write_bytes(b"old")
    article = replace(stress.ARTICLE, document=Document())

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError) as caught:
        desk.exporting.export(article, stress.PUBLICATION, "html", out)
    assert caught.value.code == "folder-full"
    assert [p.name for p in tmp_path.iterdir()] == ["خبر.html"]
    assert out.read_bytes() == b"old"


def test_wrong_targets_and_formats_are_named(desk: Desk, tmp_path: Path) -> None:
    article = replace(stress.ARTICLE, document=Document())
    with pytest.raises(BadInput) as caught:
        desk.exporting.export(article, stress.PUBLICATION, "html", tmp_path)
    assert caught.value.code == "file-is-folder"
    with pytest.raises(BadInput) as caught:
        desk.exporting.export(article, stress.PUBLICATION, "wordstar", tmp_path / "a")
    assert caught.value.code == "format-not-written"
    with pytest.raises(StoreError) as lost:
        desk.exporting.export(article, stress.PUBLICATION, "html", tmp_path / "no" / "a")
    assert lost.value.code == "folder-missing"


def test_pictures_that_may_not_be_published_are_told(desk: Desk) -> None:
    record = desk.images.add(photos.camera_jpeg(), "a.jpg")
    article = article_with(record.media)
    shown = sum(1 for figure in article.document.figures() if figure.media)
    said = f"may not be published, the reason stands beside each: {shown}."
    assert any(said in note.en for note in desk.exporting.left_out(article))
    fit = replace(
        record, rights=Rights.STAFF, creator="سلمى", credit="الوكالة", caption="رصيف", alt="رصيف"
    )
    store = cast("ImageStore", desk.images._store)
    store.kept[record.media] = fit
    assert not any("may not be" in note.en for note in desk.exporting.left_out(article))


def test_what_is_left_out_is_told(desk: Desk) -> None:
    said = [note.en for note in desk.exporting.left_out(stress.ARTICLE)]
    assert [line.rsplit(": ", 1)[1] for line in said] == ["1.", "1.", "2."]


def test_a_retracted_article_is_called_so(desk: Desk) -> None:
    for state in State:
        first = desk.exporting.left_out(stress.ARTICLE, state)[0].en
        assert ("retracted" in first) is (state is State.RETRACTED)


def test_the_clipboard_has_the_article_for_every_system(desk: Desk) -> None:
    record = desk.images.add(photos.camera_jpeg(), "a.jpg")
    copied = desk.exporting.copied(article_with(record.media), stress.PUBLICATION)
    headline = stress.DOCUMENT.header.headline.text
    assert copied.html.startswith('<div lang="ar" dir="rtl">')
    assert 'src="data:image/jpeg;base64,' in copied.html
    assert headline in copied.text
    assert not [word for word in stress.SECRETS if word in copied.html + copied.text]
