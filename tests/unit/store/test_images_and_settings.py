from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Figure
from deskeditor.domain.image_ports import ImageQuery
from deskeditor.domain.media import (
    Consent,
    Hiding,
    ImageRecord,
    Lease,
    Medium,
    Override,
    Region,
    Rights,
)
from deskeditor.store.engine import engine
from deskeditor.store.migrating import migrate
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, article, new_store, revision

PICTURE = ImageRecord(
    "a" * 64, "image/jpeg", 4000, 3000, 7_000_000_000, "ميناء 1.jpg", credit="تصوير: هادي 😀",
    taken=date(2026, 11, 20), rights=Rights.STAFF,
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = new_store(tmp_path / "home")
    yield opened
    opened.close()


def test_a_picture_comes_back_as_it_was(store: SqliteStore) -> None:
    other = replace(PICTURE, media="b" * 64, taken=None)
    store.add_image(PICTURE)
    store.add_image(other)
    assert list(store.images()) == [other, PICTURE]
    assert list(store.images(["a" * 64, "f" * 64])) == [PICTURE]
    assert store.images([]) == []


def test_a_record_written_again_replaces_what_was_known(store: SqliteStore) -> None:
    store.add_image(PICTURE)
    better = replace(PICTURE, caption="قوارب في الميناء، صباح الاثنين.", alt="قوارب")
    store.add_image(better)
    assert list(store.images()) == [better]


def test_values_are_remembered(store: SqliteStore) -> None:
    assert store.setting("window") is None
    store.remember("window", "كبيرة 😀")
    store.remember("window", "صغيرة")
    assert store.setting("window") == "صغيرة"


WHOLE = replace(
    PICTURE,
    headline="قوارب الميناء 😀",
    people=("سلمى البدري", "Hadi"),
    consent=Consent.GIVEN,
    restrictions="لا تُنشر خارج البلاد",
    leases=(
        Lease(True, None, date(2026, 11, 30), "نشر لمرة واحدة"),
        Lease(False, date(2026, 12, 1), None),
    ),
    undated=True,
    medium=Medium.FRAME,
    regions=(Region(0.1, 0.2, 0.25, 0.5, Hiding.BLUR),),
    overrides=(
        Override("denied", "zayd", datetime(2026, 11, 23, 8, tzinfo=UTC), "أذن صاحبها", "1f"),
    ),
    likeness="00ff00ff00ff00ff",
)


def test_the_whole_record_comes_back(store: SqliteStore) -> None:
    store.add_image(WHOLE)
    assert list(store.images()) == [WHOLE]
    assert list(store.likenesses()) == [(WHOLE.media, WHOLE.likeness)]


def illustrated(*media: str) -> Article:
    one = article()
    figures = tuple(Figure(f"f{n}", each) for n, each in enumerate(media))
    return replace(one, document=replace(one.document, blocks=(*one.document.blocks, *figures)))


def test_uses_follow_the_newest_text(store: SqliteStore) -> None:
    one = illustrated("a" * 64, "b" * 64)
    clock = MovingClock()
    store.create(one, revision(one, "salma", clock.now()))
    both = ["a" * 64, "b" * 64]
    assert {use.media for use in store.image_uses(both)} == set(both)
    assert store.image_uses(both)[0].title == one.title
    assert store.image_articles() == [(one.id, one.title)]
    fewer = replace(one, document=replace(one.document, blocks=one.document.blocks[:2]))
    store.autosave(fewer, "salma", clock.now())
    assert [use.media for use in store.image_uses(both)] == ["a" * 64]
    store.set_trashed(one.id, trashed=True)
    assert store.image_uses(both) == []
    assert store.image_articles() == []


def test_pages_are_filtered_and_end(store: SqliteStore) -> None:
    records = [
        replace(PICTURE, media=f"{n:064x}", name=f"صورة {n}.jpg", rights=rights)
        for n, rights in enumerate([Rights.STAFF, Rights.AGENCY, Rights.STAFF, Rights.UNKNOWN])
    ]
    for record in records:
        store.add_image(record)
    one = illustrated(records[0].media)
    store.create(one, revision(one, "salma", MovingClock().now()))
    everything = ImageQuery()
    first = store.image_page(everything, limit=3)
    rest = store.image_page(everything, limit=3, before=first.next)
    assert [*first.records, *rest.records] == records[::-1]
    assert rest.next is None
    assert store.image_count(everything) == 4
    staff = ImageQuery(rights=Rights.STAFF)
    assert list(store.image_page(staff).records) == [records[2], records[0]]
    assert list(store.image_page(ImageQuery(article=one.id)).records) == [records[0]]
    assert store.image_count(ImageQuery(unused=True)) == 3
    assert list(store.image_page(ImageQuery(words="صورة 2")).records) == [records[2]]
    assert store.image_count(ImageQuery(words="100%_")) == 0


def test_a_store_from_before_learns_its_uses(tmp_path: Path) -> None:
    opened = new_store(tmp_path / "old")
    head, typed = illustrated("a" * 64), illustrated("b" * 64)
    clock = MovingClock()
    for one in (head, typed):
        opened.create(one, revision(one, "salma", clock.now()))
    changed = replace(typed, document=replace(typed.document, blocks=(Figure("g", "c" * 64),)))
    opened.autosave(changed, "salma", clock.now())
    opened.add_image(PICTURE)
    opened.close()
    made = engine(tmp_path / "old" / "store.db", "write")
    migrate(made, 3)
    made.dispose()
    again = new_store(tmp_path / "old")
    uses = again.image_uses([letter * 64 for letter in "abc"])
    assert {(use.media[0], use.article) for use in uses} == {("a", head.id), ("c", typed.id)}
    assert list(again.images()) == [PICTURE]
    again.close()
