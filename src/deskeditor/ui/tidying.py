"""Python's own tidying, kept away from whoever types.

A pass over everything that lives takes a window 100 to 500 ms, whichever thread begins it: modules,
wrappers of widgets, statements of the store. So what stands once the window is ready is set apart,
and a pass visits only what came since, in some milliseconds. Before, while the window starts, there
is no pass at all.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

from deskeditor.ui.tasks import Tasks


def put_off() -> None:
    """No pass before a window is ready: the program begins."""
    gc.disable()


class Tidying(QObject):
    """Sets apart what stands when a window has answered everything for the first time."""

    #: Whether a window of this program went before: it is let go before the next is set apart.
    _after_another = False

    def __init__(self, tasks: Tasks) -> None:
        """Waits until `tasks` are quiet."""
        super().__init__()
        self.apart = False
        self._closed = False
        tasks.busy_changed.connect(self._look)

    def _look(self, busy: bool) -> None:
        if busy or self.apart or self._closed:
            return
        self.apart = True
        if Tidying._after_another:
            gc.collect()
        gc.freeze()
        gc.enable()

    def close(self) -> None:
        """The window goes: what was set apart may go with it."""
        self._closed = Tidying._after_another = True
        if self.apart:
            self.apart = False
            gc.unfreeze()
