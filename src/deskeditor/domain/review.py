"""Review: states, acts, who may do what, and the chain of events every act leaves behind.

Pure rules. A `Case` is what the board knows of one article; `act` answers the case after an act or
refuses. Adapters in `board` keep the events and call these rules where the data lives. The table
of transitions follows `docs/decisions/` on four eyes: nobody decides on text of which they wrote
any ancestor, an approval binds a revision's hash, recommending is not deciding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from deskeditor.domain import review_gates
from deskeditor.domain.document.codec import canonical, moment
from deskeditor.domain.errors import Refused
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review_gates import APPROVAL, VOUCHING, Gate


class State(StrEnum):
    """Where an article stands with the board."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    PUBLISHED_WITHOUT_REVIEW = "published_without_review"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    DECLINED = "declined"
    SPIKED = "spiked"


class Act(StrEnum):
    """What a person asks of the board."""

    SUBMIT = "submit"
    RECALL = "recall"
    CLAIM = "claim"
    RELEASE = "release"
    COMMENT = "comment"
    RECOMMEND = "recommend"
    REQUEST_CHANGES = "request_changes"
    APPROVE = "approve"
    DECLINE = "decline"
    EDIT = "edit"
    PUBLISH = "publish"
    PUBLISH_UNREVIEWED = "publish_unreviewed"
    RETRACT = "retract"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist as it stood when the text was sent.

    `level` is block, reason, hint, or approval: an editor must approve each of `names`, the sources
    it is about, before the text may be; `reason` is what the author said where one was needed.
    """

    rule: str
    level: str
    passed: bool
    message_ar: str = ""
    message_en: str = ""
    count: int = 0
    reason: str = ""
    names: tuple[str, ...] = ()

    def values(self) -> list[object]:
        """What a digest holds of it; a line without names as before there were any."""
        said: list[object] = [self.rule, self.level, self.passed, self.count, self.reason]
        return [*said, self.names] if self.names else said


@dataclass(frozen=True, slots=True)
class Request:
    """One act asked of the board.

    `operation` makes it idempotent: the same operation with the same request gives the same
    receipt, with another request it is refused. `expected_seq` is the case's sequence number the
    person saw; `revision` the hash they acted on. `authors` come from the revision and all its
    ancestors and are worked out by the board, never taken from the client.
    """

    operation: str
    article: str
    act: Act
    actor: str
    at: datetime
    revision: str
    expected_seq: int
    reason: str = ""
    recommendation: str = ""
    checklist: tuple[ChecklistItem, ...] = ()
    anchor: tuple[str, str, int, int] | None = None

    def digest(self) -> str:
        """The hash that two sendings of the same request share: everything but the moment."""
        data = {
            "article": self.article, "act": self.act, "actor": self.actor, "reason": self.reason,
            "revision": self.revision, "seq": self.expected_seq, "anchor": self.anchor,
            "recommendation": self.recommendation,
            "checklist": [item.values() for item in self.checklist],
        }  # fmt: skip
        return hashlib.sha256(canonical(data)).hexdigest()


@dataclass(frozen=True, slots=True)
class Case:
    """What the board knows of one article.

    `authors` are the logins of everybody who wrote the current revision or any ancestor of it;
    `approvals` who approved exactly `revision`; `seq` counts the events so far.
    """

    article: str
    owner: str
    title: str
    state: State = State.DRAFT
    revision: str = ""
    seq: int = 0
    round: int = 0
    authors: frozenset[str] = frozenset()
    approvals: tuple[str, ...] = ()
    claimed_by: str | None = None
    claimed_at: datetime | None = None
    submitted_at: datetime | None = None
    quorum: int = 1
    gates: Mapping[str, Gate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One act the board accepted. `chain` is the hash over the one before and this one's values."""

    article: str
    seq: int
    act: Act
    actor: str
    at: datetime
    state: State
    revision: str
    reason: str = ""
    recommendation: str = ""
    anchor: tuple[str, str, int, int] | None = None
    operation: str = ""
    chain: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The board's word that an act stands. Only with it is anything shown as done."""

    operation: str
    article: str
    seq: int
    state: State
    chain: str
    at: datetime


def link(previous: str, event: Event) -> Event:
    """`event` chained to the event whose chain is `previous` (empty for the first)."""
    data = [
        previous, event.article, event.seq, event.act, event.actor, moment(event.at), event.state,
        event.revision, event.reason, event.recommendation, event.anchor, event.operation,
    ]  # fmt: skip
    return replace(event, chain=hashlib.sha256(canonical(data)).hexdigest())


