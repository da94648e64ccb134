"""Images as a list model that grows as one scrolls, and how one tile is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskeditor.domain.media import ImageRecord
from deskeditor.ui.control.gallery import Tile
from deskeditor.ui.theme.fonts import font
from deskeditor.ui.theme.look import Look
from deskeditor.ui.wording import isolated, ltr

Index = QModelIndex | QPersistentModelIndex
TILE = Qt.ItemDataRole.UserRole
#: A tile's picture and the whole of it, in pixels.
WIDE, HIGH = 178, 110
_UNDER, _GAP = 30, 10


class ImageRows(QAbstractListModel):
    """Tiles, newest first. Signal `more_wanted(behind)`: somebody scrolls towards the end."""

    more_wanted = QtSignal(int)

    def __init__(self, look: Look) -> None:
        """No tiles."""
        super().__init__()
        self._look = look
        self._tiles: list[Tile] = []
        self._places: dict[str, int] = {}
        self._next: int | None = None

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles that were read."""
        return tuple(self._tiles)

    def show_first(self, tiles: Iterable[Tile], behind: int | None) -> None:
        """Other tiles from the top."""
        self.beginResetModel()
        self._tiles, self._next = list(tiles), behind
        self._places = {tile.record.media: row for row, tile in enumerate(self._tiles)}
        self.endResetModel()

    def add(self, tiles: Iterable[Tile], behind: int | None) -> None:
        """The next page."""
        new = [tile for tile in tiles if tile.record.media not in self._places]
        self._next = behind
        if not new:
            return
        start = len(self._tiles)
        self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
        self._tiles += new
        self._places |= {tile.record.media: start + row for row, tile in enumerate(new)}
        self.endInsertRows()

    def put_before(self, tiles: Iterable[Tile]) -> None:
        """Images that came in, newest first, above those that are shown."""
        new = [tile for tile in tiles if tile.record.media not in self._places]
        if not new:
            return
        self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
        self._tiles[:0] = new
        self._places = {tile.record.media: row for row, tile in enumerate(self._tiles)}
        self.endInsertRows()

    def replace(self, tiles: Iterable[Tile]) -> None:
        """Tiles whose records changed."""
        for tile in tiles:
            row = self._places.get(tile.record.media)
            if row is not None:
                self._tiles[row] = tile
                self.dataChanged.emit(self.index(row), self.index(row))

    def touch(self, media: str) -> None:
        """A thumbnail came."""
        row = self._places.get(media)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, media: str) -> int:
        """The row of an image; -1 where it was not read."""
        return self._places.get(media, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many tiles were read."""
        return 0 if parent.isValid() else len(self._tiles)

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there is another page."""
        return self._next is not None

    def fetchMore(self, _parent: Index) -> None:
        """Ask for the next page; it comes later."""
        if self._next is not None:
            self.more_wanted.emit(self._next)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; under `TILE` the tile itself; for screen readers name and state."""
        if not index.isValid() or index.row() >= len(self._tiles):
            return None
        tile = self._tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name_of(tile.record, self._look)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name_of(tile.record, self._look)}. {state_of(tile, self._look)[2]}"
            case Qt.ItemDataRole.UserRole:
                return tile
            case _:
                return None


def name_of(record: ImageRecord, look: Look) -> str:
    """What an image is called: its headline, caption, or file."""
    return (
        record.headline or record.caption or record.name or look.words("panels.image_unnamed")
    )  # fmt: skip


def state_of(tile: Tile, look: Look) -> tuple[str, str, str]:
    """Icon, tone and word of an image's state."""
    words = look.words
    standing = [failure for failure in tile.failures if failure.stands]
    if any(not failure.by for failure in standing):
        return "error", "error", words("images.state_stopped")
    if standing:
        return "error", "error", words("images.state_invalid")
    lacking = [failure for failure in tile.failures if not failure.overridden]
    if lacking:
        count = len(lacking)
        return "check", "check", words("images.state_lacking", n=count, count=ltr(count))
    return "ok", "ok", words("images.state_valid")


class ImageTile(QStyledItemDelegate):
    """Draws one tile: the picture, its name, its state; a badge where an article shows it."""

    def __init__(
        self, look: Look, thumbnail: Callable[[ImageRecord], QImage | None], parent: QWidget
    ) -> None:
        """`thumbnail` answers pixels, or None while they are on their way."""
        super().__init__(parent)
        self._look, self._thumbnail = look, thumbnail
        self._font = font("note", look.words.language)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every tile is equally large."""
        return QSize(WIDE + _GAP, HIGH + _UNDER + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one tile."""
        tile = index.data(TILE)
        if not isinstance(tile, Tile):
            return
        tokens, rect = self._look.tokens, QRect(option.rect)
        state = option.state
        box = rect.adjusted(_GAP // 2, _GAP // 2, -_GAP // 2, -_GAP // 2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.fillPath(path, QColor(tokens.surface))
        painter.setClipPath(path)
        top = QRect(box.left(), box.top(), box.width(), HIGH)
        self._draw_picture(painter, top, tile)
        if tile.uses:
            self._draw_badge(painter, top, self._look.words("images.badge_used"))
        self._draw_under(painter, box.adjusted(8, HIGH, -8, 0), tile, option)
        painter.setClipping(False)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = tokens.accent if chosen else tokens.edge if over else tokens.hairline
        painter.setPen(QPen(QColor(edge), 3 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        painter.restore()

    def _draw_picture(self, painter: QPainter, box: QRect, tile: Tile) -> None:
        tokens = self._look.tokens
        image = self._thumbnail(tile.record)
        if image is None or image.isNull():
            painter.fillRect(box, QColor(tokens.hover))
            broken = image is not None
            mark = self._look.icons.pixmap("error" if broken else "image", "ink2", 22)
            painter.drawPixmap(box.center().x() - 11, box.center().y() - 11, mark)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = max(box.width() / image.width(), box.height() / image.height())
        wide, high = round(box.width() / ratio), round(box.height() / ratio)
        left, top = (image.width() - wide) // 2, (image.height() - high) // 2
        painter.drawImage(box, image, QRect(left, top, wide, high))

    def _draw_badge(self, painter: QPainter, box: QRect, text: str) -> None:
        tokens = self._look.tokens
        painter.setFont(self._font)
        wide = painter.fontMetrics().horizontalAdvance(text) + 16
        rtl = self._look.words.rtl
        left = box.right() - wide - 6 if rtl else box.left() + 6
        badge = QRect(left, box.top() + 6, wide, 20)
        path = QPainterPath()
        path.addRoundedRect(badge, 3, 3)
        painter.fillPath(path, QColor(tokens.surface))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_under(
        self, painter: QPainter, line: QRect, tile: Tile, option: QStyleOptionViewItem
    ) -> None:
        look, tokens = self._look, self._look.tokens
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        icon, tone, text = state_of(tile, look)
        painter.setFont(self._font)
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(text)
        middle = line.center().y()
        mark = line.left() + wide + 5 if rtl else line.right() - wide - 20
        painter.drawPixmap(mark, middle - 7, look.icons.pixmap(icon, tone, 15))
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(getattr(tokens, tone)))
        painter.drawText(line, int(absolute | (left if rtl else right)), text)
        room = line.adjusted(wide + 26, 0, 0, 0) if rtl else line.adjusted(0, 0, -wide - 26, 0)
        painter.setPen(QColor(tokens.ink))
        name = " ".join(name_of(tile.record, look).split())
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(absolute | (right if rtl else left)), isolated(cut))
