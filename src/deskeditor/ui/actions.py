"""Every action of the window, once: its words, keys, icon and place in the menus.

Menus, toolbar and command palette are made from this table. The words of an action stand in the
catalogue under `window.action_<id>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from deskeditor.ui.theme.look import Look
from deskeditor.ui.window_menu import WindowMenu

Menu = Literal["file", "edit", "insert", "format", "check", "review", "view", "help"]
MENUS: tuple[Menu, ...] = (
    "file", "edit", "insert", "format", "check", "review", "view", "help",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `needs` says when it can be used: always, with an article, or while writing.

    `sub` names the menu inside the menu it stands in, where there is one.
    """

    id: str
    menu: Menu
    keys: str = ""
    icon: str = ""
    needs: Literal["nothing", "article", "writing"] = "nothing"
    checkable: bool = False
    gap_before: bool = False
    sub: str = ""


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new", "file", "Ctrl+N", "plus"),
    ActionSpec("follow_up", "file", "Ctrl+Alt+A", "forward", "article"),
    ActionSpec("make_template", "file", "", "file", "article"),
    ActionSpec("import", "file", "Ctrl+O", "import"),
    ActionSpec("add_images", "file", "Ctrl+Alt+O", "image"),
    ActionSpec("add_image_folder", "file", "", "camera"),
    ActionSpec("save", "file", "Ctrl+S", "saved", "writing"),
    ActionSpec("export_html", "file", "Ctrl+Shift+H", "export", "article", gap_before=True),
    ActionSpec("export_web", "file", "", "globe", "article"),
    ActionSpec("export_docx", "file", "Ctrl+Shift+W", "export", "article"),
    ActionSpec("export_markdown", "file", "", "export", "article"),
    ActionSpec("export_ninjs", "file", "", "export", "article"),
    ActionSpec("export_text", "file", "", "export", "article"),
    ActionSpec("export_fragment", "file", "", "export", "article"),
    ActionSpec("copy_article", "file", "", "", "article"),
    ActionSpec("export_sheet", "file", "Ctrl+Shift+L", "print", "article"),
    ActionSpec("archive", "file", "", "archive", "article", gap_before=True),
    ActionSpec("trash", "file", "", "trash", "article"),
    ActionSpec("quit", "file", "Ctrl+Q", "close", gap_before=True),
    ActionSpec("undo", "edit", "Ctrl+Z", "undo", "writing"),
    ActionSpec("redo", "edit", "Ctrl+Shift+Z", "redo", "writing"),
    ActionSpec("cut", "edit", "Ctrl+X", "", "writing", gap_before=True),
    ActionSpec("copy", "edit", "Ctrl+C"),
    ActionSpec("paste", "edit", "Ctrl+V", "", "writing"),
    ActionSpec("paste_plain", "edit", "Ctrl+Shift+V", "", "writing"),
    ActionSpec("select_all", "edit", "Ctrl+A"),
    ActionSpec("find", "edit", "Ctrl+F", "search", "article", gap_before=True),
    ActionSpec("replace", "edit", "Ctrl+H", "swap", "writing"),
    ActionSpec("find_next", "edit", "F3", "down", "article"),
    ActionSpec("find_previous", "edit", "Shift+F3", "up", "article"),
    ActionSpec("go_to", "edit", "Ctrl+G", "forward", "article", gap_before=True),
    ActionSpec("outline", "edit", "Ctrl+Shift+O", "list", "article"),
    ActionSpec("palette", "edit", "Ctrl+K", "search", gap_before=True),
    ActionSpec("insert_image", "insert", "Ctrl+Shift+I", "image", "writing"),
    ActionSpec("insert_table", "insert", "", "", "writing"),
    ActionSpec("insert_separator", "insert", "Ctrl+Alt+B", "", "writing"),
    ActionSpec("insert_note", "insert", "Ctrl+Alt+9", "note", "writing"),
    ActionSpec("insert_snippet", "insert", "Ctrl+Shift+P", "", "writing"),
    ActionSpec("insert_tashkeel", "insert", "Ctrl+Alt+V", "", "writing", gap_before=True),
    ActionSpec("insert_rlm", "insert", "Ctrl+Alt+R", "", "writing"),
    ActionSpec("insert_lrm", "insert", "Ctrl+Alt+L", "", "writing"),
    ActionSpec("insert_isolate", "insert", "Ctrl+Alt+I", "isolate", "writing"),
    ActionSpec("insert_zwnj", "insert", "Ctrl+Shift+2", "", "writing", gap_before=True),
    ActionSpec("insert_zwj", "insert", "Ctrl+Shift+1", "", "writing"),
    ActionSpec("insert_nbsp", "insert", "Ctrl+Shift+Space", "", "writing"),
    ActionSpec("insert_lri", "insert", "", "", "writing"),
    ActionSpec("insert_rli", "insert", "", "", "writing"),
    ActionSpec("insert_fsi", "insert", "", "", "writing"),
    ActionSpec("insert_pdi", "insert", "", "", "writing"),
    ActionSpec("strong", "format", "Ctrl+B", "strong", "writing", checkable=True),
    ActionSpec("emphasis", "format", "Ctrl+I", "", "writing", checkable=True),
    ActionSpec("link", "format", "Ctrl+L", "link", "writing"),
    ActionSpec("paragraph", "format", "Ctrl+Alt+0", "paragraph", "writing", gap_before=True),
    ActionSpec("heading", "format", "Ctrl+Alt+2", "heading", "writing"),
    ActionSpec("subheading", "format", "Ctrl+Alt+3", "heading", "writing"),
    ActionSpec("quotation", "format", "Ctrl+Alt+Q", "quote", "writing"),
    ActionSpec("list", "format", "Ctrl+Alt+8", "list", "writing"),
    ActionSpec("numbers", "format", "Ctrl+Alt+7", "list", "writing"),
    ActionSpec("rtl", "format", "Ctrl+Alt+Right", "", "writing", gap_before=True),
    ActionSpec("ltr", "format", "Ctrl+Alt+Left", "", "writing"),
    ActionSpec("own_direction", "format", "", "", "writing"),
    ActionSpec("isolate_all", "format", "", "isolate", "writing"),
    ActionSpec("row_below", "format", "", "", "writing", sub="table"),
    ActionSpec("row_above", "format", "", "", "writing", sub="table"),
    ActionSpec("column_after", "format", "", "", "writing", sub="table"),
    ActionSpec("column_before", "format", "", "", "writing", sub="table"),
    ActionSpec("remove_row", "format", "", "", "writing", sub="table"),
    ActionSpec("remove_column", "format", "", "", "writing", sub="table"),
    ActionSpec("strip_tashkeel", "format", "Ctrl+Alt+T", "", "writing", gap_before=True),
    ActionSpec("strip_tatweel", "format", "Ctrl+Alt+U", "", "writing"),
    ActionSpec("digits_latin", "format", "", "", "writing"),
    ActionSpec("digits_arabic", "format", "", "", "writing"),
    ActionSpec("check_now", "check", "F7", "refresh", "article"),
    ActionSpec("next_finding", "check", "F8", "down", "article"),
    ActionSpec("previous_finding", "check", "Shift+F8", "up", "article"),
    ActionSpec("apply_fix", "check", "Ctrl+.", "tick", "writing"),
    ActionSpec("fix_all", "check", "Ctrl+Shift+.", "", "writing"),
    ActionSpec("dismiss", "check", "Ctrl+Shift+J", "", "article"),
    ActionSpec("keep_word", "check", "Ctrl+Shift+N", "plus", "writing"),
    ActionSpec("names", "check", "", "people", gap_before=True),
    ActionSpec("rules", "check", "", "shield"),
    ActionSpec("next_quote", "check", "F6", "quote", "article", gap_before=True),
    ActionSpec("previous_quote", "check", "Shift+F6", "", "article"),
    ActionSpec("confirm_quote", "check", "F9", "tick", "writing"),
    ActionSpec("confirm_speaker", "check", "F12", "", "writing"),
    ActionSpec("confirm_kind", "check", "Ctrl+F12", "", "writing"),
    ActionSpec("confirm_channel", "check", "Shift+F12", "", "writing"),
    ActionSpec("confirm_cue", "check", "Alt+Shift+F12", "", "writing"),
    ActionSpec("confirm_relay", "check", "Ctrl+Shift+F12", "", "writing"),
    ActionSpec("mend_quote", "check", "F2", "pencil", "writing"),
    ActionSpec("mend_channel", "check", "Shift+F2", "", "writing"),
    ActionSpec("mend_kind", "check", "Ctrl+F2", "", "writing"),
    ActionSpec("mend_cue", "check", "Alt+Shift+F2", "", "writing"),
    ActionSpec("mend_relay", "check", "Ctrl+Shift+F2", "", "writing"),
    ActionSpec("mark_quote", "check", "Ctrl+Shift+Q", "quote", "writing"),
    ActionSpec("attach_evidence", "check", "Ctrl+Shift+E", "plus", "writing"),
    ActionSpec("compare", "check", "Ctrl+E", "swap", "article"),
    ActionSpec("submit", "review", "Ctrl+Return", "send", "writing"),
    ActionSpec("comment", "review", "Ctrl+Alt+M", "comment", "writing", gap_before=True),
    ActionSpec("flag_fact", "review", "Ctrl+Alt+F", "flag", "writing"),
    ActionSpec("check_fact", "review", "Ctrl+Alt+K", "tick", "writing"),
    ActionSpec("suggesting", "review", "Ctrl+Alt+S", "suggest", "writing", checkable=True),
    ActionSpec("accept_change", "review", "Ctrl+Alt+Y", "ok", "writing"),
    ActionSpec("refuse_change", "review", "Ctrl+Alt+N", "close", "writing"),
    ActionSpec("accept_changes", "review", "", "", "writing"),
    ActionSpec("refuse_changes", "review", "", "", "writing"),
    ActionSpec("claim", "review", "Ctrl+Alt+C", "lock", gap_before=True),
    ActionSpec("next_case", "review", "Ctrl+Alt+J", "down"),
    ActionSpec("previous_case", "review", "Ctrl+Alt+Shift+J", "up"),
    ActionSpec("send_now", "review", "F5", "outbox", gap_before=True),
    ActionSpec("panel_checks", "view", "Alt+1", "shield", sub="panels"),
    ActionSpec("panel_quotes", "view", "Alt+2", "quote", sub="panels"),
    ActionSpec("panel_images", "view", "Alt+3", "image", sub="panels"),
    ActionSpec("panel_review", "view", "Alt+4", "list", sub="panels"),
    ActionSpec("panel_history", "view", "Alt+5", "clock", sub="panels"),
    ActionSpec("panel_details", "view", "Alt+6", "file", sub="panels"),
    ActionSpec("place_drafts", "view", "Ctrl+1", "pencil", sub="places"),
    ActionSpec("place_sent", "view", "Ctrl+2", "send", sub="places"),
    ActionSpec("place_desk", "view", "Ctrl+3", "list", sub="places"),
    ActionSpec("place_published", "view", "Ctrl+4", "globe", sub="places"),
    ActionSpec("place_images", "view", "Ctrl+5", "image", sub="places"),
    ActionSpec("images_of_article", "view", "Ctrl+Alt+5", "crop", "article", sub="places"),
    ActionSpec("place_sources", "view", "Ctrl+6", "people", sub="places"),
    ActionSpec("place_trash", "view", "Ctrl+7", "trash", sub="places"),
    ActionSpec("place_library", "view", "Ctrl+8", "search", sub="places"),
    ActionSpec("place_templates", "view", "Ctrl+9", "file", sub="places"),
    ActionSpec("place_archive", "view", "", "archive", sub="places"),
    *(
        ActionSpec(f"folder_{n}", "view", f"Ctrl+Alt+Shift+{n}", "folder", sub="folders")
        for n in range(1, 10)
    ),
    ActionSpec("inspector", "view", "Ctrl+Alt+P", "panel", gap_before=True),
    ActionSpec("invisibles", "view", "Ctrl+Shift+8", "paragraph", "article", checkable=True),
    ActionSpec("focus_mode", "view", "Ctrl+Shift+F", "eye", "article", checkable=True),
    ActionSpec("typewriter", "view", "Ctrl+Shift+Y", "", "article", checkable=True),
    ActionSpec("full_screen", "view", "F11", "", checkable=True),
    ActionSpec("measure_narrow", "view", "", "", checkable=True, sub="reading"),
    ActionSpec("measure_normal", "view", "", "", checkable=True, sub="reading"),
    ActionSpec("measure_wide", "view", "", "", checkable=True, sub="reading"),
    ActionSpec("face_naskh", "view", "", "", checkable=True, gap_before=True, sub="reading"),
    ActionSpec("face_amiri", "view", "", "", checkable=True, sub="reading"),
    ActionSpec("zoom_in", "view", "Ctrl++", ""),
    ActionSpec("zoom_out", "view", "Ctrl+-", ""),
    ActionSpec("zoom_reset", "view", "Ctrl+0", ""),
    ActionSpec("dark", "view", "Ctrl+Alt+D", "moon", checkable=True, gap_before=True),
    ActionSpec("language", "view", "Ctrl+Alt+G", "globe"),
    ActionSpec("shorthand", "edit", "", "pencil", gap_before=True),
    ActionSpec("settings", "view", "Ctrl+,", "gear"),
    ActionSpec("explain", "help", "F1", "help", "article"),
    ActionSpec("shortcuts", "help", "Ctrl+/", "keyboard"),
)
#: Keys the page answers itself, as every editor does.
RESERVED: tuple[str, ...] = (
    "Ctrl+Y", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Backspace", "Ctrl+Del",
)  # fmt: skip
#: What the toolbar shows, from the start of the line; `|` is a hairline, `kinds` the block kinds.
TOOLBAR: tuple[str, ...] = (
    "undo", "redo", "|", "kinds", "strong", "link", "quotation", "insert_image", "flag_fact", "|",
    "comment", "suggesting",
)  # fmt: skip


