"""What is typed into the palette is looked for in every text of the desk too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from deskeditor.domain.errors import KnownError
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated

if TYPE_CHECKING:
    from deskeditor.services.archive_search import Answer, Hit

#: Milliseconds of quiet before the texts are searched, the fewest letters, and the most articles.
PAUSE, _LEAST, _MOST = 250, 2, 20


class ArchiveDesk(QObject):
    """Wires the search over everything to the palette."""

    def __init__(
        self, window: MainWindow, controls: Controls, open_article: Callable[[str], object]
    ) -> None:
        """Nothing is read before somebody types."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self._open = open_article
        self._typed = ""
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._ask)
        window.palette_box.typed.connect(self._listen)

    def _listen(self, text: str) -> None:
        self._typed = text.strip()
        self._rest.stop()
        if len(self._typed) >= _LEAST:
            self._rest.start()

    def _ask(self) -> None:
        desk, tasks, typed = self._do.desk, self._do.tasks, self._typed
        zone = self._words.zone

        def work() -> Answer:
            return desk.search.search(
                typed, limit=_MOST, zone=zone, closed=lambda: tasks.closed
            )  # fmt: skip

        tasks.run(
            "archive", work, lambda answer: self._found(typed, answer.hits),
            key="search everything", failed=_unread,
        )  # fmt: skip

    def _found(self, typed: str, hits: tuple[Hit, ...]) -> None:
        if typed == self._typed:
            self.window.palette_box.show_more([self._line(hit) for hit in hits])

    def _line(self, hit: Hit) -> Command:
        title = isolated(hit.found.title or self._words("window.untitled"))
        snippet = " ".join(hit.snippet.text.split())
        text = f"{title} · {isolated(snippet)}" if snippet else title
        return Command(text, "", partial(self._open, hit.found.article))


def _unread(_error: KnownError) -> None:
    """What is typed may be the name of a command and no query: nothing is said."""
