"""Every picture a desk should not have to think about: one sentence each, the rest goes on.

A real store, real originals, real decoding processes; after each batch the folder of originals
holds exactly what has a record.
"""

from __future__ import annotations

import os
import resource
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from deskeditor.domain.errors import StoreError
from deskeditor.domain.events import Bus
from deskeditor.language.messages import Catalogue
from deskeditor.media.files import Originals
from deskeditor.services.bringing import Brought, bring, gather
from deskeditor.services.images import Images
from helpers import photos
from helpers.fakes import FullStore
from helpers.newsroom import new_store
from helpers.repository import RESOURCES

RLO = "\u202e"


class Room:
    def __init__(self, home: Path) -> None:
        self.home, self.store = home, new_store(home)
        self.media = home / "media"
        self.images = Images.of_home(home, self.store, Originals(self.media), Bus())

    def bring(self, *sources: Path) -> list[Brought]:
        return list(bring(self.images, sources))

    def whole(self) -> bool:
        """No orphan, no half file, no record without its original."""
        files = [path for path in self.media.rglob("*") if path.is_file()]
        records = {record.media for record in self.images.all()}
        hashes = all(Originals(self.media).verify(path.name) for path in files)
        return {path.name for path in files} == records and hashes


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "home")
    yield made
    made.store.close()


def said(brought: Brought, language: str = "ar") -> str:
    assert brought.error is not None
    catalogue = Catalogue(RESOURCES / "i18n", language)
    return catalogue(f"errors.{brought.error.code}", **brought.error.values)


def tiff_of(path: Path, size: int) -> None:
    """A file that says it is a TIFF and has this many bytes, most of them a hole."""
    path.write_bytes(struct.pack("<2sHI", b"II", 42, 8))
    os.truncate(path, size)


def good(path: Path, number: int = 0) -> Path:
    path.write_bytes(photos.saved(photos.drawn(60 + number), "PNG"))
    return path


