"""The embedded board: one SQLite file on this machine, the `Board` port for one person.

It holds the rules against every client that asks through it, and shows what was done around it:
`verify` finds rows that were altered, taken away or put in by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from deskeditor.board import cases, people, revisions
from deskeditor.board.connection import make, reading, writing
from deskeditor.board.proving import faults
from deskeditor.board.ruling import carry_out
from deskeditor.domain.errors import Refused
from deskeditor.domain.people import Person, Role
from deskeditor.domain.ports import Clock
from deskeditor.domain.review import Case, Event, Receipt, Request, State


def found_board(
    path: Path,
    clock: Clock,
    founders: Iterable[Person] = (),
    quorums: Mapping[str, int] | None = None,
    vouched: Iterable[str] = (),
) -> None:
    """Make a board with its first people, if there is none; one that stands is not changed.

    `quorums` says how many distinct approvals a publication's texts need, by its id; `vouched` are
    the publications that let an editor approve each source without a name.

    Raises:
        BoardUnreachable: it cannot be made there.
    """
    make(path)
    with writing(path) as db:
        if people.everybody(db):
            return
        for person in founders:
            people.put(db, person, "", clock.now())
        for publication, approvals in (quorums or {}).items():
            db.execute("INSERT INTO quorum VALUES (?, ?)", (publication, approvals))
        for publication in vouched:
            db.execute("INSERT INTO vouched VALUES (?)", (publication,))


class LocalBoard:
    """The board as one signed-in person reaches it. Thread-safe; nothing stays open."""

    def __init__(self, path: Path, login: str, clock: Clock) -> None:
        """Open nothing yet. `clock` is the board's own and stamps its events."""
        self._path = path
        self._login = login
        self._clock = clock

    def people(self) -> Sequence[Person]:
        """Everybody the board knows, active or not."""
        with reading(self._path) as db:
            return people.everybody(db)

    def person(self, login: str) -> Person | None:
        """One person, or None."""
        with reading(self._path) as db:
            return people.find(db, login)

    def put_person(self, person: Person) -> None:
        """Invite somebody, or change their name, desk, roles or activity.

        Raises:
            Refused: the signed-in person is no active chief, or changes their own roles.
        """
        with writing(self._path) as db:
            people.check_chief(db, self._login, person)
            people.put(db, person, self._login, self._clock.now())

    def set_quorum(self, publication: str, approvals: int) -> None:
        """How many distinct approvals a publication's texts need from now on.

        Raises:
            Refused: the signed-in person is no active chief.
        """
        with writing(self._path) as db:
            self._check_chief(db, "quorum")
            db.execute(
                "INSERT INTO quorum VALUES (?, ?)"
                " ON CONFLICT (publication) DO UPDATE SET approvals = excluded.approvals",
                (publication, approvals),
            )

    def vouched(self) -> frozenset[str]:
        """The publications whose texts come with their unnamed sources, to be approved."""
        with reading(self._path) as db:
            return frozenset(one for (one,) in db.execute("SELECT publication FROM vouched"))

    def set_vouched(self, publication: str, *, wanted: bool) -> None:
        """Whether texts of this publication come with their unnamed sources, to be approved.

        A board from before it knew this knows no such publication until its chief says so.

        Raises:
            Refused: the signed-in person is no active chief.
        """
        with writing(self._path) as db:
            self._check_chief(db, "quorum")
            db.execute("DELETE FROM vouched WHERE publication = ?", (publication,))
            if wanted:
                db.execute("INSERT INTO vouched VALUES (?)", (publication,))

    def _check_chief(self, db: Any, act: str) -> None:
        chief = people.find(db, self._login)
        if chief is None or not chief.holds(Role.CHIEF):
            raise Refused("role-missing", act=act)

    def send(
        self,
        request: Request,
        manifests: Sequence[bytes],
        *,
        owner: str,  # noqa: ARG002 - read from the manifest's own bytes here
        title: str,  # noqa: ARG002
    ) -> Receipt:
        """Carry out one act; the same operation again answers the same receipt.

        Owner and title are read from the revision itself, whatever is said beside it.

        Raises:
            Refused: a rule forbids it; nothing was changed.
            BoardUnreachable: it could not be asked.
        """
        if request.actor != self._login:
            raise Refused("not-you", name=request.actor)
        with writing(self._path) as db:
            return carry_out(db, request, manifests, self._clock.now())

    def has(self, names: Iterable[str]) -> frozenset[str]:
        """Which of these revisions the board holds already."""
        with reading(self._path) as db:
            return revisions.held(db, names)

    def case(self, article: str) -> Case | None:
        """What the board knows of one article."""
        with reading(self._path) as db:
            return cases.find(db, article)

    def cases(self, states: Iterable[State] | None = None) -> Sequence[Case]:
        """Cases in these states (all where none are named), longest waiting first."""
        with reading(self._path) as db:
            return cases.listed(db, states)

    def events(self, article: str) -> Sequence[Event]:
        """The article's events, oldest first."""
        with reading(self._path) as db:
            return cases.events(db, article)

    def manifest(self, revision: str) -> bytes:
        """The bytes of a revision the board holds."""
        with reading(self._path) as db:
            return revisions.raw(db, revision)

    def verify(self) -> list[str]:
        """What is wrong, each as `code:table:row`; empty when the board is whole."""
        with reading(self._path) as db:
            return faults(db)
