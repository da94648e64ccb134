"""A column that is told anew again and again: what says the same stays where it is.

A widget that is made takes a millisecond until it is painted, and each that is taken away moves the
rest; a report changes one card of a hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

W = TypeVar("W", bound=QWidget)


class Rows:
    """The widgets of one column, each under a name that says all that it says."""

    def __init__(self, layout: QVBoxLayout) -> None:
        """Nothing stands in the column."""
        self._layout = layout
        self._shown: dict[Hashable, QWidget] = {}
        self._wanted: dict[Hashable, QWidget] = {}

    @contextmanager
    def anew(self) -> Iterator[None]:
        """Within, `add` says what is to stand; what is not said again goes."""
        self._wanted = {}
        yield
        gone = set(self._shown.values()) - set(self._wanted.values())
        for widget in gone:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, widget in enumerate(self._wanted.values()):
            item = self._layout.itemAt(place)
            if item is None or item.widget() is not widget:
                self._layout.removeWidget(widget)
                self._layout.insertWidget(place, widget)
                widget.show()
        self._shown = self._wanted

    def add(self, name: Hashable, make: Callable[[], W]) -> None:
        """The widget of this name, made where it does not stand yet."""
        widget = self._shown.get(name)
        self._wanted[name] = make() if widget is None else widget
