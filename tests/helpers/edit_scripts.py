"""Random edit scripts for the article editor, through its own keys, compositions and commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from deskeditor.domain.document import (
    Block,
    Direction,
    Emphasis,
    Figure,
    Inline,
    Isolate,
    Link,
    Strong,
)
from deskeditor.domain.document.blocks import Crop
from deskeditor.domain.findings import Anchor, Edit
from deskeditor.domain.publication import HouseStyle
from deskeditor.ui.editor.assembling import block_lines
from deskeditor.ui.editor.clipboard import mime_of
from deskeditor.ui.editor.commands import BlockKind
from deskeditor.ui.editor.lines import Kind
from deskeditor.ui.editor.structure import end_of, group_of, start_of
from deskeditor.ui.editor.view import ArticleEditor
from helpers.documents import blocks, inlines

_CTRL = Qt.KeyboardModifier.ControlModifier
_KEYS: dict[str, tuple[Qt.Key, Qt.KeyboardModifier]] = {
    "enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    "soft enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    "backspace": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    "delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    "backspace word": (Qt.Key.Key_Backspace, _CTRL),
    "delete word": (Qt.Key.Key_Delete, _CTRL),
    "tab": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "backtab": (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    "undo": (Qt.Key.Key_Z, _CTRL),
    "redo": (Qt.Key.Key_Y, _CTRL),
}
_KINDS: tuple[BlockKind, ...] = (
    "paragraph",
    "heading",
    "subheading",
    "quotation",
    "bullets",
    "numbers",
    "note",
)
_MARKS = (Strong(), Emphasis(), Isolate(), Link("https://example.org/"))
_MOMENT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
_TYPED = ("ق", "الـ", " ", "😀", "ـٍّ", "2-1", "C++ ", "«نعم»", "a\nb", "\u200f")


@dataclass(frozen=True)
class Step:
    """One act of a writer. `at` and `to` are parts of the page's length, 0…1."""

    act: str
    at: float = 0.0
    to: float = 0.0
    text: str = ""
    number: int = 0
    lines: tuple[Block, ...] = ()
    inline: Inline = field(default_factory=Inline)


_places = st.floats(0, 1, allow_nan=False)
_acts = st.sampled_from(
    (
        *_KEYS,
        "kind",
        "kind",
        "mark",
        "type",
        "type",
        "type",
        "compose",
        "compose-on",
        "kind",
        "mark",
        "separator",
        "table",
        "suggest",
        "settle",
        "reshape",
        "comment",
        "talk",
        "fact",
        "link",
        "direction",
        "refine",
        "alter",
        "alter",
        "drag",
        "whole",
    )
)
_moves = st.builds(Step, st.sampled_from(("place", "place", "select")), _places, _places)
_keyed = st.builds(Step, _acts, _places, _places, st.sampled_from(_TYPED), st.integers(0, 6))
_pasted = st.builds(
    Step, st.just("paste"), lines=st.lists(blocks, min_size=1, max_size=2).map(tuple)
)
_texts = st.builds(
    Step, st.just("paste text"), text=st.sampled_from(("سطر\nسطر ثانٍ", "\ud83d\x00"))
)
_fixes = st.builds(Step, st.just("fix"), _places, _places, st.sampled_from(_TYPED))
_figures = st.builds(Step, st.just("figure"), inline=inlines(breaks=False))
#: Keys and commands come most often; hypothesis would weigh the branches of `one_of` alike.
_WEIGHED = (*[_keyed] * 7, _moves, _moves, _pasted, _texts, _fixes, _figures)
steps = st.integers(0, len(_WEIGHED) - 1).flatmap(lambda roll: _WEIGHED[roll])
scripts = st.lists(steps, min_size=1, max_size=14)
#: Scripts that only propose: nothing is settled, and nobody changes sides.
proposing_scripts = st.lists(
    steps.filter(lambda step: step.act not in ("suggest", "settle", "undo", "redo")),
    min_size=1,
    max_size=10,
)


