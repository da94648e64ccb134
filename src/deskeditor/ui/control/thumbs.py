"""Thumbnails for lists of pictures: what was asked last comes first, off the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from deskeditor.domain.errors import KnownError
from deskeditor.domain.media import ImageRecord
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Lane, Tasks

#: Thumbnails kept (about 0.25 MB each), and how many may wait: what was scrolled past is let go.
_KEPT, _WAITING = 200, 120
#: One lane more than processes decode: while one keeps and unpacks its answer, none stands idle.
_LANES: tuple[Lane, ...] = ("thumbs", "thumbs_too", "thumbs_third")


class Thumbs(QObject):
    """Hands out thumbnails. Signal `arrived(media)`: one is at hand now."""

    arrived = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        """Nothing is decoded yet."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._kept: OrderedDict[tuple[str, object], QImage] = OrderedDict()
        self._wanted: OrderedDict[tuple[str, object], ImageRecord] = OrderedDict()
        self._free: list[Lane] = list(_LANES)
        self._busy: set[tuple[str, object]] = set()

    def get(self, record: ImageRecord) -> QImage | None:
        """The thumbnail, null where the picture cannot be read; None while it is on its way."""
        key = (record.media, record.regions)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if key not in self._busy:
            self._wanted[key] = record
            self._wanted.move_to_end(key)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._next()
        return None

    def _next(self) -> None:
        while self._free and self._wanted:
            key, record = self._wanted.popitem()
            lane = self._free.pop()
            self._busy.add(key)
            self._tasks.run(
                lane, partial(self._read, record), partial(self._came, key, lane)
            )  # fmt: skip

    def _read(self, record: ImageRecord) -> QImage:
        try:
            return QImage.fromData(self._desk.images.small(record))
        except KnownError:
            return QImage()

    def _came(self, key: tuple[str, object], lane: Lane, image: QImage) -> None:
        self._free.append(lane)
        self._busy.discard(key)
        self._kept[key] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(key[0])
        self._next()
