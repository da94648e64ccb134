from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from PIL import Image

from deskeditor.domain.errors import BadInput
from deskeditor.domain.media import ImageRecord, Rights
from deskeditor.media.images import Kind, examine, render
from helpers import photos

MEDIA = "0" * 64


def record_of(raw: bytes, name: str = "سدّ.jpg") -> ImageRecord:
    return examine(raw, MEDIA, name, len(raw))


def refusal(raw: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        record_of(raw)
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "mime"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("WEBP", "image/webp"),
        ("AVIF", "image/avif"),
        ("HEIF", "image/heic"),
        ("TIFF", "image/tiff"),
        ("GIF", "image/gif"),
    ],
)
def test_every_kind_a_desk_gets_is_read(kind: str, mime: str) -> None:
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False)
    raw = photos.saved(photos.drawn(), kind)
    record = record_of(raw)
    assert (record.mime, record.width, record.height, record.size) == (mime, 80, 50, len(raw))
    made = render(raw, record)
    assert (made.mime, made.width, made.height) == ("image/webp", 80, 50)


def test_metadata_fills_the_record_and_xmp_wins() -> None:
    record = record_of(photos.camera_jpeg())
    assert (record.width, record.height) == (50, 80)
    assert record.creator == "زينب كريم"
    assert record.credit == "وكالة الرافدين"
    assert record.copyright == "© الرافدين 2026"
    assert record.caption == "عمّال على ضفة شط العرب 🌊"
    assert record.alt == "رجلان يحملان شبكة"
    assert record.place == "البصرة"
    assert record.taken == date(2026, 2, 4)
    assert record.source_type.endswith("digitalCapture")
    assert record.rights is Rights.UNKNOWN


def test_exif_serves_where_there_is_no_xmp() -> None:
    record = record_of(photos.camera_jpeg(xmp=None))
    assert (record.creator, record.copyright) == ("Exif Artist", "Exif Copyright")
    assert (record.caption, record.alt) == ("Exif description", "")
    assert record.taken == date(2025, 12, 31)


def test_a_machine_made_picture_is_named_so() -> None:
    xmp = photos.XMP.replace("digitalCapture", "trainedAlgorithmicMedia")
    assert record_of(photos.camera_jpeg(xmp=xmp)).rights is Rights.AI_GENERATED


@pytest.mark.parametrize("xmp", ["<x:xmpmeta", "<rdf:RDF></rdf:RDF>", "\x00\ufffd", "&bomb;" * 9])
def test_damaged_metadata_is_no_reason_to_refuse(xmp: str) -> None:
    assert record_of(photos.camera_jpeg(xmp=xmp)).creator == "Exif Artist"


def test_entity_bombs_in_metadata_are_not_expanded() -> None:
    bomb = f'<!DOCTYPE a [<!ENTITY b "{"x" * 100}">]>' + photos.XMP.replace("وكالة", "&b;")
    assert "xxx" not in record_of(photos.camera_jpeg(xmp=bomb)).credit


@pytest.mark.parametrize("kind", ["webp", "jpeg", "png"])
def test_renditions_are_upright_and_say_nothing_private(kind: Kind) -> None:
    raw = photos.camera_jpeg()
    made = render(raw, record_of(raw), kind)
    assert not [secret for secret in photos.PRIVATE if secret in made.data]
    with Image.open(io.BytesIO(made.data)) as image:
        assert image.size == (made.width, made.height) == (50, 80)
        assert not image.getexif()
        assert "comment" not in image.info
        top, bottom = (
            image.convert("RGB").getpixel((25, 5)),
            image.convert("RGB").getpixel((25, 75)),
        )
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > top[2]
    assert bottom[2] > bottom[0]


