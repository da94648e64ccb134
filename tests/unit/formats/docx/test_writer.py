from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import mammoth
import pytest
from hypothesis import given, settings
from lxml import etree

from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Direction, Document, Header, Inline, Paragraph
from deskeditor.domain.publication import Publication
from deskeditor.formats.docx import DocxWriter
from deskeditor.formats.published import published
from helpers import documents, stress

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TESTS = Path(__file__).parents[3]
PICTURES = {stress.MEDIA: stress.picture()}
#: The schema's order of the children we write.
P_ORDER = [
    "pStyle", "keepNext", "keepLines", "numPr", "pBdr", "bidi", "spacing", "ind",
    "contextualSpacing", "jc", "outlineLvl",
]  # fmt: skip
R_ORDER = [
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "rtl", "lang",
]  # fmt: skip


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def raw() -> bytes:
    return DocxWriter().write(stress.ARTICLE, stress.PUBLICATION, PICTURES)


@pytest.fixture(scope="module")
def parts(raw: bytes) -> dict[str, bytes]:
    return parts_of(raw)


@pytest.fixture(scope="module")
def body(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def text_of(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def test_the_body_is_the_golden_one(parts: dict[str, bytes]) -> None:
    """After a wanted change: read `tests/output/stress.xml`, then put it over the golden one."""
    shown = parts["word/document.xml"].decode().replace("</w:p>", "</w:p>\n")
    seen = TESTS / "output" / "stress.xml"
    seen.parent.mkdir(exist_ok=True)
    seen.write_text(shown, "utf-8")
    assert shown == (TESTS / "golden" / "docx" / "stress.xml").read_text("utf-8")


def test_every_paragraph_and_the_section_are_right_to_left(body: etree._Element) -> None:
    for paragraph in body.iter(f"{W}p"):
        bidi = paragraph.find(f"{W}pPr/{W}bidi")
        assert bidi is not None
        assert bidi.get(f"{W}val") == ("0" if "The coach" in text_of(paragraph) else None)
    assert body.find(f".//{W}sectPr/{W}bidi") is not None
    assert [e.find(f"{W}tblPr/{W}bidiVisual") is not None for e in body.iter(f"{W}tbl")] == [True]


def test_styles_and_footer_are_right_to_left(parts: dict[str, bytes]) -> None:
    styles = etree.fromstring(parts["word/styles.xml"])
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}type") == "paragraph":
            assert style.find(f"{W}pPr/{W}bidi") is not None
    footer = etree.fromstring(parts["word/footer1.xml"])
    assert footer.find(f".//{W}pPr/{W}bidi") is not None
    language = styles.find(f"{W}docDefaults//{W}lang")
    assert language is not None
    assert language.get(f"{W}bidi") == "ar-IQ"
    fonts = styles.find(f"{W}docDefaults//{W}rFonts")
    assert fonts is not None
    assert {"ascii", "hAnsi", "cs"} <= {etree.QName(name).localname for name in fonts.attrib}


def test_arabic_runs_and_only_they_are_marked(body: etree._Element) -> None:
    for run in body.iter(f"{W}r"):
        text = text_of(run)
        rtl = run.find(f"{W}rPr/{W}rtl") is not None
        arabic = any("\u0600" <= c <= "\u06ff" for c in text)
        latin = any(c.isascii() and c.isalpha() for c in text)
        assert not (rtl and latin)
        assert not (arabic and not rtl and not latin)


def test_weights_and_sizes_come_in_pairs(parts: dict[str, bytes]) -> None:
    for name in ("word/document.xml", "word/styles.xml"):
        for properties in etree.fromstring(parts[name]).iter(f"{W}rPr"):
            found = names(properties)
            for latin, complex_script in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                assert (latin in found) == (complex_script in found)


def test_children_stand_in_the_schemas_order(parts: dict[str, bytes]) -> None:
    for name in ("word/document.xml", "word/styles.xml"):
        tree = etree.fromstring(parts[name])
        for tag, order in (("pPr", P_ORDER), ("rPr", R_ORDER)):
            for properties in tree.iter(f"{W}{tag}"):
                places = [order.index(child) for child in names(properties)]
                assert places == sorted(places)


def test_alignment_is_never_written_in_the_body(body: etree._Element) -> None:
    assert list(body.iter(f"{W}jc")) == []


def test_pictures_carry_their_alternative_text(
    body: etree._Element, parts: dict[str, bytes]
) -> None:
    found = [e for e in body.iter() if etree.QName(e).localname == "docPr"]
    assert [e.get("descr") for e in found] == ["جدار السد من الضفة الشرقية", "جدار قديم"]
    assert len({e.get("id") for e in found}) == 2
    assert [name for name in parts if "media" in name] == ["word/media/picture1.png"]


def test_python_docx_reads_it_back(raw: bytes) -> None:
    found = docx.Document(io.BytesIO(raw))
    by_style: dict[str, list[str]] = {}
    for paragraph in found.paragraphs:
        assert paragraph.style is not None
        by_style.setdefault(str(paragraph.style.name), []).append(paragraph.text)
    assert by_style["Title"] == ["منتخب الناشئين يفوز \u200e2-1 ويبلغ نهائيّ البطولة 🏆"]
    assert by_style["Heading 2"] == ["شوط أول بلا أهداف"]
    assert by_style["Quote"] == ["لم نكن الأفضل في الشوط الأول،\nلكننا عدنا."]
    assert by_style["Caption"][0].endswith("الصورة: زينب كريم / أرشيف الجريدة")
    assert by_style["Publication"] == ["صحيفة الرافدين"]
    assert found.core_properties.author == "هدى الساعدي"
    assert [cell.text for cell in found.tables[0].rows[0].cells] == ["الفريق", "النقاط", "الأهداف"]


def test_mammoth_reads_it_back(raw: bytes) -> None:
    html = mammoth.convert_to_html(io.BytesIO(raw)).value
    assert "<strong>المنتخب</strong>" in html
    assert "<ul><li>التشكيلة:<ul><li>حارس: علي كاظم</li>" in html
    assert "<ol><li>أولًا</li><li>ثانيًا</li></ol>" in html
    assert 'href="mailto:desk@example.org"' in html
    assert "javascript" not in html


def test_nothing_internal_and_nothing_of_the_machine_leaves(parts: dict[str, bytes]) -> None:
    everything = b"".join(parts.values()).decode("utf-8", "replace")
    for word in (*stress.SECRETS, "python-docx", "thumbnail", "javascript", "huda", "صورة لم تصل"):
        assert word not in everything
    assert "docProps/thumbnail.jpeg" not in parts


def test_the_same_article_gives_the_same_bytes(raw: bytes) -> None:
    assert DocxWriter().write(stress.ARTICLE, stress.PUBLICATION, PICTURES) == raw
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_day_is_made_up() -> None:
    article = replace(stress.ARTICLE, details=Details())
    core = parts_of(DocxWriter().write(article, stress.PUBLICATION, PICTURES))["docProps/core.xml"]
    assert b"created" not in core
    assert b"modified" not in core


def test_an_english_piece_is_left_to_right() -> None:
    document = Document(
        Header(headline=Inline("Dam opens 2-1")),
        (
            Paragraph("p", Inline("He said “لا” twice.")),
            Paragraph("q", Inline("نص"), Direction.RTL),
        ),
        language="en",
        direction=Direction.LTR,
    )
    raw = DocxWriter().write(Article("a", "o", document), Publication("x", "The Desk"), {})
    body = etree.fromstring(parts_of(raw)["word/document.xml"])
    assert [text_of(p) for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None] == [
        "نص"
    ]
    assert body.find(f".//{W}sectPr/{W}bidi") is None
    assert {text_of(r) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}rtl") is not None} == {
        "لا",
        "نص",
    }


@settings(max_examples=40)
@given(documents.documents)
def test_any_document_becomes_a_file_with_all_its_words(document: Document) -> None:
    pictures = {f.media: stress.picture() for f in document.figures() if f.media}
    raw = DocxWriter().write(Article("a", "o", document), stress.PUBLICATION, pictures)
    said = "".join(text_of(etree.fromstring(parts_of(raw)["word/document.xml"])).split())
    said = said.replace("\u200e", "")
    for block in published(document).blocks:
        if isinstance(block, Paragraph):
            assert "".join(block.text.text.split()).replace("\u200e", "") in said
    docx.Document(io.BytesIO(raw))
