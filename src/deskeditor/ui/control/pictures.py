"""Pictures: taking them in by hash, and their pixels for the screen."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMimeData,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from deskeditor.domain.document import Figure, Inline
from deskeditor.domain.errors import BadInput, KnownError
from deskeditor.domain.media import ImageRecord
from deskeditor.ui.control.open_article import OpenArticle
from deskeditor.ui.control.previews import PreviewPictures
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

#: The longest side kept for the screen, in pixels, and how many pictures are kept.
_SIDE, _KEPT = 1440, 48

#: Forms in which a picture comes over the clipboard, the exact ones first.
_ENCODED = ("image/png", "image/webp", "image/tiff", "image/jpeg", "image/gif", "image/bmp")


def _png(image: QImage) -> bytes:
    """Pixels as a PNG file."""
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(raw.data())


class Pictures(QObject):
    """Takes pictures in and hands out their pixels.

    Attributes:
        previews: what readers are shown of them.

    Signals:
        added: a `Figure` ready to be inserted.
        strayed: a picture was kept whose article is not open any more (its `ImageRecord`).
        loaded: pixels of a picture are at hand (its sha256).
    """

    added = Signal(object)
    strayed = Signal(object)
    loaded = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, article: OpenArticle) -> None:
        """Nothing is decoded yet; `article` says for which text a picture was brought."""
        super().__init__()
        self._article = article
        self.previews = PreviewPictures(desk, tasks)
        self._desk = desk
        self._tasks = tasks
        self._pixels: OrderedDict[str, QImage] = OrderedDict()
        self._asked: dict[str, object] = {}

    def add(self, source: Path | bytes, name: str = "") -> None:
        """Keep a picture by hash; then `added` tells the figure to insert."""
        self._bring(lambda: self._desk.images.add(source, name))

    def _bring(self, keep: Callable[[], ImageRecord], *, use: bool = True) -> None:
        """Keep a picture; with `use` for the article that is open now, there and nowhere else."""
        wanted = self._open_id

        def kept(record: ImageRecord) -> None:
            if not use:
                return
            if self._open_id == wanted:
                self.use(record)
            else:
                self.strayed.emit(record)

        self._tasks.run("images", keep, kept)

    @property
    def _open_id(self) -> str:
        article = self._article.article
        return article.id if article is not None else ""

    def paste(self, data: QMimeData, *, keep_only: bool = False) -> None:
        """Keep the picture on the clipboard, as its bytes came; encoded here only from pixels.

        With `keep_only` it goes into no article.

        Nothing is decoded in this thread: a large picture takes seconds.
        """
        for kind in _ENCODED:
            if data.hasFormat(kind):
                raw = bytes(data.data(kind).data())
                self._bring(partial(self._desk.images.add, raw), use=not keep_only)
                return
        from deskeditor.media.opening import MAX_PIXELS

        image = QImage(data.imageData())
        if image.width() * image.height() > MAX_PIXELS:
            said = BadInput("image-too-large", name="", limit=MAX_PIXELS // 10**6)
            self._tasks.known.emit(said)
            return
        images = self._desk.images
        self._bring(lambda: images.add(_png(image), ""), use=not keep_only)

    def pixels(self, media: str) -> QImage | None:
        """The picture, decoded to screen size; None while it is on its way (then `loaded`)."""
        if media in self._pixels:
            self._pixels.move_to_end(media)
            return self._pixels[media]
        if media not in self._asked:
            asked = self._asked[media] = object()
            self._tasks.run(
                "images",
                lambda: self._decode(media),
                lambda made: self._decoded(media, asked, made),
            )
        return None

    def forget(self, media: str) -> None:
        """The picture's hidden parts are others now: decode it again when it is asked for."""
        self._pixels.pop(media, None)
        self._asked.pop(media, None)  # an answer under way may show what is hidden now
        self.previews.forget(media)

    def thumbnail(self, media: str, width: int, height: int) -> QImage | None:
        """The picture cut to fill `width` × `height` pixels, or None while it is on its way."""
        whole = self.pixels(media)
        if whole is None or whole.isNull():
            return None
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        scaled = whole.scaled(width, height, mode, Qt.TransformationMode.SmoothTransformation)
        left, top = (scaled.width() - width) // 2, (scaled.height() - height) // 2
        return scaled.copy(left, top, width, height)

    def _decode(self, media: str) -> QImage:
        """The picture as the desk's own process made it: nothing foreign is decoded here."""
        images = self._desk.images
        record = images.record(media)
        try:
            return QImage() if record is None else QImage.fromData(images.small(record, _SIDE))
        except KnownError:
            return QImage()

    def _decoded(self, media: str, asked: object, image: QImage) -> None:
        if self._asked.get(media) is asked:
            del self._asked[media]
            self._pixels[media] = image
            while len(self._pixels) > _KEPT:
                self._pixels.popitem(last=False)
        elif media in self._asked:
            return
        self.loaded.emit(media)  # where the answer was dropped, whoever waits asks anew

    def use(self, record: ImageRecord) -> None:
        """Make a figure of a picture that is kept; what its file said of it is proposed."""
        figure = Figure(
            id=uuid.uuid4().hex,
            media=record.media,
            caption=Inline(record.caption),
            alt=record.alt,
            credit=record.credit or record.creator,
        )
        self.added.emit(figure)
