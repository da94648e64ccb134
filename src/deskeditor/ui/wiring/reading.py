"""Ways of looking: focus, typewriter, full screen; and going to a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt

from deskeditor.domain.document import Heading, Role, Slot
from deskeditor.domain.findings import Anchor, Finding
from deskeditor.ui.dialogs.palette import Command
from deskeditor.ui.editor.reading import Focus, Typewriter
from deskeditor.ui.editor.view import ArticleEditor
from deskeditor.ui.main_window import MainWindow
from deskeditor.ui.page import Page
from deskeditor.ui.wiring.controls import Controls
from deskeditor.ui.wording import isolated

#: Code points of a paragraph shown in a list of places.
_SHOWN = 60


class Reading(QObject):
    """Wires how the page is looked at."""

    def __init__(self, window: MainWindow, controls: Controls, editor: Page) -> None:
        """Everything is connected once, for the life of the window."""
        super().__init__(window)
        self.window, self._do, self._words = window, controls, window.look.words
        self.editor = cast("ArticleEditor", editor)
        self.focus, self.typewriter = Focus(self.editor), Typewriter(self.editor)
        self._maximised = False
        self.handlers: dict[str, Callable[[], object]] = {
            "focus_mode": self._focus,
            "typewriter": lambda: self.typewriter.show(on=self._on("typewriter")),
            "full_screen": self._full_screen,
            "go_to": self.go_to,
            "outline": self.outline,
        }

    def _on(self, name: str) -> bool:
        return self.window.actions_table[name].isChecked()

    def _focus(self) -> None:
        """The page alone: rail, toolbar and panels make room, other paragraphs step back."""
        on, window = self._on("focus_mode"), self.window
        self.focus.show(on=on)
        for part in (window.rail, window.toolbar, window.strip, window.inspector):
            part.setVisible(not on)
        if not on:
            window.show_page(window.page)
        self.editor.setFocus()

    def _full_screen(self) -> None:
        window = self.window
        if self._on("full_screen"):
            self._maximised = window.isMaximized()
            window.showFullScreen()
        elif self._maximised:
            window.showMaximized()
        else:
            window.showNormal()

    # Going to a place.

    def _headings(self) -> Iterator[Command]:
        for block in self.editor.document().blocks:
            if isinstance(block, Heading):
                slot = next(s for s in self._slots() if s.address.block == block.id)
                indent = "\u2003" * (block.level - 2)
                yield self._place(indent + isolated(block.text.text[:_SHOWN]), slot, "heading")

    def _slots(self) -> Iterator[Slot]:
        return (slot for slot in self.editor.document().slots() if slot.role is not Role.ALT)

    def _place(self, text: str, slot: Slot, kind: str) -> Command:
        end = len(slot.text)
        return Command(
            text, self._words(f"reading.{kind}"), partial(self._go, Anchor(slot.address, end, end))
        )

    def _go(self, anchor: Anchor) -> None:
        self.window.show_page("write")
        self.editor.go_to(anchor)

    def outline(self) -> None:
        """The headline and the subheads, each a way to its place."""
        headline = next(s for s in self._slots() if s.role is Role.HEADLINE)
        title = headline.text.text or self._words("window.untitled")
        first = self._place(isolated(title), headline, "headline")
        self.window.palette_box.ask([first, *self._headings()])

    def go_to(self) -> None:
        """Paragraphs by number, subheads, findings: a number or a word leads there."""
        side = "\u200f" if self._words.rtl else "\u200e"  # the number stands first either way
        numbered = (
            self._place(f"{number}{side} · {isolated(slot.text.text[:_SHOWN])}", slot, "paragraph")
            for number, slot in enumerate(self._paragraphs(), start=1)
        )
        newest = self._do.checks.newest
        found = newest.report.findings if newest is not None else ()
        findings = (
            Command(
                isolated(f"{one.text} – {self._words.pick(one.message)}"[:90]),
                self._words("reading.finding"),
                partial(self._go_to_finding, one),
            )
            for one in found
        )
        self.window.palette_box.ask([*self._headings(), *numbered, *findings])

    def _paragraphs(self) -> Iterator[Slot]:
        return (slot for slot in self._slots() if slot.role is Role.PARAGRAPH)

    def _go_to_finding(self, finding: Finding) -> None:
        self._go(finding.anchor)
        self.editor.set_current(finding)
        self.window.panels.checks.choose(finding)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
