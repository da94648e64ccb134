"""The kind of a name in its cell: drawn as text, chosen from a list while it is edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from deskeditor.domain.lexicon import NameKind
from deskeditor.ui.wording import Words

Index = QModelIndex | QPersistentModelIndex
#: The kind of a row that is a word marked correct.
WORD = "word"
#: The role under which a cell holds its kind.
KIND = Qt.ItemDataRole.UserRole


class KindDelegate(QStyledItemDelegate):
    """One list for the whole column, made while a cell is edited: a register may hold thousands."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Nothing is made yet."""
        super().__init__(parent)
        self._words = words

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """The list."""
        made = QComboBox(parent)
        for one in (*(kind.value for kind in NameKind), WORD):
            made.addItem(self._words(f"names.kind_{one}"), one)
        made.setAccessibleName(self._words("names.kind"))
        made.activated.connect(lambda _row: self._done(made))
        return made

    def _done(self, made: QComboBox) -> None:
        self.commitData.emit(made)
        self.closeEditor.emit(made)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The cell's kind is chosen."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(KIND)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The cell takes what is chosen."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), KIND)
        model.setData(index, editor.currentText(), Qt.ItemDataRole.DisplayRole)


def kind_cell(kind: str, words: Words) -> QTableWidgetItem:
    """A cell that holds a kind."""
    made = QTableWidgetItem(words(f"names.kind_{kind}"))
    made.setData(KIND, kind)
    return made
