"""Fields with a label above them: a placeholder is never the label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from deskeditor.ui.widgets.labels import label, restyle
from deskeditor.ui.widgets.layouts import column, row


def field(text: str, widget: QWidget, count: QWidget | None = None) -> QVBoxLayout:
    """`widget` under its label; `count` stands at the end of the label's line."""
    name = label(text, "note")
    name.setBuddy(widget)
    widget.setAccessibleName(text)
    for inner in widget.findChildren(QLineEdit):  # of a date, a number, an open list
        inner.setAccessibleName(text)
    top = row(name, "stretch", count) if count is not None else row(name)
    return column(top, widget, gap=4)


def text_area(rows: int, *, rtl: bool) -> QPlainTextEdit:
    """A plain text field of so many lines; Tab leaves it. Direction of the article's language."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(28 * rows + 18)
    set_direction(made, rtl=rtl)
    option = made.document().defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.document().setDefaultTextOption(option)
    return made


def set_direction(widget: QWidget, *, rtl: bool) -> None:
    """Let a field read and begin where the article does, whatever the window's language."""
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    widget.setLayoutDirection(direction)
    if isinstance(widget, QPlainTextEdit):
        option = widget.document().defaultTextOption()
        option.setTextDirection(direction)
        # A plain text field draws right-to-left lines at its left edge unless it is told the edge.
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        widget.document().setDefaultTextOption(option)


def set_problem(widget: QWidget, problem: bool) -> None:
    """Outline a field that is wrong."""
    wanted = "true" if problem else "false"
    if widget.property("problem") != wanted:
        widget.setProperty("problem", wanted)
        restyle(widget)
