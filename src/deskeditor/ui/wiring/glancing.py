"""What was found in the open article is kept beside its line, once the text it was found in is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deskeditor.ui.control.open_article import SaveKind
from deskeditor.ui.wiring.controls import Controls


class Glancing(QObject):
    """Keeps the newest answer of the checks when the text it speaks of is on disk."""

    def __init__(self, controls: Controls, parent: QObject) -> None:
        """Both orders happen: the answer before the save, the save before the answer."""
        super().__init__(parent)
        self._do = controls
        controls.checks.checked.connect(lambda _checked: self._keep())
        controls.article.save_changed.connect(lambda _state: self._keep())

    def _keep(self) -> None:
        article, newest = self._do.article, self._do.checks.newest
        saved = article.save
        if newest is None or saved.kind is not SaveKind.SAVED or saved.at is None:
            return
        if newest.article is not article.article:
            return
        shelving, at, found = self._do.desk.shelving, saved.at, newest.report.findings
        name = newest.article.id
        self._do.tasks.run("store", lambda: shelving.look_over(name, at, found), key="glance")
