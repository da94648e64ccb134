"""Two texts that grew from one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given

from deskeditor.domain.document import (
    Address,
    Direction,
    Document,
    Header,
    Inline,
    Paragraph,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.document.merge import Merged, Side, merge
from helpers.documents import documents

BASE = Document(
    Header(headline=Inline("عودة الماء")),
    tuple(Paragraph(key, Inline(f"فقرة {key}")) for key in "abcd"),
)


def never(_base: Inline, _left: Inline, _right: Inline) -> Inline | None:
    return None


def brought(left: Document, right: Document) -> Merged:
    return merge(BASE, left, right, never)


def said(document: Document) -> list[str]:
    return [slot.text.text for slot in document.slots() if slot.text]


def put(key: str, text: str, document: Document = BASE) -> Document:
    return document.with_text(Address(key), Inline(text))


def test_what_one_side_changed_is_taken() -> None:
    made = brought(put("a", "يمين"), put("c", "يسار"))
    assert made.conflicts == ()
    assert said(made.document) == ["عودة الماء", "يمين", "فقرة b", "يسار", "فقرة d"]


def test_blocks_that_came_and_went_on_either_side() -> None:
    new = Paragraph("n", Inline("جديدة"))
    left = replace(BASE, blocks=(BASE.blocks[0], new, *BASE.blocks[1:]))
    right = replace(BASE, blocks=BASE.blocks[:3])
    made = brought(left, right)
    assert made.conflicts == ()
    assert [block.id for block in made.document.blocks] == ["a", "n", "b", "c"]
    moved = replace(BASE, blocks=BASE.blocks[::-1])
    assert [b.id for b in brought(left, moved).document.blocks] == ["d", "c", "b", "a", "n"]


def test_both_changed_one_text_is_for_a_person_to_decide() -> None:
    made = brought(put("b", "واحد"), put("b", "اثنان"))
    (conflict,) = made.conflicts
    assert (conflict.key, conflict.header) == ("b", False)
    assert said(made.document)[2] == "واحد"
    assert said(made.settled({"b": Side.RIGHT}))[2] == "اثنان"
    both = made.settled({"b": Side.BOTH})
    assert said(both)[2:4] == ["واحد", "اثنان"]
    assert both.problems() == ()


def test_a_block_changed_here_and_taken_out_there_is_not_lost() -> None:
    made = brought(put("b", "واحد"), replace(BASE, blocks=BASE.blocks[::2]))
    (conflict,) = made.conflicts
    assert conflict.right is None
    assert "واحد" in said(made.settled({"b": Side.LEFT}))
    assert "واحد" not in said(made.settled({"b": Side.RIGHT}))


def test_a_header_field_of_both() -> None:
    left, right = (replace(BASE, header=Header(headline=Inline(text))) for text in ("أ", "ب"))
    made = brought(left, right)
    assert [conflict.key for conflict in made.conflicts] == ["headline"]
    assert made.settled({"headline": Side.BOTH}).header.headline.text == "أ ب"


def test_comments_of_both_sides() -> None:
    first = ThreadMessage("salma", datetime(2026, 11, 1, tzinfo=UTC), "لماذا؟")
    left, right = (
        replace(BASE, threads=(Thread("t", (first, ThreadMessage(who, at, who))),))
        for who, at in (
            ("noor", datetime(2026, 11, 2, tzinfo=UTC)),
            ("yasin", datetime(2026, 11, 3, tzinfo=UTC)),
        )
    )
    (thread,) = brought(left, right).document.threads
    assert [message.text for message in thread.messages] == ["لماذا؟", "noor", "yasin"]


def test_the_language_one_side_changed() -> None:
    english = replace(BASE, language="en", direction=Direction.LTR)
    for made in (brought(put("a", "يمين"), english), brought(english, put("a", "يمين"))):
        assert (made.document.language, made.document.direction) == ("en", Direction.LTR)


@given(documents, documents)
def test_one_side_alone_is_that_side(base: Document, other: Document) -> None:
    for made in (merge(base, other, base, never), merge(base, base, other, never)):
        assert made.conflicts == ()
        assert made.document.header == other.header
        assert made.document.blocks == other.blocks
    assert merge(base, other, other, never).conflicts == ()


@given(documents, documents, documents)
def test_nothing_of_either_side_is_lost(base: Document, left: Document, right: Document) -> None:
    made = merge(base, left, right, never)
    both = made.settled({conflict.key: Side.BOTH for conflict in made.conflicts})
    assert both.problems() == ()
    there = "\0".join(slot.text.text for slot in both.slots())
    kept = {slot.text.text for slot in base.slots()}
    for side in (left, right):
        for slot in side.slots():
            assert slot.text.text in there or slot.text.text in kept
