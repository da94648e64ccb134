"""What leaves with a picture: nothing of the camera's, all of the desk's words, no hidden part."""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document, Figure, Header, Inline, Paragraph
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.events import Bus
from deskeditor.domain.media import Region
from deskeditor.domain.publication import Export, Publication
from deskeditor.media.files import Originals
from deskeditor.services.exporting import Exporting
from deskeditor.services.images import Images
from deskeditor.store.sqlite import SqliteStore
from helpers import photos
from helpers.newsroom import new_store
from helpers.repository import RESOURCES

PAPER = Publication("p", "الرافد", export=Export(image_widths=(60, 30)))
SECRETS = (*photos.PRIVATE, b"Exif\x00\x00", b"GPS", b"8BIM\x04\x0c", b"8BIM\x04\x09")
CAPTION, ALT, CREDIT = "عمّال على الضفة 😀", "رجلان وشبكة", "تصوير: هادي الراوي"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def images(store: SqliteStore, tmp_path: Path) -> Images:
    return Images.of_home(tmp_path / "home", store, Originals(tmp_path / "home" / "media"), Bus())


def thumbnail_inside(raw: bytes) -> bytes:
    """The same JPEG with a small picture in a segment of its own, as old cameras leave it."""
    small = b"JFXX\x00\x10" + photos.saved(photos.drawn(16, 10), "JPEG") + b"SMALL-PICTURE"
    segment = b"\xff\xe0" + (len(small) + 2).to_bytes(2, "big") + small
    return raw[:2] + segment + raw[2:]


def article(images: Images, *uses: Figure) -> Article:
    raw = thumbnail_inside(photos.camera_jpeg())
    record = images.add(raw, "IMG_1.jpg")
    figures = uses or (Figure("f", "", Inline(CAPTION), ALT, CREDIT),)
    placed = tuple(replace(one, media=record.media) for one in figures)
    header = Header(headline=Inline("الضفة"))
    document = Document(header, (Paragraph("b", Inline("نص")), *placed))
    return Article("a" * 32, "salma", document, Details(publication="p"))


def pictures_in(exported: Path) -> dict[str, bytes]:
    """Every picture of an export, as bytes."""
    if exported.is_dir():
        return {path.name: path.read_bytes() for path in (exported / "images").iterdir()}
    raw = exported.read_bytes()
    if raw[:2] == b"PK":
        with zipfile.ZipFile(exported) as whole:
            names = [name for name in whole.namelist() if "/media/" in name]
            return {Path(name).name: whole.read(name) for name in names}
    found = re.findall(rb"data:image/(\w+);base64,([A-Za-z0-9+/=]+)", raw)
    return {f"{n}.{kind.decode()}": base64.b64decode(data) for n, (kind, data) in enumerate(found)}


def everything(exported: Path) -> Iterator[bytes]:
    """All bytes of an export, packed parts unpacked."""
    for path in exported.rglob("*") if exported.is_dir() else (exported,):
        if path.is_file():
            yield path.read_bytes()
    if exported.is_file() and exported.suffix == ".docx":
        with zipfile.ZipFile(exported) as whole:
            yield from (whole.read(name) for name in whole.namelist())
    yield from pictures_in(exported).values()


@pytest.mark.parametrize("to", ["html", "docx", "markdown", "web"])
def test_nothing_of_the_camera_leaves(images: Images, tmp_path: Path, to: str) -> None:
    raw = images.path(article(images).document.figures()[0].media or "")
    assert raw is not None
    original = raw.read_bytes()
    assert all(secret in original for secret in (*photos.PRIVATE, b"Exif", b"SMALL-PICTURE"))
    ending = {"html": "html", "docx": "docx", "markdown": "md", "web": "folder"}[to]
    out = tmp_path / f"out.{ending}"
    Exporting(images, RESOURCES).export(article(images), PAPER, to, out)
    assert pictures_in(out)
    for part in everything(out):
        assert not [secret for secret in (*SECRETS, b"SMALL-PICTURE") if secret in part]
    for data in pictures_in(out).values():
        with Image.open(io.BytesIO(data)) as shown:
            assert not shown.getexif()


