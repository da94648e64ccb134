"""The chips over the findings: one for each class with its count, pressed to show it alone."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from deskeditor.domain.findings import Finding, FindingClass
from deskeditor.ui.desk import Report
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, with_icon
from deskeditor.ui.widgets.flow import Flow
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import put
from deskeditor.ui.wording import ltr

_CHIPS = (
    (FindingClass.ERROR, "error", "error"),
    (FindingClass.CHECK, "check", "check"),
    (FindingClass.NAME, "name", "name"),
    (FindingClass.HINT, "hint", "info"),
)


class ClassChips(QWidget):
    """Emits `changed()` when another class is asked for."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """Names without counts: nothing was checked yet."""
        super().__init__()
        self._look = look
        self._chips: dict[FindingClass, QPushButton] = {}
        row = Flow(gap=6)
        for kind, icon, tone in _CHIPS:
            chip = button("", look="chip")
            chip.setCheckable(True)
            with_icon(chip, look, icon, tone)
            chip.clicked.connect(lambda _checked=False: self.changed.emit())
            self._chips[kind] = chip
            row.addWidget(chip)
        self._known = label("", "note", tone="ok")
        row.addWidget(self._known)
        put(self, row)
        self.show_report(None)

    @property
    def wanted(self) -> frozenset[FindingClass]:
        """The classes asked for; none means all."""
        return frozenset(kind for kind, chip in self._chips.items() if chip.isChecked())

    def show_all(self) -> None:
        """Let go of every chip, without telling anybody."""
        for chip in self._chips.values():
            chip.setChecked(False)

    def show_report(self, report: Report | None) -> None:
        """Count what was found; None is «not checked»."""
        counts = Counter(finding.shape for finding in (report.findings if report else ()))
        for kind, chip in self._chips.items():
            count = counts[kind]
            name = self._look.words(f"panels.chip_{kind}")
            chip.setText(name if report is None else f"{name} {ltr(count)}")
            chip.setAccessibleName(f"{name} {count}")
            chip.setEnabled(bool(count) or chip.isChecked())
        known = {one.text for one in report.known} if report else set()
        told = self._look.words("panels.known", n=len(known), count=ltr(len(known)))
        self._known.setText(told if known else "")
        self._known.setVisible(bool(known))


def count_marked(findings: tuple[Finding, ...]) -> int:
    """How many findings are more than hints: the number people work down."""
    return sum(finding.shape is not FindingClass.HINT for finding in findings)
