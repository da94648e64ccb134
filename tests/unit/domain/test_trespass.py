"""What one may change in another's text: suggest, comment, flag; decide where one may."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import (
    CommentMark,
    Document,
    Fact,
    Figure,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Separator,
    Span,
    Strong,
    Suggestion,
    Thread,
    ThreadMessage,
    proposals,
)
from deskeditor.domain.document.deciding import decided
from deskeditor.domain.document.trespass import trespasses
from helpers.documents import documents

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
WORDS = "قال مدير WHO إن الماء عاد 😀"


def mark(kind: Literal["insert", "delete"], own: str, author: str) -> Suggestion:
    return Suggestion(kind, own, author, AT)


def page(*spans: Span, words: str = WORDS, figure: tuple[Suggestion, ...] = ()) -> Document:
    shown = Figure("f", "a" * 64, Inline("شرح"), "بديل", suggested=figure)
    items = ListBlock("l", (ListItem("i", Inline("أول")), ListItem("j", Inline("ثان"))))
    return Document(blocks=(Paragraph("p", Inline(words, spans)), shown, items))


HERS = Span(4, 8, mark("delete", "h", "salma"))
STANDS = page(HERS, figure=(mark("delete", "g", "salma"),))


def test_own_suggestions_comments_and_facts_are_no_trespass() -> None:
    mine = (Span(9, 12, mark("delete", "n", "noor")), Span(0, 3, CommentMark("c")))
    flagged = Span(16, 21, Fact("flagged", "noor", AT))
    after = page(HERS, *mine, flagged, figure=(mark("delete", "g", "salma"),))
    extra = Separator("s", (mark("insert", "x", "noor"),))
    after = replace(after, blocks=(*after.blocks, extra))
    assert not trespasses(STANDS, after, "noor", may_decide=False)
    assert not trespasses(after, STANDS, "noor", may_decide=False), "and may be taken back"


@pytest.mark.parametrize(
    "after",
    [
        page(HERS, words=WORDS + "!", figure=(mark("delete", "g", "salma"),)),
        page(HERS, Span(0, 3, Strong()), figure=(mark("delete", "g", "salma"),)),
        page(Span(4, 7, HERS.mark), figure=(mark("delete", "g", "salma"),)),
        page(
            HERS, Span(9, 12, mark("delete", "z", "zayd")), figure=(mark("delete", "g", "salma"),)
        ),
        replace(STANDS, blocks=STANDS.blocks[1:]),
        replace(STANDS, blocks=(*STANDS.blocks, Separator("s"))),
        replace(STANDS, language="en"),
    ],
)
def test_what_is_not_suggested_is_a_trespass(after: Document) -> None:
    assert trespasses(STANDS, after, "noor", may_decide=True)


@pytest.mark.parametrize("take", [True, False])
def test_an_editor_takes_or_refuses_whole_others_do_not(take: bool) -> None:
    one = decided(STANDS, lambda m: m.id == "h", take=take)
    both = decided(STANDS, lambda _: True, take=take)
    for after in (one, both):
        assert not trespasses(STANDS, after, "noor", may_decide=True)
        assert trespasses(STANDS, after, "noor", may_decide=False)
    half = page(words=WORDS[:4] + WORDS[6:], figure=(mark("delete", "g", "salma"),))
    assert trespasses(STANDS, half, "noor", may_decide=True), "half a suggestion was taken"


@given(document=documents, login=st.sampled_from(("salma", "noor")), take=st.booleans())
def test_decisions_on_any_document_are_the_editors(
    document: Document, login: str, take: bool
) -> None:
    assert not trespasses(document, document, login, may_decide=False)
    after = decided(document, lambda m: m.author != login, take=take)
    assert not trespasses(document, after, login, may_decide=True)
    assert {one.author for one in proposals(after)} <= {login}


ASKED = ThreadMessage("salma", AT, "من أين الرقم؟")
ANSWER = ThreadMessage("noor", AT, "من بيان الوزارة")
TALKED = replace(STANDS, threads=(Thread("t", (ASKED,)),))


@pytest.mark.parametrize(
    "thread",
    [
        pytest.param(Thread("t", (ASKED, ANSWER)), id="answered"),
        pytest.param(Thread("t", (ASKED,), "noor", AT), id="settled"),
    ],
)
def test_one_may_answer_and_settle_a_thread(thread: Thread) -> None:
    after = replace(TALKED, threads=(thread, Thread("n", (ANSWER,))))
    assert not trespasses(TALKED, after, "noor", may_decide=False)


@pytest.mark.parametrize(
    "threads",
    [
        pytest.param((), id="gone"),
        pytest.param((Thread("t", (replace(ASKED, text="؟"),)),), id="other words"),
        pytest.param((Thread("t", (ASKED, replace(ANSWER, author="zayd"))),), id="forged"),
        pytest.param((Thread("t", (ASKED,), "zayd", AT),), id="settled in another's name"),
        pytest.param((Thread("t", (ASKED,)), Thread("n", (ASKED,))), id="begun in another's name"),
    ],
)
def test_nobody_speaks_for_another(threads: tuple[Thread, ...]) -> None:
    after = replace(TALKED, threads=threads)
    assert trespasses(TALKED, after, "noor", may_decide=True)


def test_a_fact_is_marked_in_ones_own_name() -> None:
    figure = (mark("delete", "g", "salma"),)
    flagged = page(HERS, Span(16, 21, Fact("flagged", "salma", AT)), figure=figure)
    checked = page(HERS, Span(16, 21, Fact("checked", "noor", AT)), figure=figure)
    forged = page(HERS, Span(16, 21, Fact("checked", "salma", AT)), figure=figure)
    assert not trespasses(flagged, checked, "noor", may_decide=False)
    assert trespasses(flagged, forged, "noor", may_decide=True)
