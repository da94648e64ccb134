"""Values that pass between processes: whole, or refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.apart.frames import Garbled
from deskeditor.apart.values import Values
from deskeditor.domain.article import Details, PublishStamp
from deskeditor.domain.document import Address, Block, Document, Figure
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.findings import Anchor, Category, Edit, Finding, Fix, Severity
from deskeditor.domain.media import Hiding, ImageRecord, Lease, Region, Rights, Shown
from deskeditor.domain.publication import HouseStyle, Parameters, Publication
from deskeditor.domain.words import Bilingual
from helpers.documents import documents

NOW = datetime(2026, 11, 5, 8, 30, tzinfo=UTC)
ANCHOR = Anchor(Address("p1"), 2, 9)
FINDING = Finding(
    "style.tamma", Category.STYLE, Severity.HINT, ANCHOR, "تم نقل",
    Bilingual("قل: نُقل", "Say: was moved"), ("نُقل",),
    (Fix(Bilingual("أبدل", "Replace"), (Edit(ANCHOR, "نُقل"),)),),
)  # fmt: skip
BLOCKS, FINDINGS = Values[Block](Block), Values[Finding](Finding)


def through(data: Any) -> Any:
    """What is left of JSON data on its way through a pipe."""
    return json.loads(json.dumps(data))


def passed(kind: type, value: object) -> object:
    """A value on the other side."""
    values = Values[object](kind)
    return values.read(through(values.data(value)))


@settings(max_examples=50)
@given(documents)
def test_every_block_passes_whole(document: Document) -> None:
    for block in document.blocks:
        assert BLOCKS.read(through(BLOCKS.data(block))) == block


def test_findings_pass_whole() -> None:
    assert FINDINGS.read(through(FINDINGS.data(FINDING))) == FINDING


def test_details_pictures_and_houses_pass_whole() -> None:
    stamp = PublishStamp("نشر", "أمس", date(2026, 11, 3))
    details = Details(
        "paper", published_on=date(2026, 11, 4), embargo=datetime.now(UTC), stamp=stamp
    )
    assert passed(Details, details) == details
    record = ImageRecord(
        "0" * 64, "image/jpeg", 9, 9, 9, rights=Rights.AGENCY, people=("هادي",),
        leases=(Lease(True, date(2026, 1, 1)),), regions=(Region(0, 0.5, 1, 0.5, Hiding.BLUR),),
    )  # fmt: skip
    shown = Shown({record.media: record}, {record.media: ("مادة أخرى",)})
    assert passed(Shown, shown) == shown
    house = HouseStyle(spellings=MappingProxyType({"أمريكا": "أميركا"}))
    told: Parameters = {"a.b": {"most": 3, "words": ("نعم", "لا"), "on": True}}
    paper = Publication("paper", "الجريدة", house=house, parameters=told, names=frozenset({"سلمى"}))
    assert passed(Publication, paper) == paper


def test_a_figure_with_whole_fractions_passes() -> None:
    figure = Figure("f", crops=(Crop("square", 0, 0, 1, 0.5),), focal=(0.5, 1))
    assert BLOCKS.read(through(BLOCKS.data(figure))) == figure


def test_what_is_of_another_kind_is_refused() -> None:
    good = FINDINGS.data(FINDING)
    for place, wrong in enumerate((7, "no-category", "worse", [], None, ["only arabic"], "words")):
        with pytest.raises(Garbled):
            FINDINGS.read([*good[:place], wrong, *good[place + 1 :]])
    garbage: tuple[Any, ...] = (None, {}, "p1", [], good[:-1], [*good, 1], [good])
    for said in garbage:
        with pytest.raises(Garbled):
            FINDINGS.read(said)
    no_text = ["Paragraph", ["p", ["ا\x00", []], None]]
    for said in (["Paragraph"], ["Exploit", []], no_text, 5):
        with pytest.raises(Garbled):
            BLOCKS.read(said)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3), lambda s: st.lists(s, max_size=11)
    )
)
def test_garbage_is_refused(data: Any) -> None:
    with pytest.raises(Garbled):
        FINDINGS.read(data)


def test_a_text_of_another_type_where_words_are_is_refused() -> None:
    said = through(FINDINGS.data(replace(FINDING, suggestions=("نُقل",))))
    said[6] = [3]
    with pytest.raises(Garbled):
        FINDINGS.read(said)
