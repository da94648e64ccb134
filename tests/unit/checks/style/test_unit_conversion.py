"""What a measure is converted to: the right figure, its noun in the form it asks for."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from deskeditor.checks.context import CheckContext
from deskeditor.checks.registry import run
from deskeditor.checks.rule import Example
from deskeditor.checks.style.unit_conversion import RULE
from deskeditor.domain.findings import Finding
from deskeditor.domain.publication import HouseStyle, Tanwin

ASKED = MappingProxyType({RULE.id: MappingProxyType({"convert": True})})


def found(text: str, tanwin: Tanwin = Tanwin.BARE) -> tuple[Finding, ...]:
    document, details, publication = Example(
        f"{text} 😀.", house=HouseStyle(tanwin=tanwin), parameters=ASKED
    ).build()
    outcome = run(CheckContext(document, details, publication), rules=(RULE,))
    assert not outcome.failed
    return outcome.findings


@pytest.mark.parametrize(
    ("measure", "converted"),
    [
        ("10,000 قدم", "نحو 3000 متر"),
        ("١٠٬٠٠٠ قدم", "نحو 3000 متر"),
        ("1,250,000 غالون", "نحو 4700000 لتر"),
        ("5,5 أميال", "نحو 8.9 كيلومتر"),
        ("12.5 ميلا", "نحو 20 كيلومترا"),
        ("10 أقدام", "نحو 3 أمتار"),
        ("7 أقدام", "نحو 2.1 متر"),
        ("100 ميل", "نحو 160 كيلومترا"),
        ("1,500 ميل", "نحو 2400 كيلومتر"),
        ("3.3 أقدام", "نحو متر واحد"),
        ("80 بوصة", "نحو 200 سنتيمتر"),
        ("10 ألف قدم", "نحو 3 آلاف متر"),
        ("104 فهرنهايت", "نحو 40 درجة مئوية"),
        ("14 فهرنهايت", "نحو -10 درجات مئوية"),
    ],
)
def test_a_measure_is_converted_and_counted(measure: str, converted: str) -> None:
    (only,) = found(f"قطع الوفد {measure} في اليوم الأول")
    assert only.suggestions == (f"{measure} ({converted})",)


def test_the_tanwin_is_the_house_s() -> None:
    (only,) = found("سار الوفد 10 أميال", Tanwin.ON_ALIF)
    assert only.suggestions == ("10 أميال (نحو 16 كيلومتراً)",)


def test_a_figure_of_two_readings_is_named_and_not_converted() -> None:
    (only,) = found("حلقت الطائرة على ارتفاع 10.000 قدم")
    assert (only.text, only.suggestions, only.fixes) == ("10.000 قدم", (), ())


@pytest.mark.parametrize("text", ["هبطت الحرارة إلى -40 فهرنهايت", "سار الوفد 1/2 ميل"])
def test_a_part_of_a_figure_is_not_taken_for_it(text: str) -> None:
    assert found(text) == ()
