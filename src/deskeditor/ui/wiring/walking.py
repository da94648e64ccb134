"""F8: from finding to finding in the order of the page, from where the caret is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskeditor.domain.findings import Finding
from deskeditor.ui.editor.places import Spot, caret_spots
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow


class FindingWalk(QObject):
    """Steps through the findings of the checks panel."""

    def __init__(self, window: MainWindow, editor: ArticleEditor) -> None:
        """Nothing was stepped to yet."""
        super().__init__(window)
        self.window, self.editor = window, editor
        self._left: Spot | None = None

    def step(self, by: int) -> None:
        """The next finding (1) or the one before (-1).

        Counted from the current one; from the caret, where somebody put it elsewhere since.
        """
        self.window.show_panel("checks")
        panel = self.window.panels.checks
        caret = caret_spots(self.editor.surface)[0]
        if self.window.page == "write" and caret != self._left and not _at(caret, panel.current):
            order = {slot.address: n for n, slot in enumerate(self.editor.document().slots())}
            here = order.get(caret[0], -1), caret[1]
            panel.step_from(
                lambda one: (order.get(one.anchor.address, -1), one.anchor.start) < here, by
            )
        elif by > 0:
            panel.go_next()
        else:
            panel.go_previous()
        # A finding may be about what has no line on the page: the caret stays where it was.
        self._left = caret_spots(self.editor.surface)[0]


def _at(caret: Spot, finding: Finding | None) -> bool:
    if finding is None or finding.anchor.address != caret[0]:
        return False
    return finding.anchor.start <= caret[1] <= finding.anchor.end
