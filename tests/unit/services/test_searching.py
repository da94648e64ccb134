"""Search and replace over drafts: a revision each, nobody else's text, marks kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.document import Address, Document, Header, Inline, Paragraph, Strong
from deskeditor.domain.events import Bus
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.review import State
from deskeditor.language.searching import BadQuery, Query
from deskeditor.services.drafts import Drafts
from deskeditor.services.searching import Searching, edited
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def drafts(store: SqliteStore) -> Drafts:
    return Drafts(store, MovingClock(), RandomIds(), Bus())


def add(drafts: Drafts, text: str, owner: str = "salma") -> str:
    one = drafts.new(owner, "alrafid")
    body = Paragraph("b", Inline(text).with_mark(0, min(6, len(text)), Strong()))
    header = Header(headline=Inline("بلديةُ النهيرة 2026 😀"))
    drafts.autosave(replace(one, document=Document(header, (body,))), owner)
    return one.id


def test_drafts_with_matches_are_listed_with_their_places(drafts: Drafts) -> None:
    first = add(drafts, "البلديّة أعلنت أنّ ٣ فرق من WHO وصلت 😀")
    add(drafts, "لا شيء هنا")
    add(drafts, "البلدية", owner="hadi")
    (found,) = Searching(drafts).find(Query("البلدية"), "salma")
    assert (found.id, found.title) == (first, "بلديةُ النهيرة 2026 😀")
    (hit,) = found.hits
    assert (hit.text, hit.after[:6]) == ("البلديّة", " أعلنت")
    assert hit.anchor == Anchor(Address("b"), 0, 8)


def test_a_search_can_be_stopped(drafts: Drafts) -> None:
    add(drafts, "البلدية 1 😀")
    assert Searching(drafts).find(Query("البلدية"), "salma", stop=lambda: True) == ()


def test_replacing_makes_a_revision_each_and_keeps_what_was(drafts: Drafts) -> None:
    one, other = add(drafts, "بلديّة وبلدية 😀"), add(drafts, "لا شيء هنا")
    before = drafts.open(one)
    searching = Searching(drafts)
    places = searching.replace_in(Query("بلدية"), "أمانة", (one, other), "salma", "استبدال")
    assert places == 4
    now = drafts.open(one).document
    text = now.text_at(Address("b"))
    assert text == Inline("أمانة وأمانة 😀").with_mark(0, 5, Strong())
    assert now.header.headline.text == "أمانة النهيرة 2026 😀"
    newest, frozen, *_ = drafts.history(one)
    assert newest.label == "استبدال"
    assert drafts.revision(frozen.name).article == before
    assert len(drafts.history(other)) == 3, "its headline held the word too"


def test_what_is_before_the_board_or_somebody_elses_stays(
    drafts: Drafts, store: SqliteStore
) -> None:
    sent, hers = add(drafts, "بلدية"), add(drafts, "بلدية", owner="hadi")
    store.set_state(sent, State.SUBMITTED)
    searching = Searching(drafts)
    assert searching.find(Query("بلدية"), "salma") == ()
    assert searching.replace_in(Query("بلدية"), "أمانة", (sent, hers), "salma") == 0
    assert drafts.open(sent).document.text_at(Address("b")) is not None


def test_a_bad_pattern_changes_nothing(drafts: Drafts) -> None:
    one = add(drafts, "بلدية")
    history = list(drafts.history(one))
    with pytest.raises(BadQuery):
        Searching(drafts).replace_in(Query("(", expression=True), "x", (one,), "salma")
    assert list(drafts.history(one)) == history


def test_a_break_put_into_a_headline_becomes_a_space() -> None:
    document = Document(Header(headline=Inline("أ-ب 2 WHO 😀")))
    edit = Edit(Anchor(Address("header", "headline"), 1, 2), "\n")
    assert edited(document, [edit]).header.headline.text == "أ ب 2 WHO 😀"
