"""Anchors as code points of the text a command was given."""

from __future__ import annotations

from hypothesis import given

from deskeditor.cli.places import Places, laid_out
from deskeditor.domain.document import HEADER, Address, Document, Header, Inline, Paragraph
from deskeditor.domain.findings import Anchor
from helpers.documents import documents

HEADLINE = Address(HEADER, "headline")
DECK = Address(HEADER, "deck")
FIRST, SECOND = Address("p1"), Address("p2")


def sample() -> Document:
    return Document(
        Header(headline=Inline("عُنوان 😀 من Reuters")),
        (Paragraph("p1", Inline("قال: «نعم» 25%")), Paragraph("p2", Inline("وأضاف"))),
    )


def test_places_in_a_file_are_shifted_by_where_the_slot_begins() -> None:
    file = "ترويسة 😀\nعُنوان 😀 من Reuters\n\nقال: «نعم» 25%\nوأضاف\n"
    origins = {HEADLINE: 9, FIRST: file.index("قال"), SECOND: file.index("وأضاف")}
    places = Places.of(sample(), file, origins)
    start, end = places.find(Anchor(FIRST, 6, 9))
    assert file[start:end] == "نعم"


def test_what_is_missing_lies_at_the_end_of_what_is_read_before_it() -> None:
    places = Places.of(sample())
    end_of_headline = places.find(Anchor(HEADLINE, 0, len("عُنوان 😀 من Reuters")))[1]
    assert places.find(Anchor(DECK, 0, 0)) == (end_of_headline, end_of_headline)
    assert places.find(Anchor(Address(HEADER, "kicker"), 0, 0)) == (0, 0)
    assert places.find(Anchor(Address("gone"), 3, 9)) == (0, 0)


@given(documents)
def test_every_slot_of_a_laid_out_document_is_found_again(document: Document) -> None:
    text, origins = laid_out(document)
    places = Places.of(document)
    for slot in document.slots():
        if slot.address in origins:
            start, end = places.find(Anchor(slot.address, 0, len(slot.text)))
            assert text[start:end] == slot.text.text
