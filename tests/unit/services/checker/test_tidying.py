"""What nobody holds is searched for behind the answers, not in them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from deskeditor.services.checker.tidying import Tidying


class _Ring:
    """Holds itself: only the search finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_searched_by_itself_and_rings_go_behind_the_answer() -> None:
    """The first answer settles what stays; a ring that a later one left goes behind it."""
    tidying = Tidying()
    assert not gc.isenabled()
    tidying.lightly()
    assert gc.get_freeze_count() > 0
    left = ref(_Ring())
    tidying.lightly()
    assert left() is None


def test_what_was_settled_and_then_left_goes_while_nobody_asks() -> None:
    """A ring that was held at the first answer and is left later waits for the idle search."""
    held = _Ring()
    tidying = Tidying()
    tidying.lightly()
    left = ref(held)
    del held
    tidying.lightly()
    assert left() is not None
    tidying.thoroughly()
    assert left() is None
