"""What keys mean on the page, apart from movement."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from deskeditor.domain.document import Direction
from deskeditor.ui.editor import tables
from deskeditor.ui.editor.lines import HEADER_KINDS, Kind
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.writer import Writer


class Surface(Protocol):
    """What a key's command needs of the surface it was pressed on."""

    writer: Writer

    def change(self, act: Callable[[QTextCursor], None]) -> None:
        """Let `act` change the page at the caret."""

    def touch(self, act: Callable[[QTextCursor], None]) -> None:
        """The same, where `act` puts in or takes out a letter."""

    def structural(self, act: Callable[[QTextCursor], int | None]) -> None:
        """The same, where `act` may change what lines are."""

    def undo_step(self, *, forward: bool = False) -> None:
        """Undo or redo."""

    def cut(self) -> None:
        """Cut."""

    def paste(self, source: QMimeData | None = None, *, plain: bool = False) -> None:
        """Paste."""

    def textCursor(self) -> QTextCursor:
        """The caret, to move."""

    def setTextCursor(self, cursor: QTextCursor) -> None:
        """Take the caret back."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The focus goes on."""


#: X11 scan codes of the left and right Shift keys: X11 never sends Key_Direction_L and _R.
LEFT_SHIFT, RIGHT_SHIFT = 50, 62
#: What ends a word.
ENDS = frozenset(' \u00a0\t\n.,:;!?،؛؟…)]»”"')
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = (Qt.KeyboardModifier.NoModifier, _SHIFT)


class Command(Enum):
    """What a key asks for."""

    UNDO = auto()
    REDO = auto()
    CUT = auto()
    PASTE = auto()
    PASTE_PLAIN = auto()
    ENTER = auto()
    LINE_BREAK = auto()
    BACKSPACE = auto()
    BACKSPACE_WORD = auto()
    DELETE = auto()
    DELETE_WORD = auto()
    DELETE_LINE_END = auto()
    TAB = auto()
    BACKTAB = auto()


_STANDARD: tuple[tuple[QKeySequence.StandardKey, Command], ...] = (
    (QKeySequence.StandardKey.Undo, Command.UNDO),
    (QKeySequence.StandardKey.Redo, Command.REDO),
    (QKeySequence.StandardKey.Cut, Command.CUT),
    (QKeySequence.StandardKey.Paste, Command.PASTE),
    (QKeySequence.StandardKey.DeleteStartOfWord, Command.BACKSPACE_WORD),
    (QKeySequence.StandardKey.DeleteEndOfWord, Command.DELETE_WORD),
    (QKeySequence.StandardKey.DeleteEndOfLine, Command.DELETE_LINE_END),
    (QKeySequence.StandardKey.InsertLineSeparator, Command.LINE_BREAK),
    (QKeySequence.StandardKey.InsertParagraphSeparator, Command.ENTER),
)
_KEYS: Mapping[int, Command] = {
    Qt.Key.Key_Return: Command.ENTER,
    Qt.Key.Key_Enter: Command.ENTER,
    Qt.Key.Key_Backspace: Command.BACKSPACE,
    Qt.Key.Key_Delete: Command.DELETE,
    Qt.Key.Key_Tab: Command.TAB,
    Qt.Key.Key_Backtab: Command.BACKTAB,
}


