"""`board`: the people, the queue, one case, and every act of review a person may do."""

from __future__ import annotations

from functools import partial

from deskeditor.cli.context import DONE, Call, UnknownArticle
from deskeditor.cli.parser import Grammar, Parser, Unfit, option
from deskeditor.cli.subjects import article_id, names
from deskeditor.domain.errors import BadInput
from deskeditor.domain.people import Person, Role
from deskeditor.domain.review import Act, Case, Event, Receipt, State
from deskeditor.domain.review_gates import approved, waiting

_SHORT = 12
#: The acts that take only the article, and those that take words too.
_PLAIN = {"claim": Act.CLAIM, "release": Act.RELEASE, "approve": Act.APPROVE,
          "publish": Act.PUBLISH, "recall": Act.RECALL}  # fmt: skip
_WITH_REASON = {"request-changes": Act.REQUEST_CHANGES, "decline": Act.DECLINE,
                "reopen": Act.REOPEN, "retract": Act.RETRACT,
                "publish-unreviewed": Act.PUBLISH_UNREVIEWED}  # fmt: skip
#: The form of a person, with all roles there are.
_PERSON = f"LOGIN:NAME:ROLE,... ({', '.join(Role)})"
_APPROVAL = ("wanted", "free")
_ADVICE = ("approve", "changes", "decline")


def person(value: str) -> Person:
    """The person of `--person LOGIN:NAME:ROLE,...`."""
    login, _, rest = value.partition(":")
    name, _, roles = rest.partition(":")
    try:
        held = frozenset(Role(role.strip()) for role in roles.split(",") if role.strip())
    except ValueError as error:
        raise Unfit(value, _PERSON) from error
    if not login.strip() or not name.strip() or not held:
        raise Unfit(value, _PERSON)
    return Person(login.strip(), name.strip(), held)


def add(grammar: Grammar) -> None:
    """Add the family."""
    board = grammar.family("board")
    parser = board.command("init", run_init)
    option(
        parser, "--person", help="help-person", type=person, action="append", required=True,
        metavar="LOGIN:NAME:ROLE,...",
    )  # fmt: skip
    board.command("people", run_people)
    parser = board.command("unnamed", run_unnamed)
    option(parser, "publication", help="help-unnamed-publication", metavar="PUBLICATION", nargs="?")
    option(parser, "--approval", help="help-approval", choices=_APPROVAL)
    board.command("queue", run_queue)
    _article(board.command("show", run_show))
    for name, act in _PLAIN.items():
        parser = _article(board.command(name, partial(run_act, act=act)))
        parser.set_defaults(reason="", recommendation="")
    for name, act in _WITH_REASON.items():
        parser = _article(board.command(name, partial(run_act, act=act)))
        option(parser, "reason", help="help-reason", metavar="REASON")
        parser.set_defaults(recommendation="")
    parser = _article(board.command("comment", partial(run_act, act=Act.COMMENT)))
    option(parser, "reason", help="help-comment", metavar="TEXT")
    parser.set_defaults(recommendation="")
    parser = _article(board.command("recommend", partial(run_act, act=Act.RECOMMEND)))
    option(parser, "recommendation", help="help-recommendation", choices=_ADVICE)
    option(parser, "reason", help="help-reason", metavar="REASON")


def _article(parser: Parser) -> Parser:
    option(parser, "article", help="help-article", metavar="ARTICLE")
    return parser


def person_data(who: Person) -> dict[str, object]:
    """One person as JSON."""
    return {
        "login": who.login, "name": who.name, "desk": who.desk, "active": who.active,
        "roles": sorted(role.value for role in who.roles),
    }  # fmt: skip


def run_init(call: Call) -> int:
    """Found the board of this home with its first people; a board that stands is left alone.

    Raises:
        BadInput: it stands and does not know somebody who was named.
    """
    call.desk.found_board(tuple(call.args.person))
    known = {who.login for who in call.desk.people()}
    strangers = [who.login for who in call.args.person if who.login not in known]
    if strangers:
        raise BadInput("board-founded", names=call.say("cli.comma").join(strangers))
    return run_people(call)


def run_people(call: Call) -> int:
    """Everybody the board knows."""
    people = call.desk.people()
    if call.json:
        call.out.json({"schema": 1, "people": [person_data(who) for who in people]})
        return DONE
    for who in people:
        roles = call.say("cli.comma").join(
            call.say(f"window.role_{role}") for role in sorted(who.roles)
        )
        inactive = "" if who.active else f"  ({call.say('cli.inactive')})"
        call.out.line(f"{who.login}  {who.name}  {roles}{inactive}")
    return DONE


