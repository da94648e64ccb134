"""Find and replace: the bar asks, a search runs elsewhere, the page shows what it found."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer

from deskeditor.domain.errors import KnownError
from deskeditor.domain.findings import Anchor
from deskeditor.language.searching import Search
from deskeditor.services.searching import edits_for
from deskeditor.ui.control.finding import Finding, Found
from deskeditor.ui.editor.searching import Finder
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated, ltr

#: Milliseconds of quiet after a change of the text before it is searched again.
PAUSE = 200


class FindDesk(QObject):
    """Wires the find bar."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self.editor = cast("ArticleEditor", editor)
        self.finder = Finder(self.editor)
        self.finding = Finding(controls.desk, controls.tasks)
        self.found: Found | None = None
        self._go: tuple[str, Anchor] | None = None
        self._step = 0
        self._changed = QTimer(self, singleShot=True, interval=PAUSE)
        self._changed.timeout.connect(self.ask)
        self.handlers: dict[str, Callable[[], object]] = {
            "find": lambda: self.open(replacing=False),
            "replace": lambda: self.open(replacing=True),
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
        }
        self._wire()

    def _wire(self) -> None:
        bar = self.window.find_bar
        bar.asked.connect(self.ask)
        bar.stepped.connect(self.step)
        bar.replace_asked.connect(self.replace_one)
        bar.replace_all_asked.connect(self.replace_all)
        bar.closed.connect(self._closed)
        bar.results.hit_chosen.connect(self._hit_chosen)
        self.finding.found.connect(self._found)
        self.finding.failed.connect(self._failed)
        self.finding.replaced.connect(self._replaced)
        self.editor.document_changed.connect(lambda _document: self._text_changed())
        self._do.article.opened.connect(lambda _opened: self._opened())

    # Asking.

    def open(self, *, replacing: bool) -> None:
        """Show the bar; a selection within one line is what is looked for."""
        if self.window.page != "write":
            return
        text = self.editor.selected_text()
        short = text if "\n" not in text and len(text) <= 80 else ""
        self.window.find_bar.open(short, replacing=replacing, writable=self._do.article.writable)

    def ask(self) -> None:
        """Search anew for what the bar says."""
        self._changed.stop()
        bar, article = self.window.find_bar, self._do.article.article
        everywhere = bar.everywhere.isChecked()
        if everywhere:
            self.editor.flush()
            self._do.article.save_now()
        self.finding.ask(
            bar.query,
            self.editor.document(),
            besides=article.id if article is not None else "",
            everywhere=everywhere,
        )

    def _text_changed(self) -> None:
        if self.window.find_bar.isVisible():
            self._changed.start()

    def _opened(self) -> None:
        go, self._go = self._go, None
        if self.window.find_bar.isVisible():
            self.ask()
        if go is not None and self._do.article.article is not None:
            article, anchor = go
            if article == self._do.article.article.id:
                self.editor.go_to(anchor, focus=False)

    # Answers.

    def _found(self, found: Found) -> None:
        self.found = found
        self.finder.show(found.document, found.hits)
        bar, article = self.window.find_bar, self._do.article.article
        if found.everywhere and found.places:
            title = article.title if article is not None else ""
            bar.results.show_found(title, found.hits, found.others)
        else:
            bar.results.hide()
        if self._step and self.finder.hits:
            self.finder.choose(self.finder.nearest())
        self._step = 0
        self._count()

    def _count(self) -> None:
        places = self.found.places if self.found is not None else 0
        self.window.find_bar.show_count(self.finder.current, places)

    def _failed(self, error: KnownError) -> None:
        self.found = None
        self.finder.clear()
        self.window.find_bar.results.hide()
        self.window.find_bar.show_problem(self._words.error(error))

    def _closed(self) -> None:
        self.finding.stop()
        self._changed.stop()
        self.finder.clear()
        self.found = None
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """The next match or the one before."""
        if not self.window.find_bar.isVisible():
            self.open(replacing=False)
            return
        self.finder.step(by)
        self._count()

    def _hit_chosen(self, article: str, anchor: Anchor) -> None:
        if article:
            self._go = (article, anchor)
            self._do.article.open(article)
        else:
            self.editor.go_to(anchor, focus=False)

    # Replacing.

    def replace_one(self, template: str) -> None:
        """Replace the current match and go to the next; without one, go to the first."""
        found, at = self.found, self.finder.current
        if found is None or found.document is not self.editor.document() or at < 0:
            self.step(1)
            return
        (edit,) = edits_for(Search(found.query), [self.finder.hits[at]], template)
        if self.editor.apply([edit]):
            end = edit.anchor.start + len(edit.text)
            self.editor.go_to(Anchor(edit.anchor.address, end, end), focus=False)
            self._step = 1
            self.ask()

    def replace_all(self, template: str) -> None:
        """Replace every match: here as one undo step, in ticked drafts a revision each."""
        bar = self.window.find_bar
        chosen = bar.results.chosen() if bar.everywhere.isChecked() else ("",)
        others = tuple(article for article in chosen if article)
        if others:
            label = self._words("find.replace_label", what=isolated(bar.field.text()))
            self.finding.replace_in(bar.query, template, others, label)
        if "" in chosen:
            self._replace_here(template)

    def _replace_here(self, template: str) -> None:
        def done(found: Found) -> None:
            if found.document is not self.editor.document():
                self._replace_here(template)
                return
            edits = edits_for(Search(found.query), found.hits, template)
            if edits and self.editor.apply(edits):
                self._say("replaced", len(edits))
            self.ask()

        self.finding.ask(self.window.find_bar.query, self.editor.document(), done=done)

    def _replaced(self, places: int, _drafts: int) -> None:
        self._say("replaced_elsewhere", places)
        self._do.library.read()
        self.ask()

    def _say(self, key: str, places: int) -> None:
        text = self._words(f"find.{key}", n=places, count=ltr(places))
        self.window.notice.say(text, "ok")
