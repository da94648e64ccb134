"""Every rule in the centre: what it is about, its gravity here, how often it fires, its help.

What a house chooses stands in its profile, and is shown here; the page changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
)

from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button
from deskeditor.ui.widgets.help_page import HelpPage
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import isolated, ltr

if TYPE_CHECKING:
    from deskeditor.services.rules import RuleLine
    from deskeditor.services.statistics import Statistics

_COLUMNS = ("rule", "topic", "severity", "found", "set_aside", "per_thousand")
_WIDTHS = (250, 140, 120, 90, 100, 140)
_ID, _VALUE = Qt.ItemDataRole.UserRole, int(Qt.ItemDataRole.UserRole) + 1


class _Cell(QTableWidgetItem):
    """A cell that sorts by what it means, not by how it is written."""

    def __init__(self, text: str, value: float | str) -> None:
        super().__init__(text)
        self.setData(_VALUE, value)
        self.setFlags(self.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return bool(self.data(_VALUE) < other.data(_VALUE))


class RulesPage(QFrame):
    """Signals: `rule_chosen(id)` when another rule is looked at, `clear_asked()`, `closed()`."""

    rule_chosen = Signal(str)
    clear_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        """Empty until rules are shown."""
        super().__init__()
        self.setObjectName("placePage")
        self._words = words = look.words
        self.search = QLineEdit()
        self.search.setPlaceholderText(words("rules.search"))
        self.search.setAccessibleName(words("rules.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setAccessibleName(words("rules.title"))
        self.table.setHorizontalHeaderLabels([words(f"rules.{name}") for name in _COLUMNS])
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(place, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.setTabKeyNavigation(False)
        self.table.currentCellChanged.connect(lambda *_: self._chosen())
        self._counted = label("", "soft", wrap=True)
        self._faults = label("", "soft", tone="error", wrap=True)
        self._help = HelpPage(words("panels.explain"))
        self._help.setFixedHeight(240)
        back = button(words("rules.back"), self.closed.emit)
        anew = button(words("rules.clear"), self.clear_asked.emit, look="flat")
        count = row(self._counted, anew)
        count.setStretch(0, 1)
        put(self, column(
            row(label(words("rules.title"), "place"), "stretch", back),
            label(words("rules.hint"), "soft", wrap=True), count,
            self._faults, self.search, self.table, self._help,
            margins=(16, 14, 16, 16), gap=10,
        ))  # fmt: skip

    def show_rules(
        self, lines: tuple[RuleLine, ...], counted: Statistics, faults: tuple[str, ...]
    ) -> None:
        """Show the rules of a publication with what was counted, the busiest first."""
        words = self._words
        self.table.setSortingEnabled(False)
        self.table.setRowCount(len(lines))
        for at, line in enumerate(lines):
            self._put(at, line)
        self.table.setSortingEnabled(True)
        self.table.sortItems(_COLUMNS.index("per_thousand"), Qt.SortOrder.DescendingOrder)
        told = words("rules.not_counted")
        if counted.texts:
            told = words("rules.counted", texts=ltr(counted.texts), count=ltr(counted.words))
        self._counted.setText(told)
        said = "، ".join(isolated(one) for one in faults)
        self._faults.setText(words("rules.faults", keys=said) if faults else "")
        self._faults.setVisible(bool(faults))
        self.table.setCurrentCell(0, 0)
        self._filter(self.search.text())

    def _put(self, at: int, line: RuleLine) -> None:
        words, whole = self._words, line.count.found + line.count.dismissed
        severity = words(f"rules.severity_{line.severity}")
        if line.severity != line.own:
            severity = words("rules.changed", severity=severity)
        first = _Cell(words.pick(line.title), words.pick(line.title))
        first.setData(_ID, line.id)
        tip = "\n".join([ltr(line.id), *(f"{ltr(k)} = {v}" for k, v in line.parameters.items())])
        first.setToolTip(tip)
        rate = f"{line.per_thousand:.2f}" if line.per_thousand else "0"
        aside = f"{line.set_aside_percent:.0f}%" if whole else "—"
        cells = (
            first,
            _Cell(words(f"rules.topic_{line.topic}"), words(f"rules.topic_{line.topic}")),
            _Cell(severity, line.severity),
            _Cell(ltr(whole), float(whole)),
            _Cell(ltr(aside), line.set_aside_percent),
            _Cell(ltr(rate), line.per_thousand),
        )
        for place, cell in enumerate(cells):
            self.table.setItem(at, place, cell)
        self.table.setRowHeight(at, 32)

    @property
    def current(self) -> str:
        """The id of the rule that is looked at."""
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else ""

    def _chosen(self) -> None:
        if self.current:
            self.rule_chosen.emit(self.current)

    def show_help(self, markdown: str) -> None:
        """The page of the rule that is looked at."""
        self._help.show_markdown(markdown)

    def _filter(self, text: str) -> None:
        wanted = text.strip().lower()
        for at in range(self.table.rowCount()):
            cells = [self.table.item(at, place) for place in range(3)]
            said = [cell.text().lower() for cell in cells if cell is not None]
            said += [str(cells[0].data(_ID))] if cells[0] is not None else []
            self.table.setRowHidden(at, bool(wanted) and not any(wanted in one for one in said))
