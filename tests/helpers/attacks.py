"""What attacks on the board are written with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deskeditor.domain.errors import Refused
from deskeditor.domain.revision import Revision, Why, manifest, name_of
from helpers.newsroom import BoardRoom, revision, with_text


def after(room: BoardRoom, before: Revision, author: str, text: str = "بعد 😀") -> Revision:
    """A revision by `author` that follows `before`."""
    at, parent = room.clock.now(), name_of(manifest(before))
    return revision(with_text(before.article, text), author, at, parent, why=Why.SUBMITTED)


def refused(act: Callable[[], object]) -> str:
    """The code the board refuses `act` with."""
    with pytest.raises(Refused) as told:
        act()
    return told.value.code