def command(event: QKeyEvent) -> Command | None:
    """The command of a key press, or None where it is movement or text."""
    if event.key() == Qt.Key.Key_V and event.modifiers() == (_CTRL | _SHIFT):
        return Command.PASTE_PLAIN
    if event.key() == Qt.Key.Key_Y and event.modifiers() == _CTRL:
        return Command.REDO
    for sequence, meant in _STANDARD:
        if event.matches(sequence):
            return meant
    plain = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    if plain == Qt.KeyboardModifier.NoModifier:
        return _KEYS.get(event.key())
    return None


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key press is a letter and nothing else: most are, and need no further look."""
    text = event.text()
    return bool(text) and text.isprintable() and event.modifiers() in _PLAIN


def is_text(event: QKeyEvent) -> bool:
    """Whether a key press types something: printable text, joiners and direction marks too."""
    text = event.text()
    if not text or event.modifiers() & (_CTRL | Qt.KeyboardModifier.MetaModifier):
        return False
    return any(unicodedata.category(character) not in ("Cc", "Cs") for character in text)


class DirectionChord:
    """Ctrl with the left or right Shift, pressed and let go with no other key between."""

    def __init__(self) -> None:
        """No chord begun."""
        self._begun: Direction | None = None

    def pressed(self, event: QKeyEvent) -> None:
        """Note a key press: it begins a chord, or ends one that another key interrupts."""
        key = event.key()
        if key == Qt.Key.Key_Direction_R:
            self._begun = Direction.RTL
        elif key == Qt.Key.Key_Direction_L:
            self._begun = Direction.LTR
        elif key == Qt.Key.Key_Shift and event.modifiers() & _CTRL:
            self._begun = _sides().get(event.nativeScanCode())
        elif key != Qt.Key.Key_Control:
            self._begun = None

    def released(self, event: QKeyEvent) -> Direction | None:
        """The direction a finished chord asks for."""
        chord = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Direction_L,
                 Qt.Key.Key_Direction_R)  # fmt: skip
        if event.type() != QEvent.Type.KeyRelease or event.key() not in chord:
            return None
        begun, self._begun = self._begun, None
        return begun


def _sides() -> Mapping[int, Direction]:
    return {LEFT_SHIFT: Direction.LTR, RIGHT_SHIFT: Direction.RTL}


def _tab(surface: Surface, step: int) -> None:
    """Tab: deeper in a list, on in the header and in a table; elsewhere the next widget."""
    cursor = surface.textCursor()
    block = cursor.block()
    kind = tag_of(block).kind
    if kind is Kind.ITEM:
        surface.structural(lambda at: surface.writer.shift_items(at, step))
    elif kind is Kind.CELL and tables.in_table(cursor):
        _tab_cell(surface, cursor, step)
    elif kind in HEADER_KINDS or kind in (Kind.CAPTION, Kind.CREDIT):
        other = block.next() if step > 0 else block.previous()
        if other.isValid():
            cursor.setPosition(other.position() + other.length() - 1)
            surface.setTextCursor(cursor)
    else:
        surface.focusNextPrevChild(step > 0)


def _tab_cell(surface: Surface, cursor: QTextCursor, step: int) -> None:
    """From cell to cell as one reads; after the last one a new row, where rows can be added."""
    there = tables.next_cell(cursor, step)
    if there is not None:
        cursor.setPosition(there)
        surface.setTextCursor(cursor)
    elif step > 0:
        surface.change(lambda at: surface.writer.reshape(at, tables.add_last_row))


def _delete_line_end(surface: Surface) -> None:
    cursor = surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    surface.writer.delete_selection(cursor)
    surface.setTextCursor(cursor)


RUNNERS: Mapping[Command, Callable[[Surface], None]] = {
    Command.UNDO: lambda s: s.undo_step(),
    Command.REDO: lambda s: s.undo_step(forward=True),
    Command.CUT: lambda s: s.cut(),
    Command.PASTE: lambda s: s.paste(),
    Command.PASTE_PLAIN: lambda s: s.paste(plain=True),
    Command.ENTER: lambda s: s.change(s.writer.enter),
    Command.LINE_BREAK: lambda s: s.change(lambda cursor: s.writer.enter(cursor, soft=True)),
    Command.BACKSPACE: lambda s: s.touch(s.writer.backspace),
    Command.BACKSPACE_WORD: lambda s: s.change(lambda c: s.writer.backspace(c, word=True)),
    Command.DELETE: lambda s: s.touch(s.writer.delete),
    Command.DELETE_WORD: lambda s: s.change(lambda c: s.writer.delete(c, word=True)),
    Command.DELETE_LINE_END: _delete_line_end,
    Command.TAB: lambda s: _tab(s, 1),
    Command.BACKTAB: lambda s: _tab(s, -1),
}
