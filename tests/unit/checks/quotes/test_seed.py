"""The shared seed page, where it lies beside the checkout: every quotation as annotated."""

from __future__ import annotations

from typing import Any

import pytest

from deskeditor.checks.quotes.following import extract_quotes
from deskeditor.domain.quotes import Quote
from helpers.pieces import seed, seed_available

pytestmark = pytest.mark.skipif(not seed_available(), reason="the seed page is not beside us")

CHANNELS = {"statement": "statement", "press_conference": "press_conference", "tweet": "post"}


@pytest.fixture(scope="module")
def read() -> tuple[dict[int, Quote], dict[str, int], dict[str, Any]]:
    document, offsets, gold = seed()
    quotes = extract_quotes(document)
    return {offsets[q.anchor.address.block] + q.anchor.start: q for q in quotes}, offsets, gold


Read = tuple[dict[int, Quote], dict[str, int], dict[str, Any]]


def test_every_span(read: Read) -> None:
    found, offsets, gold = read
    spans = {(at, offsets[q.anchor.address.block] + q.anchor.end) for at, q in found.items()}
    assert spans == {(s["content"]["start"], s["content"]["end"]) for s in gold["quoted_spans"]}


def test_every_speaker_with_its_basis_cue_and_channel(read: Read) -> None:
    found, offsets, gold = read
    names = {entity["id"]: entity["name"] for entity in gold["entities"]}
    for span in gold["quoted_spans"]:
        quote = found[span["content"]["start"]]
        assert (quote.kind.value == "speech") is span["is_speech"]
        if not span["is_speech"]:
            continue
        assert quote.speaker is not None
        assert quote.speaker.name == names[span["speaker"]]
        mention = span["speaker_mention"]
        assert quote.speaker.basis == ("explicit" if mention else "inferred")
        if mention:
            assert quote.speaker.mention is not None
            anchor = quote.speaker.mention.anchor
            start = offsets[anchor.address.block]
            assert (start + anchor.start, start + anchor.end) == (mention["start"], mention["end"])
        assert quote.cue is not None
        assert quote.cue.text == span["cue"]["text"]
        assert quote.channel is not None
        assert quote.channel.value == CHANNELS[span["channel"]["type"]]


def test_relays(read: Read) -> None:
    found, _, gold = read
    by_id = {span["id"]: found[span["content"]["start"]] for span in gold["quoted_spans"]}
    assert [r.text for r in by_id["q5"].relays] == ["وكالة الأنباء العراقية (واع)", "الأمصار"]
    assert by_id["q7"].relayed_by is not None
    assert by_id["q7"].relayed_by.text == "البيان"
    assert by_id["q8"].relayed_by is not None
    assert by_id["q8"].relayed_by.text == "وكالة الأنباء العراقية (واع)"
    assert by_id["q2"].relayed_by is None
    assert by_id["q11"].relayed_by is None
