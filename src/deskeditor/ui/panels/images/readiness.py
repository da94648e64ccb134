"""Whether one picture may be published as it is used here: a line for each thing it needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QWidget

from deskeditor.domain.validity import Failure
from deskeditor.ui.panels.pictures.failures import failure_line
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row

#: What every use needs; that of words is said once, whoever asks for it.
_NEEDED = ("file", "caption", "alt", "credit")
_SAID = frozenset(f"no_{name}" for name in _NEEDED)


class Readiness(QWidget):
    """The lines, ticked or crossed."""

    def __init__(self, look: Look) -> None:
        """Nothing is known."""
        super().__init__()
        self._look = look
        self._lines = column(gap=6)
        put(self, self._lines)

    def show_use(self, faults: Collection[str], failures: Iterable[Failure]) -> None:
        """What the use lacks, and what is wrong with the image itself."""
        clear(self._lines)
        for name in _NEEDED:
            bad = name in faults
            icon = "error" if bad else "ok"
            words = self._look.words(f"panels.image_{name}_{'lacks' if bad else 'there'}")
            mark = picture(self._look.icons.pixmap(icon, icon, 16), 16)
            self._lines.addLayout(row(mark, label(words), "stretch"))
        for failure in failures:
            if failure.code not in _SAID:
                self._lines.addLayout(failure_line(self._look, failure))
