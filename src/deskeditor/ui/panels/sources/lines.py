"""The lines of the register as a list model, and how one line is drawn."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskeditor.domain.sources import SourceKind, SourceLine, Terms
from deskeditor.ui.theme.fonts import font
from deskeditor.ui.theme.look import Look
from deskeditor.ui.wording import Words, isolated, ltr

Index = QModelIndex | QPersistentModelIndex
#: The role under which a line's `SourceLine` is found.
LINE = Qt.ItemDataRole.UserRole
_HIGH, _PAD, _ICON, _END = 64, 16, 18, 150
#: Kind of source → icon.
ICONS: dict[SourceKind, str] = {
    SourceKind.AGENCY: "globe",
    SourceKind.OUTLET: "globe",
    SourceKind.DOCUMENT: "file",
    SourceKind.RECORDING: "wave",
    SourceKind.WITNESS: "eye",
    SourceKind.ANONYMOUS: "help",
}
#: Terms → (icon, tone).
TERMS: dict[Terms, tuple[str, str]] = {
    Terms.ON_RECORD: ("tick", "ok"),
    Terms.BACKGROUND: ("hint", "check"),
    Terms.OFF_RECORD: ("lock", "error"),
}


def about(words: Words, line: SourceLine) -> str:
    """What a source is: kind, title, whom it belongs to."""
    parts = [words(f"panels.source_{line.kind}")]
    parts += [
        isolated(part) for part in (line.title, line.entry and line.entry.affiliation) if part
    ]
    return words.listed(parts)


class SourceLines(QAbstractListModel):
    """Lines of the register, the most named first."""

    def __init__(self, look: Look) -> None:
        """No lines."""
        super().__init__()
        self._look = look
        self._lines: tuple[SourceLine, ...] = ()

    def show_lines(self, lines: tuple[SourceLine, ...]) -> None:
        """Other lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """Where the line of a source stands."""
        return next((n for n, line in enumerate(self._lines) if line.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; under `LINE` the line itself; for screen readers all that is shown."""
        if not index.isValid():
            return None
        line, words = self._lines[index.row()], self._look.words
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                terms = words(f"panels.terms_{line.entry.terms}") if line.entry else ""
                return f"{line.name}. {about(words, line)}. {terms}"
            case Qt.ItemDataRole.UserRole:
                return line
            case _:
                return None


class SourceDelegate(QStyledItemDelegate):
    """Draws a line: the name, under it what it is; at the end its articles and its terms."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Fonts are made once."""
        super().__init__(parent)
        self._look = look
        language = look.words.language
        self._name = QFont(font("ui", language))
        self._name.setPixelSize(15)
        self._name.setBold(True)
        self._note = font("note", language)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(200, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line from the start of the line."""
        line = index.data(LINE)
        if not isinstance(line, SourceLine):
            return
        tokens, rect = self._look.tokens, option.rect
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.hairline)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PAD, 8, -_PAD, -8)
        self._draw_source(painter, inner, line, rtl=rtl)
        self._draw_end(painter, inner, line, rtl=rtl)
        painter.restore()

    def _draw_source(self, painter: QPainter, inner: QRect, line: SourceLine, *, rtl: bool) -> None:
        words, tokens = self._look.words, self._look.tokens
        icon = ICONS.get(line.kind, "people")
        left = inner.right() - _ICON if rtl else inner.left()
        painter.drawPixmap(left, inner.top() + 3, self._look.icons.pixmap(icon, "ink2", _ICON))
        gap = _ICON + 10
        room = inner.adjusted(_END, 0, -gap, 0) if rtl else inner.adjusted(gap, 0, -_END, 0)
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half + 2)
        lower = QRect(room.left(), room.top() + half + 1, room.width(), half)
        self._text(painter, upper, line.name, self._name, tokens.ink, start=True, rtl=rtl)
        self._text(painter, lower, about(words, line), self._note, tokens.ink2, start=True, rtl=rtl)

    def _draw_end(self, painter: QPainter, inner: QRect, line: SourceLine, *, rtl: bool) -> None:
        words, tokens = self._look.words, self._look.tokens
        wide = _END - 8
        left = inner.left() if rtl else inner.right() - wide
        half = inner.height() // 2
        upper = QRect(left, inner.top(), wide, half + 2)
        count = words("register.articles", n=line.articles, count=ltr(line.articles))
        self._text(painter, upper, count, self._note, tokens.ink2, start=False, rtl=rtl)
        if line.entry is None:
            return
        icon, tone = TERMS[line.entry.terms]
        said = words(f"panels.terms_{line.entry.terms}")
        lower = QRect(left, inner.top() + half + 1, wide, half)
        self._text(painter, lower, said, self._note, getattr(tokens, tone), start=False, rtl=rtl)
        taken = painter.fontMetrics().horizontalAdvance(said) + 6
        at = lower.left() + taken if rtl else lower.right() - taken - 14
        painter.drawPixmap(at, lower.top() + 4, self._look.icons.pixmap(icon, tone, 14))

    @staticmethod
    def _text(
        painter: QPainter, box: QRect, text: str, face: QFont, ink: str, *, start: bool, rtl: bool
    ) -> None:
        right = start == rtl
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side
        painter.setFont(face)
        painter.setPen(QColor(ink))
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(flags), ("\u200f" if rtl else "\u200e") + cut)
