"""One thing wrong with an image, as a line: what, and who may set it aside."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from deskeditor.domain.people import Role
from deskeditor.domain.validity import Failure, Grade
from deskeditor.ui.theme.look import Look
from deskeditor.ui.widgets.labels import label, picture
from deskeditor.ui.widgets.layouts import column, row


def failure_line(look: Look, failure: Failure) -> QHBoxLayout:
    """The line; its words take the room that is left."""
    words = look.words
    icon = "error" if failure.grade is Grade.INVALID else "check"
    icon = "ok" if failure.overridden else icon
    said = label(words(f"images.failure_{failure.code}"), wrap=True)
    by = words("images.set_aside" if failure.overridden else _by(failure))
    mark = picture(look.icons.pixmap(icon, icon, 16), 16)
    line = row(mark, column(said, label(by, "note", wrap=True), gap=0))
    line.setStretch(1, 1)
    return line


def _by(failure: Failure) -> str:
    """Who may set a failure aside; of lesser ones, what they ask for."""
    if failure.grade is not Grade.INVALID:
        return "images.by_reason" if failure.grade is Grade.REASON else "images.by_hint"
    if not failure.by:
        return "images.by_nobody"
    return "images.by_chief" if failure.by == {Role.CHIEF} else "images.by_editor"