#: Acts that need words: why it is sent back, refused, advised, let out unreviewed or taken back.
NEEDS_REASON = frozenset({
    Act.REQUEST_CHANGES, Act.DECLINE, Act.RECOMMEND, Act.COMMENT, Act.PUBLISH_UNREVIEWED,
    Act.RETRACT, Act.REOPEN,
})  # fmt: skip
_OPEN = (State.SUBMITTED, State.IN_REVIEW)
_OUT = (State.PUBLISHED, State.PUBLISHED_WITHOUT_REVIEW, State.CORRECTED)
_EDITORS = (Role.EDITOR, Role.CHIEF)

#: From which states an act may be asked, and who may ask it (no role: the owner).
_ALLOWED: Mapping[Act, tuple[tuple[State, ...], tuple[Role, ...]]] = {
    Act.SUBMIT: ((State.DRAFT, State.CHANGES_REQUESTED), ()),
    Act.RECALL: ((State.SUBMITTED,), ()),
    Act.CLAIM: ((State.SUBMITTED,), (Role.EDITOR, Role.CHIEF)),
    Act.RELEASE: ((State.IN_REVIEW,), (Role.EDITOR, Role.CHIEF)),
    Act.COMMENT: (_OPEN, tuple(Role)),
    Act.RECOMMEND: ((State.IN_REVIEW,), tuple(Role)),
    Act.REQUEST_CHANGES: ((State.IN_REVIEW,), (Role.EDITOR, Role.CHIEF)),
    Act.APPROVE: ((State.IN_REVIEW,), (Role.EDITOR, Role.CHIEF)),
    Act.DECLINE: ((State.IN_REVIEW,), (Role.CHIEF,)),
    Act.EDIT: ((State.IN_REVIEW, State.APPROVED, State.SCHEDULED), ()),
    Act.PUBLISH: ((State.APPROVED, State.SCHEDULED), (Role.PUBLISHER,)),
    Act.PUBLISH_UNREVIEWED: ((State.IN_REVIEW,), (Role.CHIEF,)),
    Act.RETRACT: (_OUT, (Role.CHIEF,)),
    Act.REOPEN: ((State.DECLINED,), (Role.CHIEF,)),
}
#: Where the acts leave a case that change nothing of it but its state.
_OUTCOME: Mapping[Act, State] = {
    Act.PUBLISH: State.PUBLISHED,
    Act.PUBLISH_UNREVIEWED: State.PUBLISHED_WITHOUT_REVIEW,
    Act.RETRACT: State.RETRACTED,
}
#: Acts that no author of the text or of any ancestor of it may do. Going round the quorum is one:
#: a second person has read the piece even then. Taking one's own text back from readers is not.
FOUR_EYES = frozenset({
    Act.CLAIM, Act.RECOMMEND, Act.REQUEST_CHANGES, Act.APPROVE, Act.DECLINE, Act.REOPEN,
    Act.PUBLISH_UNREVIEWED,
})  # fmt: skip


def refusal(case: Case, request: Request, person: Person) -> Refused | None:
    """Why the board would refuse `request` by `person`, or None where it would not."""
    states, roles = _ALLOWED[request.act]
    if not person.active or person.login != request.actor:
        return Refused("not-active", name=person.name)
    if case.state not in states:
        return Refused("wrong-state", act=request.act, state=case.state)
    if request.expected_seq != case.seq:
        return Refused("case-moved-on", seen=request.expected_seq, now=case.seq)
    wrote = person.login in case.authors or person.login == case.owner
    # Authorship before role: whoever wrote the text is told so, whatever else they may lack.
    if request.act in FOUR_EYES and wrote:
        return Refused("own-text", act=request.act)
    if request.act is Act.RECOMMEND and request.recommendation.startswith(VOUCHING):
        roles = _EDITORS
    if roles and not person.holds(*roles):
        return Refused("role-missing", act=request.act)
    desk_edit = request.act is Act.EDIT and person.holds(Role.EDITOR, Role.CHIEF)
    if not roles and not wrote and not desk_edit:
        return Refused("not-author", act=request.act)
    if request.act in NEEDS_REASON and not request.reason.strip():
        return Refused("reason-missing", act=request.act)
    if request.act not in (Act.SUBMIT, Act.EDIT) and request.revision != case.revision:
        return Refused("other-revision", act=request.act)
    return _refusal_by_act(case, request, person)


def _refusal_by_act(case: Case, request: Request, person: Person) -> Refused | None:
    match request.act:
        case Act.SUBMIT:
            for item in request.checklist:
                if not item.passed and item.level == "block":
                    return Refused("checklist-blocks", rule=item.rule)
                if not item.passed and item.level == "reason" and not item.reason.strip():
                    return Refused("checklist-reason", rule=item.rule)
        case Act.RELEASE:
            if case.claimed_by not in (None, person.login) and not person.holds(Role.CHIEF):
                return Refused("claimed-by-other", name=case.claimed_by)
        case Act.APPROVE:
            if person.login in case.approvals:
                return Refused("approved-already")
            return _open_gate(case)
        case Act.PUBLISH_UNREVIEWED:
            # The chief goes round the number of approvals, never round a gate.
            return _open_gate(case)
        case _:
            pass
    return None


