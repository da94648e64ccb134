"""Looks laid over the text at layout time: fonts and colours by kind and by marks.

The overlay lives in each paragraph's layout (`QTextLayout.setFormats`), not in the document: zoom,
theme and a current finding never touch undo. A plain body paragraph without marks needs none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextLayout

from deskeditor.domain.document import (
    CommentMark,
    Emphasis,
    Fact,
    Link,
    Mark,
    QuoteMark,
    Strong,
    Suggestion,
)
from deskeditor.ui.editor.appearance import EditorTheme, Setting, font, setting
from deskeditor.ui.editor.lines import TEXTLESS, Kind
from deskeditor.ui.editor.marks import MARKS, read_marks, tag_of
from deskeditor.ui.editor.projection import cell_of

_PLAIN = Kind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Talk:
    """Which comment threads are settled, and shown no more, and which one is being read."""

    settled: frozenset[str] = frozenset()
    current: str = ""


def _mark_format(made: QTextCharFormat, mark: Mark, theme: EditorTheme, talk: Talk) -> None:
    match mark:
        case CommentMark(id=thread) if thread in talk.settled:
            pass
        case CommentMark(id=thread) if thread == talk.current:
            made.setBackground(_deeper(theme.check_wash, theme.check))
        case Strong():
            made.setFontWeight(QFont.Weight.Bold)
        case Emphasis():
            made.setForeground(QColor(theme.accent))
        case Link():
            made.setForeground(QColor(theme.accent))
            made.setFontUnderline(True)
        case QuoteMark():
            made.setBackground(QColor(theme.accent_wash))
        case CommentMark():
            made.setBackground(QColor(theme.check_wash))
        case Suggestion(kind="insert"):
            made.setBackground(QColor(theme.info_wash))
            made.setForeground(QColor(theme.info))
        case Suggestion():
            made.setBackground(QColor(theme.error_wash))
            made.setForeground(QColor(theme.error))
            made.setFontStrikeOut(True)
        case Fact(state="flagged"):
            made.setBackground(QColor(theme.legal_wash))
        case Fact():
            made.setBackground(QColor(theme.ok_wash))
        case _:
            pass


@lru_cache(maxsize=64)
def _deeper(wash: str, colour: str) -> QColor:
    """A wash with a quarter of its colour in it."""
    a, b = QColor(wash), QColor(colour)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(0.75 * x + 0.25 * y) for x, y in pairs))


@lru_cache(maxsize=2048)
def run_format(
    theme: EditorTheme, how: Setting, scale: float, raw: str, talk: Talk
) -> QTextCharFormat:
    """The look of a run: its line's setting and its marks (`raw`, as the property holds them)."""
    made = QTextCharFormat()
    made.setFont(
        font(theme, how, scale),
        QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
    )
    made.setForeground(QColor(getattr(theme, how.colour)))
    for mark in read_marks(raw):
        _mark_format(made, mark, theme, talk)
    return made


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = look
    return made


def ranges(
    block: QTextBlock, theme: EditorTheme, scale: float, talk: Talk
) -> list[QTextLayout.FormatRange]:
    """The overlay of one paragraph; empty where the page's own font says it all."""
    tag = tag_of(block)
    if tag.kind in TEXTLESS:
        return []
    how = setting(tag)
    if tag.kind is Kind.CELL and (cell_of(block) or (1, 0))[0] < tag.values.get("header", 0):
        how = replace(how, bold=True)
    plain = tag.kind is _PLAIN
    made: list[QTextLayout.FormatRange] = []
    start, runs = block.position(), block.begin()
    while not runs.atEnd():
        fragment = runs.fragment()
        raw = fragment.charFormat().property(MARKS) or ""
        if raw or not plain:
            look = run_format(theme, how, scale, raw, talk)
            made.append(_range(fragment.position() - start, fragment.length(), look))
        runs += 1
    return made
