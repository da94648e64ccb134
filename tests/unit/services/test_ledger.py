from __future__ import annotations

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address
from deskeditor.domain.errors import Refused
from deskeditor.domain.findings import Anchor
from deskeditor.domain.ledger import merge
from deskeditor.domain.quotes import (
    Channel,
    Comparison,
    Evidence,
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
    assert facts_of(now(article, quote())) == Facts("الناطق", QuoteKind.SPEECH, None)
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
