"""Suggesting in another's article, held where the text is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Address, Inline, Span, Suggestion
from deskeditor.domain.errors import BoardUnreachable, Refused
from deskeditor.domain.events import Bus
from deskeditor.domain.ports import Board
from deskeditor.domain.review import State
from deskeditor.services.drafts import Drafts
from deskeditor.services.suggesting import Suggesting, may_suggest
from deskeditor.store.sqlite import SqliteStore
from helpers.newsroom import BoardRoom, RandomIds, article, new_store, with_text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Room:
    """A store, a board, the services, and one article of Salma's."""

    def __init__(self, folder: Path) -> None:
        self.board = BoardRoom(folder)
        self.store: SqliteStore = new_store(folder / "home", self.board.clock)
        self.drafts = Drafts(self.store, self.board.clock, RandomIds(), Bus())
        self.suggesting = Suggesting(self.drafts, self.store, self.board.board)
        begun = self.drafts.new("salma", "alrafid")
        sample = article(owner="salma")
        self.one = replace(begun, document=sample.document, details=sample.details)
        self.drafts.keep(self.one, "salma")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.store.close()


def struck(one: Article, author: str, own: str = "s") -> Article:
    where = Address(one.document.blocks[0].id)
    text = one.document.text_at(where)
    assert text is not None
    mark = Suggestion("delete", own, author, NOON)
    marked = Inline(text.text, (*text.spans, Span(0, 3, mark)))
    return replace(one, document=one.document.with_text(where, marked))


def test_an_editor_suggests_and_the_author_finds_it(room: Room) -> None:
    after = struck(room.one, "noor")
    room.suggesting.save(after, "noor")
    assert room.drafts.open(room.one.id) == after
    assert room.store.typed_by(room.one.id) is not None
    history = {row.author for row in room.drafts.history(room.one.id)}
    assert history == {"salma"}
    room.suggesting.save(room.one, "salma")
    assert room.drafts.open(room.one.id) == room.one, "the author refused it"
    assert "noor" in {row.author for row in room.drafts.history(room.one.id)}


@pytest.mark.parametrize("login", ["noor", "hadi"])
def test_the_text_itself_is_the_authors(room: Room, login: str) -> None:
    for after in (
        with_text(room.one, "نص آخر"),
        replace(room.one, details=replace(room.one.details, desk="رياضة")),
        struck(room.one, "salma"),
    ):
        with pytest.raises(Refused, match="only-suggest"):
            room.suggesting.save(after, login)
    assert room.drafts.open(room.one.id) == room.one


def test_only_an_editor_decides_on_anothers_suggestion(room: Room) -> None:
    room.suggesting.save(struck(room.one, "noor"), "noor")
    with pytest.raises(Refused, match="only-suggest"):
        room.suggesting.save(room.one, "hadi")
    room.suggesting.save(room.one, "rana")
    assert room.drafts.open(room.one.id) == room.one


def test_before_the_board_nothing_is_suggested_in_the_draft(room: Room) -> None:
    room.store.set_state(room.one.id, State.IN_REVIEW)
    with pytest.raises(Refused, match="only-suggest"):
        room.suggesting.save(struck(room.one, "noor"), "noor")


def test_without_a_board_one_still_suggests_and_decides_nothing(room: Room) -> None:
    def nobody(_login: str) -> Board:
        raise BoardUnreachable("board-unreachable")

    alone = Suggesting(room.drafts, room.store, nobody)
    alone.save(struck(room.one, "noor"), "noor")
    with pytest.raises(Refused, match="only-suggest"):
        alone.save(room.one, "rana")


def test_who_may_suggest(room: Room) -> None:
    people = {one.login: one for one in room.board.board().people()}
    assert may_suggest(people["noor"], "salma", State.DRAFT)
    assert not may_suggest(people["noor"], "noor", State.DRAFT)
    assert not may_suggest(people["noor"], "salma", State.SUBMITTED)
    assert not may_suggest(people["salma"], "noor", State.DRAFT)
