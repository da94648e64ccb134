"""A text told in changes is the text, whatever was done to it in between."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.apart.frames import Data, Garbled
from deskeditor.domain.article import Details
from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph
from deskeditor.domain.publication import Publication
from deskeditor.domain.quotes import Evidence
from deskeditor.domain.sources import Terms
from deskeditor.services.checker.piece import Listener, Piece, Teller
from helpers.documents import documents

NOW = datetime(2026, 11, 4, tzinfo=UTC)


def through(said: Data) -> Data:
    data: Data = json.loads(json.dumps(said))
    return data


@settings(max_examples=30)
@given(st.lists(documents, min_size=1, max_size=3))
def test_one_document_behind_the_other_arrives_whole(told: list[Document]) -> None:
    teller, listener = Teller(), Listener()
    for document in (*told, told[0]):
        heard = listener.hear(through(teller.tell(Piece(document))))
        assert heard.document == replace(document, threads=())


def lines(*texts: str) -> Document:
    blocks = tuple(Paragraph(f"p{n}", Inline(text)) for n, text in enumerate(texts))
    return Document(Header(headline=Inline("المرفأ")), blocks)


def test_only_what_changed_is_told_and_the_rest_stays_the_same_object() -> None:
    teller, listener = Teller(), Listener()
    document = lines("عاد الميناء", "بعد شهر", "إلى العمل")
    before = listener.hear(through(teller.tell(Piece(document)))).document
    assert teller.tell(Piece(document)) == {}
    edited = document.with_text(Address("p1"), Inline("بعد شهرين"))
    said = through(teller.tell(Piece(edited)))
    after = listener.hear(said).document
    assert list(said) == ["blocks"]
    assert len(said["blocks"]) == 1
    assert after.blocks[0] is before.blocks[0]
    assert after.blocks[2] is before.blocks[2]
    assert after == edited
    turned = replace(edited, blocks=edited.blocks[::-1])
    said = through(teller.tell(Piece(turned)))
    assert said == {"order": ["p2", "p1", "p0"]}
    assert listener.hear(said).document.blocks == turned.blocks


def test_everything_beside_the_text_passes_where_it_changed() -> None:
    teller, listener = Teller(), Listener()
    paper = Publication("paper", "الجريدة", words=frozenset({"مرفأ"}))
    piece = Piece(lines("أ"), Details("paper"), paper, terms={"هاله": Terms.BACKGROUND})
    assert listener.hear(through(teller.tell(piece))) == piece
    piece = replace(piece, publication=replace(paper, words=frozenset()))
    said = through(teller.tell(piece))
    assert list(said) == ["publication"]
    assert listener.hear(said) == piece


def test_evidence_passes_once_and_goes_when_it_is_gone() -> None:
    teller, listener = Teller(), Listener()
    one, other = (Evidence(name, "0" * 64, f"{name}.txt", "salma", NOW, text="بيان " * 999)
                  for name in ("e1", "e2"))  # fmt: skip
    text = lines("أ")
    first = through(teller.tell(Piece(text, evidence=(one,))))
    assert listener.hear(first).evidence == (one,)
    second = through(teller.tell(Piece(text, evidence=(other, one))))
    assert len(second["evidence"]) == 1
    assert listener.hear(second).evidence == (other, one)
    third = through(teller.tell(Piece(text, evidence=(other,))))
    assert third == {"evidence": [], "kept": ["e2"]}
    assert listener.hear(third).evidence == (other,)


def test_what_was_never_told_cannot_be_spoken_of() -> None:
    for said in ({"order": ["p7"]}, {"blocks": [["Paragraph", ["p"]]]}, {"details": 3}):
        with pytest.raises(Garbled):
            Listener().hear(said)
