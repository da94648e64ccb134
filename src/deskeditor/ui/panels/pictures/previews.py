"""How a picture and its caption will look: on the web, in print, in a social post.

The pictures are those the exports make. Nothing is cut for good: a preview that has no room says
how many characters it does not show.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from deskeditor.domain.document import Figure
from deskeditor.domain.document.proposals import live
from deskeditor.services.renditions import Outlet
from deskeditor.ui.measure import graphemes
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label, picture, set_tone
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr

#: Graphemes of a caption that a social network shows before it folds the rest.
SOCIAL = 125
_OUTLETS: tuple[tuple[Outlet, str, int], ...] = (
    ("web", "globe", 118), ("print", "print", 112), ("social", "people", 104),
)  # fmt: skip
#: What one outlet shows of a figure; None while it is on its way.
Shows = Callable[[Figure, Outlet], QImage | None]


class _Shown(QWidget):
    """A picture that fills the width it is given, its shape kept."""

    def __init__(self, tallest: int) -> None:
        super().__init__()
        self._image = QImage()
        self._tallest = tallest
        self.setFixedHeight(tallest)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, self._tallest)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all is drawn
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        box = QRectF((self.width() - wide) / 2, 0, wide, high)
        path = QPainterPath()
        path.addRoundedRect(box, 3, 3)
        painter.setClipPath(path)
        painter.drawPixmap(box.toRect(), QPixmap.fromImage(self._image))


class Preview(Card):
    """One place where readers meet the picture."""

    def __init__(self, look: Look, outlet: Outlet, icon: str, tallest: int) -> None:
        """Nothing is shown yet; `tallest` is the picture's height in pixels."""
        name = look.words(f"images.preview_{outlet}")
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look, self._outlet, self._media = look, outlet, ""
        self._shown = _Shown(tallest)
        self.caption = label("", "caption", wrap=True)
        self.note = label("", "note", wrap=True)
        mark = picture(look.icons.pixmap(icon, "ink2", 15), 15)
        put(self, column(
            row(mark, label(name, "title"), "stretch", gap=6), self._shown, self.caption,
            self.note, margins=(10, 8, 10, 8), gap=5,
        ))  # fmt: skip

    def show_figure(self, figure: Figure, image: QImage | None) -> None:
        """The figure as it stands now; while its picture is on its way the one before stays."""
        words = self._look.words
        text = live(figure.caption).text.strip()
        if image is not None:
            self._shown.show_image(image)
        elif figure.media != self._media:
            self._shown.show_image(QImage())
        self._media = figure.media or ""
        over = graphemes(text) - SOCIAL if self._outlet == "social" else 0
        self.caption.setText(f"{text[:SOCIAL].rsplit(' ', 1)[0]}…" if over > 0 else text)
        self.caption.setVisible(bool(text))
        credit = figure.credit.strip()
        if over > 0:
            self.note.setText(words("images.cut_after", n=over, count=ltr(over)))
        elif self._outlet == "social":
            self.note.setText(words("images.fits") if text else "")
        else:
            self.note.setText(credit)
        set_tone(self.note, "check" if over > 0 else "soft")
        self.note.setVisible(bool(self.note.text()))


class Previews(QWidget):
    """Web, print and social, one under another."""

    def __init__(self, look: Look, shows: Shows) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self._shows = shows
        self._figure: Figure | None = None
        self.cards = {one: Preview(look, one, icon, high) for one, icon, high in _OUTLETS}
        put(self, column(*self.cards.values(), gap=8))

    def show_figure(self, figure: Figure) -> None:
        """The figure at each of them."""
        self._figure = figure
        for outlet, card in self.cards.items():
            card.show_figure(figure, self._shows(figure, outlet))

    def refresh(self) -> None:
        """A picture came."""
        if self._figure is not None:
            self.show_figure(self._figure)
