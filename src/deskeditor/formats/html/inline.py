"""Inline text as HTML. Everything is escaped here, once; what comes out is Markup."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from deskeditor.domain.document import Direction, Emphasis, Inline, Isolate, Link, Mark, Strong
from deskeditor.formats.isolation import isolated

Run = tuple[str, tuple[Mark, ...]]
_NESTING: tuple[type[Mark], ...] = (Link, Strong, Emphasis, Isolate)


def inline_html(text: Inline, direction: Direction) -> Markup:
    """The text with its links, stress and isolates; line breaks as `br`.

    Marks nest in one order (link outermost), so a link with a bold word in it stays one link.
    """
    marked = isolated(text, direction)
    if not marked.spans:
        return _plain(marked.text)
    return _nest(list(marked.runs()), 0)


def _plain(text: str) -> Markup:
    return Markup(escape(text).replace("\n", Markup("<br>")))  # noqa: S704 - escaped here


def _nest(runs: list[Run], depth: int) -> Markup:
    if depth == len(_NESTING):
        return _plain("".join(text for text, _ in runs))
    parts = []
    for mark, group in groupby(runs, key=lambda run: _of_kind(run, _NESTING[depth])):
        inner = _nest(list(group), depth + 1)
        parts.append(inner if mark is None else _element(mark, inner))
    return Markup("").join(parts)


def _of_kind(run: Run, kind: type[Mark]) -> Mark | None:
    return next((mark for mark in run[1] if isinstance(mark, kind)), None)


def _element(mark: Mark, inner: Markup) -> Markup:
    match mark:
        case Link() if mark.title:
            return Markup('<a href="{}" title="{}">{}</a>').format(mark.href, mark.title, inner)
        case Link():
            return Markup('<a href="{}">{}</a>').format(mark.href, inner)
        case Strong():
            return Markup("<strong>{}</strong>").format(inner)
        case Emphasis():
            return Markup("<em>{}</em>").format(inner)
        case _:
            return Markup('<bdi dir="ltr">{}</bdi>').format(inner)