def run_unnamed(call: Call) -> int:
    """Which publications have their unnamed sources approved; a chief may say so of one.

    Raises:
        BadProfile: there is no such publication.
        Refused: who says so is no active chief.
    """
    desk, login = call.desk, call.desk.person.login
    named = call.args.publication
    if named is not None:
        desk.publications.get(named)
        if call.args.approval is not None:
            desk.vouching.demand(named, login, wanted=call.args.approval == "wanted")
    wanted = desk.vouching.demanded(login)
    shown = [one for one in desk.publications.all() if named in (None, one.id)]
    if call.json:
        call.out.json({"schema": 1, "publications": {one.id: one.id in wanted for one in shown}})
        return DONE
    for one in shown:
        said = call.say("cli.unnamed-wanted" if one.id in wanted else "cli.unnamed-free")
        call.out.line(f"{one.id}  {one.name}  {said}")
    return DONE


def case_data(case: Case) -> dict[str, object]:
    """One case as JSON."""
    return {
        "article": case.article, "title": case.title, "owner": case.owner,
        "state": case.state.value, "revision": case.revision, "round": case.round,
        "claimed_by": case.claimed_by, "approvals": list(case.approvals), "quorum": case.quorum,
        "sources_waiting": list(waiting(case.gates)),
        "sources_approved": list(approved(case.gates)),
        "submitted_at": None if case.submitted_at is None else case.submitted_at.isoformat(),
    }  # fmt: skip


def run_queue(call: Call) -> int:
    """What waits for the board, longest waiting first."""
    cases = call.desk.reviewing.queue(login=call.desk.person.login)
    if call.json:
        call.out.json({"schema": 1, "cases": [case_data(case) for case in cases]})
        return DONE
    if not cases:
        call.tell("cli.queue-empty")
    for case in cases:
        call.out.line(case_line(call, case))
    return DONE


def case_line(call: Call, case: Case) -> str:
    """One case on one line."""
    state = call.say(f"review.state_{case.state}")
    claimed = f"  {call.say('cli.claimed-by', name=case.claimed_by)}" if case.claimed_by else ""
    return f"{case.article}  {state}  {case.owner}  {case.title}{claimed}"


def _case(call: Call) -> Case:
    """The case of the article named by its id or the beginning of it, on this desk or not.

    Raises:
        UnknownArticle: none, or more than one; or the article never came before the board.
    """
    given, login = call.args.article, call.desk.person.login
    on_board = call.desk.reviewing.queue(State, login)
    found = [case for case in on_board if names(given, case.article)]
    exact = [case for case in found if case.article == given] or found
    if len(exact) > 1:
        raise UnknownArticle("article-ambiguous", article=given, count=len(exact))
    if not exact:
        article_id(call, given)  # says so where there is no such article at all
        raise UnknownArticle("case-unknown", article=given)
    return exact[0]


def _event_data(event: Event) -> dict[str, object]:
    return {
        "seq": event.seq, "act": event.act.value, "actor": event.actor,
        "at": event.at.isoformat(), "state": event.state.value, "revision": event.revision,
        "reason": event.reason, "recommendation": event.recommendation, "chain": event.chain,
    }  # fmt: skip


def run_show(call: Call) -> int:
    """One case with everything that happened to it."""
    case = _case(call)
    events = call.desk.reviewing.events(case.article, call.desk.person.login)
    if call.json:
        data = {"schema": 1, "case": case_data(case), "events": [_event_data(e) for e in events]}
        call.out.json(data)
        return DONE
    call.out.line(case_line(call, case))
    for name in waiting(case.gates):
        call.out.line(f"  {call.say('review.gate_source_waits', name=name)}")
    for event in events:
        act = call.say(f"cli.act-{event.act}")
        words = f": {event.reason}" if event.reason else ""
        call.out.line(f"{event.seq}  {call.moment(event.at)}  {event.actor}  {act}{words}")
    return DONE


def run_act(call: Call, act: Act) -> int:
    """Ask the board for one act; only its receipt is told as done."""
    args = call.args
    case = _case(call)
    receipt = call.desk.reviewing.act(
        case.article, act, call.desk.person.login, reason=args.reason,
        recommendation=args.recommendation, seen=case.revision,
    )  # fmt: skip
    tell_receipt(call, act, receipt)
    return DONE


def tell_receipt(call: Call, act: Act, receipt: Receipt) -> None:
    """What the board accepted, and where the article stands now."""
    if call.json:
        call.out.json({
            "schema": 1, "article": receipt.article, "act": act.value, "seq": receipt.seq,
            "state": receipt.state.value, "chain": receipt.chain,
        })  # fmt: skip
        return
    call.tell(
        "cli.receipt", act=call.say(f"cli.act-{act}"), seq=receipt.seq,
        state=call.say(f"review.state_{receipt.state}"), chain=receipt.chain[:_SHORT],
    )  # fmt: skip