def _open_gate(case: Case) -> Refused | None:
    owed = review_gates.waiting(case.gates)
    if owed:
        return Refused("source-unapproved", count=len(owed))
    return Refused("gate-open") if Gate.REQUIRED in case.gates.values() else None


def _after(case: Case, request: Request) -> Case:
    match request.act:
        case Act.SUBMIT:
            return replace(
                case, state=State.SUBMITTED, revision=request.revision, round=case.round + 1,
                approvals=(), claimed_by=None, claimed_at=None, submitted_at=request.at,
                gates=review_gates.sent(case.gates, _sources_of(request)),
            )  # fmt: skip
        case Act.RECALL:
            return replace(case, state=State.DRAFT, approvals=())
        case Act.CLAIM:
            return replace(
                case, state=State.IN_REVIEW, claimed_by=request.actor, claimed_at=request.at
            )
        case Act.RELEASE | Act.REOPEN:
            # A decline taken back goes to the queue: whoever claims it next reads it afresh.
            return replace(case, state=State.SUBMITTED, claimed_by=None, claimed_at=None)
        case Act.REQUEST_CHANGES:
            return replace(case, state=State.CHANGES_REQUESTED, approvals=(), claimed_by=None)
        case Act.APPROVE:
            approvals = (*case.approvals, request.actor)
            done = len(set(approvals)) >= case.quorum
            return replace(case, approvals=approvals, state=State.APPROVED if done else case.state)
        case Act.DECLINE:
            return replace(case, state=State.DECLINED, approvals=(), claimed_by=None)
        case Act.EDIT:
            return replace(
                case, state=State.IN_REVIEW, revision=request.revision, approvals=(),
                authors=case.authors | {request.actor},
                gates=review_gates.sent(case.gates, _sources_of(request)),
            )  # fmt: skip
        case Act.PUBLISH | Act.PUBLISH_UNREVIEWED | Act.RETRACT:
            return replace(case, state=_OUTCOME[request.act])
        case Act.RECOMMEND if request.recommendation.startswith(VOUCHING):
            source = request.recommendation.removeprefix(VOUCHING)
            return replace(case, gates=review_gates.closed(case.gates, source))
        case Act.COMMENT | Act.RECOMMEND:
            return case


def _sources_of(request: Request) -> list[str]:
    """The unnamed sources its checklist names: each opens a gate, whatever else the line says."""
    lines = (item for item in request.checklist if item.level == APPROVAL)
    return [name for line in lines for name in line.names]


def unfit(request: Request, *, demanded: bool) -> Refused | None:
    """Why the board takes no such request any more, or None; what it took before stays judged as
    it was, so this is asked when an act comes and not when the past is proved.

    `demanded`: the text's publication lets an editor approve each unnamed source, as the board
    was told. Whether the names are all there are, no board can know: it does not read texts.
    """
    if request.act is Act.RECOMMEND and request.recommendation.startswith(VOUCHING):
        named = review_gates.called(request.recommendation.removeprefix(VOUCHING))
        return None if named else Refused("source-nameless")
    if request.act not in (Act.SUBMIT, Act.EDIT):
        return None
    lines = [item for item in request.checklist if item.level == APPROVAL]
    if demanded and not lines:
        return Refused("checklist-sources-missing")
    for line in (item for item in lines if item.names or not item.passed):
        names = review_gates.distinct(line.names)
        if not names or not all(map(review_gates.called, line.names)) or line.count > len(names):
            return Refused("checklist-sources-nameless")
    return None


def act(case: Case, request: Request, person: Person) -> tuple[Case, Event]:
    """The case after `request` by `person`, and the event it leaves (not yet chained).

    The board passes a case whose `authors` already hold everybody who wrote the requested revision
    or any ancestor of it.

    Raises:
        Refused: a rule forbids it; the case stays as it was.
    """
    no = refusal(case, request, person)
    if no is not None:
        raise no
    after = replace(_after(case, request), seq=case.seq + 1)
    event = Event(
        article=case.article, seq=after.seq, act=request.act, actor=request.actor, at=request.at,
        state=after.state, revision=after.revision, reason=request.reason,
        recommendation=request.recommendation, anchor=request.anchor, operation=request.operation,
    )  # fmt: skip
    return after, event


def permitted(case: Case, person: Person) -> frozenset[Act]:
    """The acts this person could do now, a reason given where one is needed."""
    found = set()
    never = datetime.min.replace(tzinfo=UTC)
    for candidate in Act:
        asked = Request(
            "", case.article, candidate, person.login, never, case.revision, case.seq, "…"
        )
        if refusal(case, asked, person) is None:
            found.add(candidate)
    return frozenset(found)
