"""Suggesting in another's article: what an editor writes there is proposed, never put in.

The rule is held here, where the text is kept, whatever the window does: against the newest text,
only suggestions in one's own name, comments and fact marks may be new. Taking and refusing what
others suggested is the author's and the editors'.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from deskeditor.domain.article import Article
from deskeditor.domain.document.trespass import trespasses
from deskeditor.domain.errors import BoardUnreachable, Refused
from deskeditor.domain.people import Person, Role
from deskeditor.domain.ports import BoardFor, Store
from deskeditor.domain.review import State
from deskeditor.services.drafts import Drafts

#: States in which an article is with its author, and may be suggested in.
OPEN = (State.DRAFT, State.CHANGES_REQUESTED)


def may_suggest(person: Person, owner: str, state: State) -> bool:
    """Whether this person may write suggestions into an article of somebody else's."""
    return person.login != owner and state in OPEN and person.holds(Role.EDITOR, Role.CHIEF)


class Suggesting:
    """Saves what people write into one another's articles. Blocks; thread-safe."""

    def __init__(self, drafts: Drafts, store: Store, board_for: BoardFor) -> None:
        """Saves through the drafts; the board says who is an editor."""
        self._drafts, self._store, self._board_for = drafts, store, board_for

    def save(self, article: Article, by: str) -> datetime:
        """Keep an article with what `by` suggests in it; on disk when this returns. Answers when.

        Raises:
            Refused: more than suggestions and comments changed, or what others suggested was
                altered, or decided by one who may not; nothing is kept.
            StoreError: it could not be written.
        """
        newest = self._drafts.open(article.id)
        if by != newest.owner:
            self._hold(newest, article, by)
        return self._drafts.autosave(article, by)

    def _hold(self, newest: Article, article: Article, by: str) -> None:
        row = self._store.row(article.id)
        if row is None or row.state not in OPEN:
            raise Refused("only-suggest")
        if replace(newest, document=article.document) != article:
            raise Refused("only-suggest")
        may_decide = self._is_editor(by)
        if trespasses(newest.document, article.document, by, may_decide=may_decide):
            raise Refused("only-suggest")

    def _is_editor(self, login: str) -> bool:
        """Whether the board knows this person as an editor; out of reach it knows nobody."""
        try:
            person = self._board_for(login).person(login)
        except BoardUnreachable:
            return False
        return person is not None and person.holds(Role.EDITOR, Role.CHIEF)
