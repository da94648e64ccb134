"""Review: submitting to the board, and every act on a case.

Nothing is shown as done before the board's receipt. A submission is frozen and queued in one
transaction, so it survives anything; other acts are queued too before they are sent, so that a
receipt lost on the way is asked for again under the same operation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deskeditor.domain import review
from deskeditor.domain.ancestry import ancestors
from deskeditor.domain.article import Article
from deskeditor.domain.errors import BadInput, BoardUnreachable, Refused, StoreError
from deskeditor.domain.events import Bus, CaseChanged, Queued, ReceiptArrived, RevisionMade
from deskeditor.domain.ports import BoardComment, BoardFor, Clock, Ids, Store
from deskeditor.domain.publication import Publication
from deskeditor.domain.review import Act, Case, ChecklistItem, Event, Receipt, Request, State
from deskeditor.domain.revision import Revision, Why, manifest, name_of, read_manifest
from deskeditor.domain.rows import OutboxRow
from deskeditor.services.checklist import checklist
from deskeditor.services.delivery import send
from deskeditor.services.report import Report

Anchor = tuple[str, str, int, int]


class Reviewing:
    """The way to the board and back. Methods block and are thread-safe."""

    def __init__(self, store: Store, board_for: BoardFor, clock: Clock, ids: Ids, bus: Bus) -> None:
        """Use these ports; nothing is asked yet."""
        self._store, self._board_for = store, board_for
        self._clock, self._ids, self._bus = clock, ids, bus

    # --- before the board ---------------------------------------------------------------------

    def checklist(
        self,
        article: Article,
        report: Report,
        publication: Publication,
        reasons: Mapping[str, str] | None = None,
    ) -> tuple[ChecklistItem, ...]:
        """The checklist of the text as it stands, with the author's reasons by rule id."""
        media = [figure.media for figure in article.document.figures() if figure.media]
        images = self._store.images(media) if media else ()
        return checklist(
            article, report, publication, self._clock.now(), images=images, reasons=reasons
        )

    def submit(  # noqa: PLR0917 - who, what, on what ground: all are said at every call
        self,
        article: Article,
        author: str,
        report: Report,
        publication: Publication,
        note: str = "",
        reasons: Mapping[str, str] | None = None,
    ) -> str:
        """Freeze the text with its checklist and queue it for the board; answers the operation.

        Raises:
            Refused: a line of the checklist blocks, or needs a reason; or it waits already.
            StoreError: it could not be kept; nothing was queued.
        """
        items = self.checklist(article, report, publication, reasons)
        _refuse_open(items)
        if any(row.request.act is Act.SUBMIT for row in self._pending(article.id)):
            raise Refused("already-queued")
        revision = self._next(article, author, Why.SUBMITTED)
        row = self._row(revision, Act.SUBMIT, note)
        row = replace(row, request=replace(row.request, checklist=items))
        name = self._store.submit(revision, row)
        self._bus.publish(RevisionMade(article.id, name))
        self._bus.publish(Queued(article.id, row.operation))
        return row.operation

    def edit(
        self,
        article: Article,
        author: str,
        report: Report,
        publication: Publication,
        reason: str = "",
    ) -> Receipt:
        """Put a changed text under review in the place of the reviewed one; approvals fall.

        Its checklist goes with it, so that the sources it brings in are approved too; no line of
        it holds the edit back.

        Raises:
            Refused: a rule forbids it; the text is kept as a revision all the same.
            BoardUnreachable: the change waits in the outbox.
        """
        revision = self._next(article, author, Why.REVIEW_EDIT)
        items = self.checklist(article, report, publication)
        row = self._row(revision, Act.EDIT, reason)
        row = replace(row, request=replace(row.request, checklist=items))
        name = self._store.submit(revision, row)
        self._bus.publish(RevisionMade(article.id, name))
        return self._send(row)

    def _next(self, article: Article, author: str, why: Why) -> Revision:
        """The revision to freeze: behind what others typed, and behind what the board reviewed."""
        now = self._clock.now()
        head = self._store.take_over(article.id, author, now)
        if head is None:
            raise StoreError("article-unknown", article=article.id[:8])
        parents: tuple[str, ...] = (head,)
        case = self._known_case(article.id, author)
        if case is not None and self._unmerged(case.revision, head, article):
            parents = (head, case.revision)
        return Revision(article, author, self._clock.now(), why, parents)

    def _unmerged(self, reviewed: str, head: str, article: Article) -> bool:
        """Whether we hold the reviewed text and have not gone on from it."""
        held = any(row.name == reviewed for row in self._store.history(article.id))
        return held and reviewed not in self._line((head,), article)

    def _line(self, names: Iterable[str], article: Article) -> tuple[str, ...]:
        """These revisions and all their ancestors, parents first."""
        history = self._store.history(article.id)
        found = ancestors(history, names)
        return tuple(row.name for row in reversed(history) if row.name in found)

    def _row(self, revision: Revision, act: Act, reason: str) -> OutboxRow:
        article, now = revision.article, self._clock.now()
        name = name_of(manifest(revision))
        line = (*self._line(revision.parents, article), name)
        seq = self._seen(article.id, revision.author)
        request = Request(
            self._ids.new(), article.id, act, revision.author, now, name, seq, reason.strip()
        )
        return OutboxRow(request.operation, request, line, now)

    def _pending(self, article: str) -> list[OutboxRow]:
        return [row for row in self._store.outbox() if row.request.article == article]

    def _seen(self, article: str, login: str) -> int:
        """The sequence number the next act must expect: the board's, and behind it what waits."""
        case = self._known_case(article, login)
        if case is not None:
            known = case.seq
        else:
            kept = (row.receipt for row in self._store.receipts(article))
            known = max((one.seq for one in kept if one is not None), default=0)
        return known + len(self._pending(article))

    def _known_case(self, article: str, login: str) -> Case | None:
        try:
            return self._board_for(login).case(article)
        except BoardUnreachable:
            return None

    # --- at the board -------------------------------------------------------------------------

    def act(  # noqa: PLR0917 - who does what to what, and why
        self,
        article: str,
        act: Act,
        actor: str,
        reason: str = "",
        anchor: Anchor | None = None,
        recommendation: str = "",
        *,
        seen: str = "",
    ) -> Receipt:
        """Do one act on the case as it stands now, bound to the revision the person was shown.

        `seen` is that revision's name; where it is empty, the person decides on whatever the board
        holds. Without it an edit that came a moment before the click would be approved unread.

        Raises:
            Refused: a rule forbids it; nothing changed.
            BoardUnreachable: the board could not be asked, or its answer was lost; in the second
                case the act waits in the outbox.
        """
        case = self._board_for(actor).case(article)
        if case is None:
            raise Refused("case-unknown", article=article[:8])
        now = self._clock.now()
        request = Request(
            self._ids.new(), article, act, actor, now, seen or case.revision, case.seq,
            reason.strip(), recommendation, (), anchor,
        )  # fmt: skip
        row = OutboxRow(request.operation, request, (), now)
        self._store.queue(row)
        return self._send(row)

    def _send(self, row: OutboxRow) -> Receipt:
        try:
            receipt = send(self._store, self._board_for, row)
        except Refused as error:
            self._store.drop(row.operation, error.code)
            raise
        except BoardUnreachable as error:
            self._store.held(row.operation, error.code)
            self._bus.publish(Queued(row.request.article, row.operation))
            raise
        self._bus.publish(ReceiptArrived(receipt))
        self._bus.publish(CaseChanged(receipt.article, receipt.state))
        return receipt

    def queue(self, states: Iterable[State] | None = None, login: str = "") -> Sequence[Case]:
        """Cases before the board, longest waiting first: submitted and in review, or `states`."""
        wanted = (State.SUBMITTED, State.IN_REVIEW) if states is None else states
        return self._board_for(login).cases(wanted)

    def case(self, article: str, login: str = "") -> Case | None:
        """What the board knows of the article; None before its first submission."""
        return self._board_for(login).case(article)

    def events(self, article: str, login: str = "") -> Sequence[Event]:
        """Everything done to the case, oldest first."""
        return self._board_for(login).events(article)

    def comments(self, article: str, login: str = "") -> Sequence[BoardComment]:
        """The comments of the review, oldest first."""
        return [
            BoardComment(e.article, e.actor, e.at, e.reason, e.revision, e.anchor)
            for e in self.events(article, login)
            if e.act is Act.COMMENT
        ]

    def permitted(self, article: str, actor: str) -> frozenset[Act]:
        """The acts this person could do now; the board still has the last word."""
        board = self._board_for(actor)
        person = board.person(actor)
        if person is None or not person.active:
            return frozenset()
        case = board.case(article)
        return frozenset({Act.SUBMIT}) if case is None else review.permitted(case, person)

    def reviewed_article(self, article: str, login: str = "") -> Article:
        """The article as the board reviews it, whatever was typed since.

        Raises:
            Refused: the board has no such case, or its text is damaged.
        """
        board = self._board_for(login)
        case = board.case(article)
        if case is None:
            raise Refused("case-unknown", article=article[:8])
        try:
            return read_manifest(board.manifest(case.revision), case.revision).article
        except BadInput as error:
            raise Refused(error.code, **error.values) from error

    def approval_covers(self, article: Article, login: str = "") -> bool:
        """Whether exactly this text stands approved; one changed letter and it does not."""
        case = self.case(article.id, login)
        done = (State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.CORRECTED)
        if case is None or case.state not in done:
            return False
        return self.reviewed_article(article.id, login) == article


def _refuse_open(items: Iterable[ChecklistItem]) -> None:
    """Refuse a submission whose checklist is not done, before anything is frozen."""
    failed = [item for item in items if not item.passed]
    for item in failed:
        if item.level == "block":
            raise Refused("checklist-blocks", rule=item.rule)
    for item in failed:
        if item.level == "reason" and not item.reason:
            raise Refused("checklist-reason", rule=item.rule)
