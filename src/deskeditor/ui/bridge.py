"""From the services' bus to the GUI thread: every event arrives queued, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from deskeditor.domain.events import Bus

Event = TypeVar("Event")


class Bridge(QObject):
    """Listens on the bus from any thread and calls listeners in the GUI thread."""

    _heard = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        """Nothing is listened to before somebody asks for a kind of event."""
        super().__init__(parent)
        self._bus = bus
        self._listeners: dict[type[Any], list[Callable[[Any], None]]] = defaultdict(list)
        self._leave: list[Callable[[], None]] = []
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def on(self, kind: type[Event], listener: Callable[[Event], None]) -> None:
        """Call `listener` in the GUI thread for each event of `kind` from now on."""
        if kind not in self._listeners:
            self._leave.append(self._bus.subscribe(kind, self._heard.emit))
        self._listeners[kind].append(listener)

    def close(self) -> None:
        """Stop listening; what is still queued is dropped."""
        for leave in self._leave:
            leave()
        self._leave.clear()
        self._listeners.clear()

    def _tell(self, event: object) -> None:
        for listener in tuple(self._listeners.get(type(event), ())):
            listener(event)
