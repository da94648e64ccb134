from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.domain.document import Direction
from deskeditor.formats.docx.runs import anchored, direction_runs


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("قالت WHO إن", ["WHO"]),
        ("قالت Human Rights Watch إن", ["Human Rights Watch"]),
        ("طائرة Boeing 737 MAX هبطت", ["Boeing 737 MAX"]),
        ("منظمة WHO (2026) قالت", ["WHO (2026)"]),
        ("في 23/11/2026 عند 10:30.", ["23/11/2026", "10:30"]),
        ("رقمان 5 10 فقط", ["5", "10"]),
        ("نظام Ubuntu_22.04 جديد", ["Ubuntu_22.04"]),
        ("قال “نعم” 🏆 ومضى", []),
        ("(Reuters)", ["Reuters"]),
        ("بريدet@x.org، ثم", ["et@x.org"]),
    ],
)
def test_latin_and_numbers_leave_the_arabic_run(text: str, left: list[str]) -> None:
    runs = direction_runs(text, Direction.RTL)
    assert [piece for piece, rtl in runs if not rtl] == left
    assert "".join(piece for piece, _ in runs) == text


def test_arabic_leaves_the_latin_run() -> None:
    runs = direction_runs("He said “لا، شكرًا” and left.", Direction.LTR)
    assert [piece for piece, rtl in runs if rtl] == ["لا، شكرًا"]


@given(st.text(alphabet="اب، (A2)-.\n\t🏆ً\u200e[x]", max_size=20), st.sampled_from(Direction))
def test_nothing_is_lost_and_no_run_is_empty(text: str, base: Direction) -> None:
    runs = direction_runs(text, base)
    assert "".join(piece for piece, _ in runs) == text
    assert all(piece for piece, _ in runs)
    for piece, rtl in runs:
        assert not (rtl and "A" in piece)
        assert not (
            not rtl and "ب" in piece and not any(c.isascii() and c.isalpha() for c in piece)
        )


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("2-1", "\u200e2-1"),
        ("C++", "C++\u200e"),
        ("+964 770", "\u200e+964 770"),
        ("60%", "60%"),
        ("WHO", "WHO"),
    ],
)
def test_edges_that_would_move_are_held(text: str, held: str) -> None:
    assert anchored(text) == held
