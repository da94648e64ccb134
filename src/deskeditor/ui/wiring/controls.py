"""Every control of one window, made together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from deskeditor.ui.bridge import Bridge
from deskeditor.ui.control.courier import Courier
from deskeditor.ui.control.gallery import Gallery
from deskeditor.ui.control.live_checks import LiveChecks
from deskeditor.ui.control.open_article import OpenArticle
from deskeditor.ui.control.pictures import Pictures
from deskeditor.ui.control.quote_room import QuoteRoom
from deskeditor.ui.control.review_room import ReviewRoom
from deskeditor.ui.control.shelves import Library
from deskeditor.ui.control.thumbs import Thumbs
from deskeditor.ui.desk import Desk
from deskeditor.ui.tasks import Tasks
from deskeditor.ui.tidying import Tidying


@dataclass
class Controls:
    """The desk, its threads, and what the window does with them."""

    desk: Desk
    tasks: Tasks
    bridge: Bridge
    article: OpenArticle
    checks: LiveChecks
    library: Library
    review: ReviewRoom
    pictures: Pictures
    courier: Courier
    quotes: QuoteRoom
    gallery: Gallery
    thumbs: Thumbs
    tidying: Tidying
    #: What writes the words that stand in a field and were not written yet.
    last_words: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        """Write what is unsaved, stop listening, wait for the threads, but for no check."""
        for write in self.last_words:
            write()
        self.last_words.clear()
        self.article.save_now()
        self.bridge.close()
        self.desk.checker.interrupt()
        self.tasks.close()
        self.tidying.close()

    def let_go(self) -> None:
        """Delete what was listened to, once closed.

        A connection keeps whom it calls: the controls would keep the window that listens to them,
        and the window its controls, for as long as the program runs.
        """
        for part in vars(self).values():
            if isinstance(part, QObject):
                part.deleteLater()


def make_controls(desk: Desk) -> Controls:
    """Controls for one person at one desk."""
    tasks = Tasks()
    bridge = Bridge(desk.bus)
    article, checks = OpenArticle(desk, tasks, bridge), LiveChecks(desk, tasks)
    return Controls(
        desk, tasks, bridge, article, checks,
        Library(desk, tasks, bridge), ReviewRoom(desk, tasks, bridge),
        Pictures(desk, tasks, article),
        Courier(desk, tasks, bridge), QuoteRoom(desk, tasks, bridge, article, checks),
        Gallery(desk, tasks, bridge), Thumbs(desk, tasks), Tidying(tasks),
    )  # fmt: skip
