from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.events import Bus
from deskeditor.domain.quotes import Fact, Quote, Verdict
from deskeditor.services.drafts import Drafts
from deskeditor.services.evidence import EvidenceRoom
from deskeditor.services.ledger import Ledger
from deskeditor.services.quote_history import Event, QuoteHistory, quotes_in
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, new_store, with_text

CLOCK = MovingClock()
FIRST = "قال مدير السد كريم الجبوري: «لن نتوقف قبل 25 نيسان 😀 WHO»."
LATER = FIRST.replace("25 نيسان", "مطلع أيار")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = new_store(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def drafts(store: SqliteStore) -> Drafts:
    return Drafts(store, CLOCK, RandomIds(), Bus())


def only(piece: Article) -> Quote:
    (quote,) = quotes_in(piece)
    return quote


def events(store: SqliteStore, piece: Article) -> list[tuple[Event, str]]:
    return [(step.event, step.by) for step in QuoteHistory(store).of(piece.id, only(piece))]


def test_it_tells_who_wrote_reworded_confirmed_and_took_back(
    store: SqliteStore, drafts: Drafts
) -> None:
    ledger = Ledger(CLOCK, RandomIds())
    piece = drafts.new("salma", "alrafid")
    piece = with_text(piece, FIRST)
    drafts.keep(piece, "salma")
    piece = ledger.confirm(piece, only(piece), "salma")
    drafts.keep(piece, "salma")
    piece = with_text(piece, LATER)
    drafts.keep(piece, "noor")
    steps = QuoteHistory(store).of(piece.id, only(piece))
    assert [(step.event, step.by) for step in steps] == [
        (Event.WRITTEN, "salma"), (Event.CONFIRMED, "salma"), (Event.REWORDED, "noor"),
    ]  # fmt: skip
    assert steps[1].speaker == "كريم الجبوري"
    assert "25 نيسان" in steps[2].text
    assert [step.at for step in steps] == sorted(step.at for step in steps)

    (item,) = piece.ledger
    piece = ledger.take_back(piece, item)
    drafts.keep(piece, "salma")
    assert events(store, piece)[-1] == (Event.TAKEN_BACK, "salma")


def test_each_fact_confirmed_by_itself_is_a_step(store: SqliteStore, drafts: Drafts) -> None:
    ledger = Ledger(CLOCK, RandomIds())
    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    drafts.keep(piece, "salma")
    for by, fact in (("salma", Fact.SPEAKER), ("noor", Fact.KIND)):
        piece = ledger.confirm(piece, only(piece), by, only=fact)
        drafts.keep(piece, by)
    steps = QuoteHistory(store).of(piece.id, only(piece))
    assert [(step.by, step.fact) for step in steps[1:]] == [
        ("salma", Fact.SPEAKER), ("noor", Fact.KIND),
    ]  # fmt: skip


def test_what_is_confirmed_and_not_kept_yet_is_told_too(
    store: SqliteStore, drafts: Drafts, tmp_path: Path
) -> None:
    from deskeditor.media.files import Originals

    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    drafts.keep(piece, "salma")
    room = EvidenceRoom(store, Originals(tmp_path / "m"), CLOCK, RandomIds(), Bus())
    room.paste(piece.id, "remarks", "salma")
    piece = Ledger(CLOCK, RandomIds()).rule(
        piece, only(piece), Verdict.TRANSLATED, "noor", room.of(piece.id), "ترجمة المكتب"
    )
    steps = QuoteHistory(store).of(piece.id, only(piece))
    assert [step.event for step in steps] == [Event.WRITTEN, Event.CONFIRMED, Event.RULED]
    assert (steps[-1].verdict, steps[-1].text) == (Verdict.TRANSLATED, "ترجمة المكتب")


def test_a_quotation_no_version_holds_has_no_history(store: SqliteStore, drafts: Drafts) -> None:
    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    assert events(store, piece) == []


def test_what_is_not_kept_yet_is_told_of_whoever_typed_it(
    store: SqliteStore, drafts: Drafts
) -> None:
    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    drafts.keep(piece, "salma")
    unsaved = with_text(piece, LATER)
    assert events(store, unsaved) == [(Event.WRITTEN, "salma")]
    at = drafts.autosave(unsaved, "noor")
    last = QuoteHistory(store).of(piece.id, only(unsaved))[-1]
    assert (last.event, last.by, last.at) == (Event.REWORDED, "noor", at)
    assert "25 نيسان" in last.text


def test_other_words_in_the_same_place_are_another_quotation(
    store: SqliteStore, drafts: Drafts
) -> None:
    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    drafts.keep(piece, "salma")
    other = "قال مدير السد كريم الجبوري: «لن نتوقف عن تحذير الأهالي من ارتفاع المياه»."
    piece = with_text(piece, other)
    drafts.keep(piece, "noor")
    assert events(store, piece) == [(Event.WRITTEN, "noor")]
    short = with_text(piece, "قال مدير السد كريم الجبوري: «لن نتوقف»، وانصرف.")
    drafts.keep(short, "hind")
    assert events(store, short) == [(Event.WRITTEN, "hind")]


def test_versions_too_old_to_be_read_are_said_to_be_unread(
    store: SqliteStore, drafts: Drafts
) -> None:
    piece = with_text(drafts.new("salma", "alrafid"), FIRST)
    drafts.keep(piece, "salma")
    piece = with_text(piece, LATER)
    drafts.keep(piece, "noor")
    steps = QuoteHistory(store, most=1).of(piece.id, only(piece))
    assert [(step.event, step.by) for step in steps] == [(Event.EARLIER, "noor")]
    assert events(store, piece)[0] == (Event.WRITTEN, "salma")
