"""What readers of each outlet will be shown of a picture, as the exports make it, off the GUI."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from deskeditor.domain.document import Figure
from deskeditor.domain.errors import KnownError
from deskeditor.domain.publication import Export
from deskeditor.services.renditions import Outlet
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

#: Pictures kept: those of some figures, at every outlet.
_KEPT = 36
_Key = tuple[object, ...]


class PreviewPictures(QObject):
    """Hands out previews. Signal `arrived(outlet)`: one is at hand that was on its way."""

    arrived = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        """Nothing is made yet."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._asked: dict[Outlet, _Key] = {}
        self._asks = 0

    def get(self, figure: Figure, outlet: Outlet, export: Export) -> QImage | None:
        """What one outlet shows; None while it is on its way, null where it cannot be made."""
        key = (outlet, figure.media, figure.focal, figure.crops, export)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if self._asked.get(outlet, ())[1:] != key:
            self._asks += 1
            asked = self._asked[outlet] = (self._asks, *key)
            work = partial(self._made, figure, outlet, export)
            self._tasks.run(
                "images", work, partial(self._came, asked, outlet), key=f"preview {outlet}"
            )
        return None

    def _made(self, figure: Figure, outlet: Outlet, export: Export) -> QImage:
        try:
            made = QImage.fromData(self._desk.images.preview(figure, outlet, export))
        except KnownError:
            return QImage()
        if outlet == "print":
            return made.convertToFormat(QImage.Format.Format_Grayscale8)
        return made

    def _came(self, asked: _Key, outlet: Outlet, image: QImage) -> None:
        """Keep an answer nobody has asked anew since: an older one may show what is hidden now."""
        if self._asked.get(outlet) != asked:
            if outlet not in self._asked:
                self.arrived.emit(outlet)  # whoever waits for it asks anew
            return
        del self._asked[outlet]
        self._kept[asked[1:]] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(outlet)

    def forget(self, media: str) -> None:
        """The picture's hidden parts are others now: its previews are made again."""
        for key in [key for key in self._kept if key[1] == media]:
            del self._kept[key]
        for outlet in get_args(Outlet):
            if self._asked.get(outlet, ("", "", ""))[2] == media:
                self._asked.pop(outlet)
