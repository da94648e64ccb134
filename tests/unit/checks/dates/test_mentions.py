"""Dates of a document: against publication, and inside quotations against the utterance."""

from __future__ import annotations

from datetime import date

import pytest

from deskeditor.checks.dates.mentions import NO_PUBLICATION, NO_UTTERANCE, VAGUE, find_dates
from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.domain.dates import DateMention
from deskeditor.domain.document import Document
from helpers.pieces import piece, seed, seed_available

FRIDAY = date(2024, 5, 3)


def mentions(document: Document, day: date | None) -> dict[str, DateMention]:
    return {m.text: m for m in find_dates(document.slots(), day, extract_quotes(document))}


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    found = mentions(piece("وصل 😀 أمس، وسيعود في 7 أيار 2024."), None)
    assert found["أمس"].resolved is None
    assert found["أمس"].reason is NO_PUBLICATION
    assert found["7 أيار 2024"].resolved == date(2024, 5, 7)


def test_inside_a_quotation_today_is_the_day_it_was_said() -> None:
    said = piece("وقال الوزير كريم الجبوري مساء الأربعاء: «اليوم نفتح الجسر»، والعبور غدا.")
    found = mentions(said, FRIDAY)
    assert found["مساء الأربعاء"].resolved == date(2024, 5, 1)
    assert found["اليوم"].resolved == date(2024, 5, 1)
    assert found["غدا"].resolved == date(2024, 5, 4)


def test_a_quotation_without_a_day_of_its_own_stays_open() -> None:
    found = mentions(piece("وقال الوزير كريم الجبوري: «اليوم نفتح الجسر»."), FRIDAY)
    assert found["اليوم"].resolved is None
    assert found["اليوم"].reason is NO_UTTERANCE


@pytest.mark.skipif(not seed_available(), reason="the seed page is not beside us")
def test_the_seed_page() -> None:
    document, offsets, gold = seed()
    found = {
        offsets[m.anchor.address.block] + m.anchor.start: m
        for m in find_dates(document.slots(), None, extract_quotes(document))
    }
    for entry in gold["dates"]:
        if entry["type"] == "duration":
            continue
        mention = found.pop(entry["m"]["start"])
        assert mention.text == entry["m"]["text"]
        if "value" in entry:
            assert mention.resolved == date.fromisoformat(entry["value"])
        elif entry["type"] == "vague":
            assert mention.reason is VAGUE
        else:
            assert mention.reason is (NO_UTTERANCE if "inside_quote" in entry else NO_PUBLICATION)
    assert found == {}
