from __future__ import annotations

import pytest

from deskeditor.domain.document import Direction, Inline, Isolate, Span
from deskeditor.formats.isolation import isolated, runs_to_isolate


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in runs_to_isolate(text)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("فاز الفريق 2-1 أمس", ["2-1"]),
        ("في 2026-11-23 أو 12-2026", ["2026-11-23", "12-2026"]),
        ("هاتف: +964 770-123-4567.", ["+964 770-123-4567"]),
        ("هاتف 0770-123-4567", ["0770-123-4567"]),
        ("لغة C++ ولغة C# ومنصة .NET", ["C++", "C#", ".NET"]),
        ("بنسبة 87.5% و60 %", ["87.5%", "60 %"]),
        ("حرارة -5 و21°C", ["-5", "21°C"]),
        ("بمبلغ $100 و40 €", ["$100", "40 €"]),
        ("نتيجة ٢-١ 🏆", ["٢-١"]),
        ("طائرة 16-F", ["16-F"]),
        ("انظر https://example.org/a?b=1/، ثم", ["https://example.org/a?b=1/"]),
        ("حساب @desk_iq ووسم #Basra", ["@desk_iq", "#Basra"]),
        # These come out right by themselves.
        ("في 23/11/2026 عند 10:30", []),
        ("قالت WHO إن كوفيد COVID-19 انحسر", []),
        ("طائرة F-16 وBoeing 737 MAX", []),
        ("بين عامي 2019–2021", []),
        ("الجزء الأول - 12 سؤالًا", []),
        ("كلمة-كلمة", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    assert found(text) == runs


def test_an_isolate_of_the_writer_is_left_as_it_is() -> None:
    text = Inline("رقم 2-1", (Span(0, 7, Isolate()),))
    assert isolated(text, Direction.RTL) == text


def test_left_to_right_lines_need_none() -> None:
    assert isolated(Inline("won 2-1"), Direction.LTR) == Inline("won 2-1")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["1.", "1-", "1", "a-", "+1 ", "@a.", "http://", "1.1-", "$1", "("]
)
def test_long_runs_of_anything_take_no_time(piece: str) -> None:
    assert runs_to_isolate(piece * 50_000) is not None
    assert runs_to_isolate("نص " + piece * 50_000 + "ب") is not None
