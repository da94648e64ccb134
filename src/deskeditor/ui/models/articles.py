"""The lines of a place as a list model, and how one line is drawn."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskeditor.domain.rows import ArticleRow
from deskeditor.ui.models.telling import Told, due_of, findings_of, heard, length_of
from deskeditor.ui.theme.fonts import font
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.chips import STATES
from deskeditor.ui.wording import isolated

Index = QModelIndex | QPersistentModelIndex
#: The role under which a line's `ArticleRow` is found.
ROW = Qt.ItemDataRole.UserRole
_HIGH, _PAD = 66, 16


class ArticleRows(QAbstractListModel):
    """Article lines, newest first."""

    def __init__(self, look: Look) -> None:
        """No lines."""
        super().__init__()
        self._look = look
        self._rows: tuple[ArticleRow, ...] = ()
        self.names: dict[str, str] = {}

    def show_rows(self, rows: tuple[ArticleRow, ...]) -> None:
        """Other lines."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; under `ROW` the line itself; for screen readers all that is shown."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                owner = self.names.get(row.owner, row.owner)
                return heard(row, self._look.words, owner, datetime.now(UTC))
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None


class ArticleLine(QStyledItemDelegate):
    """Draws a line: title in Naskh, under it state, author, length; moment, findings at its end."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Fonts are made once."""
        super().__init__(parent)
        self._look = look
        self.names: dict[str, str] = {}
        language = look.words.language
        self._title = QFont(font("body", language))
        self._title.setPixelSize(17)
        self._title.setBold(True)
        self._note = font("note", language)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(200, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line from the start of the line."""
        row = index.data(ROW)
        if not isinstance(row, ArticleRow):
            return
        tokens = self._look.tokens
        rect: QRect = option.rect
        state = option.state
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.hairline)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PAD, 8, -_PAD, -8)
        self._draw_title(painter, inner, row, rtl=rtl)
        self._draw_under(painter, inner, row, rtl=rtl)
        painter.restore()

    def _draw_title(self, painter: QPainter, inner: QRect, row: ArticleRow, *, rtl: bool) -> None:
        words, tokens = self._look.words, self._look.tokens
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        other = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
        when = words.when(row.updated, datetime.now(UTC))
        painter.setFont(self._note)
        painter.setPen(QColor(tokens.ink2))
        painter.drawText(inner.adjusted(0, 4, 0, 0), int(flags | other), when)
        room = inner.adjusted(110, 0, 0, 0) if rtl else inner.adjusted(0, 0, -110, 0)
        painter.setFont(self._title)
        painter.setPen(QColor(tokens.ink))
        title = row.title or words("window.untitled")
        cut = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags | side), isolated(cut))

    def _draw_under(self, painter: QPainter, inner: QRect, row: ArticleRow, *, rtl: bool) -> None:
        words, tokens = self._look.words, self._look.tokens
        icon, tone, _fill = STATES[row.state]
        ink = "ink2" if tone == "grey" else tone
        size, top = 15, inner.bottom() - 18
        left = inner.right() - size if rtl else inner.left()
        painter.drawPixmap(left, top + 1, self._look.icons.pixmap(icon, ink, size))
        state = words(f"review.state_{row.state}")
        parts = [isolated(self.names.get(row.owner, row.owner))]
        if row.desk:
            parts.append(isolated(row.desk))
        parts += filter(None, [length_of(row, words)])
        painter.setFont(self._note)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        wide = painter.fontMetrics().horizontalAdvance(state) + 10
        line = QRect(inner.left(), top - 2, inner.width(), 22)
        first = line.adjusted(0, 0, -size - 6, 0) if rtl else line.adjusted(size + 6, 0, 0, 0)
        painter.setPen(QColor(getattr(tokens, ink)))
        painter.drawText(first, int(flags | side), state)
        rest = first.adjusted(0, 0, -wide, 0) if rtl else first.adjusted(wide, 0, 0, 0)
        ends = (due_of(row, words, datetime.now(UTC)), findings_of(row, words))
        rest = self._draw_ends(painter, rest, [one for one in ends if one], rtl=rtl)
        painter.setPen(QColor(tokens.ink2))
        said = painter.fontMetrics().elidedText(
            "· " + " · ".join(parts), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, int(flags | side), said if rtl else isolated(said))

    def _draw_ends(self, painter: QPainter, line: QRect, told: list[Told], *, rtl: bool) -> QRect:
        """What stands at the end of the line, each with its icon; answers the room that is left."""
        metrics = painter.fontMetrics()
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for one in told:
            wide = metrics.horizontalAdvance(one.text) + 4
            mark = self._look.icons.pixmap(one.icon, one.tone, 15)
            painter.setPen(QColor(getattr(self._look.tokens, one.tone)))
            middle = line.center().y() - 6
            if rtl:
                text = QRect(line.left(), line.top(), wide, line.height())
                painter.drawText(text, int(flags | Qt.AlignmentFlag.AlignRight), one.text)
                painter.drawPixmap(text.right() + 5, middle, mark)
                line = line.adjusted(wide + 40, 0, 0, 0)
            else:
                text = QRect(line.right() - wide, line.top(), wide, line.height())
                painter.drawText(text, int(flags | Qt.AlignmentFlag.AlignLeft), one.text)
                painter.drawPixmap(text.left() - 20, middle, mark)
                line = line.adjusted(0, 0, -wide - 40, 0)
        return line
