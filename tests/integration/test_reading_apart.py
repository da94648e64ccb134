"""Files coming in through the process that reads them: whole, hostile, and with pictures."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deskeditor.domain.document import Figure, ListBlock
from deskeditor.domain.errors import BadInput
from deskeditor.formats.incoming.process import read_apart
from deskeditor.formats.markdown import MarkdownWriter
from helpers import stress
from helpers.fakes import CountingIds

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {x} "{f"&{y};" * 10}">' for y, x in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><html><body><article><p>&i;</p></article></body></html>"
)


def test_a_file_comes_in_with_names_of_the_desk_and_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "نهائي.md"
    picture = stress.picture()
    path.write_bytes(
        MarkdownWriter().write(stress.ARTICLE, stress.PUBLICATION, {stress.MEDIA: picture})
    )
    found = read_apart("markdown", path, CountingIds(), stress.AT)
    figures = [block for block in found.document.blocks if isinstance(block, Figure)]
    assert {one.id for one in figures} == set(found.pictures)
    assert set(found.pictures.values()) == {picture.data}
    names = [block.id for block in found.document.blocks]
    names += [i.id for b in found.document.blocks if isinstance(b, ListBlock) for i in b.items]
    assert all(name.startswith("id-") for name in names)
    assert len(set(names)) == len(names)
    assert found.details.origin == "نهائي.md"


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        ("html", b"PK\x03\x04" + b"\x00" * 60, "file-not-text"),
        ("html", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "file-not-text"),
        ("html", b"<html><body><script>x</script></body></html>", "file-no-article"),
        ("html", b"<p>x</p>" * 250_000, "file-too-heavy"),
        ("ninjs", b'{"uri": ' * 100_000, "file-broken"),
        ("markdown", b"---\ntitle: \n---\n", "file-no-article"),
    ],
)
def test_what_is_no_article_is_one_sentence(
    tmp_path: Path, kind: str, raw: bytes, code: str
) -> None:
    path = tmp_path / "ملف.html"
    path.write_bytes(raw)
    with pytest.raises(BadInput) as caught:
        read_apart(kind, path, CountingIds(), stress.AT)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "page",
    [
        BOMB,
        "<html><body>" + "<div>" * 40_000 + "<p>نص</p>",
        "<article><p>نص</p>" + "<blockquote><ul><li>" * 5_000,
        '<article><p>نص</p><img src="file:///etc/passwd" alt="x"><img src="../../etc/passwd">',
        "<article><p>نص</p>" + "<table><tr><td>" * 2_000,
    ],
    ids=["entities", "divs", "quotes", "addresses", "tables"],
)
def test_a_hostile_page_is_read_or_refused_and_never_followed(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    begun = time.monotonic()
    try:
        found = read_apart("html", path, CountingIds(), stress.AT)
    except BadInput as error:
        code, words, pictures = error.code, "", 0
    else:
        words = "".join(slot.text.text for slot in found.document.slots())
        code, pictures = "", len(found.pictures)
    assert code in {"", "file-no-article", "file-broken", "file-too-heavy"}
    assert len(words) < 10_000
    assert (pictures, "root:" in words) == (0, False)
    assert time.monotonic() - begun < 40


def test_a_reader_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("نص", "utf-8")
    with pytest.raises(BadInput) as caught:
        read_apart("markdown", path, CountingIds(), stress.AT, patience=0.001)
    assert caught.value.code == "file-too-heavy"
