from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deskeditor.domain.errors import StoreError
from deskeditor.domain.events import ArticleCreated, ArticleSaved, Bus, RevisionMade, SaveFailed
from deskeditor.domain.revision import Why
from deskeditor.services.drafts import Drafts
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, article, new_store, with_text


class Ear:
    """Keeps what a bus carried."""

    def __init__(self, bus: Bus, *kinds: type[Any]) -> None:
        self.heard: list[Any] = []
        for kind in kinds:
            bus.subscribe(kind, self.heard.append)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def drafts(store: SqliteStore, bus: Bus) -> Drafts:
    return Drafts(store, MovingClock(), RandomIds(), bus)


def test_a_new_article_is_empty_and_kept(drafts: Drafts, bus: Bus) -> None:
    ear = Ear(bus, ArticleCreated, RevisionMade)
    one = drafts.new("salma", "alrafid")
    assert drafts.open(one.id) == one
    assert one.details.publication == "alrafid"
    assert len(one.document.blocks) == 1
    assert ear.heard == [
        ArticleCreated(one.id), RevisionMade(one.id, drafts.history(one.id)[0].name),
    ]  # fmt: skip


def test_an_unknown_article_is_told(drafts: Drafts) -> None:
    with pytest.raises(StoreError, match="article-unknown"):
        drafts.open("none")


def test_an_autosave_is_told_after_it_is_on_disk(drafts: Drafts, bus: Bus) -> None:
    one = drafts.new("salma", "alrafid")
    ear = Ear(bus, ArticleSaved)
    typed = with_text(one, "كُتب الآن 😀 2026")
    at = drafts.autosave(typed, "salma")
    assert ear.heard == [ArticleSaved(one.id, at)]
    assert drafts.open(one.id) == typed
    assert len(drafts.history(one.id)) == 1


def test_an_autosave_that_fails_is_told_too(drafts: Drafts, bus: Bus, store: SqliteStore) -> None:
    one = drafts.new("salma", "alrafid")
    ear = Ear(bus, SaveFailed)
    store.close()
    with pytest.raises(StoreError):
        drafts.autosave(one, "salma")
    assert ear.heard == [SaveFailed(one.id, "store-closed")]


def test_keeping_makes_a_revision_of_a_changed_text_only(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    typed = with_text(one, "نص 😀")
    name = drafts.keep(typed, "salma", label="قبل الغداء")
    assert drafts.history(one.id)[0].label == "قبل الغداء"
    assert drafts.keep(typed, "salma") == name
    assert len(drafts.history(one.id)) == 2
    assert drafts.keep(typed, "salma", label="اسم جديد") != name


def test_keeping_an_undone_text_forgets_what_was_typed_between(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    drafts.autosave(with_text(one, "جملة حُذفت بعدها"), "salma")
    drafts.keep(one, "salma")
    assert drafts.open(one.id) == one


def test_who_typed_stays_an_author_when_another_goes_on(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    drafts.autosave(with_text(one, "كتبت رنا"), "rana")
    drafts.keep(with_text(one, "ثم أكملت سلمى"), "salma")
    authors = [(row.author, row.why) for row in drafts.history(one.id)]
    assert authors == [("salma", "saved"), ("rana", "taken_over"), ("salma", "created")]
    newest, taken, _ = drafts.history(one.id)
    assert newest.parents == (taken.name,)


def test_restoring_makes_a_revision_and_freezes_today_first(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    begun = drafts.history(one.id)[0].name
    drafts.autosave(with_text(one, "نص اليوم 😀"), "hadi")
    assert drafts.restore(one.id, begun, "salma") == one
    assert drafts.open(one.id) == one
    rows = drafts.history(one.id)
    assert [row.why for row in rows] == ["restored", "taken_over", "created"]
    assert rows[0].parents == (rows[1].name, begun)
    assert drafts.revision(rows[1].name).article == with_text(one, "نص اليوم 😀")


def test_restoring_what_stands_already_makes_nothing(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    begun = drafts.history(one.id)[0].name
    assert drafts.restore(one.id, begun, "salma") == one
    assert len(drafts.history(one.id)) == 1


def test_another_articles_revision_cannot_be_restored_here(drafts: Drafts) -> None:
    one, other = drafts.new("salma", "alrafid"), drafts.new("salma", "alrafid")
    foreign = drafts.history(other.id)[0].name
    with pytest.raises(StoreError, match="revision-unknown"):
        drafts.restore(one.id, foreign, "salma")


def test_the_trash_keeps_everything(drafts: Drafts) -> None:
    one = drafts.new("salma", "alrafid")
    drafts.trash(one.id)
    assert drafts.rows() == []
    assert [row.id for row in drafts.rows(trashed=True)] == [one.id]
    assert drafts.counts() == {}
    drafts.untrash(one.id)
    assert [row.id for row in drafts.rows(owner="salma")] == [one.id]


def test_an_article_made_elsewhere_can_be_added(drafts: Drafts) -> None:
    one = drafts.add(article(), "salma", Why.IMPORTED)
    assert drafts.history(one.id)[0].why == "imported"
