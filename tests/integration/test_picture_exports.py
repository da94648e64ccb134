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
from deskeditor.domain.errors import BadInput
from deskeditor.domain.events import Bus
from deskeditor.domain.media import Region
from deskeditor.domain.publication import Export, Publication
from deskeditor.media.files import Originals
from deskeditor.services.exporting import Exporting
from deskeditor.services.images import Images
from deskeditor.services.renditions import Outlet
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
    assert '<source type="image/webp"' in page
    assert "data:image" not in page
    (source,) = re.findall(r'<source [^>]*srcset="([^"]+)"', page)
    (shown,) = re.findall(r'<img [^>]*srcset="([^"]+)"', page)
    assert [part.split()[1] for part in source.split(", ")] == ["37w", "19w"]  # upright
    assert [part.split()[0][-4:] for part in shown.split(", ")] == [".jpg", ".jpg"]
    before = sorted(named)
    exporting.export(piece, PAPER, "web", out)
    assert sorted(pictures_in(out)) == before
    widest = max(len(data) for name, data in pictures_in(out).items() if name.endswith("webp"))
    assert 0.5 * widest < exporting.weight(piece, PAPER) <= widest


def card_address(out: Path) -> str:
    (found,) = re.findall(r'og:image" content="([^"]+)"', (out / "index.html").read_text("utf-8"))
    return str(found)


def test_networks_are_given_the_main_picture_s_crops(images: Images, tmp_path: Path) -> None:
    corner = Crop("wide", 0.5, 0.5, 0.5, 0.28125 / 1.6)
    piece = article(
        images,
        Figure("one", "", Inline("تعليق الأولى"), "وصف الأولى", "هادي"),
        Figure("two", "", Inline("تعليق الرئيسية"), "وصف الرئيسية", "هادي", hero=True,
               focal=(0.5, 0.9), crops=(corner,)),
    )  # fmt: skip
    paper = replace(PAPER, export=replace(PAPER.export, address="https://alrafid.example/a/1/"))
    out = Exporting(images, RESOURCES).export(piece, paper, "web", tmp_path / "site")
    page = (out / "index.html").read_text("utf-8")
    address = card_address(out)
    assert address.startswith("https://alrafid.example/a/1/images/")
    assert 'og:image:alt" content="وصف الرئيسية"' in page
    cards = json.loads(re.findall(r"ld\+json\">(.*?)</script>", page, re.DOTALL)[0])["image"]
    assert cards[0] == address
    sizes = []
    for card in cards:
        data = (out / "images" / Path(card).name).read_bytes()
        assert "تعليق الرئيسية".encode() in data
        assert colour(data, 0.5, 0.5)[2] > 150  # the lower half of the upright picture is blue
        with Image.open(io.BytesIO(data)) as shown:
            assert shown.format == "JPEG"
            sizes.append(shown.size)
    assert sizes == [(25, 14), (50, 50), (50, 62)]  # as drawn; around the focal point


def test_a_part_hidden_later_leaves_no_picture_that_shows_it(
    images: Images, tmp_path: Path
) -> None:
    piece, exporting = article(images), Exporting(images, RESOURCES)
    out = exporting.export(piece, PAPER, "web", tmp_path / "site")
    (out / "images" / "شعار الصفحة.png").write_bytes(b"the desk's own")
    before = set(pictures_in(out))
    images.update_many([piece.document.figures()[0].media or ""], regions=(Region(0, 0, 1, 1),))
    exporting.export(piece, PAPER, "web", out)
    assert set(pictures_in(out)) & before == {"شعار الصفحة.png"}


def test_the_page_of_another_article_and_its_pictures_stay(images: Images, tmp_path: Path) -> None:
    exporting, one = Exporting(images, RESOURCES), article(images)
    other = replace(one, id="b" * 32, document=replace(one.document, blocks=()))
    out = exporting.export(one, PAPER, "web", tmp_path / "الضفة")
    page, pictures = (out / "index.html").read_bytes(), pictures_in(out)
    with pytest.raises(BadInput) as refused:
        exporting.export(other, PAPER, "web", out)
    assert refused.value.code == "folder-of-another"
    beside = exporting.folder_for(other, tmp_path, "الضفة")
    assert beside == tmp_path / "الضفة 2"
    exporting.export(other, PAPER, "web", beside)
    assert exporting.folder_for(other, tmp_path, "الضفة") == beside
    assert exporting.folder_for(one, tmp_path, "الضفة") == out
    assert (out / "index.html").read_bytes() == page
    assert pictures_in(out) == pictures


def test_a_file_s_page_takes_no_picture_away(images: Images, tmp_path: Path) -> None:
    file = replace(article(images), id="0" * 32)
    exporting = Exporting(images, RESOURCES)
    out = exporting.export(file, PAPER, "web", tmp_path / "site")
    before = pictures_in(out)
    assert before
    exporting.export(replace(file, document=replace(file.document, blocks=())), PAPER, "web", out)
    assert pictures_in(out) == before  # whose they are nobody can tell


def test_cards_are_made_again_in_another_quality(images: Images) -> None:
    figure = article(images).document.figures()[0]
    fine, coarse = (
        images.for_main(figure, images.records([figure.media or ""])[figure.media or ""],
                        replace(PAPER.export, image_quality=quality))
        for quality in (95, 30)
    )  # fmt: skip
    assert sum(len(one.data) for one in coarse.cards) < sum(len(one.data) for one in fine.cards)


def test_the_publication_says_in_what_pictures_are_made(images: Images, tmp_path: Path) -> None:
    export = Export(image_widths=(40,), image_formats=("jpeg",), image_shapes=("square",))
    paper = replace(PAPER, export=export)
    out = Exporting(images, RESOURCES).export(article(images), paper, "web", tmp_path / "site")
    assert {name[-4:] for name in pictures_in(out)} == {".jpg"}
    assert len(pictures_in(out)) == 2
    assert card_address(out).startswith("images/")


@pytest.mark.parametrize("outlet", ["web", "print", "social"])
def test_a_preview_shows_what_the_export_shows(
    images: Images, tmp_path: Path, outlet: Outlet
) -> None:
    square = Crop("square", 0.0, 0.5, 0.8, 0.5)
    wide = Crop("wide", 0.0, 0.0, 1.0, 0.35)
    figure = Figure("f", "", Inline(CAPTION), ALT, CREDIT, crops=(wide, square))
    piece = article(images, figure)
    placed = piece.document.figures()[0]
    small = images.preview(placed, outlet, PAPER.export)
    exporting = Exporting(images, RESOURCES)
    if outlet == "print":
        exporting.export(piece, PAPER, "docx", tmp_path / "a.docx")
        (data,) = pictures_in(tmp_path / "a.docx").values()
    else:
        out = exporting.export(piece, PAPER, "web", tmp_path / "site")
        page = (out / "index.html").read_text("utf-8")
        cards = json.loads(re.findall(r"ld\+json\">(.*?)</script>", page, re.DOTALL)[0])["image"]
        (source,) = re.findall(r'<source [^>]*srcset="([^" ]+)', page)
        data = (out / (cards[1] if outlet == "social" else source)).read_bytes()
    with Image.open(io.BytesIO(small)) as one, Image.open(io.BytesIO(data)) as other:
        assert one.size == other.size
    near = zip(colour(small, 0.3, 0.5), colour(data, 0.3, 0.5), strict=True)
    assert all(abs(a - b) < 25 for a, b in near)
    assert all(secret not in small for secret in SECRETS)
