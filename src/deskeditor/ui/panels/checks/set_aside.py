"""A finding somebody set aside: who, when, why, and the way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from deskeditor.domain.findings import Dismissal, Finding
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, with_isolates


class SetAsideRow(QWidget):
    """Emits `taken_back(Finding)`."""

    taken_back = Signal(object)

    def __init__(
        self,
        look: Look,
        finding: Finding,
        dismissals: tuple[Dismissal, ...],
        people: Mapping[str, str],
    ) -> None:
        """Say what the dismissal that covers `finding` says; `people` are names by login."""
        super().__init__()
        words = look.words
        made = next((one for one in dismissals if one.covers(finding)), None)
        self._back = button(words("panels.take_back"), look="flat")
        self._back.clicked.connect(lambda _checked=False: self.taken_back.emit(finding))
        what = label(with_isolates(words.pick(finding.message)), "note", wrap=True)
        told = [what]
        if made is not None:
            why = isolated(made.why) if made.why else words("panels.no_why")
            by = words(
                "panels.dismissed_by",
                who=isolated(people.get(made.by, made.by)),
                when=words.when(made.at),
            )
            told += [label(why, "soft", wrap=True), label(by, "note", wrap=True)]
        put(self, column(*told, row(self._back, "stretch"), margins=(0, 4, 0, 4), gap=2))

    def minimumSizeHint(self) -> QSize:
        """One line: the height follows from the width it gets, as a wrapped label's does."""
        return QSize(0, self.fontMetrics().height())

    def set_writable(self, writable: bool) -> None:
        """Whether it can be brought back."""
        self._back.setEnabled(writable)
