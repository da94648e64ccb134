from __future__ import annotations

from dataclasses import replace

from deskeditor.checks.quotes.by_hand import marked_in, with_marked
from deskeditor.checks.quotes.extract import read
from deskeditor.checks.quotes.following import quotes_of
from deskeditor.domain.document import Document, Inline, Paragraph, QuoteMark
from deskeditor.domain.quotes import Quote, QuoteKind
from helpers.pieces import piece

INDIRECT = "قال مدير السد كريم الجبوري إن التوسعة بدأت 😀 هذا العام في 25 موقعا."
QUOTED = "وأضاف: «لن نتوقف قبل نيسان WHO»."
WORDS = "التوسعة بدأت 😀 هذا العام"


def marked(document: Document, block: int, words: str, own: str = "m1") -> Document:
    blocks = list(document.blocks)
    one = blocks[block]
    assert isinstance(one, Paragraph)
    start = one.text.text.index(words)
    made = one.text.with_mark(start, start + len(words), QuoteMark(own))
    blocks[block] = replace(one, text=made)
    return replace(document, blocks=tuple(blocks))


def found(document: Document) -> tuple[Quote, ...]:
    reading = read(document)
    return with_marked(quotes_of(reading), reading, document.slots())


def test_words_without_glyphs_join_in_reading_order_with_who_is_named_before() -> None:
    hand, machine = found(marked(piece(INDIRECT, QUOTED), 0, WORDS))
    assert (hand.text, hand.mark, hand.kind) == (WORDS, "m1", QuoteKind.SPEECH)
    assert hand.speaker is not None
    assert (hand.speaker.name, hand.speaker.basis) == ("كريم الجبوري", "inferred")
    assert machine.mark == ""


def test_what_the_machine_found_keeps_what_was_found_of_it() -> None:
    (quote,) = found(marked(piece(QUOTED), 0, "لن نتوقف قبل نيسان WHO"))
    assert quote.mark == "m1"
    assert quote.cue is not None


def test_words_nobody_is_named_for_have_no_speaker() -> None:
    (quote,) = found(marked(piece("السد الكبير شمال المدينة."), 0, "شمال المدينة"))
    assert quote.speaker is None


def test_a_mark_over_two_paragraphs_is_one_quotation() -> None:
    document = marked(marked(piece(INDIRECT, "والعمل مستمر."), 0, WORDS), 1, "والعمل مستمر")
    (mark,) = marked_in(document.slots())
    assert len(mark.parts) == 2
    (quote,) = found(document)
    assert quote.text == f"{WORDS}\nوالعمل مستمر"
    assert len(quote.continued) == 1


def test_a_mark_on_nothing_is_none() -> None:
    assert marked_in(piece("", INDIRECT).slots()) == ()
    assert marked_in(Document(blocks=piece(INDIRECT).blocks).slots()) == ()
    assert Inline("س").with_mark(0, 1, QuoteMark("x")).spans