@pytest.mark.parametrize("kind", ["webp", "jpeg", "png"])
def test_credit_caption_and_alt_leave_with_the_rendition(kind: Kind) -> None:
    raw = photos.camera_jpeg()
    record = record_of(raw)
    again = record_of(render(raw, record, kind).data)
    for field in ("creator", "credit", "copyright", "caption", "alt", "source_type"):
        assert getattr(again, field) == getattr(record, field)
    assert again.place == ""
    assert again.taken is None


def test_a_rendition_is_made_smaller_never_larger() -> None:
    raw = photos.saved(photos.drawn(800, 200), "PNG")
    record = record_of(raw)
    assert (render(raw, record, side=400).width, render(raw, record, side=400).height) == (400, 100)
    assert render(raw, record, side=4000).width == 800


def test_the_same_picture_renders_to_the_same_bytes() -> None:
    raw = photos.camera_jpeg()
    record = record_of(raw)
    assert render(raw, record).data == render(raw, record).data


def test_transparency_stays_and_asks_for_png() -> None:
    raw = photos.saved(Image.new("RGBA", (8, 8), (1, 2, 3, 40)), "PNG")
    assert render(raw, record_of(raw), "jpeg").mime == "image/png"


@pytest.mark.parametrize(
    ("mode", "kind", "options"),
    [
        ("CMYK", "JPEG", {}),
        ("L", "JPEG", {}),
        ("1", "PNG", {}),
        ("P", "GIF", {}),
        ("LA", "PNG", {}),
        ("RGB", "JPEG", {"icc_profile": b"broken profile"}),
        ("CMYK", "TIFF", {"icc_profile": b"broken profile"}),
    ],
)
def test_unusual_pictures_render(mode: str, kind: str, options: dict[str, Any]) -> None:
    raw = photos.saved(photos.drawn(mode=mode), kind, **options)
    assert render(raw, record_of(raw)).width == 80


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    image = Image.new("I;16", (10, 10), 32768)
    raw = photos.saved(image, "PNG")
    made = render(raw, record_of(raw), "png")
    with Image.open(io.BytesIO(made.data)) as shown:
        assert abs(shown.convert("L").getpixel((5, 5)) - 128) <= 2  # type: ignore[operator]


def test_an_animation_gives_its_first_frame() -> None:
    frames = [photos.drawn(mode="P"), Image.new("P", (80, 50), 0)]
    raw = photos.saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert record_of(raw).mime == "image/gif"
    assert render(raw, record_of(raw)).width == 80


@pytest.mark.parametrize(
    "size", [(12_000, 12_000), (9_800, 9_800), (8_000, 8_000), (60_000, 60_000)]
)
def test_too_many_pixels_are_refused_before_decoding(size: tuple[int, int]) -> None:
    assert refusal(photos.png_bomb(*size)) == "image-too-large"


def test_one_pixel_and_a_thin_strip_are_pictures() -> None:
    for size in ((1, 1), (30_000, 10)):
        raw = photos.saved(Image.new("RGB", size), "PNG")
        assert (record_of(raw).width, record_of(raw).height) == size
        assert render(raw, record_of(raw)).width <= 1600


@pytest.mark.parametrize(
    "raw",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<svg/>',
        b"<!-- x --><SVG onload='alert(1)'/>",
    ],
)
def test_svg_is_refused_in_its_own_words(raw: bytes) -> None:
    assert refusal(raw) == "image-is-svg"


@pytest.mark.parametrize("raw", [b"MZ\x90\x00" * 50, b"\x7fELF" * 50, b"#!/bin/sh\n", b"", b"\x00"])
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    assert refusal(raw) == "image-not-picture"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_half_a_picture_is_refused(kind: str) -> None:
    raw = photos.saved(Image.effect_noise((300, 300), 60).convert("RGB"), kind)
    assert refusal(raw[: len(raw) * 2 // 3]) in {"image-damaged", "image-not-picture"}


def test_a_wrong_ending_does_not_matter() -> None:
    raw = photos.saved(photos.drawn(), "PNG")
    assert record_of(raw, "photo.jpg").mime == "image/png"
