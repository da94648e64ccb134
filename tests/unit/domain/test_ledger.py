from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from deskeditor.domain.document import Address
from deskeditor.domain.findings import Anchor
from deskeditor.domain.ledger import confirmation_data, merge, read_confirmation, ruled
from deskeditor.domain.quotes import (
    Channel,
    Confirmation,
    Quote,
    QuoteKind,
    Ruling,
    Speaker,
    Standing,
    Verdict,
)

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
WORDS = "لن نُغلقَ الميناء قبل ٢٥ أيلول 𞸀 WHO"
B1, B2 = Address("b1"), Address("b2")


def quote(text: str = WORDS, start: int = 10, where: Address = B1) -> Quote:
    return Quote(
        Anchor(where, start, start + len(text)),
        text,
        QuoteKind.SPEECH,
        Speaker("الناطق", "inferred"),
    )


def confirmed(
    text: str = WORDS, start: int = 10, where: Address = B1, id_: str = "c1"
) -> Confirmation:
    anchor = Anchor(where, start, start + len(text))
    return Confirmation(
        id_, anchor, text, QuoteKind.SPEECH, "مدير الميناء", Channel.STATEMENT, "salma", AT
    )


def standing(*quotes: Quote, ledger: tuple[Confirmation, ...]) -> list[Standing]:
    return [one.standing for one in merge(quotes, ledger).quotes]


def test_what_a_person_confirmed_stands_over_the_proposal() -> None:
    (found,) = merge([quote()], [confirmed()]).quotes
    assert found.standing is Standing.CONFIRMED
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.basis) == ("مدير الميناء", "explicit")
    assert found.channel is Channel.STATEMENT


@pytest.mark.parametrize("moved", [quote(start=40), quote(where=B2), quote(start=0, where=B2)])
def test_it_follows_its_words(moved: Quote) -> None:
    assert standing(moved, ledger=(confirmed(),)) == [Standing.CONFIRMED]


def test_the_same_words_twice_are_told_apart_by_place() -> None:
    ledger = (confirmed(start=60),)
    quotes = (quote(start=8), quote(start=62))
    assert standing(*quotes, ledger=ledger) == [Standing.PROPOSED, Standing.CONFIRMED]


def test_of_the_same_words_twice_elsewhere_none_is_known_to_be_it() -> None:
    merged = merge([quote(start=8, where=B2), quote(start=90, where=B2)], [confirmed()])
    assert {one.standing for one in merged.quotes} == {Standing.PROPOSED}
    assert merged.gone == (confirmed(),)


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("لن", "لم"),
        WORDS.replace("٢٥", "26"),
        WORDS + " أبداً",
        WORDS.replace("لن نُغلقَ", "لن نغلق"),
    ],
)
def test_changed_words_must_be_checked_again_and_lose_the_facts(text: str) -> None:
    (found,) = merge([quote(text)], [confirmed()]).quotes
    assert found.standing is Standing.AGAIN
    assert found.confirmation == confirmed()
    assert found.speaker == Speaker("الناطق", "inferred")


def test_another_quotation_in_the_place_is_not_taken_for_it() -> None:
    merged = merge([quote("سنفتح الجسر الجديد غدا", start=80)], [confirmed()])
    assert merged.quotes[0].standing is Standing.PROPOSED
    assert merged.gone == (confirmed(),)


def test_exact_words_win_over_a_mended_neighbour() -> None:
    changed = quote(WORDS.replace("لن", "لم"), start=10)
    merged = merge([changed, quote(start=90)], [confirmed()])
    assert [one.standing for one in merged.quotes] == [Standing.PROPOSED, Standing.CONFIRMED]


def test_a_verdict_holds_for_its_words_and_its_evidence_only() -> None:
    ruling = Ruling(Verdict.TRANSLATED, "e1", "noor", AT, "ترجمة المكتب")
    item = replace(confirmed(), ruling=ruling)
    (same,) = merge([quote()], [item]).quotes
    (other,) = merge([quote(WORDS + " اليوم")], [item]).quotes
    assert (ruled(same, ["e1"]).verdict, ruled(same, ["e1"]).ruled) == (Verdict.TRANSLATED, True)
    assert ruled(same, ["e2"]).verdict is Verdict.NOT_CHECKED
    assert not ruled(other, ["e1"]).ruled


def test_a_confirmation_reads_back_equal() -> None:
    ruling = Ruling(Verdict.VERBATIM, "e1", "noor", AT, "سُمع 😀")
    for item in (confirmed(), replace(confirmed(), ruling=ruling, channel=None)):
        assert read_confirmation(confirmation_data(item)) == item
