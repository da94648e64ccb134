"""A small newsroom for tests: a clock that moves, people, articles, a store and a board on disk."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from deskeditor.board.local import LocalBoard, found_board
from deskeditor.domain.article import Article, Details
from deskeditor.domain.document import Document, Header, Inline, Paragraph
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review import Act, Receipt, Request
from deskeditor.domain.revision import Revision, Why, manifest, name_of
from deskeditor.store.open import open_store
from deskeditor.store.sqlite import SqliteStore

#: Arabic with tashkeel, Latin, both kinds of digits, a non-BMP letter and an emoji.
TEXT = "قالَ الوزيرُ إنّ WHO سلّمت ٢٥ من 60 جهازا، «ولن ننتظر»، والرمز 𞸀 😀."


class MovingClock:
    """A clock that goes on by one second each time it is asked."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 8, tzinfo=UTC)) -> None:
        self.time = start

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


class RandomIds:
    """32 hex digits nobody else has."""

    def new(self) -> str:
        return uuid.uuid4().hex


def person(login: str, *roles: Role, active: bool = True) -> Person:
    return Person(login, f"{login} الراوي", frozenset(roles), "محليات", active)


SALMA = person("salma", Role.REPORTER)
HADI = person("hadi", Role.REPORTER)
NOOR = person("noor", Role.EDITOR)
RANA = person("rana", Role.EDITOR, Role.REPORTER)
ZAYD = person("zayd", Role.CHIEF, Role.PUBLISHER)
GONE = person("gone", Role.EDITOR, active=False)
EVERYBODY = (SALMA, HADI, NOOR, RANA, ZAYD, GONE)


def article(text: str = TEXT, owner: str = "salma", **details: Any) -> Article:
    """A new article with a headline and one paragraph."""
    header = Header(headline=Inline("ميناء الشرق 2026 😀"), byline=Inline("سلمى البدري"))
    document = Document(header, (Paragraph("b1", Inline(text)),))
    about = Details(publication="alrafid", desk="محليات", subject="طرق", **details)
    return Article(uuid.uuid4().hex, owner, document, about)


def with_text(one: Article, text: str) -> Article:
    """The same article with another paragraph."""
    return replace(one, document=replace(one.document, blocks=(Paragraph("b1", Inline(text)),)))


def revision(
    one: Article, author: str, at: datetime, *parents: str, why: Why = Why.SAVED
) -> Revision:
    return Revision(one, author, at, why, parents)


def new_store(home: Path, clock: MovingClock | None = None) -> SqliteStore:
    return open_store(home, clock or MovingClock())


class BoardRoom:
    """An embedded board with everybody on it, and short ways to act on it."""

    def __init__(self, folder: Path, quorums: dict[str, int] | None = None) -> None:
        self.path = folder / "board.db"
        self.clock = MovingClock()
        found_board(self.path, self.clock, EVERYBODY, quorums)

    def board(self, login: str = "") -> LocalBoard:
        return LocalBoard(self.path, login, self.clock)

    def request(self, act: Act, actor: str, one: Revision, **values: Any) -> Request:
        case = self.board().case(one.article.id)
        seq = 0 if case is None else case.seq
        asked = Request(
            uuid.uuid4().hex, one.article.id, act, actor, self.clock.now(),
            name_of(manifest(one)), seq,
        )  # fmt: skip
        return replace(asked, **values)

    def send(self, request: Request, *revisions: Revision, login: str | None = None) -> Receipt:
        board = self.board(request.actor if login is None else login)
        return board.send(request, [manifest(one) for one in revisions], owner="", title="")

    def do(self, act: Act, actor: str, one: Revision, reason: str = "") -> Receipt:
        revisions = (one,) if act in (Act.SUBMIT, Act.EDIT) else ()
        return self.send(self.request(act, actor, one, reason=reason), *revisions)

    def submitted(self, text: str = TEXT, owner: str = "salma") -> Revision:
        """A new article of `owner`, submitted."""
        one = revision(article(text, owner), owner, self.clock.now(), why=Why.SUBMITTED)
        self.do(Act.SUBMIT, owner, one)
        return one

    def claimed(self, editor: str = "noor") -> Revision:
        """A new article of salma's, claimed by an editor."""
        one = self.submitted()
        self.do(Act.CLAIM, editor, one)
        return one
