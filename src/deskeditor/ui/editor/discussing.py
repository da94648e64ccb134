"""What people say to one another in the text: suggestions, comments, facts to be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QTextCursor

from deskeditor.domain.document import (
    CommentMark,
    Document,
    Fact,
    Mark,
    Proposal,
    Suggestion,
    Thread,
    ThreadMessage,
    passages,
    proposals,
)
from deskeditor.domain.document.proposals import suggested
from deskeditor.ui.editor.commands import PageCommands
from deskeditor.ui.editor.marking import runs_between
from deskeditor.ui.editor.resolving import About, settle
from deskeditor.ui.editor.structure import KEEP, end_of, start_of
from deskeditor.ui.editor.wholes import proposed_here


class Discussing(PageCommands):
    """A widget with a `surface`, its commands, and the talk about the text."""

    thread_entered: SignalInstance
    #: Lets changes be told soon.
    told_soon: Callable[[], None]

    def document(self) -> Document:
        """The Document as it stands on the page now."""
        return self.surface.page.projection.document()

    # --- suggestions --------------------------------------------------------------------------

    def set_suggesting(self, on: bool, author: str = "") -> None:
        """Write suggestions in this person's name from now on, or write plainly again."""
        self.surface.suggest(author if on else "")

    def is_suggesting(self) -> bool:
        """Whether what is written now is a suggestion."""
        return bool(self.surface.author)

    def suggestions(self) -> tuple[Proposal, ...]:
        """Every pending suggestion, in reading order."""
        return proposals(self.document())

    def suggestion_here(self) -> str:
        """The id of the suggestion at the caret, or nothing."""
        whole = proposed_here(self.surface.textCursor().block())
        found = [mark.id for mark in self._marks_here() if isinstance(mark, Suggestion)]
        found = found or [mark.id for mark in whole]
        return found[-1] if found else ""

    def accept(self, own: str) -> bool:
        """Take the suggestion of this id as one undo step; False where there is none."""
        return self._settle(lambda mark: mark.id == own, take=True)

    def refuse(self, own: str) -> bool:
        """Refuse the suggestion of this id as one undo step; False where there is none."""
        return self._settle(lambda mark: mark.id == own, take=False)

    def accept_all(self) -> bool:
        """Take every suggestion as one undo step; False where there is none."""
        return self._settle(lambda _: True, take=True)

    def refuse_all(self) -> bool:
        """Refuse every suggestion as one undo step; False where there is none."""
        return self._settle(lambda _: True, take=False)

    def _settle(self, about: About, *, take: bool) -> bool:
        surface, new_id = self.surface, self.new_id
        document = self.document()
        known = [p.mark for p in passages(document, Suggestion)]
        known += [mark for block in document.blocks for mark in suggested(block)]
        if surface.isReadOnly() or not any(isinstance(m, Suggestion) and about(m) for m in known):
            return False
        cursor = surface.textCursor()
        cursor.clearSelection()

        def act() -> None:
            settle(surface.page, about, take=take, new_id=new_id)

        surface.writer.structural(cursor, act)
        surface.setTextCursor(cursor)
        return True

    # --- comments -----------------------------------------------------------------------------

    def threads(self) -> tuple[Thread, ...]:
        """The comment threads of the document, in the order they were begun."""
        return self.surface.page.projection.base.threads

    def set_threads(self, threads: tuple[Thread, ...]) -> None:
        """The comment threads that go with the text; not part of undo."""
        page = self.surface.page
        page.projection.rebase(replace(page.projection.base, threads=threads))
        page.show_talk(page.talk.current)
        self.told_soon()

    def add_comment(self, text: str, author: str, at: datetime | None = None) -> str:
        """Begin a thread on the selected words, or the word at the caret; its id, or nothing."""
        if self.surface.isReadOnly() or not text.strip() or not self._choose_words():
            return ""
        own = self.new_id()
        message = ThreadMessage(author, at or datetime.now(UTC), text.strip())
        self.set_threads((*self.threads(), Thread(own, (message,))))
        self.add_comment_mark(own)
        return own

    def reply(self, thread: str, text: str, author: str, at: datetime | None = None) -> bool:
        """Add a message to a thread; False where there is no such thread or nothing said."""
        message = ThreadMessage(author, at or datetime.now(UTC), text.strip())
        return bool(message.text) and self._change_thread(
            thread, lambda old: replace(old, messages=(*old.messages, message))
        )

    def resolve(self, thread: str, by: str, at: datetime | None = None) -> bool:
        """Settle a thread: its words are marked no more."""
        moment = at or datetime.now(UTC)
        return self._change_thread(
            thread, lambda old: replace(old, resolved_by=by, resolved_at=moment)
        )

    def reopen(self, thread: str) -> bool:
        """Take a settled thread up again."""
        return self._change_thread(
            thread, lambda old: replace(old, resolved_by=None, resolved_at=None)
        )

    def _change_thread(self, own: str, change: Callable[[Thread], Thread]) -> bool:
        threads = self.threads()
        if own not in {thread.id for thread in threads}:
            return False
        self.set_threads(tuple(change(t) if t.id == own else t for t in threads))
        return True

    def enter_thread(self) -> None:
        """Show the thread at the caret as the one being read, and tell it."""
        page = self.surface.page
        found = [m.id for m in self._marks_here() if isinstance(m, CommentMark)]
        now = next((own for own in reversed(found) if own not in page.talk.settled), "")
        if now != page.talk.current:
            page.show_talk(now)
            self.thread_entered.emit(now)

    # --- facts --------------------------------------------------------------------------------

    def flag(self, by: str, at: datetime | None = None) -> bool:
        """Flag the selected words, or the word at the caret, to be checked; again takes it off."""
        return self._fact(Fact("flagged", by, at or datetime.now(UTC)))

    def check(self, by: str, at: datetime | None = None) -> bool:
        """Mark the selected words, or the flagged passage at the caret, checked."""
        return self._fact(Fact("checked", by, at or datetime.now(UTC)))

    def _fact(self, fact: Fact) -> bool:
        if self.surface.isReadOnly():
            return False
        here = [m for m in self._marks_here() if isinstance(m, Fact)]
        same = any(mark.state == fact.state for mark in here)
        if not self.surface.textCursor().hasSelection() and here:
            self._choose_passage(here[0])
        elif not self._choose_words():
            return False
        self.set_fact(None if same else fact)
        cursor = self.surface.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.surface.setTextCursor(cursor)
        return True

    # --- words --------------------------------------------------------------------------------

    def _marks_here(self) -> tuple[Mark, ...]:
        """The marks of the first character selected, or of the one before or after the caret."""
        cursor = self.surface.textCursor()
        block = self.surface.page.findBlock(cursor.selectionStart())
        first = cursor.selectionStart()
        if not cursor.hasSelection() and first > start_of(block):
            first -= 1
        runs = runs_between(block, first, min(first + 2, end_of(block)))
        return runs[0].marks if runs else ()

    def _choose_words(self) -> bool:
        """Select the word at the caret where nothing is selected; whether anything is."""
        cursor = self.surface.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.surface.setTextCursor(cursor)
        return cursor.hasSelection()

    def _choose_passage(self, mark: Mark) -> None:
        """Select the words around the caret that carry a mark."""
        cursor = self.surface.textCursor()
        block = cursor.block()
        runs = runs_between(block, start_of(block), end_of(block))
        carrying = [run for run in runs if mark in run.marks]
        cursor.setPosition(carrying[0].start)
        cursor.setPosition(carrying[-1].end, KEEP)
        self.surface.setTextCursor(cursor)
