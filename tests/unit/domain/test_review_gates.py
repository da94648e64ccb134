from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.review_gates import (
    Gate,
    approved,
    called,
    closed,
    distinct,
    others,
    sent,
    standing,
    waiting,
)

#: Names as texts spell them, and what a client may say instead.
NAMES = st.sampled_from([
    "مصدر أمني", "مَصْدَرٌ  أمني", "مصـدر أمني", "مصدر", "WHO official", "who  official",
    "مسؤولة في الميناء 😀", "", " ", "s:1", "1", "sources:1", "unnamed:مصدر", "source:",
])  # fmt: skip
SAID = st.lists(NAMES | st.text(max_size=8), max_size=6)
LEGAL = {"legal": Gate.REQUIRED, "picture": Gate.COMPLETE}


def same(one: str, other: str) -> bool:
    return bool(distinct((one,))) and distinct((one, other)) == distinct((one,))


@given(SAID, SAID)
def test_only_its_own_name_closes_a_gate(names: list[str], said: list[str]) -> None:
    gates = sent(LEGAL, names)
    assert waiting(gates) == distinct(names)
    for name in said:
        gates = closed(gates, name)
    named = [n for n in distinct(names) if any(distinct((s,)) and same(n, s) for s in said)]
    assert approved(gates) == tuple(named)
    assert set(waiting(gates)) == set(distinct(names)) - set(named)
    assert others(gates) == LEGAL


@given(SAID, SAID, SAID)
def test_an_edit_opens_never_fewer_gates_than_there_were(
    names: list[str], said: list[str], brought: list[str]
) -> None:
    gates = sent(LEGAL, names)
    for name in said:
        gates = closed(gates, name)
    after = sent(gates, brought)
    assert set(distinct((*names, *brought))) == set(waiting(after))
    assert approved(after) == ()
    assert others(after) == LEGAL


@given(NAMES)
def test_a_gate_stays_as_long_as_its_name_stands_in_the_text(name: str) -> None:
    gates = sent(LEGAL, (name,))
    header = Header(headline=Inline("ميناء الشرق 2026"))
    there = Document(header, (Paragraph("b", Inline(f"قال{name.upper()}ـ 😀 إنه عاد")),))
    assert standing(gates, there) == gates
    gone = Document(header, (Paragraph("b", Inline("عاد العمل إلى الرصيف 7")),))
    assert standing(gates, gone) == LEGAL


@pytest.mark.parametrize("name", ["", " \u00a0", "\u200f", "\u064b", "\u0640", "\u2066\u2069"])
def test_what_cannot_be_read_is_no_name(name: str) -> None:
    assert called(name) == ""
    assert distinct((name, "مصدر")) == ("مصدر",)
