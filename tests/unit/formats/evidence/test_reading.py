from __future__ import annotations

import io
import zipfile

import pytest

from deskeditor.domain.errors import BadInput
from deskeditor.domain.quotes import EvidenceKind
from deskeditor.formats.evidence.process import Leaf, Words, leaf_of, words_of
from deskeditor.formats.evidence.recognise import kind_of
from helpers.evidence import BOX, docx, pdf

STATEMENT = "لن نُغلقَ الميناء قبل ٢٥ أيلول، هكذا قال ناطق WHO 𞸀 😀"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", EvidenceKind.PDF),
        (b"\n\n%PDF-1.4", EvidenceKind.PDF),
        (b"PK\x03\x04....", EvidenceKind.DOCX),
        (b"\x89PNG\r\n\x1a\n", EvidenceKind.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", EvidenceKind.IMAGE),
        (b"\x00\x00\x00\x18ftypM4A ", EvidenceKind.AUDIO),
        (b"RIFF....WAVEfmt ", EvidenceKind.AUDIO),
        (b"ID3\x04", EvidenceKind.AUDIO),
        (b"\xff\xfb\x90\x00", EvidenceKind.AUDIO),
        (b"  <!DOCTYPE html><html>", EvidenceKind.HTML),
        ("<html dir=rtl>بيان".encode(), EvidenceKind.HTML),
        (STATEMENT.encode()[:-1], EvidenceKind.TEXT),
        ("بيان الوزارة".encode("cp1256"), EvidenceKind.TEXT),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07" * 9, EvidenceKind.FILE),
    ],
)
def test_a_file_is_told_by_its_bytes(head: bytes, kind: EvidenceKind) -> None:
    assert kind_of(head, "بيان.pdf") is kind


@pytest.mark.parametrize(
    "head", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe"]
)
def test_a_program_is_refused_whatever_its_name(head: bytes) -> None:
    with pytest.raises(BadInput, match="evidence-program"):
        kind_of(head, "statement.pdf")


def test_a_page_gives_its_words_and_nothing_it_hides() -> None:
    page = (
        "<html><head><title>بيان 118</title><style>p{}</style><script>alert('x')</script></head>"
        "<body><!-- لا --><p>قال <b>الوزير</b>: لن نُغلق<br>الميناء 𞸀</p>"
        "<img src=http://a.b/c.png>"
        "<iframe src=file:///etc/passwd></iframe><p hidden>سر</p>"
        "<ul><li>WHO<li>٢٥</ul></body></html>"
    )
    said = words_of(EvidenceKind.HTML, page.encode())
    assert said.text == "بيان 118\nقال الوزير: لن نُغلق\nالميناء 𞸀\nWHO\n٢٥"


def test_a_page_of_the_old_windows_reads() -> None:
    page = (
        '<html><head><meta charset="windows-1256"></head><body>قال الوزير إن الميناء مفتوح</body>'
    )
    assert words_of(EvidenceKind.HTML, page.encode("cp1256")).text == "قال الوزير إن الميناء مفتوح"


def test_a_page_nested_without_end_comes_back_in_time() -> None:
    said = words_of(EvidenceKind.HTML, b"<div>" * 100_000 + b"x")
    assert said.text is None or "x" in said.text


def test_a_word_file_gives_its_paragraphs_tables_and_footnotes() -> None:
    body = f"<w:p><w:r><w:t>{STATEMENT}</w:t></w:r></w:p>"
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>خلية</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    gone = "<w:p><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del></w:p>"
    note = "<w:p><w:r><w:t>حاشية</w:t></w:r></w:p>"
    raw = docx(body + table + gone, {"word/footnotes.xml": note})
    assert words_of(EvidenceKind.DOCX, raw).text == f"{STATEMENT}\nخلية\nحاشية"


def test_a_text_box_is_said_once() -> None:
    raw = docx(BOX)
    assert words_of(EvidenceKind.DOCX, raw).text == "خارج\nداخل"


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (101 * 2**20))
    assert words_of(EvidenceKind.DOCX, out.getvalue()) == Words(None, "bomb")


def test_entities_are_not_resolved() -> None:
    head = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    raw = docx("<w:p><w:r><w:t>قبل&x;&a;بعد</w:t></w:r></w:p>", head=head)
    said = words_of(EvidenceKind.DOCX, raw)
    assert "root" not in (said.text or "")


def test_a_zip_that_is_no_word_file_is_a_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    assert words_of(EvidenceKind.DOCX, out.getvalue()) == Words(None, "unknown")


@pytest.mark.parametrize("kind", [EvidenceKind.PDF, EvidenceKind.DOCX])
def test_a_broken_file_is_said_to_be_broken(kind: EvidenceKind) -> None:
    heads = {EvidenceKind.PDF: b"%PDF-1.7 garbage", EvidenceKind.DOCX: b"PK\x03\x04 garbage"}
    assert words_of(kind, heads[kind]) == Words(None, "broken")


def test_a_pdf_without_characters_is_scanned_not_empty() -> None:
    assert words_of(EvidenceKind.PDF, pdf("")) == Words(None, "scanned")


def test_a_pdf_gives_its_words() -> None:
    assert words_of(EvidenceKind.PDF, pdf("We will not close 25 ports")).text == (
        "We will not close 25 ports"
    )


def test_a_locked_pdf_says_so() -> None:
    assert words_of(EvidenceKind.PDF, pdf("secret", locked=True)) == Words(None, "locked")


def test_pictures_and_recordings_are_not_read() -> None:
    assert words_of(EvidenceKind.IMAGE, b"").unreadable == "picture"
    assert words_of(EvidenceKind.AUDIO, b"").unreadable == "recording"


def test_a_file_that_takes_too_long_is_given_up() -> None:
    assert words_of(EvidenceKind.TEXT, b"x", patience=0.0) == Words(None, "too_long")


def two_pages() -> bytes:
    """A PDF of two pages."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for text in ("first statement WHO", "second 25 statement"):
        whole.import_pages(pypdfium2.PdfDocument(pdf(text)))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def test_the_page_is_drawn_on_which_a_word_stands() -> None:
    raw = two_pages()
    text = words_of(EvidenceKind.PDF, raw).text
    assert text is not None
    leaf = leaf_of(raw, text.index("second"), 1)
    assert isinstance(leaf, Leaf)
    assert (leaf.number, leaf.of) == (2, 2)
    assert leaf.data[:3] == b"\xff\xd8\xff"
    assert 0 < leaf.at < 0.2
    first = leaf_of(raw, text.index("first"), 9)
    assert isinstance(first, Leaf)
    assert first.number == 1


def test_a_page_of_a_number_beyond_the_file_is_its_last() -> None:
    leaf = leaf_of(two_pages(), -1, 99)
    assert isinstance(leaf, Leaf)
    assert leaf.number == 2


@pytest.mark.parametrize(
    ("raw", "why"), [(b"%PDF-1.4 broken", "broken"), (pdf("x", locked=True), "locked")]
)
def test_what_cannot_be_drawn_says_why(raw: bytes, why: str) -> None:
    assert leaf_of(raw, -1, 1) == why