def exiftool(path: Path) -> dict[str, object]:
    done = subprocess.run(
        ["exiftool", "-j", "-G1", "-charset", "iptc=UTF8", str(path)],
        capture_output=True, check=True,
    )  # fmt: skip
    (found,) = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is a package of `make setup`")
@pytest.mark.parametrize("to", ["html", "docx", "web"])
def test_exiftool_reads_our_words_back(images: Images, tmp_path: Path, to: str) -> None:
    out = tmp_path / f"out.{to}"
    Exporting(images, RESOURCES).export(article(images), PAPER, to, out)
    for name, data in pictures_in(out).items():
        path = tmp_path / name
        path.write_bytes(data)
        said = exiftool(path)
        assert said["XMP-photoshop:Credit"] == CREDIT
        assert said["XMP-dc:Description"] == CAPTION
        assert said["XMP-dc:Rights"] == "© الرافدين 2026"
        assert said["XMP-iptcCore:AltTextAccessibility"] == ALT
        assert str(said["XMP-iptcExt:DigitalSourceType"]).endswith("digitalCapture")
        if path.suffix in {".jpg", ".jpeg"}:
            assert said["IPTC:Credit"] == CREDIT
            assert said["IPTC:Caption-Abstract"] == CAPTION
            assert said["IPTC:CopyrightNotice"] == "© الرافدين 2026"
        assert not [key for key in said if key.startswith(("GPS", "IFD0", "ExifIFD", "MakerNotes"))]


def colour(data: bytes, x: float, y: float) -> tuple[int, int, int]:
    with Image.open(io.BytesIO(data)) as image:
        at = (int(x * (image.width - 1)), int(y * (image.height - 1)))
        found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return found[0], found[1], found[2]


def test_a_hidden_part_is_burnt_in_and_the_original_stays(images: Images, tmp_path: Path) -> None:
    piece = article(images)
    media = piece.document.figures()[0].media or ""
    images.update_many([media], regions=(Region(0, 0, 1, 1),))
    out = tmp_path / "out.docx"
    Exporting(images, RESOURCES).export(piece, PAPER, "docx", out)
    (shown,) = pictures_in(out).values()
    mixed = colour(shown, 0.5, 0.5)
    assert 30 < mixed[0] < 200
    assert Originals(tmp_path / "home" / "media").verify(media)


def test_each_use_has_its_own_words_and_crop(images: Images, tmp_path: Path) -> None:
    lower = Crop("wide", 0.0, 0.5, 1.0, 0.5)
    piece = article(
        images,
        Figure("one", "", Inline("التعليق الأول هنا"), "وصف أول", "هادي"),
        Figure("two", "", Inline("التعليق الثاني هنا"), "وصف ثان", "هادي", crops=(lower,)),
    )
    out = tmp_path / "out.docx"
    Exporting(images, RESOURCES).export(piece, PAPER, "docx", out)
    first, second = pictures_in(out).values()
    assert "التعليق الأول هنا".encode() in first
    assert "التعليق الثاني هنا".encode() in second
    assert colour(first, 0.5, 0.1)[0] > 150
    assert colour(second, 0.5, 0.1)[2] > 150


def test_the_web_page_names_every_size_and_its_names_stay(images: Images, tmp_path: Path) -> None:
    piece, exporting = article(images), Exporting(images, RESOURCES)
    out = exporting.export(piece, PAPER, "web", tmp_path / "site")
    page = (out / "index.html").read_text("utf-8")
    named = set(re.findall(r"images/([0-9a-f]{16}-\d+\.(?:webp|jpg))", page))
    assert named == set(pictures_in(out))
    assert sorted(name.rpartition(".")[2] for name in named) == ["jpg", "jpg", "webp", "webp"]
    assert '<source type="image/webp"' in page
    assert "srcset=" in page
    assert "data:image" not in page
    before = sorted(named)
    exporting.export(piece, PAPER, "web", out)
    assert sorted(pictures_in(out)) == before
    widest = max(len(data) for name, data in pictures_in(out).items() if name.endswith("webp"))
    assert 0.5 * widest < exporting.weight(piece, PAPER) <= widest
