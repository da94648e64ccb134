"""The filter by article: a list of all that show an image, searched by any words of a title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from deskeditor.ui.theme.look import Look

#: Letters of a title that the closed box asks room for.
_SHOWN = 10


class ArticleBox(QComboBox):
    """Signal `article_chosen(id)`: whose images are to be shown; empty for those of all."""

    article_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """No article is known yet."""
        super().__init__()
        self._look = look
        self._ids: list[str] = [""]
        self._titles = QStringListModel([look.words("images.any_article")], self)
        self.setModel(self._titles)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )  # a long title must not push the other filters out
        self.setMinimumContentsLength(_SHOWN)
        self.setMinimumWidth(60)
        self.setAccessibleName(look.words("images.of_article"))
        completer = QCompleter(self._titles, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        line = self.lineEdit()
        assert isinstance(line, QLineEdit)
        self._line: QLineEdit = line
        self._line.setAccessibleName(look.words("images.of_article"))
        self._line.editingFinished.connect(self._settle)
        self.activated.connect(self._choose)

    @property
    def article(self) -> str:
        """The id of the article that is chosen; empty where none is."""
        return self._ids[self.currentIndex()] if self.currentIndex() >= 0 else ""

    def show_articles(self, articles: Sequence[tuple[str, str]]) -> None:
        """Offer these (id, title); the chosen one stays, where it still shows an image."""
        known = ["", *(key for key, _title in articles)]
        untitled = self._look.words("window.untitled")
        titles = [self._look.words("images.any_article")]
        titles += [" ".join(title.split()) or untitled for _key, title in articles]
        if (known, titles) == (self._ids, self._titles.stringList()):
            return
        chosen = self.article
        self._ids = known
        self._titles.setStringList(titles)
        self.setCurrentIndex(known.index(chosen) if chosen in known else 0)
        self._settle()

    def clear_choice(self) -> None:
        """The images of all articles."""
        self.setCurrentIndex(0)
        self._settle()

    def _choose(self, _row: int) -> None:
        self._settle()
        self.article_chosen.emit(self.article)

    def _settle(self) -> None:
        """Show the beginning of what is chosen; an emptied box is the choice of all."""
        if not self._line.text().strip() and self.currentIndex() > 0:
            self.setCurrentIndex(0)
            self.article_chosen.emit("")
        title = self.itemText(max(0, self.currentIndex()))
        self.setEditText(title)
        self._line.setCursorPosition(0)
        self.setToolTip(title)
