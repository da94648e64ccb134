"""Somebody who works from the keyboard alone, and whose keys are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

#: Key presses a minute: of somebody who does not type for a living, and of who writes forty words.
SLOW, DAILY = 180, 240


class Typist:
    """Presses keys on whatever has the keyboard, and counts them."""

    def __init__(self) -> None:
        """No key was pressed."""
        self.presses = 0

    @property
    def widget(self) -> QWidget:
        """Whatever has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, times: int = 1) -> None:
        """One key, so many times."""
        for _ in range(times):
            self.presses += 1
            QTest.keyClick(self.widget, key)

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A key with another held."""
        self.presses += 1
        QTest.keyClick(self.widget, key, modifier)

    def write(self, text: str) -> None:
        """Letters as an Arabic keyboard gives them."""
        for letter in text:
            self.presses += 1
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(self.widget, event)
