"""Permissions and bans with their days: one line each, and a line to add another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from deskeditor.domain.media import Lease
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import icon_button
from deskeditor.ui.widgets.fields import set_problem
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import clear, column, put, row
from deskeditor.ui.wording import isolated, ltr


class LeaseLines(QWidget):
    """Signal `changed()`: the leases are others now."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        """No lease."""
        super().__init__()
        self._look = look
        self.leases: tuple[Lease, ...] = ()
        words = look.words
        self._lines = column(gap=4)
        self._kind = QComboBox()
        self._kind.addItem(words("images.lease_allow"), True)
        self._kind.addItem(words("images.lease_deny"), False)
        self._kind.setAccessibleName(words("images.lease_kind"))
        self._start, self._end, self._note = QLineEdit(), QLineEdit(), QLineEdit()
        for widget, key in (
            (self._start, "lease_from"),
            (self._end, "lease_until"),
            (self._note, "lease_note"),
        ):
            widget.setPlaceholderText(words(f"images.{key}"))
            widget.setAccessibleName(words(f"images.{key}"))
            widget.setMinimumWidth(40)
            widget.returnPressed.connect(self._add)
        add = icon_button(look, "plus", words("images.lease_add"), self._add)
        put(self, column(
            self._lines, row(self._kind, self._start, self._end, gap=6),
            row(self._note, add, gap=6), gap=6,
        ))  # fmt: skip

    def show_leases(self, leases: tuple[Lease, ...]) -> None:
        """The leases of a record."""
        self.leases = leases
        clear(self._lines)
        words, look = self._look.words, self._look
        for place, lease in enumerate(leases):
            icon, tone = ("ok", "ok") if lease.allow else ("block", "error")
            said = words("images.lease_allow" if lease.allow else "images.lease_deny")
            days = " – ".join(
                ltr(f"{day:%d/%m/%Y}") if day else "…" for day in (lease.start, lease.end)
            )
            note = f" · {isolated(lease.note)}" if lease.note else ""
            gone = icon_button(look, "close", words("images.lease_remove"), self._remover(place))
            text = label(f"{said} {days}{note}", wrap=True)
            line = row(picture(look.icons.pixmap(icon, tone, 16), 16), text, gone, gap=6)
            line.setStretch(1, 1)
            self._lines.addLayout(line)

    def _remover(self, place: int) -> Callable[[], None]:
        def remove() -> None:
            self._take((*self.leases[:place], *self.leases[place + 1 :]))

        return remove

    def _add(self) -> None:
        days = []
        for widget in (self._start, self._end):
            text = widget.text().strip()
            day = read_day(text)
            set_problem(widget, bool(text) and day is None)
            if text and day is None:
                return
            days.append(day)
        lease = Lease(self._kind.currentData(), days[0], days[1], self._note.text().strip())
        for widget in (self._start, self._end, self._note):
            widget.clear()
        self._take((*self.leases, lease))

    def _take(self, leases: tuple[Lease, ...]) -> None:
        self.show_leases(leases)
        self.changed.emit()


def read_day(text: str) -> date | None:
    """A day written `23/11/2026` or `2026-11-23`; None where it is none."""
    digits = text.translate({0x0660 + n: str(n) for n in range(10)}).strip("\u2066\u2069 ")
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(digits, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
