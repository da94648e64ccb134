"""Lines → QTextDocument: writes each line's tag, text and marks, and the geometry of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from deskeditor.domain.document import Direction, Inline
from deskeditor.ui.editor.appearance import Setting, setting
from deskeditor.ui.editor.isolates import guarded
from deskeditor.ui.editor.lines import OBJECT, Kind, Line, Tag, write_tag
from deskeditor.ui.editor.marks import PICTURE, TAG, tag_of

_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value
_MINIMUM = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
#: Qt's line separator stands for a line break inside a paragraph.
LINE_BREAK = "\u2028"


def qt_text(text: str) -> str:
    """Text of a Document as Qt keeps it in one paragraph."""
    return text.replace("\n", LINE_BREAK)


def block_format(tag: Tag) -> QTextBlockFormat:
    """The paragraph format of a line: its tag, its direction and its kind's geometry."""
    level = int(tag.values.get("level", 0)) if tag.extra else 0
    made = QTextBlockFormat(_geometry(setting(tag), tag.kind, level, tag.direction))
    made.setProperty(TAG, write_tag(tag))
    return made


@lru_cache(maxsize=256)
def _geometry(
    how: Setting, kind: Kind, level: int, direction: Direction | None
) -> QTextBlockFormat:
    """The part of a paragraph format that all lines of a kind share; copied, never changed."""
    made = QTextBlockFormat()
    if how.line:
        made.setLineHeight(how.line, _MINIMUM)
    made.setTopMargin(how.above)
    made.setBottomMargin(how.below)
    indent = how.indent + (1 + level if kind is Kind.ITEM else 0)
    if indent:
        made.setIndent(indent)
    if how.inset:
        made.setLeftMargin(how.inset)
        made.setRightMargin(how.inset)
    if kind in (Kind.DATELINE, Kind.SEPARATOR):
        # Qt gives an empty line before a table no room, unless it has a rule: one of no width,
        # of which `painting` takes the dot away.
        made.setProperty(_RULE, QTextLength(QTextLength.Type.FixedLength, 0))
    if direction is not None:
        rtl = direction is Direction.RTL
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
    return made


def set_tag(block: QTextBlock, tag: Tag) -> None:
    """Give a paragraph this tag and the geometry of its kind; nothing where it has it already."""
    if tag_of(block) != tag:
        QTextCursor(block).setBlockFormat(block_format(tag))


def write_text(cursor: QTextCursor, text: Inline) -> None:
    """Insert marked text at the cursor."""
    for run, made in guarded(text):
        cursor.insertText(qt_text(run), made)


def picture_format() -> QTextCharFormat:
    """The format of a picture's character."""
    made = QTextCharFormat()
    made.setObjectType(PICTURE)
    return made


def fill_line(cursor: QTextCursor, line: Line) -> None:
    """Write a line's text into the empty paragraph the cursor stands in."""
    if line.tag.kind is Kind.FIGURE:
        cursor.insertText(OBJECT, picture_format())
    else:
        write_text(cursor, line.text)


def table_format(direction: Direction) -> QTextTableFormat:
    """How tables are drawn: the page's width, hairlines, first column at the start side."""
    made = QTextTableFormat()
    made.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft
        if direction is Direction.RTL
        else Qt.LayoutDirection.LeftToRight
    )
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setCellPadding(6)
    made.setCellSpacing(0)
    made.setTopMargin(8)
    made.setBorderBrush(QColor("#7E8988"))
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    return made


def _write_table(cursor: QTextCursor, cells: Sequence[Line], direction: Direction) -> QTextTable:
    height = 1 + max(line.cell[0] for line in cells if line.cell)
    width = 1 + max(line.cell[1] for line in cells if line.cell)
    table = cursor.insertTable(height, width, table_format(direction))
    for line in cells:
        row, column = line.cell or (0, 0)
        column = width - 1 - column if direction is Direction.RTL else column
        inside = table.cellAt(row, column).firstCursorPosition()
        inside.setBlockFormat(block_format(line.tag))
        fill_line(inside, line)
    return table


def _table_run(line: Line) -> str:
    return line.tag.id if line.tag.kind is Kind.CELL else ""


def write_lines(cursor: QTextCursor, lines: Sequence[Line], direction: Direction) -> None:
    """Write lines as new paragraphs after the one the cursor ends; it must stand at its end.

    The cursor ends at the end of the last line. A table must be followed by its caption line.
    """
    after_table = False
    for table_id, run in groupby(lines, key=_table_run):
        if table_id:
            table = _write_table(cursor, list(run), direction)
            cursor.setPosition(table.lastPosition() + 1)
            after_table = True
            continue
        for line in run:
            if after_table:
                after_table = False
                cursor.setBlockFormat(block_format(line.tag))
                cursor.setBlockCharFormat(QTextCharFormat())
            else:
                cursor.insertBlock(block_format(line.tag), QTextCharFormat())
            fill_line(cursor, line)


def write_page(cursor: QTextCursor, lines: Sequence[Line], direction: Direction) -> None:
    """Write a whole page into an empty document; the first line is a header line."""
    cursor.setBlockFormat(block_format(lines[0].tag))
    cursor.setBlockCharFormat(QTextCharFormat())
    fill_line(cursor, lines[0])
    write_lines(cursor, lines[1:], direction)
