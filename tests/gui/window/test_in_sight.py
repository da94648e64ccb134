"""What is folded away is filled when somebody looks, once, with the newest."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.ui.widgets.in_sight import InSight


@pytest.fixture
def stack(qtbot: QtBot) -> QStackedWidget:
    made = QStackedWidget()
    qtbot.addWidget(made)
    for _ in range(2):
        made.addWidget(QWidget())
    with qtbot.waitExposed(made):
        made.show()
    return made


def page(stack: QStackedWidget, number: int) -> QWidget:
    found = stack.widget(number)
    assert found is not None
    return found


def test_what_is_in_sight_is_filled_at_once(stack: QStackedWidget) -> None:
    told: list[str] = []
    InSight(stack).tell(page(stack, 0), lambda: told.append("now"))
    assert told == ["now"]


def test_what_is_folded_away_waits_and_takes_the_newest_once(stack: QStackedWidget) -> None:
    told: list[str] = []
    sight, hidden = InSight(stack), page(stack, 1)
    sight.tell(hidden, lambda: told.append("old"))
    sight.tell(hidden, lambda: told.append("new"))
    sight.again(hidden, lambda: told.append("as it was"))
    assert told == []
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    stack.setCurrentIndex(1)
    assert told == ["new"]


def test_what_is_asked_is_filled_and_what_is_of_no_use_never(stack: QStackedWidget) -> None:
    told: list[str] = []
    sight, hidden = InSight(stack), page(stack, 1)
    sight.tell(hidden, lambda: told.append("asked"))
    sight.fill(hidden)
    assert told == ["asked"]
    sight.tell(hidden, lambda: told.append("never"))
    sight.forget(hidden)
    stack.setCurrentIndex(1)
    assert told == ["asked"]
