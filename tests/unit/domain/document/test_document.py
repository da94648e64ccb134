from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import Address, Document, Inline, Paragraph, Role
from deskeditor.domain.errors import BugError
from helpers.documents import documents


@given(documents)
def test_every_slot_is_found_by_its_address(document: Document) -> None:
    slots = list(document.slots())
    assert len({slot.address for slot in slots}) == len(slots)
    for slot in slots:
        assert document.text_at(slot.address) == slot.text


@given(documents, st.data())
def test_a_text_put_at_an_address_changes_only_that_slot(
    document: Document, data: st.DataObject
) -> None:
    slot = data.draw(st.sampled_from(list(document.slots())))
    changed = document.with_text(slot.address, Inline("نصّ WHO ٢ 😀"))
    before, after = list(document.slots()), list(changed.slots())
    assert changed.text_at(slot.address) == Inline("نصّ WHO ٢ 😀")
    assert [s for s in after if s.address != slot.address] == [
        s for s in before if s.address != slot.address
    ]
    assert changed.problems() == ()


def test_an_address_where_nothing_stands_is_our_own_fault() -> None:
    document = Document(blocks=(Paragraph("p1"),))
    assert document.text_at(Address("gone")) is None
    with pytest.raises(BugError):
        document.with_text(Address("gone"), Inline("قال"))


def test_the_header_comes_first() -> None:
    roles = [slot.role for slot in Document(blocks=(Paragraph("p1"),)).slots()]
    assert roles == [
        Role.KICKER,
        Role.HEADLINE,
        Role.DECK,
        Role.BYLINE,
        Role.DATELINE,
        Role.PARAGRAPH,
    ]
