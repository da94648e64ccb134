"""What happened, told to whoever listens: typed events and a bus that knows no toolkit.

Services publish after the fact (names are past tense); panels and the status line subscribe. A
listener that fails never stops the others: its error goes to the bus's `on_error`.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from deskeditor.domain.review import Receipt, State


@dataclass(frozen=True, slots=True)
class ArticleCreated:
    """A new article stands in the store."""

    article: str


@dataclass(frozen=True, slots=True)
class ArticleSaved:
    """The article's newest text is on disk (durably), as of `at`."""

    article: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ArticleMoved:
    """The article's line changed without its text: its shelf, or what was found in it."""

    article: str


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """The newest text could not be written; `code` is the known error's."""

    article: str
    code: str


@dataclass(frozen=True, slots=True)
class RevisionMade:
    """A revision was frozen."""

    article: str
    revision: str


@dataclass(frozen=True, slots=True)
class ImageAdded:
    """An original is kept, by hash."""

    media: str


@dataclass(frozen=True, slots=True)
class ImageChanged:
    """More or better is known of an image than before."""

    media: str


@dataclass(frozen=True, slots=True)
class EvidenceChanged:
    """Other evidence than before is held against the quotations of an article."""

    article: str


@dataclass(frozen=True, slots=True)
class Queued:
    """An act waits in the outbox; it is not done before its receipt."""

    article: str
    operation: str


@dataclass(frozen=True, slots=True)
class ReceiptArrived:
    """The board answered: the act stands."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class ActRefused:
    """The board refused an act that waited; the article is its author's again. `code` says why."""

    article: str
    operation: str
    code: str


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """The board's case of an article moved."""

    article: str
    state: State


@dataclass(frozen=True, slots=True)
class BoardReached:
    """The board was last reached at this moment."""

    at: datetime


Event = TypeVar("Event")
_log = logging.getLogger(__name__)


class Bus:
    """Carries events from services to listeners, in the thread that publishes."""

    def __init__(self) -> None:
        """A bus without listeners."""
        self._listeners: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, kind: type[Event], listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` for every event of `kind`; the answer takes it off again."""
        self._listeners[kind].append(listener)
        return lambda: self._listeners[kind].remove(listener)

    def publish(self, event: object) -> None:
        """Tell every listener of the event's type, in the order they came."""
        for listener in tuple(self._listeners[type(event)]):
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - one listener must not stop the others
                _log.exception("listener failed on %s", type(event).__name__)
