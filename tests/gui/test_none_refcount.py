"""Qt calls must not eat references to None.

PySide6 6.12.0 on Python 3.11 loses one with each void call, until the process dies with
`none_dealloc`; the upper bound in pyproject.toml holds it off, this test
would see it come back.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 5_000
#: Other threads and caches may hold a few more or fewer; a leak shows in thousands.
SLACK = 200


class Emitter(QObject):
    happened = Signal(object)


def test_none_keeps_its_references_over_thousands_of_qt_calls(qtbot: QtBot) -> None:
    editor = QTextEdit()
    qtbot.addWidget(editor)
    emitter = Emitter()
    heard = 0

    def hear(_value: object) -> None:
        nonlocal heard
        heard += 1

    emitter.happened.connect(hear)
    before = sys.getrefcount(None)
    for turn in range(CALLS):
        editor.setReadOnly(bool(turn % 2))
        emitter.happened.emit(None)
    drift = sys.getrefcount(None) - before

    assert heard == CALLS
    assert abs(drift) < SLACK
