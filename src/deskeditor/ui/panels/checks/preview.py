"""What mending all findings of one kind would change, each to be left out, before it is done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from deskeditor.services.fixing import Preview
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.buttons import button, icon_button
from deskeditor.ui.widgets.cards import Card
from deskeditor.ui.widgets.labels import label
from deskeditor.ui.widgets.layouts import column, put, row
from deskeditor.ui.wording import ltr

#: The tallest the list is before it scrolls, and the height of one of its rows, in pixels.
_TALLEST, _ROW = 330, 54
#: What stands for a space where spaces are all that changes.
_SPACE = "␣"
_CHANGE = Qt.ItemDataRole.UserRole
#: Glyphs that would be read as those around them.
_GLYPHS = frozenset('"“”„«»‹›‘’')


class FixAllCard(Card):
    """The changes as a list with ticks, and one button that makes them.

    Signals: `applied(tuple of Preview)` with those that are still ticked.
    """

    applied = Signal(object)

    def __init__(self, look: Look) -> None:
        """Empty until changes are shown."""
        self._words = look.words
        super().__init__(look.words("panels.fix_all_title"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label("", "title")
        self._rule = label("", "note", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(look.words("panels.fix_all_title"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.apply_button = button("", self._apply, look="filled")
        cancel = button(look.words("panels.cancel"), self.hide, look="flat")
        close = icon_button(look, "close", look.words("window.close_notice"), self.hide)
        put(self, column(
            row(self._title, "stretch", close), self._rule, self.list,
            row(self.apply_button, cancel, "stretch"), margins=(11, 8, 8, 10), gap=6,
        ))  # fmt: skip
        self.set_current(True)

    def show_changes(self, changes: tuple[Preview, ...]) -> None:
        """Show what would change, ticked but for what stands in quotations."""
        self.list.blockSignals(True)
        self.list.clear()
        for change in changes:
            self.list.addItem(self._item(change))
        self.list.blockSignals(False)
        self._rule.setText(self._words.pick(changes[0].finding.message) if changes else "")
        self.list.setFixedHeight(min(_TALLEST, _ROW * len(changes) + 4))
        self._count()
        self.setVisible(bool(changes))
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, change: Preview) -> QListWidgetItem:
        old, new = _visible(change.old), _visible(change.new)
        arrow = "←" if self._words.rtl else "→"
        shown_new = new or self._words("panels.fix_removed")
        around = f"…{change.lead}{change.new}{change.tail}…"
        inside = f" · {self._words('panels.fix_in_quote')}" if change.quoted else ""
        item = QListWidgetItem(f"{_own(old)} {arrow} {_own(shown_new)}{inside}\n{_line(around)}")
        item.setSizeHint(QSize(0, _ROW))
        item.setToolTip(_line(around))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = Qt.CheckState.Unchecked if change.quoted else Qt.CheckState.Checked
        item.setCheckState(ticked)
        item.setData(_CHANGE, change)
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the changes that are ticked, Escape none."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.ticked():
            self._apply()

    def ticked(self) -> tuple[Preview, ...]:
        """The changes that are ticked, in reading order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(
            item.data(_CHANGE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _count(self) -> None:
        left, whole = len(self.ticked()), self.list.count()
        self._title.setText(self._words("panels.fix_all_title"))
        text = self._words("panels.fix_all_apply", ticked=ltr(left), whole=ltr(whole))
        self.apply_button.setText(text)
        self.apply_button.setEnabled(left > 0)

    def _apply(self) -> None:
        left = self.ticked()
        self.hide()
        self.applied.emit(left)


def _visible(words: str) -> str:
    """The words of a change; spaces and controls, where nothing else is there, by a sign."""
    if words.strip():
        alone = not any(map(str.isalnum, words)) and not set(words) & _GLYPHS
        return f"«{_line(words)}»" if alone else _line(words)
    return _SPACE * len(words)


def _own(words: str) -> str:
    """Words in their own direction; marks alone take the window's."""
    return f"\u2068{words}\u2069" if any(map(str.isalpha, words)) else words


def _line(text: str) -> str:
    return " ".join(text.split())
