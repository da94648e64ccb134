"""Reports told in changes are the reports, and what is none is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.apart.frames import Garbled
from deskeditor.apart.values import Values
from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor, Category, Finding, Severity
from deskeditor.domain.reading import Reading
from deskeditor.domain.words import Bilingual
from deskeditor.services.checked import Report
from deskeditor.services.checker.report import Listener, Teller, joined, pieces

WORDS = Values[str](str)
ROWS = st.lists(st.sampled_from("ابتثجح"), max_size=12).map(tuple)


def through(data: Any) -> Any:
    return json.loads(json.dumps(data))


@given(ROWS, ROWS)
def test_a_row_in_pieces_is_the_row(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert joined(old, through(pieces(old, new, WORDS)), WORDS) == new


def test_what_stays_is_told_by_its_place() -> None:
    old = tuple("ابتثج")
    assert pieces(old, old, WORDS) == [[0, 5]]
    assert pieces(old, (*old[:2], "خ", *old[3:]), WORDS) == [[0, 2], {"new": ["خ"]}, [3, 5]]
    assert pieces(old, (), WORDS) == []
    assert pieces((), (), WORDS) == []


@pytest.mark.parametrize(
    "said",
    [None, 3, {}, [[0, 6]], [[-1, 2]], [[3, 2]], [[0]], [["0", 1]], [[True, 2]], [{"new": 3}],
     [{"new": [3]}], ["ا"], [None]],
)  # fmt: skip
def test_pieces_that_are_none_are_refused(said: Any) -> None:
    with pytest.raises(Garbled):
        joined(tuple("ابتثج"), said, WORDS)


def finding(word: str, block: str = "p1") -> Finding:
    anchor = Anchor(Address(block), 0, len(word))
    message = Bilingual(f"«{word}» خطأ", f"“{word}” is wrong")
    return Finding("spelling.x", Category.SPELLING, Severity.ERROR, anchor, word, message)


def test_reports_arrive_whole_and_what_stays_is_the_same_object() -> None:
    teller, listener = Teller(), Listener()
    first = Report((finding("كامله"), finding("اذا")), reading=Reading(3, 20), failed=("a.b",))
    assert listener.hear(through(teller.tell(first))) == first
    kept = listener.report.findings[1]
    second = Report((finding("مدرسه"), finding("اذا")), (finding("كامله"),), failed=())
    heard = listener.hear(through(teller.tell(second)))
    assert heard == second
    assert heard.findings[1] is kept


@given(st.dictionaries(st.sampled_from(["findings", "quotes", "reading", "failed"]),
                       st.none() | st.lists(st.integers() | st.text())))  # fmt: skip
def test_garbage_is_no_report(said: dict[str, Any]) -> None:
    good = Teller().tell(Report((finding("اذا"),)))
    if said and any(good[name] != value for name, value in said.items()):
        with pytest.raises(Garbled):
            Listener().hear({**good, **said, "dates": 5})


def test_twins_are_told_like_the_rest() -> None:
    teller, listener = Teller(), Listener()
    assert listener.hear_twins(through(teller.tell_twins(()))) == ()
    with pytest.raises(Garbled):
        listener.hear_twins({"twins": [[0, 1]]})
    assert replace(listener.report) == Report()