def test_each_bad_picture_gets_its_sentence_and_the_rest_goes_on(
    room: Room, tmp_path: Path
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    jpeg = photos.saved(Image.effect_noise((300, 300), 60).convert("RGB"), "JPEG")
    bomb = photos.saved(Image.new("1", (12_000, 12_000)), "PNG", optimize=True)
    assert len(bomb) < 20_000
    (card / "01 bomb.png").write_bytes(bomb)
    (card / "02 cut.jpg").write_bytes(jpeg[: len(jpeg) // 2])
    (card / "03 exe.jpg").write_bytes(b"MZ" + bytes(500))
    (card / "04 svg.png").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    (card / "05 empty.jpg").touch()
    tiff_of(card / "06 huge.tif", 500_000_000)
    (card / f"07 {RLO}gpj.exe.png").write_bytes(b"MZ")
    (card / ("ص" * 125 + ".jpg")).write_bytes(b"\x7fELF")
    (card / "99 good.jpg").write_bytes(photos.saved(photos.drawn(61), "PNG"))  # mislabelled, whole
    brought = {Path(f).name[:2]: b for f, b in zip(gather([card]), room.bring(card), strict=True)}
    codes = {name: b.error.code if b.error else "" for name, b in brought.items()}
    assert codes == {
        "01": "image-too-large", "02": "image-damaged", "03": "image-not-picture",
        "04": "image-is-svg", "05": "image-empty", "06": "image-file-too-large",
        "07": "image-not-picture", "صص": "image-not-picture", "99": "",
    }  # fmt: skip
    for language in ("ar", "en"):
        for one in brought.values():
            if one.error is not None:
                sentence = said(one, language)
                assert "\n" not in sentence
                assert RLO not in sentence
    assert brought["99"].new
    assert [record.name for record in room.images.all()] == ["99 good.jpg"]
    assert room.whole()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF", "TIFF", "GIF"])
def test_a_truncated_picture_is_told_to_be_damaged(room: Room, tmp_path: Path, kind: str) -> None:
    whole = photos.saved(Image.effect_noise((300, 300), 60).convert("RGB"), kind)
    files = []
    for part in (3, 30):
        files.append(tmp_path / f"{part}.{kind}")
        files[-1].write_bytes(whole[: len(whole) // part])
    assert [one.error and one.error.code for one in room.bring(*files)] == ["image-damaged"] * 2
    assert room.whole()


def test_unusual_pictures_come_in_and_can_be_shown(room: Room, tmp_path: Path) -> None:
    pictures = {
        "one.png": photos.saved(Image.new("RGB", (1, 1)), "PNG"),
        "strip.png": photos.saved(Image.new("RGB", (30_000, 10), "red"), "PNG"),
        "cmyk.jpg": photos.saved(photos.drawn(mode="CMYK"), "JPEG"),
        "deep.png": photos.saved(Image.new("I;16", (40, 30), 9000), "PNG"),
        "moving.gif": photos.saved(
            photos.drawn(mode="P"), "GIF", save_all=True, append_images=[photos.drawn(mode="P")]
        ),
        "plain.jpg": photos.saved(photos.drawn(), "JPEG"),
        "profile.jpg": photos.saved(photos.drawn(), "JPEG", icc_profile=b"broken"),
        "heic.heic": photos.saved(photos.drawn(), "HEIF"),
        "avif.avif": photos.saved(photos.drawn(), "AVIF"),
        "moving.webp": photos.saved(
            photos.drawn(), "WEBP", save_all=True, append_images=[Image.new("RGB", (80, 50))]
        ),
        "deep.tiff": photos.saved(Image.new("I;16", (40, 31), 9000), "TIFF"),
        ("ص" * 125 + ".png"): photos.saved(photos.drawn(70), "PNG"),
        f"{RLO}gnp.png": photos.saved(photos.drawn(71), "PNG"),
    }
    for name, raw in pictures.items():
        (tmp_path / name).write_bytes(raw)
    brought = room.bring(*(tmp_path / name for name in pictures))
    assert [b.error for b in brought] == [None] * len(pictures)
    for record in room.images.all():
        assert RLO not in record.name
        assert room.images.small(record)[:4] in {b"\xff\xd8\xff\xe0", b"\x89PNG"}
        assert room.images.picture(record.media).mime == "image/webp"
    assert room.whole()


def test_the_same_picture_is_kept_once(room: Room, tmp_path: Path) -> None:
    first = good(tmp_path / "a.png")
    second = Path(shutil.copy(first, tmp_path / "b.png"))
    brought = room.bring(first, second)
    assert [b.new for b in brought] == [True, False]
    assert brought[0].record == brought[1].record
    assert len(room.images.all()) == 1


def test_a_card_pulled_out_half_way_is_told_once(room: Room, tmp_path: Path) -> None:
    card = tmp_path / "NIKON"
    (card / "DCIM").mkdir(parents=True)
    for number in range(6):
        good(card / "DCIM" / f"{number}.png", number)
    brought = []
    for one in bring(room.images, [card]):
        brought.append(one)
        if one.done == 2:
            shutil.rmtree(card)
    assert [b.error.code if b.error else "" for b in brought] == ["", "", "card-gone"]
    assert "NIKON" in said(brought[-1])
    assert len(room.images.all()) == 2
    assert room.whole()


def test_a_batch_can_be_stopped_between_two(room: Room, tmp_path: Path) -> None:
    files = [good(tmp_path / f"{number}.png", number) for number in range(5)]
    seen = list(bring(room.images, files, lambda: len(room.images.all()) == 3))
    assert len(seen) == len(room.images.all()) == 3


def test_a_folder_gives_its_pictures_in_order_and_no_more(tmp_path: Path) -> None:
    for name in ("b/2.JPG", "a/1.heic", "notes.txt", ".hidden/3.jpg", "a/.4.jpg", "c.svg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in gather([tmp_path])]
    assert found == ["c.svg", "a/1.heic", "b/2.JPG"]  # a drawing is refused with its sentence


def test_a_full_disk_leaves_no_half_file(room: Room, tmp_path: Path) -> None:
    big = tmp_path / "big.png"
    big.write_bytes(photos.saved(Image.effect_noise((700, 700), 90), "PNG"))
    small = good(tmp_path / "small.png")
    room.images.warm()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        brought = room.bring(big, small)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [b.error.code if b.error else "" for b in brought] == ["image-disk-full", ""]
    assert "big.png" in said(brought[0])
    assert room.whole()


def test_a_record_that_cannot_be_written_leaves_no_orphan(room: Room, tmp_path: Path) -> None:
    failing = Images(FullStore(room.store), Originals(room.media), Bus())  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        failing.add(good(tmp_path / "a.png"))
    assert room.whole()
