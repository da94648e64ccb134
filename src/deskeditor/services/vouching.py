"""An editor's approval of a source without a name, recorded at the board with its reason.

It is an act of the review like any other: by an editor who wrote nothing of the text (the board
holds both), bound to the revision that was read, kept in the chain of events. It names the source
as the text and its checklist do, and closes that source's gate alone; who stands behind it is the
vault's, and never said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from deskeditor.domain.errors import BadInput
from deskeditor.domain.people import Role
from deskeditor.domain.ports import BoardFor
from deskeditor.domain.review import Act, Receipt
from deskeditor.domain.review_gates import VOUCHING, called
from deskeditor.services.review import Reviewing


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
    return f"{VOUCHING}{called(source)}"


class Vouching:
    """Approvals of unnamed sources. Blocks; thread-safe."""

    def __init__(self, reviewing: Reviewing, board_for: BoardFor) -> None:
        """Acts through the review; what the board asks of a publication is said to the board."""
        self._reviewing, self._board_for = reviewing, board_for

    def demanded(self, login: str = "") -> frozenset[str]:
        """The publications whose unnamed sources the board wants approved, by id.

        Raises:
            BoardUnreachable: the board could not be asked.
        """
        return self._board_for(login).vouched()

    def may_demand(self, login: str) -> bool:
        """Whether this person may say which publications they are: a chief of the board.

        Raises:
            BoardUnreachable: the board could not be asked.
        """
        person = self._board_for(login).person(login)
        return person is not None and person.active and person.holds(Role.CHIEF)

    def demand(self, publication: str, login: str, *, wanted: bool) -> None:
        """Let the board take a publication's texts only with their unnamed sources, or without.

        Texts that are before the board keep the gates they have.

        Raises:
            Refused: this person is no active chief.
            BoardUnreachable: the board could not be asked.
        """
        self._board_for(login).set_vouched(publication, wanted=wanted)

    def approve(
        self, article: str, source: str, actor: str, reason: str, *, seen: str = ""
    ) -> Receipt:
        """This editor knows who an unnamed source is, and says why it may stay unnamed.

        `seen` is the revision that was read, as for every act of the review.

        Raises:
            BadInput: no source named.
            Refused: an author of the text, not an editor, no reason, or not in review now.
            BoardUnreachable: the board could not be asked.
        """
        name = called(source)
        if not name:
            raise BadInput("source-nameless")
        return self._reviewing.act(
            article, Act.RECOMMEND, actor, reason, recommendation=vouching_for(name), seen=seen
        )

    def of(self, article: str, login: str = "") -> Sequence[Approval]:
        """Every approval given for an article, oldest first."""
        return [
            Approval(
                event.recommendation.removeprefix(VOUCHING), event.actor, event.at, event.reason,
                event.revision,
            )
            for event in self._reviewing.events(article, login)
            if event.act is Act.RECOMMEND and event.recommendation.startswith(VOUCHING)
        ]  # fmt: skip
