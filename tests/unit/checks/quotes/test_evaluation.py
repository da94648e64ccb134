"""The scoring of found quotations against an annotation, and of comparisons against changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deskeditor.checks.quotes.evaluation import Heard, Rate, annotated, score
from deskeditor.checks.quotes.verifying import held_against

TEXT = "قال مدير المرفأ كريم الجبوري في بيان نشرته صحيفة المدينة: «السفن الـ3 جاهزة 🚢» اليوم."
START, END = TEXT.index("السفن"), TEXT.index("»")


def place(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


GOLD: dict[str, Any] = {
    "id": "a",
    "quotes": [
        {
            "start": START, "end": END, "kind": "speech", "basis": "explicit",
            "speaker": [place("كريم الجبوري")], "cue": [place("قال")],
            "channel": "statement", "relayed_by": place("صحيفة المدينة"),
        }
    ],
}  # fmt: skip
RIGHT = Heard(
    START, END, "speech", "كريم الجبوري", "مدير المرفأ", "explicit", (0, 3), "statement",
    ("صحيفة المدينة",),
)  # fmt: skip


def percents(*found: Heard, gold: dict[str, Any] = GOLD) -> dict[str, float]:
    scored = score(annotated(gold, TEXT), found, TEXT)
    return {name: rate.percent for name, rate in scored.rates.items()}


def test_what_is_right_counts_in_every_measure() -> None:
    assert set(percents(RIGHT).values()) == {100.0}


@pytest.mark.parametrize(
    ("wrong", "measures"),
    [
        (replace(RIGHT, end=END - 4), {"spans_found", "spans_precise"}),
        (replace(RIGHT, kind="name"), {"kinds"}),
        (
            replace(RIGHT, speaker="سلمى الكناني"),
            {"explicit_precise", "explicit_found", "speakers"},
        ),
        (replace(RIGHT, cue=(40, 44)), {"cues"}),
        (replace(RIGHT, channel="post"), {"channels", "channels_precise"}),
        (replace(RIGHT, relays=("وكالة الخبر",)), {"relays", "relays_precise"}),
    ],
)
def test_what_is_wrong_counts_where_it_is_wrong(wrong: Heard, measures: set[str]) -> None:
    zero = {name for name, percent in percents(wrong).items() if percent < 100}
    assert measures <= zero
    if wrong.end == END:
        assert "spans_found" not in zero


def test_blanks_at_the_edges_and_part_of_a_name_are_no_errors() -> None:
    last = replace(RIGHT, start=START, speaker="الجبوري", title="")
    assert percents(last)["speakers"] == 100
    titled = {**GOLD, "quotes": [{**GOLD["quotes"][0], "speaker": [place("مدير المرفأ")]}]}
    assert percents(RIGHT, gold=titled)["speakers"] == 100


def test_several_kinds_are_each_right_and_a_stray_glyph_costs_nothing() -> None:
    either = {**GOLD, "quotes": [{**GOLD["quotes"][0], "kind": ["speech", "scare"]}]}
    assert percents(replace(RIGHT, kind="scare"), gold=either)["kinds"] == 100
    extra = Heard(5, 12, "scare")
    assert percents(RIGHT, extra)["spans_precise"] == 50
    assert percents(RIGHT, extra, gold={**GOLD, "strays": [4]})["spans_precise"] == 100
    assert Rate().percent == 0


def test_what_is_no_annotation_is_told() -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        annotated({"quotes": [{"start": "x"}]}, TEXT)


def test_comparisons_are_scored_on_their_own_text_on_others_and_after_a_change() -> None:
    texts = [
        "أعلنت البلدية أن الجسر القديم سيغلق 3 أسابيع لأعمال الصيانة ثم يفتح أمام المركبات 🌉.",
        "تستقبل المستشفيات المرضى مساء كل خميس بعد تعيين أطباء جدد في أقسام الطوارئ والأطفال.",
    ]
    quoted = "الجسر القديم سيغلق 3 أسابيع لأعمال الصيانة"
    held = held_against([(0, quoted)], texts)
    assert {name: held.percent(name) for name in held.of} == dict.fromkeys(
        ("own", "others", "replaced", "taken_out", "put_in", "negated", "figure"), 100.0
    )
    assert held_against([(1, quoted)], texts).percent("own") == 0
    assert held_against([(0, "نعم")], texts).of.keys() == {"own", "others"}
