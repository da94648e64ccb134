from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import Document, Inline, Paragraph
from deskeditor.domain.document.codec import (
    VERSION,
    DamagedDocument,
    NewerDocument,
    document_data,
    dumps,
    loads,
)
from helpers.documents import documents


@given(documents)
def test_what_is_written_reads_back_equal_and_writes_the_same_bytes(document: Document) -> None:
    raw = dumps(document)
    assert loads(raw) == document
    assert dumps(loads(raw)) == raw


@given(documents, st.data())
def test_one_changed_value_never_escapes_as_another_error(
    document: Document, data: st.DataObject
) -> None:
    tree = document_data(document)
    key = data.draw(st.sampled_from(sorted(tree)))
    tree[key] = data.draw(st.sampled_from([None, 7, "س", [], {}, [[]], [{}]]))
    try:
        loads(json.dumps(tree).encode())
    except (DamagedDocument, NewerDocument):
        return


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"[]", b"{}", b'{"v":"1"}', b"[" * 100_000])
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    with pytest.raises(DamagedDocument):
        loads(raw)


def test_a_newer_document_is_refused_by_name() -> None:
    tree = {**document_data(Document()), "v": VERSION + 1}
    with pytest.raises(NewerDocument) as caught:
        loads(json.dumps(tree).encode())
    assert caught.value.values == {"found": VERSION + 1, "known": VERSION}


def test_a_doubled_id_is_refused() -> None:
    twice = Document(blocks=(Paragraph("p1", Inline("قال")), Paragraph("p1", Inline("WHO"))))
    with pytest.raises(DamagedDocument):
        loads(dumps(twice))
