"""What a line of the library says of an article: once for who sees it and for who hears it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from deskeditor.domain.rows import AWAITED, ArticleRow
from deskeditor.ui.wording import Words, isolated, ltr


class Told(NamedTuple):
    """An icon, the tone it is drawn in, and the words beside it."""

    icon: str
    tone: str
    text: str


def due_of(row: ArticleRow, words: Words, now: datetime) -> Told | None:
    """When it must be in; one that is late has another form and other words, not only a colour."""
    if row.due is None:
        return None
    late = row.overdue(now)
    when = words.when(row.due, now)
    text = words("window.overdue" if late else "window.due", when=when)
    return Told("flag", "error", text) if late else Told("clock", "ink2", text)


def findings_of(row: ArticleRow, words: Words) -> Told | None:
    """What the checks found in the newest text, as long as its author may still mend it."""
    if row.state not in AWAITED:
        return None
    found = row.glance
    if found is None:
        return Told("unchecked", "ink2", words("window.glance_none"))
    if found.errors:
        return Told("error", "error", words("window.glance_errors", count=ltr(found.errors)))
    if found.checks:
        return Told("check", "check", words("window.glance_checks", count=ltr(found.checks)))
    return Told("ok", "ok", words("window.glance_ok"))


def length_of(row: ArticleRow, words: Words) -> str:
    """How long it is; against what was asked for where it lacks words."""
    if row.commissioned and row.words < row.commissioned:
        wanted = row.commissioned
        return words("window.length_lacks", n=wanted, count=ltr(row.words), wanted=ltr(wanted))
    return words("window.words", n=row.words, count=ltr(row.words)) if row.words else ""


def heard(row: ArticleRow, words: Words, owner: str, now: datetime) -> str:
    """All that a line shows, for who hears it."""
    parts = [
        row.title or words("window.untitled"), words(f"review.state_{row.state}"), owner,
        row.desk, length_of(row, words),
        *(one.text for one in (findings_of(row, words), due_of(row, words, now)) if one),
    ]  # fmt: skip
    return ". ".join(isolated(part) for part in parts if part)
