"""Rows and columns in one line. Sizes are pixels; margins are start, top, end, bottom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

#: Takes what room is left.
STRETCH = "stretch"
Item = QWidget | QLayout | str | int


def _fill(box: QBoxLayout, items: tuple[Item, ...], margins: tuple[int, ...], gap: int) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, int):
            box.addSpacing(item)
        else:
            box.addStretch(1)


def row(
    *items: Item, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """Items beside each other, from the start of the line; a number is a gap."""
    box = QHBoxLayout()
    _fill(box, items, margins, gap)
    return box


def column(
    *items: Item, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """Items under each other."""
    box = QVBoxLayout()
    _fill(box, items, margins, gap)
    return box


def put(host: QWidget, layout: QLayout) -> QWidget:
    """`host` with this layout."""
    host.setLayout(layout)
    return host


def line(*, upright: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("barrier" if upright else "line")
    return made


@contextmanager
def held(host: QWidget) -> Iterator[None]:
    """Parts come and go: laid out once, at the end; Qt would lay all out anew for each of them."""
    layout = host.layout()
    assert layout is not None
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.activate()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go when the event loop comes round."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        else:
            inner = item.layout()
            if inner is not None:
                clear(inner)
            elif isinstance(item, QSpacerItem):
                continue


def keep_height(widget: QWidget) -> QWidget:
    """`widget` no taller than it needs."""
    widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)
    return widget
