"""F8: from finding to finding in the order of the page, from where the caret is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskeditor.domain.findings import Finding
from deskeditor.ui.control.live_checks import LiveChecks
from deskeditor.ui.editor.places import Spot, caret_spots
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow


def say_none(window: MainWindow, checks: LiveChecks, key: str = "choose_finding") -> None:
    """Say in one sentence why nothing came of a key: no check yet, or the sentence at `key`."""
    said = "first_check" if checks.newest is None else key
    window.notice.say(window.look.words(f"window.{said}"), "info")


class FindingWalk(QObject):
    """Steps through the findings of the checks panel."""

    def __init__(self, window: MainWindow, editor: ArticleEditor, checks: LiveChecks) -> None:
        """Nothing was stepped to yet."""
        super().__init__(window)
        self.window, self.editor, self.checks = window, editor, checks
        self._left: Spot | None = None

    def step(self, by: int) -> None:
        """The next finding (1) or the one before (-1); that there is none is said.

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
        if panel.current is None:
            say_none(self.window, self.checks, "no_finding")
        # A finding may be about what has no line on the page: the caret stays where it was.
        self._left = caret_spots(self.editor.surface)[0]


def _at(caret: Spot, finding: Finding | None) -> bool:
    if finding is None or finding.anchor.address != caret[0]:
        return False
    return finding.anchor.start <= caret[1] <= finding.anchor.end
