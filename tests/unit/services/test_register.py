from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskeditor.checks.quotes.rewording import reworded
from deskeditor.domain.article import Article
from deskeditor.domain.document import Inline, Paragraph, QuoteMark
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.sources import Registered, Source, SourceKind, Terms
from deskeditor.services import wordings
from deskeditor.services.register import Register, key_of, on_terms
from deskeditor.services.wordings import Wordings
from deskeditor.store.engine import engine
from deskeditor.store.keeping import SqliteKeeper
from deskeditor.store.migrating import migrate
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import MovingClock, RandomIds, article, new_store, revision, with_text

CLOCK = MovingClock()
STATEMENT = (
    "قال مدير السد كريم الجبوري في بيان: «بدأت أعمال توسعة السد الكبير شمال المدينة هذا العام 🌊»."
)
POST = (
    "وأعلن مدير السد كريم الجُبوري في تغريدة: «اليوم بدأنا توسعة السد الكبير شمال المدينة، "
    "والأعمال هذا العام WHO»."
)
OTHER = "قالت مديرة الميناء سلمى الكناني: «نشكر 25 عاملا على صبرهم 𞸀»."
KARIM = "كريم الجبوري"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = new_store(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def register(store: SqliteStore) -> Register:
    return Register(store, CLOCK, RandomIds())


def keep(store: SqliteStore, *texts: str) -> list[Article]:
    made = []
    for text in texts:
        one = article(text)
        store.create(one, revision(one, "salma", CLOCK.now()))
        made.append(one)
    return made


def test_one_source_is_found_in_every_article_that_names_it(
    register: Register, store: SqliteStore
) -> None:
    one, two, _ = keep(store, STATEMENT, POST, OTHER)
    assert register.catch_up() == 3
    first = register.lines()[0]
    assert (first.key, first.kind, first.articles) == (key_of(KARIM), SourceKind.PERSON, 2)
    assert first.name == "كريم الجُبوري"  # as the newest article writes it
    assert first.mentions >= 2
    assert first.title == "مدير السد"
    assert {each.article for each in register.appearances(first.key)} == {one.id, two.id}
    assert first.key in [line.key for line in register.lines("الجبوريّ")]
    assert register.lines("نجم") == []


def test_an_article_is_read_again_only_when_its_text_changed(
    register: Register, store: SqliteStore
) -> None:
    one, _ = keep(store, STATEMENT, OTHER)
    assert register.catch_up() == 2
    assert register.catch_up() == 0
    store.autosave(with_text(one, OTHER), "salma", CLOCK.now())
    assert register.catch_up() == 1
    assert register.line(key_of(KARIM)) is None
    store.set_trashed(one.id, trashed=True)
    assert [line.articles for line in register.lines("الكناني")] == [1]


def test_what_is_noted_of_a_source_stays_with_its_name(
    register: Register, store: SqliteStore, tmp_path: Path
) -> None:
    keep(store, STATEMENT)
    register.catch_up()
    told = Registered("", "كريم   الجبوري", SourceKind.OFFICE, affiliation="وزارة الموارد")
    kept = register.save(replace(told, contact="+964 770 🔒"), "salma")
    register.note(kept.id, "صحّ رقمه مرتين", "noor", date(2026, 11, 20))
    register.note(kept.id, "أخطأ في موعد", "salma")

    line = register.line(key_of(KARIM))
    assert line is not None
    assert (line.kind, line.articles) == (SourceKind.OFFICE, 1)
    assert line.entry is not None
    assert (line.entry.name, line.entry.by) == (KARIM, "salma")
    assert line.entry.contact == "+964 770 🔒"
    assert next((n.day, n.by) for n in line.entry.notes) == (date(2026, 11, 20), "noor")
    assert len(line.entry.notes) == 2
    assert "+964 770" not in repr(line)

    changed = register.save(replace(kept, name="كريم جاسم الجبوري"), "noor")
    assert register.line(key_of(changed.name)) is not None
    assert register.line(changed.name.replace("جاسم ", "")) is not None  # articles still name it
    store.close()
    assert SqliteKeeper(tmp_path / "home" / "store.db", CLOCK).verify() == []


def test_what_cannot_be_kept_is_said(register: Register) -> None:
    kept = register.save(Registered("", KARIM, SourceKind.PERSON), "salma")
    for entry, code in (
        (Registered("", "  ", SourceKind.PERSON), "source-nameless"),
        (Registered("", "ن" * 301, SourceKind.PERSON), "source-line-long"),
    ):
        with pytest.raises(BadInput, match=code):
            register.save(entry, "salma")
    with pytest.raises(StoreError, match="source-known"):
        register.save(Registered("", "كَريم الجبوري", SourceKind.OFFICE), "salma")
    with pytest.raises(BadInput, match="source-note-length"):
        register.note(kept.id, " ", "salma")
    with pytest.raises(StoreError, match="source-unknown"):
        register.note("0" * 32, "شيء", "salma")


@pytest.mark.parametrize("terms", [Terms.BACKGROUND, Terms.OFF_RECORD])
def test_nothing_of_who_must_not_be_named_stands_in_the_clear(
    register: Register, store: SqliteStore, tmp_path: Path, terms: Terms
) -> None:
    contact, note = "+964 555 CANARY-1 🔒", "CANARY-2 يعمل في الميناء " * 40
    hidden = Registered("", "موظف في الميناء", SourceKind.WITNESS, terms=terms)
    with pytest.raises(BadInput, match="source-contact-sealed"):
        register.save(replace(hidden, contact=contact), "salma")
    kept = register.save(hidden, "salma")
    with pytest.raises(StoreError, match="source-note-sealed"):
        register.note(kept.id, note, "salma")

    named = register.save(Registered("", KARIM, SourceKind.PERSON, contact=contact), "salma")
    register.note(named.id, note, "salma")
    silent = replace(named, terms=terms, contact="")
    with pytest.raises(StoreError, match="source-notes-sealed"):
        register.save(silent, "salma")
    register.forget_notes(named.id)
    register.save(silent, "salma")
    store.close()
    left = (tmp_path / "home" / "store.db").read_bytes()
    assert b"CANARY" not in left


def test_an_article_speaks_on_the_registers_terms(register: Register) -> None:
    found = (Source(KARIM, SourceKind.PERSON), Source("سلمى الكناني", SourceKind.PERSON))
    assert on_terms(found, register.terms()) == found
    register.save(Registered("", KARIM, SourceKind.PERSON, terms=Terms.OFF_RECORD), "salma")
    assert [s.terms for s in on_terms(found, register.terms())] == [
        Terms.OFF_RECORD, Terms.ON_RECORD,
    ]  # fmt: skip


def test_checking_a_text_makes_no_store(tmp_path: Path, store: SqliteStore) -> None:
    unopened = Register(store, CLOCK, RandomIds(), tmp_path / "none.db")
    assert unopened.terms() == {}


def test_one_utterance_in_two_articles_is_shown_in_both_wordings(
    register: Register, store: SqliteStore
) -> None:
    from deskeditor.checks.quotes.following import extract_quotes

    one, two, _ = keep(store, STATEMENT, POST, OTHER)
    register.catch_up()
    quotes = extract_quotes(two.document)
    (twin,) = Wordings(store).of(two.id, quotes)
    assert (twin.article, twin.anchor) == (one.id, None)
    assert twin.quote == quotes[0].anchor
    assert twin.text.startswith("بدأت أعمال")
    assert any("بدأت" in change.evidenced for change in twin.comparison.changes)
    store.set_trashed(one.id, trashed=True)
    assert Wordings(store).of(two.id, quotes) == ()


def test_two_wordings_in_one_article_find_each_other(store: SqliteStore) -> None:
    from deskeditor.checks.quotes.following import extract_quotes

    one = article()
    blocks = (Paragraph("b1", Inline(STATEMENT)), Paragraph("b2", Inline(POST)))
    document = replace(one.document, blocks=blocks)
    first, second = extract_quotes(document)
    found = Wordings(store).of(one.id, (first, second))
    assert [(twin.quote, twin.anchor) for twin in found] == [
        (first.anchor, second.anchor), (second.anchor, first.anchor),
    ]  # fmt: skip


def test_words_marked_by_hand_are_read_too(register: Register, store: SqliteStore) -> None:
    text = "قال مدير السد كريم الجبوري إن توسعة السد الكبير شمال المدينة بدأت هذا العام."
    start = text.index("توسعة")
    marked = Inline(text).with_mark(start, len(text) - 1, QuoteMark("q1"))
    one = article()
    one = replace(one, document=replace(one.document, blocks=(Paragraph("b1", marked),)))
    store.create(one, revision(one, "salma", CLOCK.now()))
    register.catch_up()
    (said,) = store.uttered(["الجبوري"], "")
    assert (said.speaker, said.text) == (KARIM, text[start:-1])


def test_an_older_store_takes_the_register_once_it_is_brought_up(tmp_path: Path) -> None:
    home = tmp_path / "older"
    store = new_store(home)
    (one,) = keep(store, STATEMENT)
    Register(store, CLOCK, RandomIds()).catch_up()
    store.close()
    made = engine(home / "store.db", "write")
    migrate(made, 4)
    made.dispose()
    store = new_store(home)
    register = Register(store, CLOCK, RandomIds())
    assert register.lines() == []
    assert register.catch_up() == 1
    assert store.article(one.id) == one
    assert KARIM in [line.name for line in register.lines()]
    store.close()


def test_reading_the_articles_stops_between_two_of_them(
    register: Register, store: SqliteStore
) -> None:
    keep(store, STATEMENT, POST, OTHER)
    asked = iter([False, True])
    assert register.catch_up(stopped=lambda: next(asked)) == 0
    assert len(store.unread(10)) == 2
    assert register.catch_up() == 2


def test_two_wordings_are_held_against_one_another_once(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[tuple[str, str]] = []

    def counted(first: str, second: str) -> bool:
        held.append((first, second))
        return reworded(first, second)

    monkeypatch.setattr(wordings, "reworded", counted)
    wordings.rewording.cache_clear()
    said, other = "سنفتح البوابة الثالثة 25 مرة 😀", "نفتح البوابة الثالثة مرارا 😀"
    assert wordings.rewording(said, other) == wordings.rewording(said, other)
    assert held == [(said, other)]
