"""Searching everything: what Arabic writes differently is found, and only what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from deskeditor.domain.document import (
    Figure,
    Header,
    Inline,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.events import Bus
from deskeditor.domain.review import State
from deskeditor.domain.revision import Why
from deskeditor.domain.rows import Shelf
from deskeditor.domain.search import Order
from deskeditor.services.archive_search import ArchiveSearch
from deskeditor.services.drafts import Drafts
from deskeditor.services.register import Register
from deskeditor.sqlite.driver import connect
from deskeditor.store.search_index import NAME, FtsIndex
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, article, new_store, with_text

#: One word as eleven texts write it.
VARIANTS = (
    "مدرسة", "مَدْرَسَةٌ", "مدرســة", "مدرسه", "المدرسة", "والمدرسة", "وبالمدرسة", "للمدرسة",
    "مدرستهم", "ﻣدرسة", "مدرسة\u200f",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def drafts(store: SqliteStore) -> Drafts:
    return Drafts(store, MovingClock(), RandomIds(), Bus())


@pytest.fixture
def search(store: SqliteStore, tmp_path: Path) -> Iterator[ArchiveSearch]:
    index = FtsIndex(tmp_path / NAME, tmp_path / "store.db")
    register = Register(store, MovingClock(), RandomIds())
    yield ArchiveSearch(store, index, register, {"مسودة": State.DRAFT}, MovingClock())
    index.close()


@pytest.fixture
def titles(search: ArchiveSearch) -> Callable[..., list[str]]:
    def find(text: str, order: Order = Order.NEWEST) -> list[str]:
        return [hit.found.article for hit in search.search(text, order=order).hits]

    return find


Find = Callable[..., list[str]]
Caplog = pytest.LogCaptureFixture


def written(drafts: Drafts, text: str, **parts: Any) -> str:
    """A new article with these words; answers its id."""
    made = article(text, **parts.pop("details", {}))
    document = replace(made.document, **parts)
    return drafts.add(replace(made, document=document), "salma", Why.SAVED).id


def test_all_eleven_writings_of_a_word_are_found(drafts: Drafts, titles: Find) -> None:
    made = [written(drafts, f"وصلوا {word} صباحا") for word in VARIANTS]
    written(drafts, "لا شيء هنا")
    for asked in ("مدرسة ", "المدرسة ", "مدرسه ", "مدرس"):
        assert set(titles(asked)) == set(made), asked


def test_the_newest_text_is_searched_and_an_older_one_on_request(
    drafts: Drafts, titles: Find, search: ArchiveSearch
) -> None:
    one = drafts.add(article("كان الجسر مغلقا"), "salma", Why.SAVED)
    assert titles("الجسر ") == [one.id]
    drafts.autosave(with_text(one, "فتحت الطريق"), "salma")
    assert titles("الجسر ") == []
    assert titles("الطريق ") == [one.id]
    (hit,) = search.search("in:history الجسر ").hits
    assert hit.found.revision == drafts.history(one.id)[0].name
    assert "الجسر" in hit.snippet.text


def test_phrases_exclusions_and_prefixes(drafts: Drafts, titles: Find) -> None:
    cut = written(drafts, "أعلنت قطع المياه غدا")
    other = written(drafts, "المياه قطعت غدا، والمحطة تعمل")
    assert titles('"قطع المياه"') == [cut]
    assert titles("المياه -المحطة ") == [cut]
    assert set(titles("المي")) == {cut, other}
    assert titles("المي ") == []
    assert titles("-المحطة ") == [cut]
    assert set(titles("")) == {cut, other}


def test_desks_due_times_shelves_and_follow_ups_sift(
    drafts: Drafts, titles: Find, search: ArchiveSearch, store: SqliteStore
) -> None:
    past, ahead = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (20, 29))
    late = written(drafts, "قطع المياه", details={"due": past})
    soon = written(drafts, "قطع الكهرباء", details={"due": ahead})
    first = written(drafts, "سقوط الجسر")
    after = written(drafts, "التحقيق مستمر", details={"follows": first})
    assert titles("موعد:متأخرة") == [late]
    assert titles("due:2026-11-29 قطع ") == [soon]
    assert titles("تتمة:الجسر ") == [after]
    assert titles("تتمة:* ") == [after]
    assert titles("تتمة:الكهرباء ") == []
    assert titles("القسم:محلي قطع ") == [soon, late]
    assert titles("القسم:رياضة قطع ") == []
    store.set_shelf(late, Shelf.ARCHIVE)
    assert titles("موعد:متأخرة") == []
    assert titles("في:الأرشيف") == [late]
    assert titles("قطع ") == [soon, late]
    assert [line.id for line in search.lines("قطع ")] == [soon, late]
    store.set_state(soon, State.SUBMITTED)
    assert [line.state for line in search.lines("قطع الكهرباء ")] == [State.SUBMITTED]


def test_each_field_is_searched_alone(drafts: Drafts, titles: Find) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    said = written(drafts, "وقالت المتحدثة ليلى الحمداني: «لا نستطيع أن نجزم بالسبب الآن».")
    shown = written(
        drafts, "نص",
        blocks=(Figure("f", "a" * 64, caption=Inline("رافعة في الميناء"), alt="رافعة صفراء"),),
    )  # fmt: skip
    noted = written(
        drafts, "نص", threads=(Thread("t", (ThreadMessage("noor", at, "أين الوثيقة؟"),)),)
    )
    headed = written(drafts, "نص", header=Header(headline=Inline("السد يمتلئ")))
    assert titles("quote:نجزم ") == [said]
    assert titles("speaker:الحمداني ") == [said]
    assert titles("speaker:نجزم ") == []
    assert titles("caption:رافعة ") == [shown]
    assert titles("comment:الوثيقة ") == [noted]
    assert titles("title:السد ") == [headed]
    assert titles("text:السد ") == []
    assert set(titles("author:salma ")) == {said, shown, noted, headed}


def test_states_days_and_the_trash_are_filters(
    drafts: Drafts, store: SqliteStore, titles: Find
) -> None:
    draft, sent = written(drafts, "السوق اليوم"), written(drafts, "السوق غدا")
    store.set_state(sent, State.SUBMITTED)
    assert titles("السوق state:submitted") == [sent]
    assert titles("السوق حالة:مسودة") == [draft]
    assert len(titles("السوق date:2026-11-23")) == 2
    assert titles("السوق date:2026-11-24") == []
    drafts.trash(draft)
    assert titles("السوق ") == [sent]
    assert titles("in:trash السوق ") == [draft]


def test_the_newest_comes_first_and_the_closest_on_request(drafts: Drafts, titles: Find) -> None:
    close = written(drafts, "الميناء الميناء الميناء")
    far = written(drafts, "الميناء " + "كلام آخر طويل " * 40)
    assert titles("الميناء ") == [far, close]
    assert titles("الميناء ", order=Order.BEST) == [close, far]


def test_an_index_that_is_rubbish_or_another_programs_is_made_anew(
    drafts: Drafts, store: SqliteStore, tmp_path: Path
) -> None:
    one = written(drafts, "السوق اليوم")
    path = tmp_path / NAME
    for spoil in (b"not a database" * 100, b""):
        path.write_bytes(spoil)
        index = FtsIndex(path, tmp_path / "store.db")
        register = Register(store, MovingClock(), RandomIds())
        found = ArchiveSearch(store, index, register, {}, MovingClock()).search("السوق ")
        assert [hit.found.article for hit in found.hits] == [one]
        index.close()


@pytest.mark.expected_log("cannot be read for the")
def test_a_text_that_cannot_be_read_does_not_stop_the_others(
    drafts: Drafts, store: SqliteStore, titles: Find, tmp_path: Path, caplog: Caplog
) -> None:
    broken, whole = written(drafts, "السوق اليوم"), written(drafts, "السوق غدا")
    drafts.autosave(with_text(drafts.open(broken), "السوق أمس"), "salma")
    spoil(tmp_path / "store.db", broken)
    assert titles("السوق ") == [whole]
    assert "journal-damaged" in caplog.text
    assert Register(store, MovingClock(), RandomIds()).catch_up() > 0


def spoil(path: Path, article: str) -> None:
    """Turn one journal's bytes into others than were saved."""
    db = connect(path)
    db.execute("UPDATE journal SET body = x'00' WHERE article = ?", (article,)).fetchall()
    db.close()


def test_many_older_texts_of_one_article_leave_room_for_others(
    drafts: Drafts, titles: Find
) -> None:
    other = written(drafts, "السوق غدا")
    one = drafts.open(written(drafts, "السوق اليوم"))
    for number in range(30):
        drafts.keep(with_text(one, f"السوق {number}"), "salma")
    assert set(titles("in:history السوق ")) == {other, one.id}


def test_the_index_is_nobody_elses_to_read(titles: Find, tmp_path: Path) -> None:
    titles("")
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_reading_ends_where_the_window_closes_and_goes_on_later(
    drafts: Drafts, search: ArchiveSearch
) -> None:
    for number in range(4):
        written(drafts, f"سوق السمك رقم {number} 😀")
    asked = iter([False, False, True])

    assert search.catch_up(closed=lambda: next(asked)) == 2
    assert search.catch_up() == 2
    assert search.catch_up() == 0
