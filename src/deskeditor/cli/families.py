"""The command families in the order of the help."""

from __future__ import annotations

from collections.abc import Callable

from deskeditor.cli import (
    articles,
    board,
    check,
    evidence,
    export,
    history,
    images,
    language,
    quotes,
    search,
    sources,
    store,
    submit,
    sync,
    tour,
    vault,
)
from deskeditor.cli.parser import Grammar

FAMILIES: tuple[Callable[[Grammar], None], ...] = (
    articles.add,
    check.add,
    export.add,
    search.add,
    history.add,
    images.add,
    quotes.add,
    evidence.add,
    sources.add,
    vault.add,
    submit.add,
    board.add,
    sync.add,
    store.add,
    language.add,
    tour.add,
)
