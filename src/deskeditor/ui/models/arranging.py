"""In what order a place shows its articles, and which of them: pure, on the lines alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from deskeditor.domain.rows import ArticleRow
from deskeditor.language.folding import fold


class Sorting(StrEnum):
    """By what the lines of a place stand."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    STATE = "state"
    DESK = "desk"
    LONGEST = "longest"
    DUE = "due"


_KEYS: Mapping[Sorting, Callable[[ArticleRow], Any]] = {
    Sorting.NEWEST: lambda row: -row.updated.timestamp(),
    Sorting.OLDEST: lambda row: row.updated.timestamp(),
    Sorting.TITLE: lambda row: fold(row.title),
    Sorting.STATE: lambda row: row.state.value,
    Sorting.DESK: lambda row: (not row.desk, fold(row.desk)),
    Sorting.LONGEST: lambda row: -row.words,
    Sorting.DUE: lambda row: (row.due is None, row.due.timestamp() if row.due else 0),
}


def arranged(
    rows: tuple[ArticleRow, ...],
    sorting: Sorting,
    wanted: str,
    told: Callable[[ArticleRow], str],
) -> tuple[ArticleRow, ...]:
    """The lines that hold every word of `wanted`, in order; equal ones newest first.

    Args:
        rows: newest first.
        sorting: by what.
        wanted: words, folded as search folds them; any of them may be the beginning of one.
        told: what of a line can be found, as the person reads it.
    """
    words = fold(wanted).split()
    left = [row for row in rows if not words or _holds(fold(told(row)), words)]
    return tuple(sorted(left, key=_KEYS[sorting]))


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
