"""An editor's approval of a source without a name, recorded at the board with its reason.

It is an act of the review like any other: by an editor who wrote nothing of the text (the board
holds that), bound to the revision that was read, kept in the chain of events. It names the source
as the text does; who stands behind it is the vault's, and never said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from deskeditor.domain.errors import BadInput, Refused
from deskeditor.domain.people import Role
from deskeditor.domain.review import Act, Receipt
from deskeditor.services.register import key_of
from deskeditor.services.review import Reviewing

#: Begins the recommendation of an act that approves a source.
_MARK = "source:"
#: Code points of a source's name.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Approval:
    """An editor's approval of one unnamed source, for one revision; `at` is UTC."""

    source: str
    by: str
    at: datetime
    reason: str
    revision: str


def vouching_for(source: str) -> str:
    """The recommendation of an act that approves this source."""
    return f"{_MARK}{' '.join(source.split())[:_LONGEST]}"


class Vouching:
    """Approvals of unnamed sources. Blocks; thread-safe."""

    def __init__(self, reviewing: Reviewing) -> None:
        """Acts through the review."""
        self._reviewing = reviewing

    def approve(
        self, article: str, source: str, actor: str, reason: str, *, seen: str = ""
    ) -> Receipt:
        """This editor knows who an unnamed source is, and says why it may stay unnamed.

        `seen` is the revision that was read, as for every act of the review.

        Raises:
            BadInput: no source named.
            Refused: not an editor, an author of the text, no reason, or not in review now.
            BoardUnreachable: the board could not be asked.
        """
        name = " ".join(source.split())[:_LONGEST]
        if not name:
            raise BadInput("source-nameless")
        person = self._reviewing.person(actor)
        if person is None or not person.holds(Role.EDITOR, Role.CHIEF):
            raise Refused("role-missing", act=Act.RECOMMEND)
        return self._reviewing.act(
            article, Act.RECOMMEND, actor, reason, recommendation=vouching_for(name), seen=seen
        )

    def of(self, article: str, login: str = "") -> Sequence[Approval]:
        """Every approval given for an article, oldest first."""
        return [
            Approval(
                event.recommendation.removeprefix(_MARK), event.actor, event.at, event.reason,
                event.revision,
            )
            for event in self._reviewing.events(article, login)
            if event.act is Act.RECOMMEND and event.recommendation.startswith(_MARK)
        ]  # fmt: skip

    def open_of(self, article: str, sources: Sequence[str], revision: str) -> tuple[str, ...]:
        """Which of these sources nobody approved for this revision."""
        known = {key_of(each.source) for each in self.of(article) if each.revision == revision}
        return tuple(name for name in sources if key_of(name) not in known)
