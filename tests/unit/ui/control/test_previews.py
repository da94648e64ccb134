"""Pictures under way while their hidden parts change: an older answer is shown to nobody."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from deskeditor.domain.document import Figure
from deskeditor.domain.publication import Export
from deskeditor.ui.control.pictures import Pictures
from deskeditor.ui.control.previews import PreviewPictures
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks

MEDIA = "a" * 64
FIGURE, EXPORT = Figure("f", MEDIA), Export()


class Waiting:
    """Tasks whose answers come when the test says so."""

    def __init__(self) -> None:
        self.under_way: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def run(
        self, _lane: str, work: Callable[[], Any], done: Callable[[Any], None], **_more: object
    ) -> None:
        self.under_way.append((work, done))


class Changing:
    """A desk whose picture is of one colour until it is of another."""

    def __init__(self) -> None:
        self.colour = 0xFFFF0000
        self.images = self

    def preview(self, *_use: object) -> bytes:
        made = QImage(4, 4, QImage.Format.Format_RGB32)
        made.fill(self.colour)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def record(self, _media: str) -> object:
        return self

    small = preview


def test_an_answer_made_before_a_part_was_hidden_is_dropped() -> None:
    tasks, desk, arrived = Waiting(), Changing(), list[str]()
    previews = PreviewPictures(cast("Desk", desk), cast("Tasks", tasks))
    previews.arrived.connect(arrived.append)
    assert previews.get(FIGURE, "web", EXPORT) is None
    ((work, done),) = tasks.under_way
    bare = work()
    desk.colour = 0xFF0000FF
    previews.forget(MEDIA)
    done(bare)
    assert arrived == ["web"]  # whoever waits asks anew
    assert previews.get(FIGURE, "web", EXPORT) is None
    done(bare)  # and the old answer is none to the new question either
    assert previews.get(FIGURE, "web", EXPORT) is None
    work, done = tasks.under_way[1]
    done(work())
    shown = previews.get(FIGURE, "web", EXPORT)
    assert shown is not None
    assert shown.pixelColor(0, 0).blue() == 255


def test_pixels_decoded_before_a_part_was_hidden_are_dropped() -> None:
    tasks, desk, loaded = Waiting(), Changing(), list[str]()
    article = cast("Any", SimpleNamespace(article=None))
    pictures = Pictures(cast("Desk", desk), cast("Tasks", tasks), article)
    pictures.loaded.connect(loaded.append)
    assert pictures.pixels(MEDIA) is None
    ((work, done),) = tasks.under_way
    bare = work()
    desk.colour = 0xFF0000FF
    pictures.forget(MEDIA)
    done(bare)
    assert loaded == [MEDIA]
    assert pictures.pixels(MEDIA) is None
    work, done = tasks.under_way[1]
    done(work())
    shown = pictures.pixels(MEDIA)
    assert shown is not None
    assert shown.pixelColor(0, 0).blue() == 255
