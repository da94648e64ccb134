from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document
from deskeditor.domain.errors import StoreError
from deskeditor.domain.review import State
from deskeditor.domain.revision import Why
from deskeditor.store.sqlite import SqliteStore
from helpers.documents import documents
from helpers.newsroom import TEXT, MovingClock, RandomIds, article, new_store, revision, with_text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def kept(store: SqliteStore, one: Article, at: datetime = NOON) -> str:
    return store.create(one, revision(one, one.owner, at, why=Why.CREATED))


def test_a_new_article_is_in_the_library(store: SqliteStore) -> None:
    one = article()
    kept(store, one)
    row = store.row(one.id)
    assert row is not None
    assert (row.title, row.owner, row.state) == ("ميناء الشرق 2026 😀", "salma", State.DRAFT)
    assert (row.words, row.desk, row.updated) == (13, "محليات", NOON)
    assert list(store.rows()) == [row]
    assert store.article(one.id) == one


def test_an_article_is_made_once(store: SqliteStore) -> None:
    one = article()
    kept(store, one)
    with pytest.raises(StoreError, match="article-exists"):
        kept(store, one)


def test_the_newest_text_is_the_journal(store: SqliteStore) -> None:
    one = article()
    kept(store, one)
    later = with_text(one, TEXT + " ثم انتهى.")
    store.autosave(later, "salma", NOON + timedelta(minutes=1))
    assert store.article(one.id) == later
    assert len(store.history(one.id)) == 1
    row = store.row(one.id)
    assert row is not None
    assert row.words == 15


def test_an_autosave_of_nothing_known_is_refused(store: SqliteStore) -> None:
    one = article()
    with pytest.raises(StoreError, match="article-unknown"):
        store.autosave(one, "salma", NOON)
    assert store.article(one.id) is None
    assert store.row(one.id) is None


def test_a_revision_takes_the_journal_of_the_same_text_away(store: SqliteStore) -> None:
    one = article()
    first = kept(store, one)
    later = with_text(one, "نص آخر 😀")
    store.autosave(later, "salma", NOON + timedelta(minutes=1))
    name = store.keep(revision(later, "salma", NOON + timedelta(minutes=2), first))
    assert store.head(one.id) == name
    assert store.article(one.id) == later
    assert store.displaced(one.id) == ()


def test_a_text_typed_after_the_revision_stays_the_newest(store: SqliteStore) -> None:
    one = article()
    first = kept(store, one)
    frozen, typed = with_text(one, "المرسل"), with_text(one, "المكتوب بعده 😀")
    store.autosave(typed, "salma", NOON + timedelta(minutes=5))
    store.keep(revision(frozen, "salma", NOON + timedelta(minutes=1), first))
    assert store.article(one.id) == typed


def test_a_text_that_a_revision_displaces_can_still_be_read(store: SqliteStore) -> None:
    one = article()
    first = kept(store, one)
    typed, frozen = with_text(one, "المكتوب 😀"), with_text(one, "المحفوظ")
    store.autosave(typed, "salma", NOON + timedelta(minutes=1))
    store.keep(revision(frozen, "salma", NOON + timedelta(minutes=2), first))
    assert store.article(one.id) == frozen
    assert [journal.article for journal in store.displaced(one.id)] == [typed]


def test_what_another_person_typed_is_frozen_under_their_name(store: SqliteStore) -> None:
    one = article()
    first = kept(store, one)
    by_rana = with_text(one, "كتبت رنا هذا 😀")
    store.autosave(by_rana, "rana", NOON + timedelta(minutes=1))
    store.autosave(with_text(one, "ثم سلمى"), "salma", NOON + timedelta(minutes=2))
    taken, begun = store.history(one.id)
    assert (taken.author, taken.why, taken.parents) == ("rana", "taken_over", (first,))
    assert begun.name == first
    assert store.revision(taken.name).article == by_rana
    assert store.take_over(one.id, "salma", NOON) == taken.name


def test_pages_of_the_library_follow_each_other(store: SqliteStore) -> None:
    made = [article(f"نص {number} 😀") for number in range(7)]
    for number, one in enumerate(made):
        kept(store, one, NOON + timedelta(minutes=number // 2))
    seen: list[str] = []
    before = None
    while page := store.rows(limit=3, before=before):
        seen += [row.id for row in page]
        before = (page[-1].updated, page[-1].id)
    expected = sorted(enumerate(made), key=lambda pair: (pair[0] // 2, pair[1].id), reverse=True)
    assert seen == [one.id for _, one in expected]


def test_rows_can_be_filtered(store: SqliteStore) -> None:
    mine, theirs, trashed = article(), article(owner="hadi"), article()
    for one in (mine, theirs, trashed):
        kept(store, one)
    store.set_state(theirs.id, State.SUBMITTED)
    store.set_trashed(trashed.id, trashed=True)
    assert [row.id for row in store.rows(owner="salma")] == [mine.id]
    assert [row.id for row in store.rows(state=State.SUBMITTED)] == [theirs.id]
    assert [row.id for row in store.rows(trashed=True)] == [trashed.id]
    assert store.counts() == {State.DRAFT: 1, State.SUBMITTED: 1}
    store.set_trashed(trashed.id, trashed=False)
    assert store.counts() == {State.DRAFT: 2, State.SUBMITTED: 1}


@pytest.mark.parametrize("act", ["state", "trash"])
def test_what_is_unknown_cannot_be_moved(store: SqliteStore, act: str) -> None:
    moves = {
        "state": lambda: store.set_state("none", State.DRAFT),
        "trash": lambda: store.set_trashed("none", trashed=True),
    }
    with pytest.raises(StoreError, match="article-unknown"):
        moves[act]()


def test_a_flipped_bit_in_the_journal_is_seen(tmp_path: Path) -> None:
    clock = MovingClock()
    store = new_store(tmp_path, clock)
    one = article()
    kept(store, one)
    store.autosave(with_text(one, "مَدرسة 😀"), "salma", clock.now())
    store.close()
    path = tmp_path / "store.db"
    raw = path.read_bytes()
    assert raw.count("مَدرسة".encode()) == 1
    path.write_bytes(raw.replace("مَدرسة".encode(), "مَدرسه".encode()))
    store = new_store(tmp_path, clock)
    try:
        with pytest.raises(StoreError, match="journal-damaged"):
            store.article(one.id)
    finally:
        store.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents)
def test_any_text_comes_back_as_it_was(store: SqliteStore, document: Document) -> None:
    one = Article(RandomIds().new(), "salma", document)
    kept(store, one)
    store.autosave(one, "salma", NOON)
    assert store.article(one.id) == one
    name = store.head(one.id)
    assert name is not None
    assert store.revision(name).article == one
