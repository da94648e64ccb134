from __future__ import annotations

import json
from dataclasses import replace

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address
from deskeditor.domain.errors import Refused
from deskeditor.domain.findings import Anchor
from deskeditor.domain.ledger import (
    confirmation_data,
    fact_standing,
    merge,
    read_confirmation,
)
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Evidence,
    Fact,
    Mention,
    Quote,
    QuoteKind,
    Speaker,
    Standing,
    Verdict,
)
from deskeditor.services.ledger import Facts, Ledger, facts_of, gone, verdicts
from helpers.fakes import CountingIds, StillClock

CLOCK = StillClock()
WORDS = "لن نُغلقَ الميناء قبل ٢٥ أيلول 𞸀 WHO"
TEXT = Evidence("e1", "a" * 64, "statement.txt", "salma", CLOCK.moment, text="سنغلق")
TAPE = Evidence("e2", "b" * 64, "مؤتمر.m4a", "salma", CLOCK.moment, unreadable="recording")


def quote(verdict: Verdict = Verdict.NOT_CHECKED, text: str = WORDS) -> Quote:
    held = None if verdict is Verdict.NOT_CHECKED else Comparison(verdict, "e1", 0, 5)
    return Quote(
        Anchor(Address("b1"), 3, 3 + len(text)), text, QuoteKind.SPEECH,
        Speaker("الناطق", "inferred"), verdict=verdict, comparison=held,
    )  # fmt: skip


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(CLOCK, CountingIds())


def now(article: Article, one: Quote) -> Quote:
    return merge([one], article.ledger).quotes[0]


def test_confirming_and_mending_make_one_entry(ledger: Ledger) -> None:
    article = ledger.confirm(Article("a", "salma"), quote(), "salma")
    assert facts_of(now(article, quote())) == Facts("الناطق", QuoteKind.SPEECH, None, "", "")
    facts = Facts("  مدير   الميناء ", QuoteKind.SPEECH, Channel.POST)
    article = ledger.confirm(article, now(article, quote()), "noor", facts)
    (item,) = article.ledger
    assert (item.speaker, item.channel, item.by) == ("مدير الميناء", Channel.POST, "noor")
    assert item.at == CLOCK.moment


def test_a_verdict_the_machine_saw_can_be_signed_and_no_better_one(ledger: Ledger) -> None:
    altered = quote(Verdict.ALTERED)
    assert verdicts(altered, [TEXT, TAPE]) == (Verdict.ALTERED, Verdict.TRANSLATED)
    with pytest.raises(Refused, match="ruling-impossible"):
        ledger.rule(Article("a", "salma"), altered, Verdict.VERBATIM, "salma", [TEXT])
    article = ledger.rule(Article("a", "salma"), altered, Verdict.ALTERED, "salma", [TEXT], "سهو")
    (item,) = article.ledger
    assert item.ruling is not None
    assert (item.ruling.evidence, item.ruling.note) == ("e1", "سهو")


@pytest.mark.parametrize("verdict", [Verdict.NOT_FOUND, Verdict.NOT_CHECKED])
def test_nobody_signs_that_nothing_is_known(ledger: Ledger, verdict: Verdict) -> None:
    with pytest.raises(Refused):
        ledger.rule(Article("a", "salma"), quote(), verdict, "salma", [TEXT])


def test_what_was_heard_can_be_signed_where_a_recording_is_kept(ledger: Ledger) -> None:
    article = ledger.rule(Article("a", "salma"), quote(), Verdict.VERBATIM, "salma", [TEXT, TAPE])
    assert article.ledger[0].ruling is not None
    assert article.ledger[0].ruling.evidence == "e2"


def test_a_translation_names_who_translated(ledger: Ledger) -> None:
    with pytest.raises(Refused, match="ruling-translator"):
        ledger.rule(Article("a", "salma"), quote(), Verdict.TRANSLATED, "salma", [TEXT])


def test_changed_words_lose_the_verdict_when_confirmed_again(ledger: Ledger) -> None:
    article = ledger.rule(Article("a", "salma"), quote(), Verdict.VERBATIM, "salma", [TAPE])
    changed = now(article, quote(text=WORDS + " غداً"))
    assert changed.standing is Standing.AGAIN
    article = ledger.confirm(article, changed, "salma")
    (item,) = article.ledger
    assert item.ruling is None
    assert item.text.endswith("غداً")


