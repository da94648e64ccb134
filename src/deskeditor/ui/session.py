"""Where each person was: the open article, the caret, what stood at the top of the page.

A small file beside the store, written with every save of the text and each time the caret rests,
never in the window's thread. It holds names and numbers, no word of any article. The text itself
is the store's; where this file is missing or damaged, only the place is lost.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_NAME = "session.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the page: an address, and a code point offset or pixels from its top."""

    block: str = ""
    part: str = "text"
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person was. `top` is the first paragraph in sight, `offset` pixels into it.

    `anchor` is the other end of the selection, at the caret where nothing was selected.
    """

    article: str = ""
    caret: Place = Place()
    anchor: Place = Place()
    top: Place = Place()
    panel: str = ""


def _place(data: Any) -> Place:
    return Place(str(data["block"]), str(data["part"]), max(0, int(data["offset"])))


def _all(home: Path) -> dict[str, Any]:
    try:
        data = json.loads((home / _NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def read_session(home: Path, login: str) -> Session:
    """Where this person was; nowhere, where that is not known or damaged."""
    try:
        data = _all(home)[login]
        return Session(
            str(data["article"]), _place(data["caret"]), _place(data["anchor"]),
            _place(data["top"]), str(data["panel"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return Session()


def write_session(home: Path, login: str, session: Session) -> None:
    """Remember where a person is; the file is whole at any moment, whatever ends the program."""
    known = _all(home)
    known[login] = asdict(session)
    new = home / f"{_NAME}.new"
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump(known, file, ensure_ascii=False)
        os.replace(new, home / _NAME)  # noqa: PTH105 - says that the old one goes at once
    except OSError:
        _log.info("the place in the text could not be remembered")
