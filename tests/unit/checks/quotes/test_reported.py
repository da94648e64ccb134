"""What is reported without quotation glyphs: which words, whose, by which way."""

from __future__ import annotations

import pytest

from deskeditor.checks.memory import Memory
from deskeditor.checks.quotes.extract import read
from deskeditor.checks.quotes.following import follow
from deskeditor.checks.quotes.reported import reported_of
from deskeditor.domain.quotes import Channel, Reported
from helpers.pieces import piece


def reported(*paragraphs: str) -> list[Reported]:
    memory = Memory()
    return list(reported_of(follow(read(piece(*paragraphs)), None, memory), memory))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("أكد رئيس البلدية كريم الجبوري أن الجسر آمن 🌉.", "الجسر آمن 🌉", "كريم الجبوري"),
        ("وقالت وزارة النقل إنها أنهت الصيانة.", "أنهت الصيانة", "وزارة النقل"),
        ("أعلن العراق انتهاء المهام القتالية.", "انتهاء المهام القتالية", "العراق"),
        ("وأعلن المدير كريم الجبوري، الخميس الماضي، بدء العمل.", "بدء العمل", "كريم الجبوري"),
        ("وكان المدير كريم الجبوري قد أكد نهاية الشهر أن العمل بدأ.", "العمل بدأ", "كريم الجبوري"),
    ],
)  # fmt: skip
def test_the_clause_and_its_speaker(text: str, words: str, name: str) -> None:
    (found,) = reported(text)
    assert found.text == words
    assert text[found.anchor.start : found.anchor.end] == words
    assert not found.direct
    assert found.speaker is not None
    assert found.speaker.name == name


def test_a_colon_without_glyphs_is_direct_and_the_way_is_told() -> None:
    (found,) = reported("وقال المدرب نزار الصفار في مقابلة تلفزيونية: سنفوز غدا WHO.")
    assert (found.text, found.direct, found.channel) == ("سنفوز غدا WHO", True, Channel.INTERVIEW)


def test_a_participle_begins_a_clause_of_its_own() -> None:
    found = reported("قال كريم الجبوري إن الجسر آمن، مشيرا إلى أنه فُحص مرتين.")
    assert [each.text for each in found] == ["الجسر آمن", "فُحص مرتين"]
    assert found[1].speaker is not None
    assert found[1].speaker.basis == "inferred"


@pytest.mark.parametrize(
    "text",
    [
        "قال كريم الجبوري إن «الجسر آمن تماما».",
        "يذكر أن الجسر قديم جدا.",
        "عبر الوفد الجسر القديم مساء.",
    ],
)
def test_quotations_and_what_nobody_says_are_left_out(text: str) -> None:
    assert reported(text) == []


def test_a_clause_is_told_once() -> None:
    found = reported("وقالت وزارة النقل إن الوزير أكد أن الجسر آمن.")
    assert [each.text for each in found] == ["الوزير أكد أن الجسر آمن"]
