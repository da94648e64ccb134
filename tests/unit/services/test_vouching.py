from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deskeditor.domain.errors import BadInput, Refused
from deskeditor.domain.events import Bus
from deskeditor.domain.review import Act
from deskeditor.services.review import Reviewing
from deskeditor.services.vouching import Vouching, vouching_for
from helpers.newsroom import BoardRoom, MovingClock, RandomIds, new_store

SOURCE, WHY = "مصدر أمني رفيع 😀", "تعرفه رئيسة القسم وقابلته في 23/11 WHO"


@pytest.fixture
def room(tmp_path: Path) -> BoardRoom:
    return BoardRoom(tmp_path)


@pytest.fixture
def vouching(room: BoardRoom, tmp_path: Path) -> Iterator[Vouching]:
    store = new_store(tmp_path / "home")
    yield Vouching(Reviewing(store, room.board, MovingClock(), RandomIds(), Bus()), room.board)
    store.close()


def test_an_editors_approval_is_recorded_with_reason_and_revision(
    room: BoardRoom, vouching: Vouching
) -> None:
    piece = room.claimed().article.id
    assert vouching.of(piece) == []
    vouching.approve(piece, f"  {SOURCE} ", "noor", WHY)
    case = room.board().case(piece)
    assert case is not None
    (given,) = vouching.of(piece)
    assert (given.source, given.by, given.reason) == (SOURCE, "noor", WHY)
    assert given.revision == case.revision
    assert room.board().verify() == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ((" ", "noor", WHY), "source-nameless"),
        ((SOURCE, "hadi", WHY), "role-missing"),
        ((SOURCE, "gone", WHY), "not-active"),
        ((SOURCE, "nobody", WHY), "not-active"),
        ((SOURCE, "noor", "  "), "reason-missing"),
    ],
)
def test_who_may_not_or_gives_no_reason_is_refused(
    room: BoardRoom, vouching: Vouching, asked: tuple[str, str, str], code: str
) -> None:
    piece = room.claimed().article.id
    with pytest.raises((BadInput, Refused), match=code):
        vouching.approve(piece, *asked)
    assert vouching.of(piece) == []


def test_the_board_itself_refuses_an_approval_by_anybody_but_an_editor(room: BoardRoom) -> None:
    one = room.claimed()
    asked = room.request(Act.RECOMMEND, "hadi", one, reason=WHY)
    room.send(replace(asked, recommendation="other"))
    again = room.request(Act.RECOMMEND, "hadi", one, reason=WHY)
    with pytest.raises(Refused, match="role-missing"):
        room.send(replace(again, recommendation=vouching_for(SOURCE)))


def test_no_author_approves_their_own_source(room: BoardRoom, vouching: Vouching) -> None:
    one = room.submitted(owner="rana")
    room.do(Act.CLAIM, "noor", one)
    with pytest.raises(Refused, match="own-text"):
        vouching.approve(one.article.id, SOURCE, "rana", WHY)


def test_a_chief_says_which_publications_have_their_unnamed_sources_approved(
    vouching: Vouching,
) -> None:
    assert vouching.demanded() == frozenset()
    vouching.demand("alrafid", "zayd", wanted=True)
    assert vouching.demanded("noor") == {"alrafid"}
    with pytest.raises(Refused, match="role-missing"):
        vouching.demand("alrafid", "noor", wanted=False)
    assert vouching.may_demand("zayd")
    assert not any(map(vouching.may_demand, ("noor", "gone", "nobody")))
    vouching.demand("alrafid", "zayd", wanted=False)
    assert vouching.demanded() == frozenset()
