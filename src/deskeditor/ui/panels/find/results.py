"""What was found in other drafts: by article, each match with the words around it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from deskeditor.services.searching import FoundArticle, Hit
from deskeditor.ui.theme.look import Look
from deskeditor.ui.wording import isolated, ltr

#: Matches shown of one article; the count says how many there are.
_MOST = 40
_ROLE = Qt.ItemDataRole.UserRole


class Results(QTreeWidget):
    """Emits `hit_chosen(article id, Anchor)`; ticked articles are those replaced in."""

    hit_chosen = Signal(str, object)

    def __init__(self, look: Look) -> None:
        """Hidden while there is nothing to show."""
        super().__init__()
        self._words = look.words
        self.setObjectName("findResults")
        self.setAccessibleName(look.words("find.results"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setFixedHeight(220)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemActivated.connect(self._activated)
        self.itemClicked.connect(self._activated)
        self.hide()

    def show_found(
        self, title: str, hits: tuple[Hit, ...], others: tuple[FoundArticle, ...]
    ) -> None:
        """The open article first, under its title, then the others."""
        self.clear()
        if hits:
            self._add(FoundArticle("", title, hits))
        for one in others:
            self._add(one)
        self.setVisible(True)

    def _add(self, found: FoundArticle) -> None:
        title = isolated(found.title or self._words("window.untitled"))
        count = self._words("find.places", n=len(found.hits), count=ltr(len(found.hits)))
        top = QTreeWidgetItem([f"{title} · {count}"])
        top.setData(0, _ROLE, (found.id, found.hits[0].anchor))
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        top.setCheckState(0, Qt.CheckState.Checked)
        self.addTopLevelItem(top)
        for hit in found.hits[:_MOST]:
            text = f"…{hit.before}⟦{hit.text}⟧{hit.after}…".replace("\n", " ")
            line = QTreeWidgetItem([isolated(text)])
            line.setData(0, _ROLE, (found.id, hit.anchor))
            top.addChild(line)
        top.setExpanded(self.topLevelItemCount() <= 3)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the ticked articles; the open one's is empty."""
        tops = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        return tuple(
            str(top.data(0, _ROLE)[0])
            for top in tops
            if top is not None and top.checkState(0) is Qt.CheckState.Checked
        )

    def _activated(self, item: QTreeWidgetItem, _column: int) -> None:
        article, anchor = item.data(0, _ROLE)
        if item.parent() is not None:
            self.hit_chosen.emit(article, anchor)
