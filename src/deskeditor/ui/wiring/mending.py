"""A desk that cannot be opened: bring a copy of it back, or save what is whole of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from deskeditor.domain.errors import KnownError
from deskeditor.domain.rescued import Rescued
from deskeditor.services.upkeep import Upkeep
from deskeditor.ui.tasks import Tasks
from deskeditor.ui.wording import Words, isolated

#: What a copy helps against; what a locked, foreign or newer store asks for is something else.
MENDABLE = frozenset(
    {"store-damaged", "store-truncated", "store-empty", "store-not-database", "store-missing"}
)
#: The folder made in the one that a person chooses.
SAVED = "deskeditor-saved"


def taken_at(copy: Path) -> datetime:
    """The moment a copy was made, as its name says it."""
    return datetime.strptime(copy.stem[6:25], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=UTC)


class Mending:
    """Offers what can be done, once a try; `again` opens the desk, `leave` ends the program."""

    def __init__(
        self,
        window: QWidget,
        upkeep: Upkeep,
        tasks: Tasks,
        words: Words,
        *,
        again: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        """Offer nothing yet."""
        self._window, self._upkeep, self._tasks, self._words = window, upkeep, tasks, words
        self._again, self._leave = again, leave
        self._error = KnownError("store-damaged", name="store.db")
        self.box: QMessageBox | None = None

    def offer(self, error: KnownError) -> None:
        """Say what is wrong and what can be done about it."""
        self._error = error
        self._tasks.run("store", self._upkeep.backups, self._show, key="mend", failed=self._failed)

    def _show(self, copies: Sequence[Path]) -> None:
        words = self._words
        box = self._said(
            QMessageBox.Icon.Critical, words("window.cannot_open"), words.error(self._error)
        )
        if copies:
            moment = isolated(f"{taken_at(copies[0]).astimezone():%Y-%m-%d %H:%M}")
            restore = box.addButton(
                words("window.mend_restore", moment=moment), QMessageBox.ButtonRole.AcceptRole
            )
            restore.clicked.connect(lambda: self._restore(copies[0]))
            box.setInformativeText(words("window.mend_aside"))
        rescue = box.addButton(words("window.mend_rescue"), QMessageBox.ButtonRole.ActionRole)
        rescue.clicked.connect(self._ask_where)
        leave = box.addButton(words("window.mend_leave"), QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(self._leave)
        box.setEscapeButton(leave)
        box.open()

    def _restore(self, copy: Path) -> None:
        self._tasks.run(
            "store", lambda: self._upkeep.restore(copy), lambda _aside: self._again(),
            key="mend", failed=self._failed,
        )  # fmt: skip

    def _ask_where(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self._words("window.mend_where"))
        if folder:
            self.save(Path(folder) / SAVED)
        else:
            self.offer(self._error)

    def save(self, out: Path) -> None:
        """Save what is whole to `out`, say what came of it, and offer the rest again."""
        self._tasks.run(
            "store", lambda: self._upkeep.rescue(out), lambda saved: self._saved(out, saved),
            key="mend", failed=self._failed,
        )  # fmt: skip

    def _saved(self, out: Path, saved: Rescued) -> None:
        words = self._words
        said = words(
            "window.mend_saved", articles=saved.saved.get("article", 0), lost=len(saved.lost),
            path=isolated(str(out)),
        )  # fmt: skip
        box = self._said(QMessageBox.Icon.Information, words("window.mend_rescue"), said)
        leave = box.addButton(words("window.mend_leave"), QMessageBox.ButtonRole.RejectRole)
        leave.clicked.connect(self._leave)
        box.open()

    def _said(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        """A box over the window, which stays: a hidden last window would end the program."""
        if self.box is not None:
            self.box.deleteLater()
        # Qt takes the side of the first letter, and the sentence begins with a file's Latin name.
        mark = "\u200f" if self._words.rtl else ""
        self.box = QMessageBox(icon, title, mark + text, parent=self._window)
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        return self.box

    def _failed(self, error: KnownError) -> None:
        """What was tried did not go either: say so in the place of the first fault."""
        self._error = error
        self._show(())
