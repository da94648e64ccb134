"""Documents taken apart to lines and put together again, and tags mended."""

from __future__ import annotations

from hypothesis import given

from deskeditor.domain.document import Document, Inline, ListBlock, ListItem, Paragraph
from deskeditor.ui.editor.assembling import Assembler, flatten, item_tag, sound_lines
from deskeditor.ui.editor.lines import Kind, Line, Tag, read_tag, write_tag
from deskeditor.ui.editor.structure import mended
from helpers.documents import documents
from helpers.editing import counting_ids


@given(documents)
def test_apart_and_together_is_the_same_document(document: Document) -> None:
    assert Assembler().document(flatten(document, "blank"), document) == document


@given(documents)
def test_a_sound_document_needs_no_mending(document: Document) -> None:
    lines = flatten(document, "blank")
    assert mended([line.tag for line in lines], counting_ids()) == {}
    assert all(read_tag(write_tag(line.tag)) == line.tag for line in lines)


def test_blocks_whose_lines_are_the_same_objects_are_shared() -> None:
    document = Document(blocks=(Paragraph("p", Inline("أ 😀")), Paragraph("q", Inline("WHO 2-1"))))
    assembler, lines = Assembler(), flatten(document, "blank")
    first = assembler.document(lines, document)
    lines[6] = Line(lines[6].tag, Inline("إنّ"))
    second = assembler.document(lines, document)
    assert second.blocks[0] is first.blocks[0]
    assert second.header is first.header
    assert second.blocks[1] == Paragraph("q", Inline("إنّ"))


def test_doubled_ids_orphans_and_torn_lists_are_mended() -> None:
    first = item_tag(ListItem("i"), "l", ordered=False)
    last = item_tag(ListItem("j"), "l", ordered=False)
    tags = [
        Tag(Kind.PARAGRAPH, "p"), Tag(Kind.PARAGRAPH, "p"), Tag(Kind.CAPTION, "gone"),
        first, Tag(Kind.PARAGRAPH, ""), last,
    ]  # fmt: skip
    changes = mended(tags, counting_ids())
    assert changes[1] == Tag(Kind.PARAGRAPH, "n0")
    assert changes[2] == Tag(Kind.PARAGRAPH, "n1")
    assert changes[4] == Tag(Kind.PARAGRAPH, "n2")
    assert changes[5].values["list"] == "n3"
    assert set(changes) == {1, 2, 4, 5}


def test_lines_from_elsewhere_become_whole_blocks() -> None:
    item = Line(item_tag(ListItem("i"), "l", ordered=True), Inline("بند"))
    lines = sound_lines([Line(Tag(Kind.FIGURE, "f")), item, Line(Tag(Kind.HEADLINE, "header"))])
    assert [line.tag.kind for line in lines] == [
        Kind.FIGURE, Kind.CAPTION, Kind.CREDIT, Kind.ITEM, Kind.PARAGRAPH,
    ]  # fmt: skip
    document = Assembler().document([*flatten(Document(), "b")[:5], item], Document())
    assert document.blocks == (ListBlock("l", (ListItem("i", Inline("بند")),), ordered=True),)