def test_taking_back_leaves_the_proposal_alone(ledger: Ledger) -> None:
    article = ledger.confirm(Article("a", "salma"), quote(), "salma")
    assert gone(article, [now(article, quote())]) == ()
    assert gone(article, [quote()]) == article.ledger
    assert ledger.take_back(article, article.ledger[0]).ledger == ()


def test_each_fact_is_signed_by_itself(ledger: Ledger) -> None:
    one = quote()
    article = ledger.confirm(Article("a", "salma"), one, "salma", only=Fact.SPEAKER)
    stands = now(article, one)
    assert stands.standing is Standing.PARTLY
    assert stands.speaker is not None
    assert stands.speaker.basis == "explicit"
    assert fact_standing(stands, Fact.KIND) is Standing.PROPOSED
    said = Facts("غيره", QuoteKind.SPEECH, Channel.POST)
    article = ledger.confirm(article, stands, "noor", said, only=Fact.CHANNEL)
    article = ledger.confirm(article, now(article, one), "rana", only=Fact.KIND)
    (item,) = article.ledger
    assert (item.speaker, item.channel) == ("الناطق", Channel.POST)
    assert [(s.fact, s.by) for s in item.signed] == [
        (Fact.SPEAKER, "salma"), (Fact.KIND, "rana"), (Fact.CHANNEL, "noor"),
    ]  # fmt: skip
    assert now(article, one).standing is Standing.CONFIRMED
    assert read_confirmation(json.loads(json.dumps(confirmation_data(item)))) == item


def test_changed_words_ask_again_for_each_fact_by_itself(ledger: Ledger) -> None:
    article = ledger.confirm(Article("a", "salma"), quote(), "salma")
    changed = quote(text=WORDS + " غداً 🚢")
    again = now(article, changed)
    assert again.standing is Standing.AGAIN
    article = ledger.confirm(article, again, "noor", only=Fact.SPEAKER)
    left = now(article, changed)
    assert left.standing is Standing.AGAIN
    assert fact_standing(left, Fact.SPEAKER) is Standing.CONFIRMED
    assert fact_standing(left, Fact.CHANNEL) is Standing.AGAIN
    assert fact_standing(now(article, quote()), Fact.CHANNEL) is Standing.CONFIRMED


def test_of_a_name_only_that_it_is_one_is_confirmed(ledger: Ledger) -> None:
    one = quote()
    said = Facts("", QuoteKind.NAME, None)
    article = ledger.confirm(Article("a", "salma"), one, "salma", said, only=Fact.KIND)
    assert now(article, one).standing is Standing.CONFIRMED
    assert now(article, one).kind is QuoteKind.NAME


def test_the_word_of_saying_and_who_passed_it_on_are_confirmed_each_by_itself(
    ledger: Ledger,
) -> None:
    read = replace(quote(), cue=Mention("قال", Anchor(Address("b1"), 0, 3)))
    facts = replace(facts_of(read), relay="وكالة الخبر")
    article = ledger.confirm(Article("a", "salma"), read, "noor", facts, Fact.RELAY)
    article = ledger.confirm(article, now(article, read), "salma", only=Fact.CUE)
    (item,) = (read_confirmation(confirmation_data(one)) for one in article.ledger)
    assert item == article.ledger[0]
    stands = now(article, read)
    assert stands.cue == read.cue
    assert stands.relayed_by is not None
    assert (stands.relayed_by.text, stands.standing) == ("وكالة الخبر", Standing.PARTLY)
    other = replace(read, text=WORDS.replace("قبل", "بعد"), relayed_by=None)
    fallen = now(article, other)
    assert (fallen.relayed_by, fact_standing(fallen, Fact.RELAY)) == (None, Standing.AGAIN)


def test_an_entry_from_before_says_nothing_of_cue_and_relay(ledger: Ledger) -> None:
    article = ledger.confirm(Article("a", "salma"), quote(), "salma")
    data = confirmation_data(article.ledger[0])
    before = read_confirmation({k: v for k, v in data.items() if k not in ("cue", "relay")})
    assert {one.fact for one in before.signatures} == {Fact.SPEAKER, Fact.KIND, Fact.CHANNEL}
