"""What the board itself makes sure of before and around the rules of `domain.review`.

Who wrote a text is worked out here, from the revisions' own bytes and all their ancestors, and
once an author of a case always one: a resubmission that hides its past frees nobody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from deskeditor.board import cases, people, revisions
from deskeditor.domain.document.codec import canonical
from deskeditor.domain.errors import Refused
from deskeditor.domain.people import Person
from deskeditor.domain.review import Act, Case, Event, Receipt, Request, act, link, refusal, unfit
from deskeditor.domain.review_codec import request_bytes
from deskeditor.domain.review_gates import standing
from deskeditor.domain.revision import Revision

_WITH_TEXT = frozenset({Act.SUBMIT, Act.EDIT})


def carry_out(db: Any, request: Request, manifests: Sequence[bytes], at: datetime) -> Receipt:
    """Carry out one act inside the open transaction; `at` is the board's own clock.

    Raises:
        Refused: a rule forbids it; the transaction must be undone.
    """
    earlier = cases.by_operation(db, request.operation)
    if earlier is not None:
        event, digest = earlier
        if digest != request.digest():
            raise Refused("operation-reused", operation=request.operation[:8])
        return receipt(event)
    person = people.find(db, request.actor)
    if person is None or not person.active:
        raise Refused("not-active", name=request.actor)
    if request.act in _WITH_TEXT:
        revisions.take_in(db, request.article, manifests, request.actor)
    request = replace(request, at=at)
    before = cases.find(db, request.article)
    ready = ready_case(db, before, request, person)
    no = unfit(request, demanded=_demanded(db, before, request))
    if no is not None:
        raise no
    after, event = act(_with_quorum(db, ready, request), request, person)
    return _write(db, after, event, request)


def ready_case(db: Any, before: Case | None, request: Request, person: Person) -> Case:
    """The case as the rules are to see it: with everybody who wrote the requested text.

    Raises:
        Refused: the board knows no such case or text, or the text is not what it claims to be.
    """
    if before is not None:
        # Judged first as it stood: a stranger's text must not make its sender an author here.
        forbidden = refusal(before, request, person)
        if forbidden is not None:
            raise forbidden
    elif request.act is not Act.SUBMIT:
        raise Refused("case-unknown", article=request.article[:8])
    if before is not None and request.act not in _WITH_TEXT:
        return before
    text = revisions.read(db, request.revision)
    _check_text(text, before, request)
    line = revisions.ancestry(db, request.revision)
    if before is None:
        before = Case(request.article, text.article.owner, text.article.title)
    elif request.act is Act.EDIT and before.revision not in line:
        raise Refused("not-descendant")
    began = frozenset(text.article.details.written_by)
    authors = before.authors | frozenset(line.values()) | began
    gates = standing(before.gates, text.article.document)
    return replace(before, title=text.article.title, authors=authors, gates=gates)


def _check_text(text: Revision, before: Case | None, request: Request) -> None:
    if text.article.id != request.article:
        raise Refused("revision-foreign")
    if text.author != request.actor:
        raise Refused("forged-author", name=text.author)
    if before is not None and text.article.owner != before.owner:
        raise Refused("owner-changed")


def _demanded(db: Any, before: Case | None, request: Request) -> bool:
    """Whether the text's publication has unnamed sources approved, as the board was told.

    An edit that moves the text to another publication does not leave the rule behind.
    """
    if request.act not in _WITH_TEXT:
        return False
    texts = {request.revision}
    if before is not None and request.act is Act.EDIT:
        texts.add(before.revision)
    named = {revisions.read(db, text).article.details.publication for text in texts}
    demanding = {publication for (publication,) in db.execute("SELECT publication FROM vouched")}
    return not named.isdisjoint(demanding)


def _with_quorum(db: Any, case: Case, request: Request) -> Case:
    if request.act not in _WITH_TEXT:
        return case
    publication = revisions.read(db, request.revision).article.details.publication
    query = "SELECT approvals FROM quorum WHERE publication = ?"
    row = db.execute(query, (publication,)).fetchone()
    return replace(case, quorum=max(case.quorum, 1 if row is None else row[0]))


def ledger_link(before: str, event: Event, digest: str, quorum: int) -> str:
    """The hash that ties an event, its request and its quorum to all events before it."""
    data = [before, event.chain, event.article, event.seq, digest, quorum]
    return hashlib.sha256(canonical(data)).hexdigest()


def _write(db: Any, after: Case, event: Event, request: Request) -> Receipt:
    chained = link(cases.last_chain(db, event.article), event)
    digest = request.digest()
    ledger = ledger_link(cases.last_ledger(db), chained, digest, after.quorum)
    minute = cases.Minute(request_bytes(request), digest, after.quorum, ledger)
    cases.append(db, chained, minute)
    cases.put(db, after)
    return receipt(chained)


def receipt(event: Event) -> Receipt:
    """The receipt of an event, the same whenever it is asked for."""
    return Receipt(event.operation, event.article, event.seq, event.state, event.chain, event.at)
