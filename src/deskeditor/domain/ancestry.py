"""What a revision was made from, as the lines of its article's history tell it."""

from __future__ import annotations

from collections.abc import Iterable

from deskeditor.domain.rows import RevisionRow


def ancestors(rows: Iterable[RevisionRow], names: Iterable[str]) -> set[str]:
    """These revisions and all they were made from; a name that no row knows stays in it alone."""
    parents = {row.name: row.parents for row in rows}
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(parents.get(name, ()))
    return found
