"""Proposals as people speak of them, read from the marks of a document."""

from __future__ import annotations

from datetime import UTC, datetime

from deskeditor.domain.document import (
    Address,
    Document,
    Inline,
    Paragraph,
    Piece,
    Proposal,
    Span,
    Strong,
    Suggestion,
    proposals,
)
from deskeditor.domain.document.proposals import live, original

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def mark(kind: str, own: str = "s", author: str = "salma") -> Suggestion:
    return Suggestion("insert" if kind == "insert" else "delete", own, author, AT)


TEXT = Inline(
    "قالَ WHO السباقالسابق 😀",
    (Span(9, 15, mark("delete")), Span(15, 21, mark("insert")), Span(0, 4, Strong())),
)


def test_marks_with_one_id_are_one_proposal() -> None:
    document = Document(blocks=(Paragraph("p", TEXT), Paragraph("q", Inline("ثانية 2-1"))))
    (found,) = proposals(document)
    where = Address("p")
    pieces = (Piece(where, 9, 15, "delete", "السباق"), Piece(where, 15, 21, "insert", "السابق"))
    assert found == Proposal("s", "salma", AT, pieces)
    assert (found.kind, found.deleted, found.inserted) == ("replace", "السباق", "السابق")


def test_proposals_come_in_the_order_of_their_first_words() -> None:
    marks = (Span(0, 2, mark("delete", "b")), Span(3, 5, mark("insert", "a")))
    document = Document(blocks=(Paragraph("p", Inline("قال WHO 😀", marks)),))
    assert [(one.id, one.kind) for one in proposals(document)] == [("b", "delete"), ("a", "insert")]


def test_a_text_reads_as_taken_and_as_it_was() -> None:
    strong = (Span(0, 4, Strong()),)
    assert live(TEXT) == Inline("قالَ WHO السابق 😀", strong)
    assert original(TEXT) == Inline("قالَ WHO السباق 😀", strong)


def test_words_put_in_by_one_and_taken_out_by_another_are_in_neither() -> None:
    both = (Span(0, 3, mark("insert", "a", "salma")), Span(0, 3, mark("delete", "b", "hadi")))
    assert live(Inline("قال WHO", both)) == original(Inline("قال WHO", both)) == Inline(" WHO")


def test_looks_and_lines_are_told_from_words() -> None:
    same = Inline("ماءماء", (Span(0, 3, mark("delete")), Span(3, 6, mark("insert"))))
    assert [p.changes for p in proposals(Document(blocks=(Paragraph("p", same),)))] == ["looks"]
    split = (
        Paragraph("p", Inline("قال WHO", (Span(4, 7, mark("delete")),))),
        Paragraph("q", Inline("WHO", (Span(0, 3, mark("insert")),))),
    )
    assert [p.changes for p in proposals(Document(blocks=split))] == ["lines"]
    assert [p.changes for p in proposals(Document(blocks=(Paragraph("p", TEXT),)))] == ["replace"]