def press(
    editor: ArticleEditor, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = ""
) -> None:
    """One key pressed and let go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor.surface, QKeyEvent(kind, key, modifiers, text))


def compose(editor: ArticleEditor, *shown: str, committed: str = "") -> None:
    """What an input method sends: each text shown in turn, then one committed, if any."""
    for text in shown:
        QApplication.sendEvent(editor.surface, QInputMethodEvent(text, []))
    if committed:
        event = QInputMethodEvent()
        event.setCommitString(committed)
        QApplication.sendEvent(editor.surface, event)


def select(editor: ArticleEditor, at: float, to: float) -> None:
    """Put the caret at a part of the page's length, with what lies up to another part selected."""
    cursor = editor.surface.textCursor()
    cursor.setPosition(_place(editor, at))
    cursor.setPosition(_place(editor, to), QTextCursor.MoveMode.KeepAnchor)
    editor.surface.setTextCursor(cursor)


def _place(editor: ArticleEditor, part: float) -> int:
    """The position at a part of the page's length; never inside a character of two units."""
    page = editor.surface.page
    place = round(part * (page.characterCount() - 1))
    return place - ("\udc00" <= page.characterAt(place) <= "\udfff")


def _paste(editor: ArticleEditor, step: Step) -> None:
    lines = [line for block in step.lines for line in block_lines(block)]
    editor.surface.paste(mime_of(lines))


def _move(editor: ArticleEditor, step: Step) -> None:
    """Cut what is selected and paste it elsewhere."""
    mime = editor.surface.createMimeDataFromSelection()
    press(editor, *_KEYS["delete"])
    select(editor, step.to, step.to)
    editor.surface.paste(mime)


def _paste_text(editor: ArticleEditor, step: Step) -> None:
    mime = mime_of([])
    mime.clear()
    mime.setText(step.text)
    editor.surface.paste(mime)


