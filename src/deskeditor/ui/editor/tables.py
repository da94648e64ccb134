"""Rows and columns of a table: put in beside the caret, and taken out.

Called inside the caller's undo step, with the cursor in a cell; each answers where the cursor goes.
Columns are counted as they are read: in a right-to-left table the first stands on the right.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextTable

from deskeditor.ui.editor.lines import Kind, Tag
from deskeditor.ui.editor.marks import tag_of
from deskeditor.ui.editor.rendering import block_format, set_tag
from deskeditor.ui.editor.structure import end_of, group_of, remove_lines

#: A table has at most so many rows, and so many columns.
ROWS_MOST, COLUMNS_MOST = 400, 20


def next_cell(cursor: QTextCursor, step: int) -> int | None:
    """The position of the cell read next (+1) or before (-1); None past the table's ends."""
    table = cursor.currentTable()
    cell, wide = table.cellAt(cursor), table.columns()
    column = wide - 1 - cell.column() if _mirrored(table) else cell.column()
    place = cell.row() * wide + column + step
    if not 0 <= place < table.rows() * wide:
        return None
    row, column = divmod(place, wide)
    other = table.cellAt(row, wide - 1 - column if _mirrored(table) else column)
    return other.lastPosition()


def add_last_row(cursor: QTextCursor) -> int:
    """An empty row at the table's end; the position of its first cell."""
    table = cursor.currentTable()
    if table.rows() >= ROWS_MOST:
        return cursor.position()
    add_row(cursor, below=True)
    column = table.columns() - 1 if _mirrored(table) else 0
    return table.cellAt(table.rows() - 1, column).firstPosition()


def _mirrored(table: QTextTable) -> bool:
    """Whether its columns are written in reverse, so that the first stands on the right."""
    return table.format().layoutDirection() == Qt.LayoutDirection.RightToLeft


def in_table(cursor: QTextCursor) -> bool:
    """Whether the cursor stands in a cell."""
    return tag_of(cursor.block()).kind is Kind.CELL and cursor.currentTable() is not None


def _dress(table: QTextTable, tag: Tag, row: int, column: int) -> None:
    """Make a new cell one of this table's.

    `tag` is read before the cell is put in: a cursor at the end of its cell moves into the new one.
    """
    inside = table.cellAt(row, column).firstCursorPosition()
    inside.setBlockFormat(block_format(tag))
    inside.setBlockCharFormat(QTextCharFormat())


def add_row(cursor: QTextCursor, *, below: bool) -> int:
    """An empty row beside the cursor's."""
    table, tag = cursor.currentTable(), tag_of(cursor.block())
    here = table.cellAt(cursor)
    row, own = here.row() + below, here.column()
    if table.rows() < ROWS_MOST:
        table.insertRows(row, 1)
        for column in range(table.columns()):
            _dress(table, tag, row, column)
        return table.cellAt(row, own).firstPosition()
    return cursor.position()


def add_column(cursor: QTextCursor, *, after: bool) -> int:
    """An empty column beside the cursor's."""
    table, tag = cursor.currentTable(), tag_of(cursor.block())
    here = table.cellAt(cursor)
    own = here.row()
    column = here.column() + (after != _mirrored(table))
    if table.columns() < COLUMNS_MOST:
        table.insertColumns(column, 1)
        for row in range(table.rows()):
            _dress(table, tag, row, column)
        return table.cellAt(own, column).firstPosition()
    return cursor.position()


def remove_row(cursor: QTextCursor) -> int:
    """The cursor's row goes; the last one takes the table with it."""
    table = cursor.currentTable()
    if table.rows() == 1:
        return _remove(cursor)
    row, column = table.cellAt(cursor).row(), table.cellAt(cursor).column()
    _cut(cursor, lambda: table.removeRows(row, 1))
    return table.cellAt(min(row, table.rows() - 1), column).firstPosition()


def remove_column(cursor: QTextCursor) -> int:
    """The cursor's column goes; the last one takes the table with it."""
    table = cursor.currentTable()
    if table.columns() == 1:
        return _remove(cursor)
    row, column = table.cellAt(cursor).row(), table.cellAt(cursor).column()
    _cut(cursor, lambda: table.removeColumns(column, 1))
    return table.cellAt(row, min(column, table.columns() - 1)).firstPosition()


def _cut(cursor: QTextCursor, act: Callable[[], None]) -> None:
    """Let `act` take cells out; with the first one Qt gives its tag to the line before."""
    before = group_of(cursor.block())[0].previous()
    number, kept, page = before.blockNumber(), tag_of(before), cursor.document()
    act()
    set_tag(page.findBlockByNumber(number), kept)


def _remove(cursor: QTextCursor) -> int:
    first, last = group_of(cursor.block())
    at = end_of(first.previous())
    remove_lines(first, last)
    return at
