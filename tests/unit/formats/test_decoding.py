from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.errors import BadInput
from deskeditor.formats.decoding import decode
from helpers import pages

NEWS = (
    "أعلنت الوزارة، اليوم، أنّ «المرحلة الثانية» من المشروع تبدأ في 12-2026، وقال الناطق "
    "باسمها لـReuters إن الكلفة 87.5% من الموازنة.\r\nوأضاف أن العمل لا يتوقف على التمويل.\r\n"
)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (NEWS.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + NEWS.encode("utf-8"), "utf-8"),
        (b"\xff\xfe" + NEWS.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("utf-16-le"), "utf-16-le"),
        (NEWS.encode("utf-16-be"), "utf-16-be"),
        (NEWS.encode("cp1256"), "cp1256"),
    ],
)
def test_newsroom_encodings(raw: bytes, encoding: str) -> None:
    found = decode(raw, "page.txt")
    assert (found.text, found.encoding, found.lost) == (NEWS, encoding, 0)


def test_iso_8859_6_where_its_words_read_better() -> None:
    text = "أعلنت الوزارة أن العمل في المشروع لا يتوقف على التمويل\n"
    assert decode(text.encode("iso8859_6"), "a").text == text


def test_a_short_windows_1256_line() -> None:
    assert decode("بغداد – واع".encode("cp1256"), "a").text == "بغداد – واع"


def test_english_with_windows_quotes() -> None:
    text = "The minister said “no” – twice – and left the room without another word.\n" * 3
    assert decode(text.encode("cp1252"), "a").text == text


def test_non_bmp_characters_and_tashkeel_stay() -> None:
    assert decode(pages.LEAD.encode("utf-8"), "a").text == pages.LEAD
    assert decode(b"\xff\xfe" + pages.LEAD.encode("utf-16-le"), "a").text == pages.LEAD


def test_a_damaged_byte_does_not_make_utf8_something_else() -> None:
    raw = bytearray((NEWS * 3).encode("utf-8"))
    raw[100] = 0xFF
    found = decode(bytes(raw), "a")
    assert found.encoding == "utf-8"
    assert found.lost >= 1
    assert found.text.endswith("التمويل.\r\n")


def test_a_control_character_is_replaced_in_place() -> None:
    found = decode((NEWS + "وقال\ufffcإن").encode(), "a")
    assert len(found.text) == len(NEWS) + 8 - 1
    assert found.lost == 1


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"PK\x03\x04" + b"x" * 100, "zip"),
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "doc"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\x7fELF\x02\x01\x01", "elf"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
        (b"\xd8\x00\xdc\x01" * 100, "binary"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, kind: str) -> None:
    with pytest.raises(BadInput) as caught:
        decode(raw, "x.bin")
    assert caught.value.code == "file-not-text"
    assert caught.value.values["kind"] == kind


@pytest.mark.parametrize("raw", [b" \n\t\n", "\ufeff".encode(), "\u00a0\n".encode()])
def test_blank_text_is_empty(raw: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        decode(raw, "x.txt")
    assert caught.value.code == "file-empty"


@given(st.binary(max_size=400))
def test_any_bytes_read_or_are_refused(raw: bytes) -> None:
    try:
        assert decode(raw, "x").text.strip()
    except BadInput as error:
        assert error.code in {"file-not-text", "file-empty"}  # noqa: PT017 - both ends are right