def _fix(editor: ArticleEditor, step: Step) -> None:
    slots = list(editor.document().slots())
    slot = slots[min(int(step.at * len(slots)), len(slots) - 1)]
    end = round(step.to * len(slot.text))
    anchor = Anchor(slot.address, end // 2, end)
    assert editor.apply((Edit(anchor, step.text),))


def _reshape(editor: ArticleEditor, step: Step) -> None:
    """A row or a column in or out, in the first table, or a new one."""
    lines = editor.surface.page.projection.lines()
    cells = [n for n, line in enumerate(lines) if line.tag.kind is Kind.CELL]
    if not cells:
        editor.insert_table(2, 2)
        return
    block = editor.surface.page.findBlockByNumber(cells[int(step.at * (len(cells) - 1))])
    editor.surface.setTextCursor(QTextCursor(block))
    acts = (editor.add_row, editor.add_column, editor.remove_row, editor.remove_column)
    acts[step.number % 4]()


def _settle(editor: ArticleEditor, step: Step) -> None:
    """Take or refuse one suggestion or all."""
    found = editor.suggestions()
    if step.number % 3 == 0 or not found:
        (editor.accept_all if step.number % 2 else editor.refuse_all)()
        return
    own = found[min(int(step.at * len(found)), len(found) - 1)].id
    (editor.accept if step.number % 2 else editor.refuse)(own)


def _talk(editor: ArticleEditor, step: Step) -> None:
    """Answer, settle or take up again one of the threads."""
    threads = editor.threads()
    if not threads:
        return
    own = threads[int(step.at * (len(threads) - 1))].id
    if step.number % 3 == 0:
        assert editor.reply(own, "تم التحقق", "hadi", _MOMENT)
    elif step.number % 3 == 1:
        assert editor.resolve(own, "hadi", _MOMENT)
    else:
        assert editor.reopen(own)


def _fact(editor: ArticleEditor, step: Step) -> None:
    """Flag words, or mark them checked; the same again takes the mark off."""
    (editor.check if step.number % 2 else editor.flag)("salma", _MOMENT)


def _direction(editor: ArticleEditor, step: Step) -> None:
    editor.set_direction((None, Direction.LTR, Direction.RTL)[step.number % 3])


def _refine(editor: ArticleEditor, step: Step) -> None:
    """Type quotation marks and points one by one in a house's own typography."""
    editor.set_house(HouseStyle())
    for letter in '"نعم"...'[: step.number + 2]:
        press(editor, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
    editor.set_house(None)


def _figure(editor: ArticleEditor, step: Step) -> None:
    editor.insert_figure(Figure("", "e" * 64, caption=step.inline))


def _alter(editor: ArticleEditor, step: Step) -> None:
    """What the panel beside the page changes of a picture: its words, its crops, its picture."""
    figures = editor.document().figures()
    if not figures:
        return
    old = figures[min(int(step.at * len(figures)), len(figures) - 1)]
    text = step.text.replace("\n", " ")
    crop = Crop("wide", 0.0, 0.25, 1.0, 0.5)
    editor.change_figure(
        (
            replace(old, alt=f"{old.alt}{text}"),
            replace(old, credit=text, caption=Inline(f"{text} قرب الجسر")),
            replace(old, caption=Inline(f"{old.caption.text}{text}")),
            replace(old, crops=(crop,), hero=not old.hero),
            replace(old, media="f" * 64),
        )[step.number % 5]
    )


def _whole(editor: ArticleEditor, step: Step) -> None:
    """Select one block with all its parts, and take it out or type over it."""
    page = editor.surface.page
    first, last = group_of(page.findBlock(_place(editor, step.at)))
    cursor = editor.surface.textCursor()
    cursor.setPosition(start_of(first))
    cursor.setPosition(end_of(last), QTextCursor.MoveMode.KeepAnchor)
    editor.surface.setTextCursor(cursor)
    if step.number % 2:
        press(editor, *_KEYS["delete"])
    else:
        _ACTS["type"](editor, step)


def _drag(editor: ArticleEditor, step: Step) -> None:
    """Drag what is selected to another place of the page."""
    target = QTextCursor(editor.surface.page)
    target.setPosition(_place(editor, step.at))
    mime = editor.surface.createMimeDataFromSelection()
    editor.surface.dragging.dropped(mime, target, own=True, move=step.number % 2 > 0)


_ACTS: dict[str, Callable[[ArticleEditor, Step], object]] = {
    "type": lambda e, s: press(e, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, s.text),
    "compose": lambda e, s: compose(e, s.text, committed=s.text),
    "compose-on": lambda e, _: compose(e, "مر", "مرح", ""),
    "kind": lambda e, s: e.set_block_kind(_KINDS[s.number]),
    "mark": lambda e, s: e.toggle_mark(_MARKS[s.number % len(_MARKS)]),
    "place": lambda e, s: select(e, s.at, s.at),
    "select": lambda e, s: select(e, s.at, s.to),
    "separator": lambda e, _: e.insert_separator(),
    "table": lambda e, _: e.insert_table(2, 2),
    "reshape": _reshape,
    "comment": lambda e, _: e.add_comment("من أين الرقم؟", "salma", _MOMENT),
    "talk": _talk,
    "fact": _fact,
    "link": lambda e, _: e.set_link("https://example.org/بيان", "بيان"),
    "direction": _direction,
    "refine": _refine,
    "alter": _alter,
    "drag": _drag,
    "whole": _whole,
    "suggest": lambda e, s: e.set_suggesting(s.number % 3 > 0, ("", "salma", "hadi")[s.number % 3]),
    "settle": _settle,
    "move": _move,
    "paste": _paste,
    "paste text": _paste_text,
    "fix": _fix,
    "figure": _figure,
}


def play(editor: ArticleEditor, step: Step) -> None:
    """Do one step; every third of the keyed ones on a selection of its own."""
    if step.number >= 4:
        select(editor, step.at, step.to)
    if step.act in _KEYS:
        press(editor, *_KEYS[step.act])
    else:
        _ACTS[step.act](editor, step)