class Actions(QObject):
    """The window's QActions, by id. Emits `asked(id)` when one is to be done."""

    asked = Signal(str)

    def __init__(self, look: Look, owner: QWidget) -> None:
        """Make every action of the table; their keys work in the whole window `owner`."""
        super().__init__(owner)
        self._words = look.words
        self.all: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(look.words(f"window.action_{spec.id}"), owner)
            action.setObjectName(f"action_{spec.id}")
            action.setCheckable(spec.checkable)
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            if spec.icon:
                action.setIcon(look.icons.icon(spec.icon))
            action.setIconVisibleInMenu(False)
            action.triggered.connect(lambda _checked=False, name=spec.id: self.asked.emit(name))
            owner.addAction(action)
            self.all[spec.id] = action

    def __getitem__(self, name: str) -> QAction:
        """One action."""
        return self.all[name]

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Give the actions these keys, by id; one that is not named keeps its own."""
        for name, sequence in keys.items():
            self.all[name].setShortcut(QKeySequence(sequence))

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into `bar`."""
        for menu in MENUS:
            made = WindowMenu(bar, self._words(f"window.menu_{menu}"))
            bar.addMenu(made)
            inner: dict[str, WindowMenu] = {}
            for spec in (spec for spec in ACTIONS if spec.menu == menu):
                if spec.sub and spec.sub not in inner:
                    inner[spec.sub] = WindowMenu(made, self._words(f"window.submenu_{spec.sub}"))
                    made.addMenu(inner[spec.sub])
                where = inner.get(spec.sub, made)
                if spec.gap_before:
                    where.addSeparator()
                where.addAction(self.all[spec.id])

    def allow(self, *, article: bool, writing: bool) -> None:
        """Switch off what needs an article, or an article that may be written in."""
        for spec in ACTIONS:
            needed = {"nothing": True, "article": article, "writing": writing}[spec.needs]
            self.all[spec.id].setEnabled(needed)
