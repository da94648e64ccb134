"""The page's own menu: what mends the finding under the pointer, and what one does with words.

It opens at once; replacements that take the dictionary's time are looked for in its thread and
come into the open menu.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from deskeditor.domain.findings import Category, Finding, FindingClass, Fix
from deskeditor.domain.lexicon import Scope
from deskeditor.services.lexicon import proposals
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.panels.checks.grouping import fixes_of
from deskeditor.ui.window_menu import WindowMenu
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wiring.writing import WritingDesk
from deskeditor.ui.wording import isolated

#: Replacements offered.
_MOST = 6
#: Forms of a word offered to be kept: as it stands, and without what is joined to its front.
_FORMS = 2
#: Actions of the table that the menu ends with; an empty name is a line.
_ALWAYS = ("find", "strong", "link", "insert_isolate", "", "comment", "flag_fact")


class ContextMenu(QObject):
    """Wires the menu of the page one writes on."""

    def __init__(
        self,
        window: MainWindow,
        controls: Controls,
        writing: WritingDesk,
        forget_name: Callable[[str], object],
    ) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._writing = window, controls, writing
        self._words = window.look.words
        self._forget_name = forget_name
        self.editor = cast("ArticleEditor", writing.editor)
        self.menu: QMenu | None = None
        self._finding: Finding | None = None
        self._waiting: QAction | None = None
        self.editor.context_requested.connect(self._asked)
        controls.checks.suggested.connect(self._suggested)

    def _asked(self, at: QPoint, found: object) -> None:
        self.open(at, found if isinstance(found, Finding) else None)

    def open(self, at: QPoint, finding: Finding | None) -> QMenu:
        """Open the menu at a place of the screen."""
        menu = WindowMenu(self.window)
        menu.setAccessibleName(self._words("context.menu"))
        self.menu, self._finding, self._waiting = menu, finding, None
        if finding is not None:
            self.editor.set_current(finding)
            self._add_finding(menu, finding)
        self._add_clipboard(menu)
        menu.addSeparator()
        for name in _ALWAYS:
            if name:
                menu.addAction(self.window.actions_table[name])
            else:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._gone)
        menu.popup(at)
        return menu

    def _gone(self) -> None:
        self.menu = self._finding = self._waiting = None

    def _add_finding(self, menu: QMenu, finding: Finding) -> None:
        writable = self._do.article.writable
        message = menu.addAction(self._words.pick(finding.message)[:90])
        message.setEnabled(False)
        if finding.shape is FindingClass.KNOWN:
            self._add(menu, "forget", lambda: self._forget_name(finding.text))
            menu.addSeparator()
            return
        fixes = fixes_of(finding)
        if writable and fixes:
            for fix in fixes[:_MOST]:
                menu.addAction(self._fix_action(menu, finding, fix))
        elif writable and finding.text:
            self._waiting = menu.addAction(self._words("context.looking"))
            self._waiting.setEnabled(False)
            self._do.checks.ask_suggestions(finding)
        menu.addSeparator()
        if writable:
            self._add_words(menu, finding)
        if self._do.article.editable:
            self._add(menu, "dismiss", lambda: self._ask_why(finding))
        self._add(menu, "explain", lambda: self._writing.explain(finding.rule))
        menu.addSeparator()

    def _ask_why(self, finding: Finding) -> None:
        self.window.show_panel("checks")
        self.window.panels.checks.ask_why(finding)

    def _add(self, menu: QMenu, key: str, act: Callable[[], object], **values: object) -> QAction:
        action = menu.addAction(self._words(f"context.{key}", **values))
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _fix_action(self, menu: QMenu, finding: Finding, fix: Fix) -> QAction:
        action = QAction(self._words.pick(fix.label), menu)
        action.triggered.connect(lambda _checked=False: self._writing.apply_fix(finding, fix))
        return action

    def _add_words(self, menu: QMenu, finding: Finding) -> None:
        if finding.category is not Category.SPELLING or not finding.text:
            return
        for form in proposals(finding.text)[:_FORMS]:
            for scope, key in ((Scope.MINE, "add_mine"), (Scope.PUBLICATION, "add_publication")):
                self._add(menu, key, self._keep(form, scope), word=isolated(form))

    def _keep(self, word: str, scope: Scope) -> Callable[[], None]:
        def act() -> None:
            article, book = self._do.article.article, self._do.desk.lexicon
            paper = article.details.publication if article is not None else ""
            self._do.tasks.run(
                "store",
                lambda: book.add_word(word, scope, paper),
                lambda _kept: self._do.checks.run(),
            )

        return act

    def _suggested(self, finding: Finding, words: tuple[str, ...]) -> None:
        """Replacements came: they take the place of the line that waited for them."""
        menu, waiting = self.menu, self._waiting
        if menu is None or waiting is None or finding != self._finding:
            return
        from dataclasses import replace

        fixes = fixes_of(replace(finding, suggestions=words))
        for fix in fixes[:_MOST]:
            menu.insertAction(waiting, self._fix_action(menu, finding, fix))
        if fixes:
            menu.removeAction(waiting)
        else:
            waiting.setText(self._words("context.none"))
        self._waiting = None

    def _add_clipboard(self, menu: QMenu) -> None:
        editor, writable = self.editor, self._do.article.writable
        chosen = editor.surface.textCursor().hasSelection()
        for key, act, on in (
            ("cut", editor.cut, chosen and writable),
            ("copy", editor.copy, chosen),
            ("paste", editor.paste, writable and editor.surface.canPaste()),
            ("paste_plain", editor.paste_plain, writable and editor.surface.canPaste()),
            ("select_all", editor.select_all, True),
        ):
            action = menu.addAction(self._words(f"window.action_{key}"))
            action.triggered.connect(lambda _checked=False, act=act: act())
            action.setEnabled(on)
